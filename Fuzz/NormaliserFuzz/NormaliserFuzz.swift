import FuzzChecks

/// What libFuzzer calls with each input; a breach of the contract ends the process, and libFuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do {
    try FuzzTarget.normaliser.check(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
  } catch {
    fatalError("\(error)")
  }
}

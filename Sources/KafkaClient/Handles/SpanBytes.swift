/// What stands for empty bytes: librdkafka takes a null pointer for null, and an empty span may have none.
///
/// `nonisolated(unsafe)`: it is an address, never written and never read behind; its length is always 0.
nonisolated(unsafe) private let emptyBytes = UnsafeRawPointer(
  UnsafeMutableRawPointer.allocate(byteCount: 1, alignment: 1))

/// Runs `body` with the span's address and size: null for `nil`, an address also where it is empty.
@inline(__always)
func withBytes<Result>(_ span: Span<UInt8>?, _ body: (UnsafeRawPointer?, Int) -> Result) -> Result {
  guard let span else { return body(nil, 0) }
  return unsafe span.withUnsafeBytes { bytes in
    unsafe body(bytes.baseAddress ?? emptyBytes, bytes.count)
  }
}

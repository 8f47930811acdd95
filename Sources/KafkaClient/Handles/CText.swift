/// Text that librdkafka writes into a buffer of ours.
enum CText {
  private static let capacity = 512

  /// Runs `body` with a buffer and its size, and gives its result with the text that was written.
  static func read<Result>(_ body: (UnsafeMutablePointer<CChar>, Int) -> Result) -> (result: Result, text: String) {
    var buffer = [CChar](repeating: 0, count: capacity)
    let result = unsafe body(&buffer, capacity)
    return (result, String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
  }
}

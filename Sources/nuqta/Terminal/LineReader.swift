import Foundation
import SentenceUnits

/// Reads a file line by line; memory is bounded by the longest line.
struct LineReader: ~Copyable {
  /// Why there is no next line.
  enum Failure: Error {
    case unreadable(String)
    /// libcrypto failed on what was read; carried through, since both come from one loop.
    case hashing(HashingError)
  }

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// Opens a file; `-` is standard input.
  init(file: String) throws(Failure) {
    descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .unreadable(String(cString: strerror(errno))) }
  }

  deinit {
    if descriptor > STDIN_FILENO { close(descriptor) }
  }

  /// The next line without its line feed; `nil` at the end.
  mutating func next() throws(Failure) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return Array(buffer[start..<end])
      }
      if isAtEnd {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return Array(buffer[start...])
      }
      searched = buffer.count - start
      buffer.removeSubrange(..<start)
      start = 0
      try fill()
    }
  }

  private mutating func fill() throws(Failure) {
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = chunk.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        buffer += chunk[..<count]
        return
      } else if count == 0 {
        isAtEnd = true
        return
      } else if errno != EINTR {
        throw .unreadable(String(cString: strerror(errno)))
      }
    }
  }
}

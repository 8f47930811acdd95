import Foundation

/// A stream that a person or a program reads: knows whether colour and cursor movements are welcome.
struct Console: Sendable {
  private let descriptor: Int32
  /// Whether a person looks at it.
  let isTerminal: Bool
  /// Whether text may be coloured: on a terminal, unless NO_COLOR is set.
  let usesColour: Bool

  /// Standard output.
  static let output = Console(descriptor: STDOUT_FILENO)
  /// Standard error: progress and messages.
  static let errors = Console(descriptor: STDERR_FILENO)

  private init(descriptor: Int32) {
    self.descriptor = descriptor
    let environment = ProcessInfo.processInfo.environment
    isTerminal = isatty(descriptor) == 1
    usesColour =
      isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// A look that text can have.
  enum Style: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "34"
    case cyan = "36"
  }

  /// The text in a look, or as it is where colour is not welcome.
  func styled(_ text: String, _ styles: Style...) -> String {
    guard usesColour, !text.isEmpty else { return text }
    return "\u{1B}[\(styles.map(\.rawValue).joined(separator: ";"))m\(text)\u{1B}[0m"
  }

  /// Writes bytes; gives false when nobody reads any more (a closed pipe), so that the caller can end quietly.
  @discardableResult
  func write(_ bytes: some Collection<UInt8>) -> Bool {
    let array = Array(bytes)
    var done = 0
    while done < array.count {
      let written = array[done...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        done += written
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  /// Writes a text behind spaces: between words in as many lines as the terminal's width asks for, in one where nobody looks.
  func paragraph(_ text: String, indent: Int) {
    let margin = String(repeating: " ", count: indent)
    var size = winsize()
    guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, Int(size.ws_col) >= indent + 20 else {
      line(margin + text)
      return
    }
    for part in LineWrap(width: Int(size.ws_col) - indent).lines(of: text) { line(margin + part) }
  }

  /// Writes a line.
  @discardableResult
  func line(_ text: String = "") -> Bool {
    write(Array((text + "\n").utf8))
  }
}

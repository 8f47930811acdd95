/// A bar on standard error that shows how far a long reading is; nothing where no person looks.
struct ProgressLine {
  private static let width = 30

  private let console: Console
  private let title: String
  private var shown = -1

  init(_ title: String, console: Console = .errors) {
    self.console = console
    self.title = title
  }

  /// Shows a part from 0 to 1; draws only what has changed.
  mutating func show(_ fraction: Double) {
    guard console.isTerminal else { return }
    let percent = Int((min(max(fraction, 0), 1) * 100).rounded(.down))
    guard percent != shown else { return }
    shown = percent
    let full = percent * Self.width / 100
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: Self.width - full)
    console.write(Array("\r\(title)  \(bar) \(percent) %".utf8))
  }

  /// Takes the bar away.
  func clear() {
    if shown >= 0 { console.write(Array("\r\u{1B}[K".utf8)) }
  }
}

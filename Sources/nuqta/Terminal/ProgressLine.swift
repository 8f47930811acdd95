/// A bar on standard error that shows how far a long reading is; nothing where no person looks.
struct ProgressLine {
  private static let width = 30
  /// What is done sooner needs no bar.
  private static let grace = Duration.milliseconds(500)

  private let console: Console
  private let title: String
  private let start = ContinuousClock.now
  private var shown = -1

  init(_ title: String, console: Console = .errors) {
    self.console = console
    // A line that is wider than the terminal can't be drawn over.
    self.title = title.count > 36 ? title.prefix(35) + "…" : title
  }

  /// Shows a part from 0 to 1; draws only what has changed.
  mutating func show(_ fraction: Double) {
    guard console.isTerminal, ContinuousClock.now - start > Self.grace else { return }
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

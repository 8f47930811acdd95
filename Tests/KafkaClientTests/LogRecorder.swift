import Logging
import Synchronization

/// Keeps log lines, from whatever thread they come.
final class LogRecorder: Sendable {
  struct Line: Sendable {
    let level: Logger.Level
    let text: String
  }

  private let kept = Mutex<[Line]>([])

  var lines: [Line] { kept.withLock { $0 } }

  var logger: Logger {
    Logger(label: "recorded") { _ in Handler(recorder: self) }
  }

  fileprivate func add(_ line: Line) { kept.withLock { $0.append(line) } }

  private struct Handler: LogHandler {
    let recorder: LogRecorder
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      recorder.add(Line(level: event.level, text: "\(event.message) \(event.metadata ?? [:])"))
    }
  }
}

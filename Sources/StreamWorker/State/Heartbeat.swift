import Foundation

/// A file whose age says whether the worker's loop goes round; `nuqta health` looks at it.
///
/// A process that is merely alive proves nothing: a loop that hangs in a call to Kafka leaves its process up.
package struct Heartbeat: Sendable {
  private static let suffix = ".heartbeat"

  private let path: String
  private var lastBeat: Int64?

  /// Begins a heartbeat.
  ///
  /// - Parameters:
  ///   - directory: The state directory; it must exist.
  ///   - name: Which worker of those that use the directory.
  package init(directory: String, name: String) {
    path = directory + "/" + FileName.safe(name) + Self.suffix
  }

  /// Touches the file, at most once a second.
  ///
  /// A failure is not reported: what matters is the file's age, and that tells.
  package mutating func beat(now: Int64) {
    if let lastBeat, now - lastBeat < 1_000 { return }
    lastBeat = now
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return }
    futimens(descriptor, nil)
    Glibc.close(descriptor)
  }

  /// Takes the file away: the worker has ended on purpose.
  package func end() {
    unlink(path)
  }

  /// The seconds since the last beat of each worker that uses a state directory, by the worker's name.
  package static func ages(in directory: String) throws -> [String: Double] {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var ages: [String: Double] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: directory) where file.hasSuffix(suffix) {
      var status = stat()
      guard stat(directory + "/" + file, &status) == 0 else { continue }
      let seconds = Double(now.tv_sec - status.st_mtim.tv_sec)
      ages[String(file.dropLast(suffix.count))] = seconds + Double(now.tv_nsec - status.st_mtim.tv_nsec) / 1e9
    }
    return ages
  }
}

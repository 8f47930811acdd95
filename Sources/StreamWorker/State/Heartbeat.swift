import Foundation

/// A file whose age says whether the worker's loop goes round; `nuqta health` looks at it.
///
/// A process that is merely alive proves nothing: a loop that hangs in a call to Kafka leaves its process up. The file is
/// locked while its process lives, so that one left behind by a worker that was killed is told from one that hangs.
///
/// Belongs to the lane's thread.
package final class Heartbeat {
  private static let suffix = ".heartbeat"

  private let path: String
  private var lastBeat: Int64?
  private var descriptor: Int32 = -1
  private var isLocked = false

  /// Begins a heartbeat.
  ///
  /// - Parameters:
  ///   - directory: The state directory; it must exist.
  ///   - name: Which worker of those that use the directory.
  package init(directory: String, name: String) {
    path = directory + "/" + FileName.safe(name) + Self.suffix
  }

  deinit {
    if descriptor >= 0 { Glibc.close(descriptor) }
  }

  /// Touches the file, at most once a second.
  ///
  /// A failure is not reported: what matters is the file's age, and that tells.
  package func beat(now: Int64) {
    if let lastBeat, now - lastBeat < 1_000 { return }
    lastBeat = now
    if descriptor < 0 || isRemoved { reopen() }
    guard descriptor >= 0 else { return }
    // Who looks at the file may hold it for a moment: then it is locked at the next beat.
    if !isLocked { isLocked = flock(descriptor, LOCK_EX | LOCK_NB) == 0 }
    futimens(descriptor, nil)
  }

  /// Takes the file away: the worker has ended on purpose.
  package func end() {
    unlink(path)
  }

  private var isRemoved: Bool {
    var status = stat()
    return fstat(descriptor, &status) != 0 || status.st_nlink == 0
  }

  private func reopen() {
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    isLocked = false
  }

  /// The seconds since the last beat of each living worker that uses a state directory, by the worker's name.
  package static func ages(in directory: String) throws -> [String: Double] {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var ages: [String: Double] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: directory) where file.hasSuffix(suffix) {
      let descriptor = open(directory + "/" + file, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      defer { Glibc.close(descriptor) }
      // A lock that can be had means that nobody lives there any more.
      if flock(descriptor, LOCK_SH | LOCK_NB) == 0 { continue }
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { continue }
      let seconds = Double(now.tv_sec - status.st_mtim.tv_sec)
      ages[String(file.dropLast(suffix.count))] = seconds + Double(now.tv_nsec - status.st_mtim.tv_nsec) / 1e9
    }
    return ages
  }
}

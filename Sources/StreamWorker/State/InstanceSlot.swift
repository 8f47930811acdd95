import Foundation

/// A number that only one worker of a group on this machine holds at a time: the first lock file that is free.
///
/// It makes a transactional id that comes back after a crash, so that the restarted worker settles the transaction that it
/// left behind at once, and that differs between two workers of a host, so that they don't fence each other.
/// The kernel lets the lock go when the process ends, however it ends.
package final class InstanceSlot: Sendable {
  /// The slot's number, from 0.
  package let number: Int
  private let descriptor: Int32

  /// Why no slot could be had.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// Takes the first free slot.
  ///
  /// - Parameters:
  ///   - directory: The state directory; it must exist.
  ///   - group: The consumer group; slots of different groups are independent.
  package init(directory: String, group: String) throws(Failure) {
    let name = FileName.safe(group)
    for candidate in 0..<1_000 {
      let path = "\(directory)/\(name).slot-\(candidate).lock"
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else {
        throw Failure(
          description: "can't write '\(path)': \(String(cString: strerror(errno))); name another --state-dir")
      }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        number = candidate
        self.descriptor = descriptor
        return
      }
      Glibc.close(descriptor)
    }
    throw Failure(description: "all 1000 slots of group '\(group)' in '\(directory)' are taken")
  }

  deinit {
    Glibc.close(descriptor)
  }
}

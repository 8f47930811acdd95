import Foundation
import Synchronization

/// Which article is being worked on, in a small mapped file that outlives the process: what a trap, a crash or the kernel's memory
/// killer ends, the next start finds there.
///
/// After a crash the position is done alone; one that has ended the process twice is not cut any more but goes to the dead letters.
/// The file is one page: the position under way, and the few suspects of earlier starts. It survives the process, not the machine.
///
/// Belongs to the lane's thread.
package final class CrashJournal {
  /// An article that was under way when the process ended.
  package struct Suspect: Hashable, Sendable {
    package let position: ArticlePosition
    /// How much speaks against it: `trapWeight` for each process that ended in a trap in it, 1 for each that was killed meanwhile.
    package let weight: Int

    package init(position: ArticlePosition, weight: Int) {
      self.position = position
      self.weight = weight
    }
  }

  /// Why there is no journal.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  // The page: magic, a byte that says whether an article is under way, its entry; then the suspects' entries.
  private static let magic: UInt64 = 0x6e71_7461_4a00_0001
  private static let size = 4096
  private static let flag = 8
  private static let trapFlag = 9
  private static let current = 16
  private static let firstSuspect = 512
  private static let entry = 384
  private static let capacity = 8
  /// Kafka's longest topic name, in bytes.
  private static let topicLimit = 249

  private let page: UnsafeMutableRawPointer
  private var topic = ""
  /// What earlier processes left, newest last.
  package private(set) var suspects: [Suspect] = []

  /// Opens the journal of a worker, and counts what the last process left under way.
  ///
  /// - Parameters:
  ///   - directory: The state directory; it must exist.
  ///   - name: Which worker of those that use the directory.
  package init(directory: String, name: String) throws(Failure) {
    let path = directory + "/" + FileName.safe(name) + ".journal"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.failure(path) }
    defer { Glibc.close(descriptor) }
    guard ftruncate(descriptor, off_t(Self.size)) == 0,
      let page = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0), page != MAP_FAILED
    else { throw Self.failure(path) }
    self.page = page
    if page.load(as: UInt64.self) == Self.magic {
      suspects = (0..<Self.capacity).compactMap { read(at: Self.firstSuspect + $0 * Self.entry) }
      if page.load(fromByteOffset: Self.flag, as: UInt8.self) == 1, let last = read(at: Self.current) {
        let earlier = suspects.first { $0.position == last.position }?.weight ?? 0
        let isTrap = page.load(fromByteOffset: Self.trapFlag, as: UInt8.self) == 1
        suspects.removeAll { $0.position == last.position }
        suspects.append(Suspect(position: last.position, weight: earlier + (isTrap ? Self.trapWeight : 1)))
        suspects = suspects.suffix(Self.capacity)
      }
    }
    // In this order: whatever ends the process between two of these lines, no crash is counted twice.
    page.storeBytes(of: 0, toByteOffset: Self.flag, as: UInt8.self)
    page.storeBytes(of: 0, toByteOffset: Self.trapFlag, as: UInt8.self)
    writeSuspects()
    page.storeBytes(of: Self.magic, as: UInt64.self)
  }

  deinit {
    TrapNote.forget(page + Self.trapFlag)
    munmap(page, Self.size)
  }

  /// What a trap counts for: who is killed from outside may only have been in the way.
  package static let trapWeight = 5

  /// Notes that the process is about to end in a trap.
  package func noteTrap() {
    page.storeBytes(of: 1, toByteOffset: Self.trapFlag, as: UInt8.self)
  }

  /// Lets the signals of traps (an illegal instruction, a fault, an abort) be noted in this journal, and then end the process as before.
  package func watchTraps() {
    TrapNote.watch(page + Self.trapFlag)
  }

  /// Notes that the article enters the core.
  package func enter(_ position: ArticlePosition) {
    write(position, weight: 0, at: Self.current, keepingTopic: position.partition.topic == topic)
    topic = position.partition.topic
    // The compiler may not move what was written behind the flag that makes it count.
    atomicMemoryFence(ordering: .sequentiallyConsistent)
    page.storeBytes(of: 1, toByteOffset: Self.flag, as: UInt8.self)
    atomicMemoryFence(ordering: .sequentiallyConsistent)
  }

  /// Notes that the article has left the core.
  package func leave() {
    atomicMemoryFence(ordering: .sequentiallyConsistent)
    page.storeBytes(of: 0, toByteOffset: Self.flag, as: UInt8.self)
  }

  /// Forgets suspects that are done: committed offsets have passed them.
  package func settle(_ offsets: [InputPartition: CommittedOffset]) {
    guard !suspects.isEmpty else { return }
    let rest = suspects.filter { suspect in
      offsets[suspect.position.partition].map { suspect.position.offset >= $0.offset } ?? true
    }
    guard rest.count < suspects.count else { return }
    suspects = rest
    writeSuspects()
  }

  private func writeSuspects() {
    for slot in 0..<Self.capacity {
      let start = Self.firstSuspect + slot * Self.entry
      if slot < suspects.count {
        write(suspects[slot].position, weight: suspects[slot].weight, at: start)
      } else {
        page.storeBytes(of: 0, toByteOffset: start, as: UInt8.self)
      }
    }
  }

  /// An entry: a byte each for "used" and the count, two for the topic's length, four for the partition, eight for the offset, the topic.
  private func write(_ position: ArticlePosition, weight: Int, at start: Int, keepingTopic: Bool = false) {
    page.storeBytes(of: UInt8(clamping: weight), toByteOffset: start + 1, as: UInt8.self)
    page.storeBytes(of: position.partition.number, toByteOffset: start + 4, as: Int32.self)
    page.storeBytes(of: position.offset, toByteOffset: start + 8, as: Int64.self)
    if !keepingTopic {
      let name = Array(position.partition.topic.utf8.prefix(Self.topicLimit))
      page.storeBytes(of: UInt16(name.count), toByteOffset: start + 2, as: UInt16.self)
      (page + start + 16).copyMemory(from: name, byteCount: name.count)
    }
    page.storeBytes(of: 1, toByteOffset: start, as: UInt8.self)
  }

  private func read(at start: Int) -> Suspect? {
    guard page.load(fromByteOffset: start, as: UInt8.self) == 1 else { return nil }
    let length = Int(page.load(fromByteOffset: start + 2, as: UInt16.self))
    guard length <= Self.topicLimit else { return nil }
    let name = UnsafeRawBufferPointer(start: page + start + 16, count: length)
    let partition = InputPartition(
      topic: String(decoding: name, as: UTF8.self), number: page.load(fromByteOffset: start + 4, as: Int32.self))
    return Suspect(
      position: ArticlePosition(partition, offset: page.load(fromByteOffset: start + 8, as: Int64.self)),
      weight: Int(page.load(fromByteOffset: start + 1, as: UInt8.self)))
  }

  private static func failure(_ path: String) -> Failure {
    Failure(description: "can't write '\(path)': \(String(cString: strerror(errno))); name another --state-dir")
  }
}

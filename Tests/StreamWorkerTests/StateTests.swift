import ArticlePipeline
import Foundation
import StreamWorker
import Testing

@Suite("What a worker keeps on disk")
struct StateTests {
  private func directory() throws -> String {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("nuqta-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  @Test("two workers of a group get different slots, and a slot that was let go is taken again")
  func slots() throws {
    let directory = try directory()
    let first = try InstanceSlot(directory: directory, group: "a/b")
    var second: InstanceSlot? = try InstanceSlot(directory: directory, group: "a/b")
    #expect(first.number == 0)
    #expect(second?.number == 1)
    #expect(try InstanceSlot(directory: directory, group: "other").number == 0)
    second = nil
    #expect(try InstanceSlot(directory: directory, group: "a/b").number == 1)
  }

  @Test("a state directory that can't be written is named, with the way out")
  func unwritable() {
    let failure = #expect(throws: InstanceSlot.Failure.self) {
      try InstanceSlot(directory: "/dev/null", group: "g")
    }
    #expect(failure?.description.contains("--state-dir") == true)
  }

  @Test("a heartbeat's age is seen by others, and a worker that ends takes its heartbeat with it")
  func heartbeat() throws {
    let directory = try directory()
    var heartbeat: Heartbeat? = Heartbeat(directory: directory, name: "nuqta.a")
    heartbeat?.beat(now: 0)
    let age = try #require(try Heartbeat.ages(in: directory)["nuqta.a"])
    #expect(age >= 0 && age < 60)
    // An old beat is old, whatever the loop's own clock says.
    let past = Date(timeIntervalSinceNow: -100)
    try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: directory + "/nuqta.a.heartbeat")
    heartbeat?.beat(now: 500)
    #expect(try #require(try Heartbeat.ages(in: directory)["nuqta.a"]) > 90, "not twice in a second")
    heartbeat?.beat(now: 1_000)
    #expect(try #require(try Heartbeat.ages(in: directory)["nuqta.a"]) < 60)
    // A worker that was killed leaves its file; another one's health is not its business.
    heartbeat = nil
    #expect(FileManager.default.fileExists(atPath: directory + "/nuqta.a.heartbeat"))
    #expect(try Heartbeat.ages(in: directory).isEmpty)
    heartbeat = Heartbeat(directory: directory, name: "nuqta.a")
    heartbeat?.beat(now: 2_000)
    #expect(try Heartbeat.ages(in: directory).count == 1)
    // A cleaned-up folder is no end: the next beat makes the file again.
    try FileManager.default.removeItem(atPath: directory + "/nuqta.a.heartbeat")
    heartbeat?.beat(now: 4_000)
    #expect(try Heartbeat.ages(in: directory).count == 1)
    heartbeat?.end()
    #expect(try Heartbeat.ages(in: directory).isEmpty)
  }

  @Test("an article under way when the process ends is found by the next, counted, and forgotten once it is committed")
  func journal() throws {
    let directory = try directory()
    let first = ArticlePosition(InputPartition(topic: "articles", number: 3), offset: 41)
    let second = ArticlePosition(InputPartition(topic: "other", number: 0), offset: 7)
    func open() throws -> CrashJournal { try CrashJournal(directory: directory, name: "g.a") }

    var journal = try open()
    #expect(journal.suspects == [])
    journal.enter(second)
    journal.leave()
    journal.enter(first)
    journal = try open()
    #expect(journal.suspects == [.init(position: first, weight: 1)])
    #expect(journal.treatments == [first: .alone])
    // A start that finds nothing under way counts nothing.
    journal = try open()
    #expect(journal.suspects == [.init(position: first, weight: 1)])
    journal.enter(second)
    journal.leave()
    journal.enter(second)
    journal = try open()
    for weight in [6, 11] {
      journal.enter(first)
      journal.noteTrap()
      journal = try open()
      #expect(journal.suspects == [.init(position: second, weight: 1), .init(position: first, weight: weight)])
    }
    guard case .letter(let unusable, withoutValue: false) = journal.treatments[first] else {
      Issue.record("two traps are enough")
      return
    }
    #expect(unusable.reason == .crashed)

    journal.settle([first.partition: CommittedOffset(offset: 41, partitionCount: nil)])
    #expect(journal.suspects.count == 2, "41 is the next to be read, not done")
    journal.settle([first.partition: CommittedOffset(offset: 42, partitionCount: nil)])
    journal = try open()
    #expect(journal.suspects == [.init(position: second, weight: 1)])
  }

  @Test("the journal holds no more than its page, and what is no journal is none")
  func journalBounds() throws {
    let directory = try directory()
    for number in 0..<20 {
      let topic = String(repeating: "t", count: 300)
      try CrashJournal(directory: directory, name: "g")
        .enter(ArticlePosition(InputPartition(topic: topic, number: Int32(number)), offset: .max))
    }
    let suspects = try CrashJournal(directory: directory, name: "g").suspects
    #expect(suspects.map(\.position.partition.number) == Array(12..<20))
    #expect(suspects.allSatisfy { $0.position.offset == .max && $0.position.partition.topic.count == 249 })
    let path = directory + "/g.journal"
    try Data(repeating: 0xFF, count: 9_000).write(to: URL(fileURLWithPath: path))
    #expect(try CrashJournal(directory: directory, name: "g").suspects == [])
    #expect(throws: CrashJournal.Failure.self) { try CrashJournal(directory: "/dev/null", name: "g") }
  }
}

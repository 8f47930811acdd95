import ArticlePipeline
import StreamWorker
import Testing

@Suite("What a lane does about refused records, reasons that pass, and too many dead letters")
struct LaneMachineRefusalTests {
  private static func refused(_ articles: Int...) -> LaneEvent {
    .failed(
      ClientFailure(
        .refused(articles.map { Refusal(article: $0, topic: "units", code: "CODE", explanation: "why") }),
        code: "CODE", message: "refused"))
  }

  @Test(
    "an article that is refused is done alone, then goes to the dead letters, then without its value, then stops the worker"
  )
  func refusedRecord() {
    var script = LaneScript()
    script.own()
    script.read(5)
    for offset: Int64 in [6, 7] {
      script.send(.polled(.record(script.record(offset))), expect: .process(script.record(offset)))
      script.send(.produced(bytes: 10), expect: .poll(milliseconds: 0))
    }
    let rewind = LaneAction.seek([LaneScript.first: 5, LaneScript.second: 7])
    script.send(.polled(nil), expect: .sendOffsets([LaneScript.first: LaneScript.at(8)]))
    script.send(.done, expect: .commit)
    script.send(Self.refused(1), expect: .abort)
    script.send(.done, expect: rewind)
    script.send(.done, expect: .wait(milliseconds: 100))
    script.send(.done, expect: .poll(milliseconds: 100))
    // The one before goes first, in a batch of its own; then the refused one alone.
    script.read(5)
    script.send(.polled(.record(script.record(6))), expect: .sendOffsets([LaneScript.first: LaneScript.at(6)]))
    script.send(.done, expect: .commit)
    script.send(.done, expect: .begin)
    script.send(.done, expect: .process(script.record(6)))
    let unusable = UnusableRecord(.outputRefused, "topic 'units' refused a record of the article: CODE, why")
    var action = LaneAction.process(script.record(6))
    for (step, next) in [false, true].enumerated() {
      script.send(.produced(bytes: 10), expect: .sendOffsets([LaneScript.first: LaneScript.at(7)]))
      script.send(.done, expect: .commit)
      script.send(Self.refused(0), expect: .abort)
      script.send(.done, expect: .seek([LaneScript.first: 6, LaneScript.second: 7]))
      script.send(.done, expect: .wait(milliseconds: 100 << Int64(step)))
      script.send(.done, expect: .poll(milliseconds: 100))
      action = .deadLetter(script.record(6), unusable, withoutValue: next)
      script.send(.polled(.record(script.record(6))), expect: .begin)
      script.send(.done, expect: action)
    }
    script.send(.produced(bytes: 10), expect: .sendOffsets([LaneScript.first: LaneScript.at(7)]))
    script.send(.done, expect: .commit)
    script.send(Self.refused(0), expect: .close)
    #expect(script.machine.ending?.code == 2)
  }

  @Test("once a letter is written the next articles go together again")
  func afterARefusal() {
    var script = LaneScript { $0.treatments = [ArticlePosition(LaneScript.first, offset: 5): .alone] }
    script.own()
    script.send(.polled(.record(script.record(5))), expect: .begin)
    script.send(.done, expect: .process(script.record(5)))
    script.send(.produced(bytes: 10), expect: .sendOffsets([LaneScript.first: LaneScript.at(6)]))
    script.send(.done, expect: .commit)
    script.send(.done, expect: .poll(milliseconds: 100))
    script.read(6)
    script.send(.polled(.record(script.record(7))), expect: .process(script.record(7)))
  }

  @Test("a reason that passes is waited out, but not for ever")
  func waitedOut() {
    var script = LaneScript { $0.patience = 60_000 }
    script.own()
    for round in 0..<20 {
      script.read(5)
      script.send(.polled(nil), expect: .sendOffsets([LaneScript.first: LaneScript.at(6)]))
      script.send(.failed(failure(.passing)), expect: .abort)
      if round == 19 { script.now += 60_000 }
      script.send(.done, expect: round == 19 ? .close : .seek([LaneScript.first: 5, LaneScript.second: 7]))
      guard round < 19 else { break }
      script.send(.done, expect: .wait(milliseconds: min(5_000, 100 << Int64(min(round, 16)))))
      script.send(.done, expect: .poll(milliseconds: 100))
    }
    #expect(script.machine.ending?.code == 6)
  }

  @Test("too many dead letters among the latest records stop the worker before they are committed")
  func deadLetterLimit() throws {
    let limit = try #require(DeadLetterLimit("50%/4"))
    var script = LaneScript { $0.deadLetterLimit = limit }
    script.own()
    script.send(.polled(.record(script.record(5))), expect: .begin)
    script.send(.done, expect: .process(script.record(5)))
    // Two of four are half, three are more; before four were read nothing is decided.
    for (offset, isLetter) in zip(Int64(5)..., [true, true, false, false, true]) {
      script.send(.produced(bytes: 1, isLetter: isLetter), expect: .poll(milliseconds: 0))
      script.send(.polled(.record(script.record(offset + 1))), expect: .process(script.record(offset + 1)))
    }
    script.send(.produced(bytes: 1, isLetter: true), expect: .poll(milliseconds: 0))
    script.send(.polled(.record(script.record(11))), expect: .process(script.record(11)))
    script.send(.produced(bytes: 1, isLetter: true), expect: .close)
    #expect(script.machine.ending?.code == 9)
  }

  @Test(
    "a limit is a share and a number of records",
    arguments: ["20", "20%", "20%/", "/10", "101%/10", "-1%/10", "20%/0", "x%/10"])
  func noLimit(text: String) {
    #expect(DeadLetterLimit(text) == nil)
  }
}

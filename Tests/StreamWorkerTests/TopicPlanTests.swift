import StreamWorker
import Testing

@Suite("The plan of the worker's topics")
struct TopicPlanTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    var articles = ["articles"]
    let counts: [String: Int]
    var partitions: Int?
    var partitioning = Partitioning.input
    /// The topics to make with their counts, or the start of the problem's text.
    let expect: [String: Int]?
    var problem = ""
    var testDescription: String { name }

    static let outputs = ["sentence-units", "article-manifests", "article-dead-letters"]

    static func all(_ count: Int) -> [String: Int] {
      Dictionary(uniqueKeysWithValues: outputs.map { ($0, count) })
    }
  }

  static let cases = [
    Case(
      name: "nothing there", counts: [:],
      expect: Case.all(6).merging(["articles": 6]) { $1 }),
    Case(
      name: "nothing there, a count wished", counts: [:], partitions: 3,
      expect: Case.all(3).merging(["articles": 3]) { $1 }),
    Case(name: "the input's count rules", counts: ["articles": 12], partitions: 3, expect: Case.all(12)),
    Case(name: "outputs give the count for a new input", counts: Case.all(4), expect: ["articles": 4]),
    Case(name: "all there", counts: Case.all(4).merging(["articles": 4]) { $1 }, expect: [:]),
    Case(
      name: "two inputs, the larger rules", articles: ["a", "b"], counts: ["a": 2, "b": 5], expect: Case.all(5)),
    Case(
      name: "counts differ", counts: ["articles": 4, "sentence-units": 6], expect: nil,
      problem: "topic 'sentence-units' has 6 partitions, but 'articles' has 4"),
    Case(
      name: "counts may differ by uri", counts: ["articles": 4].merging(Case.all(6)) { $1 }, partitioning: .uri,
      expect: [:]),
    Case(
      name: "one name twice", articles: ["sentence-units"], counts: [:], expect: nil,
      problem: "topic 'sentence-units' is named twice"),
  ]

  @Test(arguments: cases)
  func plans(_ example: Case) {
    do throws(TopicProblem) {
      let plan = try TopicPlan(
        names: TopicNames(articles: example.articles), counts: example.counts, partitions: example.partitions,
        partitioning: example.partitioning)
      let made = Dictionary(uniqueKeysWithValues: plan.toCreate.map { ($0.name, $0.partitions) })
      #expect(made == example.expect)
    } catch {
      #expect(example.expect == nil)
      #expect(error.description.hasPrefix(example.problem), "\(error)")
    }
  }

  @Test("output topics keep records for as long as readers need them")
  func settings() throws {
    let plan = try TopicPlan(names: TopicNames(), counts: ["articles": 1])
    for topic in plan.toCreate {
      let settings = Dictionary(uniqueKeysWithValues: topic.settings.map { ($0.name, $0.value) })
      #expect(settings["message.timestamp.type"] == "CreateTime")
      switch topic.name {
      case "sentence-units": #expect(settings["retention.ms"] == "-1")
      case "article-manifests": #expect(settings["cleanup.policy"] == "compact")
      default: #expect(settings["cleanup.policy"] == "delete")
      }
    }
  }

  @Test(
    "a missing topic is named with the brokers and the command that makes it",
    arguments: [
      (["articles"], "topic 'articles' does not exist on kafka:9092"), (["a", "b"], "topics 'a', 'b' do not"),
    ])
  func missing(names: [String], start: String) {
    let problem = TopicProblem.missing(names, brokers: "kafka:9092", command: "nuqta topics create")
    #expect(problem.description.hasPrefix(start))
    #expect(problem.description.contains("nuqta topics create"))
  }
}

@Suite("Properties passed through to librdkafka")
struct ClientPropertyTests {
  @Test("a property is for both clients or for the one that its prefix names")
  func sides() throws {
    #expect(try ClientProperty(parsing: "linger.ms=5") == ClientProperty(side: nil, name: "linger.ms", value: "5"))
    #expect(
      try ClientProperty(parsing: "consumer.fetch.min.bytes=1")
        == ClientProperty(side: .consumer, name: "fetch.min.bytes", value: "1"))
    #expect(
      try ClientProperty(parsing: "producer.sasl.password=a=b")
        == ClientProperty(side: .producer, name: "sasl.password", value: "a=b"))
  }

  @Test(
    "what would break a guarantee is refused, with what to use instead",
    arguments: ["enable.auto.commit=true", "producer.transactional.id=x", "auto.offset.reset=latest", "novalue"])
  func refused(text: String) {
    #expect(throws: ClientProperty.Problem.self) { try ClientProperty(parsing: text) }
  }

  @Test("what is no property is not shown: it may be a password")
  func secret() {
    let problem = #expect(throws: ClientProperty.Problem.self) { try ClientProperty(parsing: "sasl.password hunter2") }
    #expect(problem?.description.contains("hunter2") == false)
    #expect(problem?.description.contains("name=value") == true)
  }
}

import Logging
import Testing

@testable import KafkaClient

@Suite(.timeLimit(.minutes(20))) struct LogForwardingTests {
  @Test(arguments: [
    (Int32(0), Logger.Level.critical), (2, .critical), (3, .error), (4, .warning), (5, .notice), (6, .info),
    (7, .debug),
    (-1, .critical), (99, .debug),
  ])
  func syslogLevelsAreMapped(syslog: Int32, level: Logger.Level) {
    #expect(logLevel(syslog: syslog) == level)
  }

  /// The lines come from librdkafka's own threads; a callback bound to an actor would trap there.
  @Test func linesArriveFromLibrdkafkasThreads() throws {
    let recorder = LogRecorder()
    let configuration = try ClientConfiguration(
      role: .producer, brokers: "127.0.0.1:1", overrides: [ConfigurationProperty("debug", "broker")])
    let producer = try PlainProducer(configuration: configuration, logger: recorder.logger)
    let deadline = Deadline(milliseconds: 10_000)
    while recorder.lines.isEmpty, !deadline.hasPassed { producer.poll(milliseconds: 20) }
    #expect(recorder.lines.contains { $0.level == .debug && $0.text.contains("kafka.facility") })
  }

  @Test func errorsAreLoggedAndKept() throws {
    let recorder = LogRecorder()
    let configuration = try ClientConfiguration(role: .producer, brokers: "127.0.0.1:1")
    let producer = try PlainProducer(configuration: configuration, logger: recorder.logger)
    var errors: [KafkaError] = []
    let deadline = Deadline(milliseconds: 10_000)
    while !errors.contains(where: { $0.code == .allBrokersDown }), !deadline.hasPassed {
      producer.poll(milliseconds: 50)
      errors += producer.drainErrors()
    }
    #expect(errors.contains { $0.code == .allBrokersDown && !$0.isFatal })
    #expect(recorder.lines.contains { $0.level == .warning && $0.text.contains("_ALL_BROKERS_DOWN") })
    #expect(producer.drainErrors().isEmpty)
  }

  @Test func noSecretIsLogged() throws {
    let recorder = LogRecorder()
    let configuration = try ClientConfiguration(
      role: .producer, brokers: "127.0.0.1:1",
      overrides: [
        ConfigurationProperty("debug", "all"), ConfigurationProperty("security.protocol", "SASL_PLAINTEXT"),
        ConfigurationProperty("sasl.mechanism", "PLAIN"), ConfigurationProperty("sasl.username", "reader"),
        ConfigurationProperty("sasl.password", "hunter2"),
      ])
    let producer = try PlainProducer(configuration: configuration, logger: recorder.logger)
    producer.poll(milliseconds: 300)
    #expect(recorder.lines.contains { $0.text.contains("sasl.password") })
    #expect(!recorder.lines.contains { $0.text.contains("hunter2") })
  }

  @Test func onlyTheLastErrorsAreKept() {
    let context = CallbackContext(logger: Fixtures.logger)
    for number in 0..<200 {
      context.add(KafkaError(code: .transport, message: "\(number)", operation: "test"))
    }
    let errors = context.takeErrors()
    #expect(errors.count == 64)
    #expect(errors.last?.message == "199")
    #expect(context.takeErrors().isEmpty)
  }
}

internal import CRdKafka
package import Logging

/// A Kafka cluster inside this process, on loopback addresses: librdkafka's mock cluster.
///
/// For demonstrations and tests.
///
/// It stores records with keys and headers, runs consumer groups and keeps plainly committed offsets, and can be told to fail. What it
/// doesn't do (2.0.2):
/// - transactions are only acted: offsets sent to one are acknowledged and discarded, aborted records stay visible to every reader,
///   nothing is fenced, and no transaction times out;
/// - topics can't be made, described or deleted by ``TopicAdmin`` (use ``createTopic(_:partitionCount:)``); one that is only asked for is
///   made, with 4 partitions;
/// - timestamps aren't looked up, record sizes aren't limited, a partition keeps its last 5 MiB;
/// - a fetch doesn't wake when a record arrives, and joining a group takes 3 s.
///
/// Let go of the clients before the cluster: a client whose cluster is gone only sees its brokers down.
///
/// `@unchecked Sendable`: its calls pass messages to the mock's own thread; any thread may make them.
@safe package struct EmbeddedCluster: ~Copyable, @unchecked Sendable {
  private let handle: ClientHandle
  private let pointer: OpaquePointer
  /// `host:port` of each broker, with commas between.
  package let bootstrapServers: String

  /// Starts a cluster whose brokers have the ids 1 to `brokerCount`.
  package init(brokerCount: Int32 = 1, logger: Logger) throws(KafkaError) {
    var configuration = try ClientConfiguration(role: .admin, brokers: "")
    // It connects to nothing and would say so.
    try configuration.setOwn("log_level", to: "4")
    let client = unsafe try ClientHandle(configuration, type: RD_KAFKA_PRODUCER, logger: logger)
    guard brokerCount > 0, let cluster = unsafe rd_kafka_mock_cluster_new(client.pointer, brokerCount) else {
      throw KafkaError(
        code: .failed, message: "can't listen on loopback for \(brokerCount) brokers",
        operation: "start embedded cluster")
    }
    handle = client
    unsafe pointer = unsafe cluster
    bootstrapServers = unsafe String(cString: rd_kafka_mock_cluster_bootstraps(cluster))
  }

  deinit {
    // Before its client: librdkafka insists.
    unsafe rd_kafka_mock_cluster_destroy(pointer)
  }

  /// Makes a topic.
  package func createTopic(_ name: String, partitionCount: Int32) throws(KafkaError) {
    try KafkaError.check(
      unsafe rd_kafka_mock_topic_create(pointer, name, partitionCount, 1), during: "create topic", subject: name)
  }

  /// Lets the next requests of a kind fail, one with each code, in this order.
  ///
  /// ``KafkaErrorCode/transport`` drops the connection.
  package func failNext(_ kind: RequestKind, with codes: [KafkaErrorCode]) {
    let codes = codes.map(\.cCode)
    unsafe rd_kafka_mock_push_request_errors_array(pointer, kind.rawValue, codes.count, codes)
  }

  /// Lets the next request of a kind to one broker be answered late, with a code or (``KafkaErrorCode/none``) rightly.
  package func delayNext(
    _ kind: RequestKind, broker: Int32, milliseconds: Int32, code: KafkaErrorCode = .none
  ) throws(KafkaError) {
    try KafkaError.check(
      unsafe nuqta_mock_push_answer(pointer, broker, kind.rawValue, code.cCode, milliseconds),
      during: "delay requests")
  }

  /// Takes back the failures of a kind that haven't happened yet.
  package func clearFailures(of kind: RequestKind) {
    unsafe rd_kafka_mock_clear_request_errors(pointer, kind.rawValue)
  }

  /// Makes a topic answer every request for metadata, or to join a transaction, with a code; ``KafkaErrorCode/none`` ends that.
  package func setTopicError(_ topic: String, code: KafkaErrorCode) {
    unsafe rd_kafka_mock_topic_set_error(pointer, topic, code.cCode)
  }

  /// Takes a broker down, -1 all of them.
  ///
  /// Leaders and coordinators stay where they are.
  package func takeDown(broker: Int32) throws(KafkaError) {
    try KafkaError.check(unsafe rd_kafka_mock_broker_set_down(pointer, broker), during: "take broker down")
  }

  /// Brings a broker up again, -1 all of them.
  package func bringUp(broker: Int32) throws(KafkaError) {
    try KafkaError.check(unsafe rd_kafka_mock_broker_set_up(pointer, broker), during: "bring broker up")
  }

  /// Makes a broker (-1 all) answer everything late.
  package func setRoundTrip(broker: Int32, milliseconds: Int32) throws(KafkaError) {
    try KafkaError.check(
      unsafe rd_kafka_mock_broker_set_rtt(pointer, broker, milliseconds), during: "set round trip")
  }

  /// Makes a broker the coordinator of a group or a `transactional.id`; one that doesn't exist leaves it without.
  package func setCoordinator(_ kind: CoordinatorKind, of id: String, broker: Int32) throws(KafkaError) {
    try KafkaError.check(
      unsafe rd_kafka_mock_coordinator_set(pointer, kind.rawValue, id, broker), during: "set coordinator")
  }

  /// Makes a broker a partition's leader; -1 leaves it without.
  package func setLeader(of partition: TopicPartition, broker: Int32) throws(KafkaError) {
    try KafkaError.check(
      unsafe rd_kafka_mock_partition_set_leader(pointer, partition.topic, partition.partition, broker),
      during: "set leader")
  }
}

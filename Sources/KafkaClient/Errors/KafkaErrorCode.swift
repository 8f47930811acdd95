internal import CRdKafka

/// What went wrong, as librdkafka and the brokers number it: negative codes are the client's own, positive ones a broker's.
package struct KafkaErrorCode: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  package let rawValue: Int32

  package init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  init(_ code: rd_kafka_resp_err_t) {
    rawValue = code.rawValue
  }

  /// librdkafka's short name, such as `_FENCED` or `TOPIC_ALREADY_EXISTS`; `ERR_<n>?` for a number it doesn't know.
  package var name: String { unsafe String(cString: rd_kafka_err2name(cCode)) }

  /// librdkafka's sentence for the code, such as `Broker: Topic already exists`.
  package var explanation: String { unsafe String(cString: rd_kafka_err2str(cCode)) }

  package var description: String { name }

  var cCode: rd_kafka_resp_err_t { rd_kafka_resp_err_t(rawValue: rawValue) }
}

// The client's own codes.
extension KafkaErrorCode {
  /// `_TRANSPORT`: a broker's connection failed.
  package static let transport = Self(RD_KAFKA_RESP_ERR__TRANSPORT)
  /// `_ALL_BROKERS_DOWN`: no broker can be reached; the client goes on trying.
  package static let allBrokersDown = Self(RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN)
  /// `_RESOLVE`: a host name can't be resolved.
  package static let hostNotResolved = Self(RD_KAFKA_RESP_ERR__RESOLVE)
  /// `_AUTHENTICATION`: SASL or TLS refused us.
  package static let authentication = Self(RD_KAFKA_RESP_ERR__AUTHENTICATION)
  /// `_SSL`: the TLS handshake failed.
  package static let tls = Self(RD_KAFKA_RESP_ERR__SSL)
  /// `_TIMED_OUT`: the call's own deadline passed; whether it took effect isn't known.
  package static let timedOut = Self(RD_KAFKA_RESP_ERR__TIMED_OUT)
  /// `_MSG_TIMED_OUT`: a record wasn't delivered within `message.timeout.ms`.
  package static let messageTimedOut = Self(RD_KAFKA_RESP_ERR__MSG_TIMED_OUT)
  /// `_QUEUE_FULL`: the producer's queue is full; poll and try again.
  package static let queueFull = Self(RD_KAFKA_RESP_ERR__QUEUE_FULL)
  /// `_PURGE_QUEUE`: the record was purged before it was sent.
  package static let purgedFromQueue = Self(RD_KAFKA_RESP_ERR__PURGE_QUEUE)
  /// `_PURGE_INFLIGHT`: the record was purged while it was under way; whether it arrived isn't known.
  package static let purgedInFlight = Self(RD_KAFKA_RESP_ERR__PURGE_INFLIGHT)
  /// `_FENCED`: another producer has our `transactional.id`.
  package static let fenced = Self(RD_KAFKA_RESP_ERR__FENCED)
  /// `_FATAL`: the client is finished.
  ///
  /// This wrapper puts the underlying code in its place wherever there is one.
  package static let fatal = Self(RD_KAFKA_RESP_ERR__FATAL)
  /// `_STATE`: the call isn't possible now.
  package static let invalidState = Self(RD_KAFKA_RESP_ERR__STATE)
  /// `_CONFLICT`: another call hasn't ended yet.
  package static let conflict = Self(RD_KAFKA_RESP_ERR__CONFLICT)
  /// `_INVALID_ARG`: an argument or a property can't be used.
  package static let invalidArgument = Self(RD_KAFKA_RESP_ERR__INVALID_ARG)
  /// `_UNKNOWN_TOPIC`: the metadata has no such topic.
  package static let unknownTopic = Self(RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC)
  /// `_UNKNOWN_PARTITION`: the metadata has no such partition.
  package static let unknownPartition = Self(RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION)
  /// `_MAX_POLL_EXCEEDED`: the consumer wasn't polled for `max.poll.interval.ms` and has left its group.
  package static let maxPollExceeded = Self(RD_KAFKA_RESP_ERR__MAX_POLL_EXCEEDED)
  /// `_ASSIGNMENT_LOST`: the partitions belong to another member by now.
  package static let assignmentLost = Self(RD_KAFKA_RESP_ERR__ASSIGNMENT_LOST)
  /// `_AUTO_OFFSET_RESET`: a partition has no usable position and stands still until one is given.
  package static let noUsablePosition = Self(RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET)
  /// `_NO_OFFSET`: nothing to commit, or nothing committed.
  package static let noOffset = Self(RD_KAFKA_RESP_ERR__NO_OFFSET)
  /// `_BAD_MSG`: what was fetched is damaged (its checksum is wrong); the client goes on behind it.
  package static let badMessage = Self(RD_KAFKA_RESP_ERR__BAD_MSG)
  /// `_BAD_COMPRESSION`: what was fetched can't be decompressed.
  package static let badCompression = Self(RD_KAFKA_RESP_ERR__BAD_COMPRESSION)
  /// `_NOT_IMPLEMENTED`: librdkafka was built without that, such as a compression.
  package static let notImplemented = Self(RD_KAFKA_RESP_ERR__NOT_IMPLEMENTED)
  /// `_DESTROY`: the client is being closed.
  package static let closing = Self(RD_KAFKA_RESP_ERR__DESTROY)
  /// `_FAIL`: librdkafka gives no better reason.
  package static let failed = Self(RD_KAFKA_RESP_ERR__FAIL)
}

// The brokers' codes.
extension KafkaErrorCode {
  /// Success.
  package static let none = Self(RD_KAFKA_RESP_ERR_NO_ERROR)
  /// The offset lies before the log's start or behind its end.
  package static let offsetOutOfRange = Self(RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE)
  /// The topic or partition doesn't exist (yet).
  package static let unknownTopicOrPartition = Self(RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART)
  /// The partition has no leader now.
  package static let leaderNotAvailable = Self(RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE)
  /// The broker doesn't lead the partition any more.
  package static let notLeaderForPartition = Self(RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION)
  /// The broker gave up in time.
  package static let requestTimedOut = Self(RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT)
  /// The record is larger than the topic or the client takes.
  package static let messageTooLarge = Self(RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE)
  /// The broker refuses the record, for example one without a key on a compacted topic.
  package static let invalidRecord = Self(RD_KAFKA_RESP_ERR_INVALID_RECORD)
  /// A record's bytes are damaged, as the broker sees them.
  package static let invalidMessage = Self(RD_KAFKA_RESP_ERR_INVALID_MSG)
  /// The batch of records is larger than the broker's log segment.
  package static let recordListTooLarge = Self(RD_KAFKA_RESP_ERR_RECORD_LIST_TOO_LARGE)
  /// The record's timestamp is further from the broker's time than the topic allows.
  package static let invalidTimestamp = Self(RD_KAFKA_RESP_ERR_INVALID_TIMESTAMP)
  /// The broker lost the connection before it answered.
  package static let networkException = Self(RD_KAFKA_RESP_ERR_NETWORK_EXCEPTION)
  /// The broker's disk failed; another replica takes over.
  package static let storageError = Self(RD_KAFKA_RESP_ERR_KAFKA_STORAGE_ERROR)
  /// The record is written, to fewer replicas than are asked for.
  package static let notEnoughReplicasAfterAppend = Self(RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS_AFTER_APPEND)
  /// The broker has forgotten the producer, mostly since retention took all its records.
  package static let unknownProducerID = Self(RD_KAFKA_RESP_ERR_UNKNOWN_PRODUCER_ID)
  /// A transaction that moves the offset is undecided.
  package static let unstableOffsetCommit = Self(RD_KAFKA_RESP_ERR_UNSTABLE_OFFSET_COMMIT)
  /// A record is missing before this one.
  package static let outOfOrderSequenceNumber = Self(RD_KAFKA_RESP_ERR_OUT_OF_ORDER_SEQUENCE_NUMBER)
  /// The coordinator is loading.
  package static let coordinatorLoading = Self(RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS)
  /// There is no coordinator now.
  package static let coordinatorNotAvailable = Self(RD_KAFKA_RESP_ERR_COORDINATOR_NOT_AVAILABLE)
  /// The broker isn't the coordinator any more.
  package static let notCoordinator = Self(RD_KAFKA_RESP_ERR_NOT_COORDINATOR)
  /// The topic's name is invalid.
  package static let invalidTopic = Self(RD_KAFKA_RESP_ERR_TOPIC_EXCEPTION)
  /// Too few replicas are in sync.
  package static let notEnoughReplicas = Self(RD_KAFKA_RESP_ERR_NOT_ENOUGH_REPLICAS)
  /// The group has moved on: the caller's generation is over.
  package static let illegalGeneration = Self(RD_KAFKA_RESP_ERR_ILLEGAL_GENERATION)
  /// The group doesn't know the member.
  package static let unknownMember = Self(RD_KAFKA_RESP_ERR_UNKNOWN_MEMBER_ID)
  /// The group is rebalancing.
  package static let rebalanceInProgress = Self(RD_KAFKA_RESP_ERR_REBALANCE_IN_PROGRESS)
  /// Not authorised for the topic.
  package static let topicAuthorizationFailed = Self(RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED)
  /// Not authorised for the group.
  package static let groupAuthorizationFailed = Self(RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED)
  /// Not authorised for the cluster.
  package static let clusterAuthorizationFailed = Self(RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED)
  /// Not authorised for the `transactional.id`.
  package static let transactionalIDAuthorizationFailed = Self(
    RD_KAFKA_RESP_ERR_TRANSACTIONAL_ID_AUTHORIZATION_FAILED)
  /// SASL refused the credentials.
  package static let saslAuthenticationFailed = Self(RD_KAFKA_RESP_ERR_SASL_AUTHENTICATION_FAILED)
  /// The broker doesn't speak the request's version.
  package static let unsupportedVersion = Self(RD_KAFKA_RESP_ERR_UNSUPPORTED_VERSION)
  /// The topic exists already.
  package static let topicAlreadyExists = Self(RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS)
  /// The number of partitions can't be.
  package static let invalidPartitions = Self(RD_KAFKA_RESP_ERR_INVALID_PARTITIONS)
  /// The replication factor can't be, mostly more than there are brokers.
  package static let invalidReplicationFactor = Self(RD_KAFKA_RESP_ERR_INVALID_REPLICATION_FACTOR)
  /// A topic's property is unknown or its value invalid.
  package static let invalidConfig = Self(RD_KAFKA_RESP_ERR_INVALID_CONFIG)
  /// A policy of the cluster's owner forbids it.
  package static let policyViolation = Self(RD_KAFKA_RESP_ERR_POLICY_VIOLATION)
  /// The producer's epoch is over: another producer has the id, or the broker ended the transaction.
  package static let invalidProducerEpoch = Self(RD_KAFKA_RESP_ERR_INVALID_PRODUCER_EPOCH)
  /// The transaction isn't in a state for that, mostly because the broker has timed it out.
  package static let invalidTransactionState = Self(RD_KAFKA_RESP_ERR_INVALID_TXN_STATE)
  /// The broker knows the `transactional.id` under another producer.
  package static let invalidProducerIDMapping = Self(RD_KAFKA_RESP_ERR_INVALID_PRODUCER_ID_MAPPING)
  /// `transaction.timeout.ms` is more than the broker allows.
  package static let invalidTransactionTimeout = Self(RD_KAFKA_RESP_ERR_INVALID_TRANSACTION_TIMEOUT)
  /// The id's previous transaction isn't ended yet.
  package static let concurrentTransactions = Self(RD_KAFKA_RESP_ERR_CONCURRENT_TRANSACTIONS)
  /// Another member has our `group.instance.id`.
  package static let fencedInstanceID = Self(RD_KAFKA_RESP_ERR_FENCED_INSTANCE_ID)
  /// Another producer has our `transactional.id`.
  package static let producerFenced = Self(RD_KAFKA_RESP_ERR_PRODUCER_FENCED)
}

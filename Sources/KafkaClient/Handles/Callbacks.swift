internal import CRdKafka
internal import Logging

// File-scope functions without isolation: a closure that inherits an actor's isolation traps on librdkafka's threads.

private func context(_ opaque: UnsafeMutableRawPointer?) -> CallbackContext? {
  guard let opaque = unsafe opaque else { return nil }
  return unsafe Unmanaged<CallbackContext>.fromOpaque(opaque).takeUnretainedValue()
}

/// A log line; on any thread.
func logCallback(
  _ client: OpaquePointer?, _ level: Int32, _ facility: UnsafePointer<CChar>?, _ text: UnsafePointer<CChar>?
) {
  guard let client = unsafe client, let text = unsafe text, let context = unsafe context(rd_kafka_opaque(client)) else {
    return
  }
  let facility = unsafe facility.map { unsafe String(cString: $0) } ?? ""
  let line = unsafe String(cString: text)
  context.logger.log(level: logLevel(syslog: level), "\(line)", metadata: ["kafka.facility": "\(facility)"])
}

/// The level that a syslog level stands for.
func logLevel(syslog level: Int32) -> Logger.Level {
  switch level {
  case ...2: .critical
  case 3: .error
  case 4: .warning
  case 5: .notice
  case 6: .info
  default: .debug
  }
}

/// An error that no call returns, such as all brokers being down; inside a poll, flush, commit or abort.
func errorCallback(
  _ client: OpaquePointer?, _ code: Int32, _ reason: UnsafePointer<CChar>?, _ opaque: UnsafeMutableRawPointer?
) {
  guard let context = unsafe context(opaque) else { return }
  let code = KafkaErrorCode(rawValue: code)
  let reason = unsafe reason.map { unsafe String(cString: $0) } ?? code.explanation
  let error = KafkaError(code: code, message: reason, operation: "run client", isFatal: code == .fatal)
  context.logger.log(
    level: error.isFatal ? .error : .warning, "\(reason)", metadata: ["kafka.error": "\(code.name)"])
  context.add(error)
}

/// A rebalance.
///
/// Only noted, so that no code of the caller runs inside librdkafka; poll is made to return at once. librdkafka
/// stands in WAIT_ASSIGN_CALL or WAIT_UNASSIGN_CALL, its heartbeats going on, until the caller has assigned or
/// unassigned.
func rebalanceCallback(
  _ client: OpaquePointer?, _ code: rd_kafka_resp_err_t,
  _ partitions: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>?, _ opaque: UnsafeMutableRawPointer?
) {
  guard let client = unsafe client, let context = unsafe context(opaque) else { return }
  if context.isClosing {
    // No one is left to ask, and close waits for this.
    if unsafe isCooperative(client), let partitions = unsafe partitions {
      if code == RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS {
        unsafe rd_kafka_error_destroy(rd_kafka_incremental_assign(client, partitions))
      } else {
        unsafe rd_kafka_error_destroy(rd_kafka_incremental_unassign(client, partitions))
      }
    } else {
      unsafe rd_kafka_assign(client, nil)
    }
    return
  }
  let list = unsafe partitions.map { unsafe PartitionList.partitions(of: $0) } ?? []
  context.rebalanced = list
  if code == RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS {
    context.hadAssignment = true
    context.awaitedCall = .assign
    context.events.append(.assigned(list))
  } else {
    context.awaitedCall = .unassign
    context.events.append(.revoked(list, lost: unsafe rd_kafka_assignment_lost(client) != 0))
  }
  unsafe rd_kafka_yield(client)
}

/// Whether the group uses incremental assignment.
func isCooperative(_ client: OpaquePointer) -> Bool {
  guard let name = unsafe rd_kafka_rebalance_protocol(client) else { return false }
  return unsafe String(cString: name) == "COOPERATIVE"
}

/// A record's fate; inside a poll, flush, commit or abort.
func deliveryCallback(
  _ client: OpaquePointer?, _ message: UnsafePointer<rd_kafka_message_t>?, _ opaque: UnsafeMutableRawPointer?
) {
  guard let context = unsafe context(opaque), let message = unsafe message?.pointee else { return }
  let topic = unsafe message.rkt.flatMap { unsafe rd_kafka_topic_name($0) }.map { unsafe context.topics.name($0) }
  unsafe context.reports.append(
    DeliveryReport(
      code: KafkaErrorCode(message.err), topic: topic ?? "", partition: message.partition, offset: message.offset,
      tag: nuqta_opaque_tag(message._private)))
}

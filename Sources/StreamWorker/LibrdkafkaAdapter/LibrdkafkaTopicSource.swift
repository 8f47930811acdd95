import ArticlePipeline
import KafkaClient
package import Logging

/// Reads topics with librdkafka: partitions it is given, read-committed, no group joined and nothing committed.
package final class LibrdkafkaTopicSource: TopicSource {
  /// How long one question may take, in milliseconds; the scan asks again.
  private let patience: Int32
  private var consumer: Consumer?
  private var admin: TopicAdmin?

  /// Makes the clients; nothing is connected yet.
  ///
  /// - Parameters:
  ///   - settings: Brokers and properties; the rest is of no account.
  ///   - patience: How long a question may take, in milliseconds.
  package init(settings: WorkerSettings, patience: Int64, logger: Logger) throws(WorkerExit) {
    self.patience = Int32(clamping: min(patience, Int64(LibrdkafkaClient.patience)))
    let configurations = try ClientConfigurations(forDisplay: settings)
    do throws(KafkaError) {
      var configuration = configurations.consumer
      // librdkafka reads nothing without a group's name, though it never joins one here.
      try configuration.setOwn("group.id", to: "nuqta-reader")
      // Aborted articles are not articles, whatever the worker's readers are set to.
      try configuration.setOwn("isolation.level", to: "read_committed")
      // The end of a partition is told by a fetch that finds nothing.
      try configuration.setOwn("fetch.wait.max.ms", to: "100")
      consumer = try Consumer(configuration: configuration, logger: logger)
      admin = try TopicAdmin(configuration: configurations.admin, logger: logger)
    } catch {
      throw .setUp(error.description)
    }
  }

  package func partitionCount(of topic: String) throws(ClientFailure) -> Int? {
    do throws(KafkaError) {
      return try admin?.description(of: topic, milliseconds: patience).map { Int($0.partitionCount) }
    } catch {
      let cause = admin?.drainCause()?.message
      let failure = ClientFailure(query: error)
      throw cause.map { ClientFailure(failure.kind, code: failure.code, message: $0) } ?? failure
    }
  }

  package func bounds(of partition: InputPartition) throws(ClientFailure) -> StreamWorker.Watermarks {
    do throws(KafkaError) {
      guard let marks = try consumer?.watermarks(of: [partition.kafka], milliseconds: patience).first else {
        throw KafkaError(code: .failed, message: "\(partition): no answer", operation: "get watermarks")
      }
      return StreamWorker.Watermarks(low: marks.low, high: marks.high)
    } catch {
      throw ClientFailure(query: error)
    }
  }

  package func read(_ partitions: [InputPartition]) throws(ClientFailure) {
    do throws(KafkaError) {
      try consumer?.assign(partitions.map { PartitionOffset($0.kafka, offset: PartitionOffset.beginning) })
    } catch {
      throw ClientFailure(query: error)
    }
  }

  package func poll(milliseconds: Int) -> ClientEvent? {
    guard let event = consumer?.poll(milliseconds: Int32(clamping: milliseconds)) else { return nil }
    switch event {
    case .message(let message): return .record(InputRecord(message))
    case .partitionEnd(let partition, let offset): return .partitionEnd(InputPartition(partition), offset: offset)
    case .outOfRange(let partition, _): return .outOfRange(InputPartition(partition))
    case .assigned, .revoked: return nil
    // No group is joined, so one that may not be joined is no matter.
    case .error(let error) where error.code == .groupAuthorizationFailed: return nil
    case .error(let error): return .failed(ClientFailure(polling: error))
    }
  }

  package func close() {
    // Nothing to leave: to let go frees everything.
    consumer = nil
    admin = nil
  }
}

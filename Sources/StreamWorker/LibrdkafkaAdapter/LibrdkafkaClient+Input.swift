import ArticlePipeline
import KafkaClient

/// The consumer's side.
extension LibrdkafkaClient {
  func subscribe(to topics: [String]) throws(ClientFailure) {
    do throws(KafkaError) {
      try consumer?.subscribe(to: topics)
    } catch {
      throw ClientFailure(query: error)
    }
  }

  func poll(milliseconds: Int) -> ClientEvent? {
    guard let event = consumer?.poll(milliseconds: Int32(clamping: milliseconds)) else { return nil }
    switch event {
    case .message(let message):
      return .record(InputRecord(message))
    case .partitionEnd(let partition, let offset):
      return .partitionEnd(InputPartition(partition), offset: offset)
    case .outOfRange(let partition, _):
      return .outOfRange(InputPartition(partition))
    case .assigned(let partitions):
      return .assigned(partitions.map(InputPartition.init))
    case .revoked(let partitions, let lost):
      return .revoked(partitions.map(InputPartition.init), lost: lost)
    case .error(let error):
      return .failed(ClientFailure(polling: error))
    }
  }

  func committedOffsets(
    of partitions: [InputPartition]
  ) throws(ClientFailure) -> [InputPartition: CommittedOffset] {
    do throws(KafkaError) {
      let offsets = try consumer?.committed(partitions.map(\.kafka), milliseconds: Self.patience) ?? []
      var found: [InputPartition: CommittedOffset] = [:]
      for offset in offsets {
        guard let number = offset.number else { continue }
        found[InputPartition(offset.partition)] = CommittedOffset(offset: number, metadata: offset.metadata)
      }
      return found
    } catch {
      throw ClientFailure(query: error)
    }
  }

  func watermarks(of partition: InputPartition) throws(ClientFailure) -> StreamWorker.Watermarks {
    do throws(KafkaError) {
      let marks = try consumer?.watermarks(of: [partition.kafka], milliseconds: Self.patience).first
      guard let marks else {
        throw KafkaError(code: .failed, message: "\(partition): no answer", operation: "get watermarks")
      }
      return StreamWorker.Watermarks(low: marks.low, high: marks.high)
    } catch {
      throw ClientFailure(query: error)
    }
  }

  func assign(_ positions: [InputPartition: Int64?]) throws(ClientFailure) {
    do throws(KafkaError) {
      try consumer?.assign(Self.offsets(positions))
    } catch {
      throw ClientFailure(query: error)
    }
  }

  func unassign() throws(ClientFailure) {
    do throws(KafkaError) {
      try consumer?.unassign()
    } catch {
      throw ClientFailure(query: error)
    }
  }

  func seek(to positions: [InputPartition: Int64?]) throws(ClientFailure) {
    do throws(KafkaError) {
      try consumer?.seek(Self.offsets(positions))
    } catch {
      throw ClientFailure(query: error)
    }
  }

  private static func offsets(_ positions: [InputPartition: Int64?]) -> [PartitionOffset] {
    positions.sorted { $0.key < $1.key }.map {
      PartitionOffset($0.key.kafka, offset: $0.value ?? PartitionOffset.beginning)
    }
  }
}

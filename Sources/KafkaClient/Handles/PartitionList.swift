internal import CRdKafka
internal import Glibc

/// The owner of a `rd_kafka_topic_partition_list_t`.
@safe struct PartitionList: ~Copyable {
  let pointer: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>

  /// Takes a list over.
  init(taking pointer: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>) {
    unsafe self.pointer = unsafe pointer
  }

  /// Topics without partitions, as a subscription wants them.
  init(topics: [String]) {
    self.init(topics.map { PartitionOffset(topic: $0, partition: -1, offset: PartitionOffset.unknown) })
  }

  init(_ partitions: [TopicPartition]) {
    self.init(partitions.map { PartitionOffset($0, offset: PartitionOffset.unknown) })
  }

  init(_ offsets: [PartitionOffset]) {
    unsafe pointer = rd_kafka_topic_partition_list_new(Int32(clamping: offsets.count))
    for offset in offsets {
      guard
        let element = unsafe rd_kafka_topic_partition_list_add(
          pointer, offset.partition.topic, offset.partition.partition)
      else { continue }
      unsafe element.pointee.offset = offset.offset
      if let metadata = offset.metadata, let copy = unsafe strdup(metadata) {
        // librdkafka frees it with the list.
        unsafe element.pointee.metadata = UnsafeMutableRawPointer(copy)
        unsafe element.pointee.metadata_size = strlen(copy)
      }
    }
  }

  deinit {
    unsafe rd_kafka_topic_partition_list_destroy(pointer)
  }

  /// The list's contents.
  borrowing func offsets() -> [PartitionOffset] {
    var names = TopicNames()
    return unsafe Self.elements(of: pointer).map { element in
      let metadata = unsafe element.metadata.map { bytes in
        unsafe String(decoding: UnsafeRawBufferPointer(start: bytes, count: element.metadata_size), as: UTF8.self)
      }
      return unsafe PartitionOffset(
        topic: names.name(element.topic), partition: element.partition, offset: element.offset,
        metadata: metadata.flatMap { $0.isEmpty ? nil : $0 })
    }
  }

  /// Throws the first error that stands at a partition.
  borrowing func checkEach(during operation: String) throws(KafkaError) {
    let elements = unsafe Self.elements(of: pointer)
    for index in elements.indices where unsafe elements[index].err != RD_KAFKA_RESP_ERR_NO_ERROR {
      let element = unsafe elements[index]
      let name = unsafe "\(String(cString: element.topic))[\(element.partition)]"
      throw unsafe KafkaError(element.err, during: operation, subject: name)
    }
  }

  /// The partitions of a list that isn't ours.
  static func partitions(of list: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>) -> [TopicPartition] {
    var names = TopicNames()
    return unsafe elements(of: list).map { element in
      unsafe TopicPartition(topic: names.name(element.topic), partition: element.partition)
    }
  }

  private static func elements(
    of list: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>
  ) -> UnsafeBufferPointer<rd_kafka_topic_partition_t> {
    unsafe UnsafeBufferPointer(start: list.pointee.elems, count: Int(list.pointee.cnt))
  }
}

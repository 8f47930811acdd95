internal import CRdKafka

/// A consumer's place in its group (member, generation) at one moment: what lets a broker refuse the offsets of a
/// member that has been replaced.
///
/// Take it anew for each transaction.
@safe package struct GroupMetadata: ~Copyable {
  let pointer: OpaquePointer

  init(taking pointer: OpaquePointer) {
    unsafe self.pointer = unsafe pointer
  }

  deinit {
    unsafe rd_kafka_consumer_group_metadata_destroy(pointer)
  }
}

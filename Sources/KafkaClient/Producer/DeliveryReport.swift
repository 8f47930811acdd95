/// What became of a record that was produced.
package struct DeliveryReport: Hashable, Sendable {
  /// ``KafkaErrorCode/none`` where the record was acknowledged.
  package let code: KafkaErrorCode
  package let topic: String
  /// The partition; -1 where none was chosen.
  package let partition: Int32
  /// The record's offset; negative where it isn't known.
  package let offset: Int64
  /// The tag that the record was produced with.
  package let tag: UInt32

  /// Whether the record was acknowledged.
  package var isDelivered: Bool { code == .none }

  /// The highest tag, 2^31 − 1: tags must tell apart only the records that are under way at one time, so count modulo it.
  package static let maximumTag: UInt32 = 0x7fff_ffff
}

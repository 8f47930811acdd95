/// The hash by which Kafka's clients spread keys over partitions: MurmurHash2, 32 bits, seed 0x9747b28c, little-endian, as in
/// `org.apache.kafka.common.utils.Utils.murmur2` and librdkafka's `murmur2` partitioners.
package enum Murmur2 {
  /// The hash of a key.
  ///
  /// The partition is its lower 31 bits modulo the number of partitions. O(n).
  package static func hash(_ key: Span<UInt8>) -> UInt32 {
    let multiplier: UInt32 = 0x5bd1_e995
    var hash = 0x9747_b28c ^ UInt32(truncatingIfNeeded: key.count)
    var index = 0
    while index + 4 <= key.count {
      var word =
        UInt32(key[index]) | UInt32(key[index + 1]) << 8 | UInt32(key[index + 2]) << 16 | UInt32(key[index + 3]) << 24
      word &*= multiplier
      word ^= word >> 24
      word &*= multiplier
      hash = hash &* multiplier ^ word
      index += 4
    }
    if index < key.count {
      var shift: UInt32 = 0
      while index < key.count {
        hash ^= UInt32(key[index]) << shift
        shift += 8
        index += 1
      }
      hash &*= multiplier
    }
    hash ^= hash >> 13
    hash &*= multiplier
    return hash ^ hash >> 15
  }
}

import CRdKafka
import TestSupport
import Testing

@testable import KafkaClient

@Suite struct Murmur2Tests {
  /// The values that Kafka's own tests hold (`UtilsTest.testMurmur2`), as unsigned numbers.
  @Test(
    arguments: [
      ("21", -973_932_308), ("foobar", -790_332_482), ("a-little-bit-long-string", -985_981_536),
      ("a-little-bit-longer-string", -1_486_304_829),
      ("lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58_897_971), ("abc", 479_470_107),
    ] as [(String, Int32)])
  func hashesAsJavaDoes(key: String, hash: Int32) {
    #expect(Murmur2.hash(key.utf8.span) == UInt32(bitPattern: hash))
  }

  @Test func placesAsLibrdkafkaDoes() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<2000 {
      let key = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let count = Int32.random(in: 1...1000, using: &random)
      let theirs = unsafe key.withUnsafeBytes {
        unsafe rd_kafka_msg_partitioner_murmur2(nil, $0.baseAddress, $0.count, count, nil, nil)
      }
      let ours = Int32(Murmur2.hash(key.span) & 0x7fff_ffff) % count
      #expect(ours == theirs, "seed \(seed), key \(key), count \(count)")
    }
  }
}

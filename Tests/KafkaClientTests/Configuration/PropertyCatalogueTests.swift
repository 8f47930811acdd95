import Testing

@testable import KafkaClient

@Suite struct PropertyCatalogueTests {
  @Test func readsLibrdkafkasTable() {
    let catalogue = PropertyCatalogue.library
    #expect(catalogue.entries.count > 150)
    #expect(catalogue.canonicalName("metadata.broker.list") == "metadata.broker.list")
    #expect(
      catalogue.canonicalName("bootstrap.servers") == catalogue.canonicalName("metadata.broker.list"))
    #expect(catalogue.applies("linger.ms", to: .producer))
    #expect(!catalogue.applies("linger.ms", to: .consumer))
    #expect(!catalogue.applies("fetch.min.bytes", to: .transactionalProducer))
    #expect(catalogue.applies("sasl.password", to: .admin))
    #expect(!catalogue.applies("fetch.min.bytes", to: .admin))
    // Librdkafka shall judge what the table doesn't know.
    #expect(catalogue.applies("no.such.property", to: .consumer))
  }

  @Test(arguments: [
    ("socket.nagle.disble", "socket.nagle.disable"), ("Linger.MS", "linger.ms"), ("fetch.min.byte", "fetch.min.bytes"),
    ("entirely.different.thing.altogether", nil), ("", nil),
  ])
  func findsTheNearestName(name: String, nearest: String?) {
    #expect(PropertyCatalogue.library.nearest(to: name) == nearest)
  }

  @Test(arguments: [("", "", 0), ("a", "", 1), ("kitten", "sitting", 3), ("abc", "abc", 0)])
  func measuresDistance(a: String, b: String, distance: Int) {
    #expect(PropertyCatalogue.distance(a.bytes, b.bytes) == distance)
    #expect(PropertyCatalogue.distance(b.bytes, a.bytes) == distance)
  }

  @Test func aTableThatCannotBeReadIsEmpty() {
    #expect(PropertyCatalogue(table: "").entries.isEmpty)
    #expect(PropertyCatalogue(table: "a | b\n|||||||\nname | X | 1 | 2 | 3 | 4").entries.isEmpty)
  }
}

import StreamWorker
import Testing

@Suite("The configurations of a lane's clients")
struct ClientConfigurationsTests {
  @Test(
    "no record is made that the producer would refuse",
    arguments: [(nil, 16 << 20), ("1000000", 1_000_000), ("100000000", 16 << 20)])
  func recordSize(setting: String?, limit: Int) throws {
    var settings = WorkerSettings(brokers: "h:1", stateDirectory: "")
    settings.properties = try setting.map { [try ClientProperty(parsing: "producer.message.max.bytes=\($0)")] } ?? []
    #expect(try ClientConfigurations(forDisplay: settings).maxRecordBytes == limit)
  }
}

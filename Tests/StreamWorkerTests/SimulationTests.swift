import ArticlePipeline
import StreamWorker
import TestSupport
import Testing

@Suite("The worker's loop on a simulated cluster")
struct SimulationTests {
  @Test("without faults everything is cut once, in order, and the workers stop cleanly", arguments: [1, 2, 3])
  func undisturbed(workers: Int) throws {
    var simulation = Simulation(partitions: 4, seed: 1)
    simulation.fill(300)
    for slot in 0..<workers { try simulation.start(slot: slot) }
    _ = try simulation.run()
    #expect(simulation.isDone)
    #expect(simulation.differences == [])
    #expect(simulation.cluster.outputs.allSatisfy { $0.count > 100 })
    #expect(simulation.stop() == Array(repeating: .clean, count: workers))
  }

  @Test("under faults a read-committed reader sees each article whole and once", arguments: 0..<200)
  func exactlyOnce(seed: Int) throws {
    var simulation = Simulation(partitions: 3, seed: UInt64(seed))
    simulation.settings.batch.maxRecords = 1 + seed % 20
    simulation.faultsPerThousand = [5, 20, 80][seed % 3]
    simulation.fill(120)
    for slot in 0..<(1 + seed % 3) { try simulation.start(slot: slot) }
    let turns = try simulation.run()
    #expect(simulation.isDone, "seed \(seed): not done after \(turns) turns, exits \(simulation.exits.suffix(3))")
    #expect(simulation.differences == [], "seed \(seed)")
  }

  @Test("at least once, nothing is lost and what comes twice is equal", arguments: 0..<60)
  func atLeastOnce(seed: Int) throws {
    var simulation = Simulation(partitions: 3, seed: UInt64(seed), guarantee: .atLeastOnce)
    simulation.settings.batch.maxRecords = 1 + seed % 20
    simulation.faultsPerThousand = 20
    simulation.fill(120)
    for slot in 0..<(1 + seed % 3) { try simulation.start(slot: slot) }
    _ = try simulation.run()
    #expect(simulation.isDone, "seed \(seed)")
    let expected = simulation.cluster.expected(by: simulation.processor)
    for partition in expected.indices {
      let isComplete = Set(simulation.cluster.outputs[partition]) == Set(expected[partition])
      #expect(isComplete, "seed \(seed), partition \(partition)")
    }
  }
}

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

  /// A group of one to three workers under faults, all that happens following from the seed.
  private func disturbed(seed: Int, defect: Defect? = nil, turns: Int = 200_000) throws -> Simulation {
    var simulation = Simulation(partitions: 3, seed: UInt64(seed))
    simulation.settings.batch.maxRecords = 1 + seed % 20
    simulation.faultsPerThousand = [5, 20, 80][seed % 3]
    simulation.disturbancesPerThousand = [0, 5, 20, 50][seed % 4]
    simulation.defect = defect
    simulation.fill(120)
    for slot in 0..<(1 + seed % 3) { try simulation.start(slot: slot) }
    _ = try simulation.run(turns: turns)
    return simulation
  }

  @Test("under faults a read-committed reader sees each article whole and once", arguments: 0..<200)
  func exactlyOnce(seed: Int) throws {
    let simulation = try disturbed(seed: seed)
    #expect(simulation.isDone, "seed \(seed): not done, exits \(simulation.exits.suffix(3))")
    #expect(simulation.differences == [], "seed \(seed)")
    #expect(simulation.strangeExits == [], "seed \(seed)")
  }

  /// How many seeds it may take until a defect shows.
  private static let seedsForADefect = 40

  @Test("a worker that is wrong is told from a right one", arguments: Defect.allCases)
  func discriminates(defect: Defect) throws {
    for seed in 0..<Self.seedsForADefect {
      let simulation = try disturbed(seed: seed, defect: defect, turns: 20_000)
      if !simulation.isDone || !simulation.differences.isEmpty { return }
    }
    Issue.record("\(defect) passes \(Self.seedsForADefect) seeds")
  }

  @Test("what a topic refuses goes to the dead letters, and all else arrives", arguments: 0..<120)
  func refused(seed: Int) throws {
    let isExactlyOnce = seed % 3 != 0
    var simulation = Simulation(
      partitions: 3, seed: UInt64(seed), guarantee: isExactlyOnce ? .exactlyOnce : .atLeastOnce)
    simulation.settings.batch.maxRecords = 1 + seed % 20
    simulation.faultsPerThousand = [0, 5, 20][seed % 3]
    simulation.disturbancesPerThousand = [0, 5][seed % 2]
    simulation.fill(120)
    for number in 0..<120 where number % 17 == seed % 17 {
      simulation.cluster.refused.insert(Array("urn:a:\(number)".utf8))
      if number % 2 == 0 { simulation.cluster.refusedLetters.insert(Array("urn:a:\(number)".utf8)) }
    }
    for slot in 0..<(1 + seed % 2) { try simulation.start(slot: slot) }
    _ = try simulation.run()
    #expect(simulation.isDone, "seed \(seed): exits \(simulation.exits.suffix(3))")
    #expect(simulation.strangeExits == [], "seed \(seed)")
    let expected = simulation.cluster.expected(by: simulation.processor)
    for partition in expected.indices {
      let found = simulation.cluster.outputs[partition]
      if isExactlyOnce {
        #expect(found == expected[partition], "seed \(seed), partition \(partition)")
      } else {
        let more = Set(found).subtracting(expected[partition])
        #expect(Set(found).isSuperset(of: expected[partition]), "seed \(seed), partition \(partition)")
        // A part of a refused article may stand before its letter.
        #expect(more.allSatisfy { $0.stream != .deadLetters }, "seed \(seed), partition \(partition)")
      }
    }
  }

  @Test("a partition that is added is read from its beginning, wherever the others started", arguments: 0..<60)
  func growth(seed: Int) throws {
    var simulation = Simulation(partitions: 2, seed: UInt64(seed))
    simulation.settings.start = .latest
    for slot in 0..<3 { try simulation.start(slot: slot) }
    // The first assignment finds the topic empty and commits that.
    _ = try simulation.run()
    #expect(simulation.isDone, "seed \(seed)")
    simulation.faultsPerThousand = 20
    simulation.disturbancesPerThousand = 5
    simulation.cluster.grow()
    simulation.fill(60)
    _ = try simulation.run()
    #expect(simulation.isDone, "seed \(seed)")
    #expect(simulation.differences == [], "seed \(seed)")
  }

  @Test("a position that retention has passed stops the worker, and nothing behind it is written", arguments: 0..<20)
  func retention(seed: Int) throws {
    var simulation = Simulation(partitions: 1, seed: UInt64(seed))
    simulation.fill(60)
    try simulation.start(slot: 0)
    let lane = InputPartition(topic: simulation.cluster.topic, number: 0)
    while simulation.cluster.committed[lane] == nil { _ = try simulation.run(turns: 1) }
    simulation.time.stopping = [0]
    while simulation.exits.isEmpty { _ = try simulation.run(turns: 1) }
    let before = simulation.cluster.outputs
    simulation.cluster.low[0] = (simulation.cluster.committed[lane]?.offset ?? 0) + 1
    while simulation.exits.count < 2 { _ = try simulation.run(turns: 1) }
    #expect(simulation.exits.last?.code == 5, "seed \(seed)")
    #expect(simulation.cluster.outputs == before, "seed \(seed)")
  }

  @Test("at least once, nothing is lost and what comes twice is equal", arguments: 0..<60)
  func atLeastOnce(seed: Int) throws {
    var simulation = Simulation(partitions: 3, seed: UInt64(seed), guarantee: .atLeastOnce)
    simulation.settings.batch.maxRecords = 1 + seed % 20
    simulation.faultsPerThousand = 20
    simulation.disturbancesPerThousand = [0, 10][seed % 2]
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

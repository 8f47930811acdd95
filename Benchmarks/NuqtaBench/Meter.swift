import CCounters

/// Times closures in the thread's own CPU time, so that a busy machine disturbs as little as it can.
struct Meter {
  /// How long one round of one stage runs, in nanoseconds.
  let roundNanoseconds: Double
  /// How many rounds there are.
  let rounds: Int
  /// Whether instructions are counted too.
  let countsInstructions: Bool

  init(rounds: Int, roundMilliseconds: Double) {
    self.rounds = max(rounds, 1)
    roundNanoseconds = roundMilliseconds * 1e6
    countsInstructions = counters_start_instructions() != 0
  }

  /// Measures the stages in alternating rounds: each round runs every stage, so that what disturbs one disturbs all.
  func measure(_ stages: [Stage]) throws -> [Measurement] {
    let repetitions = try stages.map { stage in
      let first = max(try nanoseconds(of: stage, 1), 1)
      let warmUp = min(max(Int(roundNanoseconds / first), 1), 20)
      return max(Int(roundNanoseconds / max(try nanoseconds(of: stage, warmUp), 1)), 1)
    }
    var times = [[Double]](repeating: [], count: stages.count)
    var instructions = [Double](repeating: 0, count: stages.count)
    for _ in 0..<rounds {
      for index in stages.indices {
        let before = counters_instructions()
        times[index].append(try nanoseconds(of: stages[index], repetitions[index]))
        instructions[index] = Double(counters_instructions() - before) / Double(repetitions[index])
      }
    }
    return try stages.indices.map { index in
      Measurement(
        stage: stages[index].name, nanoseconds: times[index],
        instructions: countsInstructions ? instructions[index] : nil, allocations: try allocations(of: stages[index]))
    }
  }

  /// How often one run asks for memory, once buffers have grown.
  func allocations(of stage: Stage) throws -> Int {
    try stage.run()
    let before = counters_allocations()
    try stage.run()
    return Int(counters_allocations() - before)
  }

  private func nanoseconds(of stage: Stage, _ repetitions: Int) throws -> Double {
    let before = counters_thread_nanoseconds()
    for _ in 0..<repetitions { try stage.run() }
    return Double(counters_thread_nanoseconds() - before) / Double(repetitions)
  }
}

/// What a stage took an article.
struct Measurement: Encodable {
  let stage: String
  /// The median of the rounds, in microseconds of CPU time.
  let microseconds: Double
  let least: Double
  let most: Double
  /// Instructions outside the kernel, in the last round.
  let instructions: Double?
  /// Requests for memory.
  let allocations: Int

  init(stage: String, nanoseconds: [Double], instructions: Double?, allocations: Int) {
    let sorted = nanoseconds.sorted()
    self.stage = stage
    microseconds = sorted[sorted.count / 2] / 1000
    least = (sorted.first ?? 0) / 1000
    most = (sorted.last ?? 0) / 1000
    self.instructions = instructions
    self.allocations = allocations
  }
}

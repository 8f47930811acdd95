import ArticlePipeline
package import Logging

extension WorkerEvent {
  /// Writes the event's line; nothing per article is above debug.
  package func log(to logger: Logger) {
    switch self {
    case .failed(let action, let failure):
      logger.warning("\(action) failed: \(failure)", metadata: ["error": "\(failure.code)"])
    case .assigned(let positions):
      let list = positions.sorted { $0.key < $1.key }
        .map { "\($0.key) from \($0.value.map(String.init) ?? "its beginning")" }
      logger.info("assigned \(list.count) partitions", metadata: ["partitions": .array(list.map { "\($0)" })])
    case .revoked(let count, let lost):
      logger.info("\(count) partitions \(lost ? "lost" : "revoked")")
    case .clientProblem(let failure):
      logger.warning("\(failure)", metadata: ["error": "\(failure.code)"])
    case .processed(let partition, let offset, .article(status: let status, units: let units)):
      logger.debug(
        "article cut", metadata: Self.place(partition, offset, ["status": "\(status.rawValue)", "units": "\(units)"]))
    case .processed(let partition, let offset, .deadLetter(reason: let reason)):
      logger.debug("dead letter", metadata: Self.place(partition, offset, ["reason": "\(reason.rawValue)"]))
    case .committed(let totals, let milliseconds):
      logger.debug("committed \(totals.summary)", metadata: ["ms": "\(milliseconds)"])
    case .abandoned(let totals):
      logger.warning("gave up a batch of \(totals.records) records; they are read again")
    case .summary(let totals, let commits):
      let level: Logger.Level = totals.deadLetters.isEmpty ? .info : .notice
      logger.log(level: level, "\(totals.summary)", metadata: ["commits": "\(commits)"])
    case .stopped(let exit):
      if let reason = exit.reason {
        logger.critical("stopped: \(reason)", metadata: ["exit": "\(exit.code)"])
      } else {
        logger.info("stopped")
      }
    }
  }

  private static func place(
    _ partition: InputPartition, _ offset: Int64, _ more: Logger.Metadata
  ) -> Logger.Metadata {
    more.merging([
      "topic": "\(partition.topic)", "partition": "\(partition.number)", "offset": "\(offset)",
    ]) { own, _ in own }
  }
}

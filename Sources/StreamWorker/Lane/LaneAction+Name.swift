extension LaneAction {
  /// The action in words, for a log line.
  var name: String {
    switch self {
    case .initializeProducer: "initialising the producer"
    case .replaceProducer: "replacing the producer"
    case .subscribe: "subscribing"
    case .poll: "polling"
    case .readCommitted: "reading committed offsets"
    case .readWatermarks: "reading watermarks"
    case .assign: "assigning partitions"
    case .unassign: "giving partitions back"
    case .begin: "beginning a transaction"
    case .process: "producing an article's records"
    case .deadLetter: "producing a dead letter"
    case .sendOffsets: "sending offsets to the transaction"
    case .commit: "committing a transaction"
    case .abort: "aborting a transaction"
    case .flush: "flushing"
    case .commitOffsets: "committing offsets"
    case .seek: "rewinding"
    case .wait: "waiting"
    case .close: "closing"
    case .stop: "stopping"
    }
  }
}

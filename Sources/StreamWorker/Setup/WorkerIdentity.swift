/// Under which names a lane appears to the brokers.
struct WorkerIdentity: Sendable, Equatable {
  /// The static member's name; `nil` where membership is dynamic.
  let groupInstanceID: String?
  /// The producer's name; a newer producer of the same name fences this one and settles what it left open.
  let transactionalID: String

  /// Names a lane of a worker that was given a name.
  init(group: String, instanceID: String, lane: Int) {
    groupInstanceID = "\(instanceID)-\(lane)"
    transactionalID = "\(group)-\(instanceID)-\(lane)"
  }

  /// Names a lane of a worker that found a slot on its host.
  init(group: String, host: String, slot: Int, lane: Int) {
    groupInstanceID = nil
    transactionalID = "\(group)-\(host)-\(slot)-\(lane)"
  }
}

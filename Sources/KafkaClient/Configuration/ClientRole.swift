/// What a client is for; its defaults follow from it.
package enum ClientRole: String, Sendable, CaseIterable {
  case consumer
  /// A producer with a `transactional.id`.
  case transactionalProducer = "transactional producer"
  case producer
  /// Looks at and makes topics; neither reads nor writes records.
  case admin
}

/// Which partition of the output an article's records go to: the setting `--partition-by`.
package enum Partitioning: String, Sendable, CaseIterable {
  /// The number of the input record's partition: one writer a partition, revisions in order, co-partitioned by construction.
  case input
  /// The hash of the article's uri, as Java's producers hash keys; for outputs whose partition count can't equal the input's.
  case uri
}

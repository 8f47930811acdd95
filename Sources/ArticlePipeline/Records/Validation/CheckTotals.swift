/// What a check has seen.
package struct CheckTotals: Sendable, Equatable {
  package var records = 0
  package var units = 0
  package var articles = 0
  package var manifests = 0
  package var tombstones = 0
  package var deadLetters = 0

  package init() {}

  /// The numbers with their names, as reports give them.
  package var named: [(name: String, count: Int)] {
    [
      ("records", records), ("units", units), ("articles", articles), ("manifests", manifests),
      ("tombstones", tombstones), ("deadLetters", deadLetters),
    ]
  }
}

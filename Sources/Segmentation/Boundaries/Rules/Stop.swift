extension BoundaryTest {
  /// What no other rule has kept together ends with its stop.
  static let stop = BoundaryTest("stop", on: .any) { _, _, _ in .ends }
}

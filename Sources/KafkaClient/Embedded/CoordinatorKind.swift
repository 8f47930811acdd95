/// What a coordinator coordinates.
package enum CoordinatorKind: String, Sendable {
  case group
  case transaction
}

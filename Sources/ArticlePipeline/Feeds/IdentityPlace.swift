/// Where a dialect keeps an article's identity: a member, or a member of it.
struct IdentityPlace: Sendable {
  let member: UInt8
  /// The name in the member's object; `nil` where the member itself is the identity.
  let inner: String?

  /// Reads a pointer of one or two names.
  init?(_ pointer: String) {
    let names = pointer.split(separator: "/")
    guard let first = names.first, let member = MemberNames.shared.number(of: String(first)) else { return nil }
    self.member = member
    inner = names.count > 1 ? String(names[1]) : nil
  }
}

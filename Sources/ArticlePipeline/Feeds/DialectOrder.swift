/// A dialect made ready to read with: the candidates of each role in the order of choice, its own first, all others behind.
final class DialectOrder: Sendable {
  /// A member that may hold the text of a role.
  struct Candidate: Sendable {
    let pointer: String
    let role: TextRole
    let form: MemberForm
    /// Whether a value of the wrong type is an error: in the dialect's own members and the plain aliases.
    let isStrict: Bool
  }

  /// The candidates of one role.
  struct Candidates: Sendable {
    let role: TextRole
    /// The number of each candidate's member.
    var numbers: [UInt8] = []
    var list: [Candidate] = []
    /// The members of all candidates.
    var members = MemberSet()
  }

  /// What stands for a number where a candidate is a family of names.
  static let family: UInt8 = 0xFF

  let signs: MemberSet
  let identity: [IdentityPlace]
  let ownIdentityFirst: Bool
  /// The candidates, roles in reading order.
  let roles: [Candidates]

  /// The dialects as `FeedDialect.inOrder` has them.
  static let all: [DialectOrder] = FeedDialect.inOrder.map { DialectOrder($0) }
  private static let plainAliases = all[all.count - 1]
  /// An item of the AP Media API, told by its envelope.
  static let mediaAPIItem = DialectOrder(.mediaAPIItem)
  /// Members that make an object an article, with which it is no envelope: identity, IPTC's status, texts but captions.
  static let articleSigns: MemberSet = {
    var signs = MemberSet()
    for member in [StructuralMember.uri, .pubStatus, .pubstatus, .translations] { signs.insert(member.number) }
    for candidates in mediaAPIItem.roles where candidates.role != .caption { signs.formUnion(candidates.members) }
    return signs
  }()

  /// The dialect of an object: the first of which a sign is there, else the plain aliases.
  static func told(by index: MemberIndex) -> DialectOrder {
    let all = all
    for order in all where !order.signs.isDisjoint(with: index.present) { return order }
    // A family's name is a sign of ninjs 1.x.
    let isFamily = !index.families.isEmpty
    return all.first { $0.hasFamilies && isFamily } ?? plainAliases
  }

  private let hasFamilies: Bool

  private init(_ dialect: FeedDialect) {
    let names = MemberNames.shared
    var signs = MemberSet()
    for sign in dialect.signs { names.number(of: MemberNames.firstName(of: sign)).map { signs.insert($0) } }
    self.signs = signs
    hasFamilies = dialect.members.contains { $0.pointer.hasSuffix("*") } && !dialect.ownIdentityFirst
    ownIdentityFirst = dialect.ownIdentityFirst
    let others = FeedDialect.inOrder + FeedDialect.enveloped
    identity = (ownIdentityFirst ? dialect.identity : (dialect.identity + others.flatMap(\.identity)))
      .compactMap { IdentityPlace($0) }
    let strict = dialect.members + FeedDialect.plainAliases.members
    roles = TextRole.allCases.map { role in
      var candidates = Candidates(role: role)
      for (place, member) in (strict + others.flatMap(\.members)).enumerated() where member.role == role {
        guard !candidates.list.contains(where: { $0.pointer == member.pointer && $0.form == member.form }) else {
          continue
        }
        let number = names.number(of: MemberNames.firstName(of: member.pointer))
        candidates.numbers.append(number ?? Self.family)
        if let number { candidates.members.insert(number) }
        candidates.list.append(
          Candidate(pointer: member.pointer, role: role, form: member.form, isStrict: place < strict.count))
      }
      return candidates
    }
  }
}

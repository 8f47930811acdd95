import Testing

@testable import ArticlePipeline

/// The tables hold together: what they name can be found, and no two names are one.
@Suite struct DialectTableTests {
  @Test(arguments: FeedDialect.inOrder + FeedDialect.enveloped)
  func namesAreKnown(_ dialect: FeedDialect) throws {
    for pointer in dialect.signs + dialect.identity + dialect.members.map(\.pointer) {
      #expect(pointer.hasPrefix("/"))
      let isFamily = pointer.hasSuffix("_*")
      #expect((MemberNames.shared.number(of: MemberNames.firstName(of: pointer)) == nil) == isFamily)
      // A family is read only where its prefix is told.
      let name = Array(pointer.utf8.dropFirst())
      #expect((MemberNames.shared.family(name, 0..<name.count) != nil) == isFamily || !isFamily)
    }
    for member in dialect.members {
      #expect(member.pointer.split(separator: "/").count == 1)
      #expect((member.form == .family(of: member.form.base ?? .body)) == member.pointer.hasSuffix("_*"))
    }
    #expect(dialect.identity.allSatisfy { $0.split(separator: "/").count <= 2 })
  }

  @Test func numbers() {
    #expect(MemberNames.shared.count <= MemberSet.capacity)
    for (place, member) in StructuralMember.allCases.enumerated() {
      #expect(member.number == UInt8(place) && MemberNames.shared.number(of: member.rawValue) == member.number)
    }
    for name in ["", "x", "headlin", "headlines2", "Headline", "bodyy", "@typ", "uri "] {
      #expect(MemberNames.shared.number(of: name) == nil)
    }
  }

  /// Each dialect falls back on every other, whatever is told.
  @Test func everyDialectKnowsAllMembers() {
    let wanted = Set(
      (FeedDialect.inOrder + FeedDialect.enveloped).flatMap(\.members).map { "\($0.role) \($0.pointer) \($0.form)" })
    for order in DialectOrder.all + [DialectOrder.mediaAPIItem] {
      let known = order.roles.flatMap { $0.list.map { "\($0.role) \($0.pointer) \($0.form)" } }
      #expect(Set(known) == wanted && known.count == wanted.count)
    }
  }

  /// What the names of renditions mean.
  @Test(
    arguments: [
      ("main", TextRole.headline, TextRole.headline, false, 0), ("", .headline, .headline, false, 1),
      ("text", .body, .body, false, 1),
      ("main_xhtml", .body, .body, true, 0), ("richhtml5", .body, .body, true, 3), ("lead", .body, .summary, false, 2),
      ("drol:caption", .summary, .caption, false, 3), ("caption_xhtml", .summary, .caption, true, 3),
      ("creditline", .summary, nil, false, 3),
      ("note", .summary, .summary, false, 4), ("SUBTITLE", .headline, .subheadline, false, 3),
      ("kicker", .headline, .kicker, false, 3),
      ("caption", .headline, .headline, false, 3), ("______", .headline, .headline, false, 1),
      (":", .body, .body, false, 1),
    ] as [(String, TextRole, TextRole?, Bool, Int)])
  func renditionKinds(_ name: String, _ base: TextRole, _ role: TextRole?, _ isMarkup: Bool, _ rank: Int) {
    let kind = RenditionKind(role: name.utf8, of: base)
    #expect(kind.role == role && kind.isMarkup == isMarkup && kind.rank == rank)
  }

  @Test(arguments: [
    ("text/plain", false), ("Text/Plain; charset=utf-8", false), ("text/html", true), ("text/html5", true),
    ("body_xhtml", true),
    ("application/xhtml+xml", true), ("text/vnd.IPTC.NITF", true), ("application/xml", true), ("text/markdown", true),
    ("image/png", true),
    (" ", false),
  ])
  func contentTypes(_ type: String, _ isMarkup: Bool) {
    var kind = RenditionKind(role: [], of: .body)
    kind.declare(contentType: Array(type.utf8))
    #expect(kind.isMarkup == isMarkup)
  }
}

/// Where a quotation that closes behind a stop was opened, and what stood before it.
///
/// Looked for in a bounded stretch of the line.
struct QuotationContext {
  /// What stands before the opening mark.
  enum Place {
    /// Nothing: the line or a sentence begins with it.
    case atStart
    /// A colon or comma, or a verb of saying: it is introduced.
    case behindClause
    /// A word: it is part of the sentence.
    case inSentence
  }

  /// How far back the opening mark is looked for, in bytes.
  static let reach = 600

  let opener: ScannedScalar
  let place: Place
  /// The last character before the opening mark.
  let previous: ScannedScalar

  /// Finds the opening mark of a closing one.
  static func find(_ text: Span<UInt8>, closer: ScannedScalar, floor: Int) -> QuotationContext? {
    let floor = max(floor, closer.start - reach)
    let family = Self.family(closer.value)
    var index = closer.start
    while index > floor {
      let scalar = text.scalar(before: index)
      index = scalar.start
      guard scalar.kind == .quote, Self.family(scalar.value) == family else { continue }
      let previous = index > floor ? text.scalar(before: index) : .none
      guard Quotation.opens(scalar, after: previous, followedBy: text.scalar(at: scalar.end)) else { continue }
      return QuotationContext(opener: scalar, text, floor: floor)
    }
    return nil
  }

  private init(opener: ScannedScalar, _ text: Span<UInt8>, floor: Int) {
    self.opener = opener
    var previous = opener.start > floor ? text.visible(before: opener.start) : .none
    if previous.start < floor { previous = .none }
    // A quotation inside a quotation is where that one is.
    if previous.kind == .quote, previous.end == opener.start {
      previous = previous.start > floor ? text.visible(before: previous.start) : .none
    }
    self.previous = previous
    switch previous.kind {
    case .lineEnd, .stop, .dash, .pictograph: place = .atStart
    case .clause: place = .behindClause
    case .quote, .closing: place = text.visible(before: previous.start).kind == .stop ? .atStart : .inSentence
    default: place = previous.exists ? .inSentence : .atStart
    }
  }

  /// Marks that pair with one another in one usage or another.
  private static func family(_ value: UInt32) -> Int {
    switch value {
    case 0x300C, 0x300D, 0xFF62, 0xFF63, 0xFE41, 0xFE42: 1
    case 0x300E, 0x300F, 0xFE43, 0xFE44: 2
    case 0x27, 0x2018, 0x2019, 0x201A, 0x201B, 0x2039, 0x203A, 0xFF07: 3
    default: 4
    }
  }
}

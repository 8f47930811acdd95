/// The word lists that lines are told by, made ready once.
enum NewsroomPhrases {
  static let bylineOpeners = PhraseTable(NewsroomTables.bylineOpeners)
  static let bylineLabels = PhraseTable(NewsroomTables.bylineLabels)
  static let bylineClosers = PhraseTable(NewsroomTables.bylineClosers)
  static let bylineRoles = PhraseTable(NewsroomTables.bylineRoles)
  static let creditLabels = PhraseTable(NewsroomTables.creditLabels)
  static let creditOpeners = PhraseTable(NewsroomTables.creditOpeners)
  static let creditLines = PhraseTable(NewsroomTables.creditLines)
  static let organisations = PhraseTable(NewsroomTables.organisations)
  static let related = PhraseTable(NewsroomTables.related)
  static let corrections = PhraseTable(NewsroomTables.corrections)
  static let kickers = PhraseTable(NewsroomTables.kickers)
  static let timestamps = PhraseTable(NewsroomTables.timestamps)
  static let dates = PhraseTable(NewsroomTables.dates)
  static let dateFillers = PhraseTable(NewsroomTables.dateFillers)
  static let photoLabels = PhraseTable(NewsroomTables.photoLabels)

  /// How the phrases begin that tell a line of any length.
  private static let leads = related.openings.union(corrections.openings)

  /// Whether a line that opens so could be related matter or a correction; a bracket or dash may stand before their phrases.
  static func mayLead(_ opening: Edge?) -> Bool {
    guard let opening else { return true }
    return switch opening.first {
    case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "-"): true
    default: leads.contains(opening)
    }
  }

  /// How the phrases begin that a credit opens with.
  private static let credits = creditLabels.openings.union(creditOpeners.openings).union(creditLines.openings)
    .union(organisations.openings).union(providerOpenings)

  /// Whether a line that opens so could be a credit.
  ///
  /// What stands before a name or among its letters (brackets, dashes, quotation marks, stops, the article) is not looked behind.
  static func mayCredit(_ opening: Edge?) -> Bool {
    guard let opening else { return true }
    if opening == Self.article || opening.contains(where: isBesideLetters) { return true }
    return credits.contains(opening)
  }

  /// The definite article of Arabic.
  private static let article = Edge("ال".utf8)

  /// Whether a byte of folded text is no part of a word of letters: all that brackets, separators and initials are written with.
  private static func isBesideLetters(_ byte: UInt8) -> Bool {
    !PhraseTable.isWordByte(byte) || byte == 0xC2 || byte == 0xE3
  }

  /// Whether text that closes so could end with a photographer's label.
  static func mayEndPhotoLabel(_ closing: Edge?) -> Bool { closing.map(photoLabels.closings.contains) ?? true }

  /// The names of agencies, newspapers and broadcasters, squeezed, with and without their article.
  private static let providers: Set<[UInt8]> = {
    var names: Set<[UInt8]> = []
    for (_, phrase) in PhraseTable.lines(NewsroomTables.providers) {
      let folded = TextFold.fold(phrase)
      names.insert(TextFold.squeeze(withoutArticle(folded[...])))
    }
    return names
  }()

  /// How the providers' names begin.
  private static let providerOpenings = providers.reduce(into: Edges()) { $0.insert($1) }
  /// The bytes of the longest of them.
  private static let longestProvider = providers.reduce(0) { max($0, $1.count) }

  /// Whether a folded name is a provider's.
  static func isProvider(_ folded: ArraySlice<UInt8>) -> Bool {
    let name = withoutArticle(folded)
    guard opensLikeProvider(name), name.count(where: TextFold.isSqueezed) <= longestProvider else { return false }
    return providers.contains(TextFold.squeeze(name))
  }

  /// Whether folded text may begin with a provider's name, with an article or a kind of organisation before it or without: most text
  /// is turned away by its first bytes.
  static func mayOpenWithProvider(_ folded: ArraySlice<UInt8>) -> Bool {
    let name = folded.drop { $0 == 0x20 || $0 == UInt8(ascii: "\"") }
    return opensLikeProvider(name) || opensLikeProvider(withoutArticle(name)) || organisations.mayOpen(folded)
  }

  private static func opensLikeProvider(_ name: ArraySlice<UInt8>) -> Bool {
    var edge = Edge()
    for byte in name where TextFold.isSqueezed(byte) {
      edge.append(byte)
      if edge.count == 4 { break }
    }
    return providerOpenings.contains(edge)
  }

  /// A name as it is compared, without quotation marks and the definite article in front.
  private static func withoutArticle(_ folded: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var name = folded.drop { $0 == 0x20 || $0 == UInt8(ascii: "\"") }
    if name.starts(with: "the ".utf8) { name = name.dropFirst(4) }
    if name.count > 8, name.starts(with: "ال".utf8) { name = name.dropFirst(4) }
    return name
  }
}

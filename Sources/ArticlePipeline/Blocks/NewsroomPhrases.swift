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

  /// The first bytes of the phrases that tell a line of any length.
  private static let leads = related.openings.union(corrections.openings)

  /// Whether a line that opens so could be related matter or a correction; a bracket or dash may stand before their phrases.
  static func mayLead(_ opening: TextFold.Opening) -> Bool {
    switch opening {
    case .none: false
    case .unknown: true
    case .bytes(UInt8(ascii: "["), _), .bytes(UInt8(ascii: "("), _), .bytes(UInt8(ascii: "-"), _): true
    case .bytes(let first, let second): leads.contains(first, second)
    }
  }

  /// The names of agencies, newspapers and broadcasters, squeezed, with and without their article.
  static let providers: Set<[UInt8]> = {
    var names: Set<[UInt8]> = []
    for (_, phrase) in PhraseTable.lines(NewsroomTables.providers) {
      names.insert(providerKey(TextFold.fold(phrase)))
    }
    return names
  }()

  /// Whether a folded name is a provider's.
  static func isProvider(_ folded: some Collection<UInt8>) -> Bool {
    let key = providerKey(folded)
    return key.count >= 2 && providers.contains(key)
  }

  /// A name as it is compared: squeezed, without the definite article in front.
  private static func providerKey(_ folded: some Collection<UInt8>) -> [UInt8] {
    var name = Array(folded)
    while name.first == 0x20 || name.first == UInt8(ascii: "\"") { name.removeFirst() }
    if name.starts(with: "the ".utf8) { name.removeFirst(4) }
    if name.starts(with: "ال".utf8), name.count > 8 { name.removeFirst(4) }
    return TextFold.squeeze(name)
  }
}

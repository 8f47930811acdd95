/// What a scalar adds to the facts of a line; no trait for a letter that takes one column.
struct ScalarTraits: OptionSet, Sendable {
  let rawValue: UInt8

  /// White space.
  static let space = ScalarTraits(rawValue: 1 << 0)
  /// A stop that ends a statement, question or cry.
  static let stop = ScalarTraits(rawValue: 1 << 1)
  /// It takes two columns.
  static let wide = ScalarTraits(rawValue: 1 << 2)
  /// It belongs to the cluster before it and takes no column.
  static let joinsBack = ScalarTraits(rawValue: 1 << 3)
  static let digit = ScalarTraits(rawValue: 1 << 4)
  /// A quotation mark or bracket that can stand behind a stop.
  static let closer = ScalarTraits(rawValue: 1 << 5)
  /// Folding drops it, and it is no white space.
  static let dropped = ScalarTraits(rawValue: 1 << 6)
  /// It folds to a colon, slash or equals sign: what parts a label from its name.
  static let label = ScalarTraits(rawValue: 1 << 7)

  /// The traits of the scalars of `ScalarPages`.
  static let table = ScalarPages.table { ScalarTraits(reading: $0) }

  /// The traits of a scalar.
  ///
  /// - Parameter table: The table, fetched once for many scalars.
  @inline(__always)
  static func of(_ value: UInt32, _ table: [ScalarTraits]) -> ScalarTraits {
    ScalarPages.place(of: value).map { table[$0] } ?? rare(value)
  }

  /// The traits of a scalar without a place: Han and Hangul, and all that is rare.
  private static func rare(_ value: UInt32) -> ScalarTraits {
    switch value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: .wide
    default: ScalarTraits(reading: value)
    }
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Asks the classes and the folding, one after the other.
  init(reading value: UInt32) {
    var traits: ScalarTraits = []
    if ScalarClass.isWhiteSpace(value) { traits.insert(.space) }
    if ScalarClass.isFullStop(value) || ScalarClass.isMark(value) { traits.insert(.stop) }
    if ScalarClass.isWide(value) {
      traits.insert(.wide)
    } else if ScalarClass.joinsBack(value) {
      traits.insert(.joinsBack)
    }
    if ScalarClass.digit(value) != nil { traits.insert(.digit) }
    if ScalarClass.isCloser(value) { traits.insert(.closer) }
    let folded = TextFold.folded(value)
    if folded.count == 0 { traits.insert(.dropped) }
    if folded.contains(0x3A) || folded.contains(0x2F) || folded.contains(0x3D) { traits.insert(.label) }
    self = traits
  }
}

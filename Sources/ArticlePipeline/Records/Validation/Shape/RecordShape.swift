/// What a value of a record may be: the part of JSON Schema that Schemas/ use, as values.
///
/// The shapes are walked by `ShapeCheck`; how deep is up to them, never to the input.
indirect enum RecordShape: Sendable {
  /// This string and no other.
  case constant(String)
  /// One of these strings.
  case oneOf([String])
  case text(TextForm)
  /// A whole number, however it is written (`1`, `1.0`), not below a least one.
  case wholeNumber(least: Int)
  case truth
  /// A list of values of one shape.
  case list(RecordShape, least: Int = 0, isUnique: Bool = false)
  /// A list of exactly these values.
  case tuple([RecordShape])
  /// An object; members that aren't named may be anything.
  case object([Member], least: Int = 0)

  /// A member of an object.
  struct Member: Sendable {
    let name: String
    let shape: RecordShape
    let isRequired: Bool
  }

  static func required(_ name: String, _ shape: RecordShape) -> Member {
    Member(name: name, shape: shape, isRequired: true)
  }

  static func optional(_ name: String, _ shape: RecordShape) -> Member {
    Member(name: name, shape: shape, isRequired: false)
  }
}

/// One of the renditions of a text: an object of `bodies` and its kin.
struct Rendition {
  var kind: RenditionKind
  /// The text; `nil` where the object has none.
  var text: [UInt8]?
  /// The pointer of the text.
  var pointer: String

  private static let roles: [StaticString] = ["role", "name"]
  private static let types: [StaticString] = ["contentType", "contenttype"]
  private static let values: [StaticString] = ["value", "description"]

  /// Reads the object that comes next; `refuse` is told of members of a wrong type.
  init(
    _ reader: inout JSONReader, of base: TextRole, refuse: (JSONFault) -> Void
  ) throws(JSONFault) {
    var role: [UInt8] = []
    var type: [UInt8] = []
    var seen = 0
    pointer = reader.pointer
    try reader.enterObject()
    while let key = try reader.nextKey() {
      let known = [Self.roles, Self.types, Self.values].firstIndex { $0.contains { reader.matches(key, $0) } }
      guard let known else {
        try reader.skipValue()
        continue
      }
      guard seen & (1 << known) == 0 else { throw reader.fault("the member stands here twice") }
      switch try reader.peek() {
      case .string:
        seen |= 1 << known
        let string = try reader.readString()
        if known == 0 { role = string }
        if known == 1 { type = string }
        if known == 2 {
          text = string
          pointer = reader.pointer
        }
      case .null: try reader.readNull()
      default:
        refuse(reader.fault("a string is due"))
        try reader.skipValue()
      }
    }
    kind = RenditionKind(role: role, of: base)
    kind.declare(contentType: type)
  }
}

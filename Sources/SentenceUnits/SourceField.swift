/// A string of an article that holds text to cut.
public struct SourceField: Hashable, Sendable {
  /// Where the string stands in the message: a JSON Pointer (RFC 6901), or `""` where the message itself is the string.
  public var pointer: String
  /// The field's canonical name (`headline`, `body`, …), with what goes before it in an id's scope (`de/body`, `entry:7`).
  ///
  /// A field that moves to another member of the message keeps its scope, so its units keep their ids.
  public var scope: String
  /// The string's UTF-8, after JSON decoding; always valid.
  public var bytes: [UInt8]
  /// The string's blocks in order; they don't overlap.
  public var blocks: [Block]
  /// Flags that every unit of the field bears.
  public var flags: UnitFlags

  /// Makes a field.
  public init(pointer: String, scope: String, bytes: [UInt8], blocks: [Block], flags: UnitFlags = []) {
    self.pointer = pointer
    self.scope = scope
    self.bytes = bytes
    self.blocks = blocks
    self.flags = flags
  }
}

/// A place in a source string, counted three ways.
public struct TextPosition: Hashable, Sendable {
  /// UTF-8 bytes before the place.
  public var utf8: Int
  /// UTF-16 code units before the place.
  public var utf16: Int
  /// Unicode scalars before the place.
  public var scalar: Int

  /// Makes a position; the start of a string unless told.
  public init(utf8: Int = 0, utf16: Int = 0, scalar: Int = 0) {
    self.utf8 = utf8
    self.utf16 = utf16
    self.scalar = scalar
  }
}

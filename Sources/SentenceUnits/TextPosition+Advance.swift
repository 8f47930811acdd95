extension TextPosition {
  /// Moves the place on to a later byte of its string, counting what lies between; an earlier one, or one behind the end, changes nothing.
  ///
  /// - Complexity: O(*n*) in the bytes between.
  public mutating func advance(to offset: Int, in text: Span<UInt8>) {
    guard offset > utf8, offset <= text.count else { return }
    var scalars = 0
    var pairs = 0
    for index in utf8..<offset {
      let byte = text[index]
      scalars &+= UTF8Text.isContinuation(byte) ? 0 : 1
      pairs &+= byte >= 0xF0 ? 1 : 0  // a scalar of four bytes is a surrogate pair
    }
    utf8 = offset
    scalar += scalars
    utf16 += scalars + pairs
  }
}

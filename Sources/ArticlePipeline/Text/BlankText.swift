extension Collection<UInt8> {
  /// Whether UTF-8 holds nothing to be seen: white space, marks of direction and joining, or no byte at all.
  ///
  /// - Complexity: O(*n*), and no more than the blank part at the start is looked at.
  package var isBlankText: Bool {
    var iterator = makeIterator()
    while let byte = iterator.next() {
      switch byte {
      case 0x09...0x0D, 0x20: continue
      case 0xC2:
        guard let next = iterator.next(), next == 0x85 || next == 0xA0 || next == 0xAD else { return false }
      case 0xD8:
        guard iterator.next() == 0x9C else { return false }
      case 0xE1:
        guard iterator.next() == 0x9A, iterator.next() == 0x80 else { return false }
      case 0xE2:
        guard let second = iterator.next(), let third = iterator.next() else { return false }
        let isBlank =
          switch second {
          case 0x80: third <= 0x8F || (third >= 0xA8 && third <= 0xAF)
          case 0x81: third >= 0x9F && third <= 0xA9
          default: false
          }
        guard isBlank else { return false }
      case 0xE3:
        guard iterator.next() == 0x80, iterator.next() == 0x80 else { return false }
      case 0xEF:
        guard iterator.next() == 0xBB, iterator.next() == 0xBF else { return false }
      default: return false
      }
    }
    return true
  }
}

extension JSONReader {
  /// Goes to the value at a pointer from the next value on; `false` where there is none.
  ///
  /// A member on the way that stands twice is a fault: which of them is meant can't be told.
  package mutating func go(to path: JSONPointerPath) throws(JSONFault) -> Bool {
    for name in path.names {
      var place: Int?
      let outer = prefix
      switch try peek() {
      case .object:
        try enterObject()
        while let key = try nextKey() {
          if self.name(of: key) == name {
            guard place == nil else { throw fault("the member stands here twice") }
            place = position
          }
          try skipValue()
        }
      case .array:
        guard let index = Self.index(name) else { return false }
        try enterArray()
        while try nextElement() {
          if elementIndex == index { place = position }
          try skipValue()
        }
      default: return false
      }
      guard let place else { return false }
      var pointer = JSONPointer()
      pointer.append(name)
      self = JSONReader(bytes, from: place, prefix: outer + pointer.string)
    }
    return true
  }

  /// An array's index as a pointer writes it: digits without a leading zero.
  private static func index(_ name: [UInt8]) -> Int? {
    guard !name.isEmpty, name.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), name.count == 1 || name[0] != 0x30 else {
      return nil
    }
    return Int(String(decoding: name, as: UTF8.self))
  }
}

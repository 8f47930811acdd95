/// Lower case of the letters of Latin and Cyrillic script, accents kept; a letter keeps its length in bytes.
enum LowerCase {
  /// The small letter of a capital, anything else as it is.
  @inline(__always)
  static func lowered(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: value + 0x20
    case 0x100...0x137, 0x14A...0x177: value | 1
    case 0x139...0x148, 0x179...0x17E: value % 2 == 1 ? value + 1 : value
    case 0x410...0x42F: value + 0x20
    case 0x400...0x40F: value + 0x50
    default: value
    }
  }

  /// UTF-8 in lower case.
  static func lowered(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let (value, width) = ScalarReader.scalar(bytes, at: index)
      index += width
      if let scalar = Unicode.Scalar(lowered(value)), let units = UTF8.encode(scalar) {
        output.append(contentsOf: units)
      }
    }
    return output
  }
}

/// Brings text to the form that ids and hashes are made of; never for output.
///
/// The same sentence in other typography has the same form. The steps, in this order, are part of the contract of ids:
/// 1. invisible marks and tatweel are dropped (`Typography.dropped`);
/// 2. NFC, of Unicode 15.0;
/// 3. quotation marks become `"`, apostrophes `'` and two of them in a row `"`, runs of dashes one `-`, ellipses and runs of full stops
///    one `…` (`Typography`);
/// 4. runs of White_Space become one space, and none is left at either end.
///
/// The result is in NFC, and normalising it again changes nothing. All four steps are done in one pass; NFC proper is computed only for
/// clusters that need it, so text that is normal already is a copy.
public struct TextNormaliser: Sendable {
  let tables: NormalisationTables
  /// The scalars of the cluster being composed, each with its combining class in the upper eight bits.
  var cluster: [UInt32] = []

  /// Makes a normaliser; one is reused for many texts.
  public init() {
    self.init(tables: .full)
  }

  init(tables: NormalisationTables) {
    self.tables = tables
  }

  /// A normaliser that does step 2 only.
  package static var compositionOnly: TextNormaliser { TextNormaliser(tables: .compositionOnly) }

  /// Appends the normalised form of a text, which may be nothing, to a buffer.
  ///
  /// - Parameters:
  ///   - text: Valid UTF-8. What is not gives an undefined form, and does no harm.
  ///   - output: Where the form goes; what it holds already is not looked at. At most three times the text's bytes are added.
  /// - Complexity: O(*n*) in the text's bytes.
  public mutating func append(_ text: Span<UInt8>, to output: inout [UInt8]) {
    var pass = NormalisationPass(start: output.count)
    let table = tables.pairs
    let pairs = table.span
    let count = text.count
    while pass.index < count {
      var index = pass.index
      if pairs[Int(pass.previous) << 8 | Int(text[index])] == 0 {
        index = Self.endOfCleanPairs(text.bytes, from: index + 1, pairs)
      }
      guard index < count else { break }
      handle(text, at: text[index] < 0x80 || index == 0 ? index : index - 1, through: index, &pass, &output)
    }
    pass.flush(text, upTo: count, to: &output)
    if tables.foldsTypography, output.count > pass.start, output.last == 0x20 { output.removeLast() }
  }

  /// The first byte from an index on, which is not 0, that asks for a look behind the byte before it; the end where none does.
  @inline(__always)
  private static func endOfCleanPairs(_ bytes: RawSpan, from start: Int, _ pairs: Span<UInt8>) -> Int {
    var index = start
    // A pair has sixteen bits, so the table has an entry for each and needs no check of its own.
    guard pairs.count == 1 << 16 else { return start }
    while index &+ 7 <= bytes.byteCount {
      // Eight bytes are seven pairs.
      let word = UInt64(bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index &- 1, as: UInt64.self))
      var found: UInt32 = 0
      for pair in 0..<7 {
        found |=
          UInt32(pairs[unchecked: Int(truncatingIfNeeded: word >> UInt64(48 - 8 * pair) & 0xFFFF)]) << UInt32(pair)
      }
      guard found == 0 else { return index &+ found.trailingZeroBitCount }
      index &+= 7
    }
    while index < bytes.byteCount {
      let pair = bytes.unsafeLoadUnaligned(fromByteOffset: index &- 1, as: UInt16.self).bigEndian
      guard pairs[Int(pair)] == 0 else { break }
      index &+= 1
    }
    return index
  }

  /// Looks at the scalar at an offset, whose first or second byte asked for it, and does what it needs; stands behind it afterwards.
  private mutating func handle(
    _ text: Span<UInt8>, at offset: Int, through index: Int, _ pass: inout NormalisationPass, _ output: inout [UInt8]
  ) {
    let (scalar, length) = UTF8Text.scalar(in: text, at: offset)
    let traits = ScalarTraits(rawValue: tables.traits[scalar])
    let next = max(offset + length, index + 1)  // more than the length only where the text is not UTF-8
    switch traits.kind {
    case .ordinary:
      if traits.isUnstable || !pass.isInOrder(traits, at: offset) {
        pass.flush(text, upTo: offset, to: &output)
        composeCluster(text, at: offset, &pass, &output)
      } else {
        pass.keep(traits, endingAt: next, last: text[next - 1])
      }
    case .whiteSpace:
      pass.flush(text, upTo: offset, to: &output)
      let end = endOfRun(of: .whiteSpace, in: text, from: next)
      if let last = pass.last(of: output), last != 0x20 { output.append(0x20) }
      pass.resume(at: end, behind: 0x20)
    case .dropped:
      pass.drop(text, offset..<next, &output)
    case .quotationMark:
      pass.replace(text, offset..<next, with: UInt8(ascii: "\""), in: &output)
    case .apostrophe:
      pass.flush(text, upTo: offset, to: &output)
      if pass.last(of: output) == UInt8(ascii: "'") {
        output.removeLast()
        pass.replace(text, offset..<next, with: UInt8(ascii: "\""), in: &output)
      } else {
        pass.replace(text, offset..<next, with: UInt8(ascii: "'"), in: &output)
      }
    case .dash:
      pass.flush(text, upTo: offset, to: &output)
      let end = endOfRun(of: .dash, in: text, from: next)
      if pass.last(of: output) != UInt8(ascii: "-") { output.append(UInt8(ascii: "-")) }
      pass.resume(at: end, behind: UInt8(ascii: "-"))
    case .dots:
      // A single full stop gets here only behind another.
      pass.flush(text, upTo: offset, to: &output)
      let end = endOfRun(of: .dots, in: text, from: next)
      if pass.last(of: output) == UInt8(ascii: ".") { output.removeLast() }
      output.append(contentsOf: Typography.ellipsis)
      pass.resume(at: end, behind: 0x80)
    }
  }

  /// Where a run of a kind ends; dropped scalars in it are part of it.
  private func endOfRun(of kind: ScalarTraits.Kind, in text: Span<UInt8>, from offset: Int) -> Int {
    var end = offset
    while end < text.count {
      let (scalar, length) = UTF8Text.scalar(in: text, at: end)
      let found = ScalarTraits(rawValue: tables.traits[scalar]).kind
      guard found == kind || found == .dropped else { break }
      end += length
    }
    return end
  }
}

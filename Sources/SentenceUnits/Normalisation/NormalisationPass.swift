/// Where a normaliser stands in a text.
struct NormalisationPass {
  /// Where this text's form begins in the output.
  let start: Int
  /// The next byte to look at.
  private(set) var index = 0
  /// The byte that counts as standing before it: the output's last, and a space at the start, so that white space there is dropped.
  private(set) var previous: UInt8 = 0x20
  /// Text before this is in the output, or dropped.
  private var copied = 0
  /// Where the last combining mark that was left in place ends, and its class.
  private var markEnd = -1
  private var markClass: UInt16 = 0

  init(start: Int) {
    self.start = start
  }

  /// Brings the text up to an offset into the output, as it is.
  mutating func flush(_ text: Span<UInt8>, upTo offset: Int, to output: inout [UInt8]) {
    if offset > copied {
      text.extracting(copied..<offset).withUnsafeBufferPointer { output.append(contentsOf: $0) }
    }
    copied = offset
  }

  /// The last byte of this text's form so far.
  func last(of output: [UInt8]) -> UInt8? { output.count > start ? output.last : nil }

  /// Whether a scalar stands where canonical order has it: a starter, or a mark not below the class of the mark right before it.
  func isInOrder(_ traits: ScalarTraits, at offset: Int) -> Bool {
    traits.combiningClass == 0 || markEnd != offset || traits.combiningClass >= markClass
  }

  /// Leaves a scalar in place and goes on behind it.
  mutating func keep(_ traits: ScalarTraits, endingAt end: Int, last: UInt8) {
    if traits.combiningClass != 0 {
      markEnd = end
      markClass = traits.combiningClass
    }
    index = end
    previous = last
  }

  /// Leaves a scalar out; what stood before it now stands before what follows.
  mutating func drop(_ text: Span<UInt8>, _ range: Range<Int>, _ output: inout [UInt8]) {
    flush(text, upTo: range.lowerBound, to: &output)
    if markEnd == range.lowerBound { markEnd = range.upperBound }
    resume(at: range.upperBound, behind: last(of: output) ?? 0x20)
  }

  /// Puts an ASCII character in a scalar's place.
  mutating func replace(_ text: Span<UInt8>, _ range: Range<Int>, with byte: UInt8, in output: inout [UInt8]) {
    flush(text, upTo: range.lowerBound, to: &output)
    output.append(byte)
    resume(at: range.upperBound, behind: byte)
  }

  /// Goes on at an offset, everything before it being done.
  mutating func resume(at offset: Int, behind last: UInt8) {
    index = offset
    copied = offset
    previous = last
  }
}

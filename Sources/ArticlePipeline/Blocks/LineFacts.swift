internal import CByteScan

/// What is counted in a line, in one pass.
struct LineFacts: Sendable {
  /// Columns, wide scalars counting two.
  private(set) var width = 0
  /// Words between spaces, of the folded text.
  private(set) var words = 0
  /// Whether a full stop, question mark or exclamation mark stands inside, with a space behind it.
  private(set) var hasInnerStop = false
  /// How many of them stand inside; those of scripts without spaces need none behind them.
  private(set) var innerStops = 0
  private(set) var hasDigit = false
  /// Whether a colon, slash or equals sign stands in the folded text.
  private(set) var hasLabelMark = false

  private var isBehindSpace = true
  private var isBehindStop = false
  private var isBehindWideStop = false

  /// Counts a range of UTF-8: runs of ASCII 64 bytes at a time, all else scalar by scalar.
  ///
  /// - Complexity: O(*n*).
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    let low = ScalarTraits.low
    var index = range.lowerBound
    while index < range.upperBound {
      let isRun = index + 1 < range.upperBound && bytes[index] < 0x80 && bytes[index + 1] < 0x80
      if isRun, !isBehindWideStop {
        let length = addRun(bytes.span, from: index, to: range.upperBound)
        index += length
        guard length == 0 else { continue }
      }
      let (value, step) = ScalarReader.scalar(bytes, at: index)
      index += step
      add(value < 0x1000 ? low[Int(value)] : ScalarTraits.high(value))
    }
  }

  @inline(__always)
  private mutating func add(_ traits: ScalarTraits) {
    if traits.isEmpty, !isBehindWideStop {
      width += 1
      if isBehindSpace { words += 1 }
      isBehindSpace = false
      isBehindStop = false
    } else {
      addMarked(traits)
    }
  }

  private mutating func addMarked(_ traits: ScalarTraits) {
    let isSpace = traits.contains(.space)
    let isStop = traits.contains(.stop)
    let endsStatement = isBehindStop && isSpace
    if endsStatement { hasInnerStop = true }
    if endsStatement || isBehindWideStop && !isStop && !traits.contains(.closer) { innerStops += 1 }
    isBehindStop = isStop
    isBehindWideStop = isStop && traits.contains(.wide)
    if traits.contains(.digit) { hasDigit = true }
    if traits.contains(.label) { hasLabelMark = true }
    if traits.contains(.wide) { width += 2 } else if !traits.contains(.joinsBack) { width += 1 }
    if isSpace {
      isBehindSpace = true
    } else if !traits.contains(.dropped) {
      if isBehindSpace { words += 1 }
      isBehindSpace = false
    }
  }

  /// Adds the printable ASCII that begins at an index, at most 64 bytes; returns how many.
  private mutating func addRun(_ text: Span<UInt8>, from index: Int, to end: Int) -> Int {
    let masks = text.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { nuqta_prose64($0 + index, buffer.count - index) } ?? nuqta_prose()
    }
    let length = min((~masks.printable).trailingZeroBitCount, end - index)
    guard length > 0 else { return 0 }
    let run = length == 64 ? ~0 : (1 as UInt64) << UInt64(length) - 1
    let spaces = masks.spaces & run
    let stops = masks.stops & run
    width += length
    words += (~spaces & run & (spaces << 1 | (isBehindSpace ? 1 : 0))).nonzeroBitCount
    let ended = (spaces & (stops << 1 | (isBehindStop ? 1 : 0))).nonzeroBitCount
    innerStops += ended
    if ended > 0 { hasInnerStop = true }
    if masks.digits & run != 0 { hasDigit = true }
    if masks.labels & run != 0 { hasLabelMark = true }
    let last = (1 as UInt64) << UInt64(length - 1)
    isBehindSpace = spaces & last != 0
    isBehindStop = stops & last != 0
    return length
  }
}

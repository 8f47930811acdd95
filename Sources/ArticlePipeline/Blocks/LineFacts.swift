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
  /// Whether such a mark, or a middle dot, stands behind what may be the end of a photographer's label.
  private(set) var hasPhotoLabel = false

  /// Where the line begins.
  private let start: Int
  private var isBehindSpace = true
  private var isBehindStop = false
  private var isBehindWideStop = false

  /// Counts a range of UTF-8: ASCII and the plain letters of a few scripts many at a time, all else scalar by scalar.
  ///
  /// - Complexity: O(*n*).
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    start = range.lowerBound
    let table = ScalarTraits.table
    var masks = nuqta_prose()
    // The masks are those of the 64 bytes from here on.
    var base = range.lowerBound - 64
    var index = range.lowerBound
    while index < range.upperBound {
      // A letter that is not whole within the 64 bytes is in the next ones.
      if index - base > 60 {
        base = index
        masks = Self.masks(of: bytes.span, at: base)
      }
      let length = min(masks.run(from: index - base), range.upperBound - index)
      if length > 0, !isBehindWideStop {
        add(masks.shifted(by: index - base), length, bytes, index)
        index += length
      } else {
        let (value, step) = ScalarReader.scalar(bytes, at: index)
        let traits = ScalarTraits.of(value, table)
        if traits.contains(.label) || value == 0xB7 || value == 0x30FB { addLabel(bytes, before: index) }
        index += step
        add(traits)
      }
    }
  }

  private static func masks(of text: Span<UInt8>, at index: Int) -> nuqta_prose {
    text.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { nuqta_prose64($0 + index, buffer.count - index) } ?? nuqta_prose()
    }
  }

  /// Notes what parts a label from its name; whose label it is shows in the last folded bytes before it.
  private mutating func addLabel(_ bytes: [UInt8], before index: Int) {
    if !hasPhotoLabel { hasPhotoLabel = NewsroomPhrases.mayEndPhotoLabel(TextFold.closing(bytes, start..<index)) }
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

  /// Adds a run of plain text, the bits of which are the lowest of the masks.
  @inline(__always)
  private mutating func add(_ masks: nuqta_prose, _ length: Int, _ bytes: [UInt8], _ index: Int) {
    let run = length == 64 ? ~0 : (1 as UInt64) << UInt64(length) - 1
    let spaces = masks.spaces & run
    let stops = masks.stops & run
    width += (run & ~masks.tails).nonzeroBitCount + (masks.wide & run).nonzeroBitCount
    words += (~spaces & run & (spaces << 1 | (isBehindSpace ? 1 : 0))).nonzeroBitCount
    let ended = (spaces & (stops << 1 | (isBehindStop ? 1 : 0))).nonzeroBitCount
    innerStops += ended
    if ended > 0 { hasInnerStop = true }
    if masks.digits & run != 0 { hasDigit = true }
    let last = (1 as UInt64) << UInt64(length - 1)
    isBehindSpace = spaces & last != 0
    isBehindStop = stops & last != 0
    var labels = masks.labels & run
    if labels != 0 { hasLabelMark = true }
    while labels != 0, !hasPhotoLabel {
      addLabel(bytes, before: index + labels.trailingZeroBitCount)
      labels &= labels - 1
    }
  }
}

extension nuqta_prose {
  /// How many plain bytes stand at a place and behind it.
  @inline(__always)
  fileprivate func run(from place: Int) -> Int { (~(plain >> UInt64(place))).trailingZeroBitCount }

  /// The masks of the bytes from a place on.
  @inline(__always)
  fileprivate func shifted(by place: Int) -> nuqta_prose {
    let place = UInt64(place)
    return nuqta_prose(
      plain: plain >> place, tails: tails >> place, wide: wide >> place, spaces: spaces >> place, stops: stops >> place,
      digits: digits >> place, labels: labels >> place)
  }
}

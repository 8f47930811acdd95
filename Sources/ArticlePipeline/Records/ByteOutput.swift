internal import SentenceUnits

/// Room that bytes are written into, one piece after the other; what goes beyond it is counted and not written.
///
/// So, as with `snprintf`, whoever gives too little room learns how much it takes and asks again (`[UInt8].write`). Each append is one
/// comparison and a copy whose length the compiler mostly knows: an array's own would check for room, sole ownership and growth each
/// time, and an article's records are some two thousand pieces.
struct ByteOutput: ~Copyable {
  private let start: UnsafeMutableRawPointer?
  private let room: Int
  /// How many bytes were appended, written or not.
  private(set) var count = 0

  /// Makes an output over memory that outlives it.
  init(_ memory: UnsafeMutableBufferPointer<UInt8>) {
    start = UnsafeMutableRawPointer(memory.baseAddress)
    room = memory.count
  }

  /// Counts bytes; gives the place to write them to where all of them have room.
  @inline(__always)
  private mutating func take(_ size: Int) -> UnsafeMutableRawPointer? {
    let place = count
    count += size
    return count <= room ? start.map { $0 + place } : nil
  }

  /// Appends the bytes of a literal.
  @inline(__always)
  mutating func append(_ literal: StaticString) {
    take(literal.utf8CodeUnitCount)?.copyMemory(from: literal.utf8Start, byteCount: literal.utf8CodeUnitCount)
  }

  /// Appends a byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    take(1)?.storeBytes(of: byte, as: UInt8.self)
  }

  /// Appends a number's bytes, the first being its lowest.
  @inline(__always)
  mutating func append(littleEndian number: some FixedWidthInteger & BitwiseCopyable) {
    take(number.bitWidth / 8)?.storeBytes(of: number.littleEndian, as: type(of: number))
  }

  /// Appends bytes.
  @inline(__always)
  mutating func append(contentsOf bytes: Span<UInt8>) {
    bytes.withUnsafeBytes { source in
      guard let first = source.baseAddress, let place = take(source.count) else { return }
      place.copyMemory(from: first, byteCount: source.count)
    }
  }

  /// Appends bytes.
  @inline(__always)
  mutating func append(contentsOf bytes: [UInt8]) {
    append(contentsOf: bytes.span)
  }

  /// Appends a text's UTF-8.
  @inline(__always)
  mutating func append(contentsOf text: String.UTF8View) {
    append(contentsOf: text.span)
  }

  /// Appends a digest's 26 characters of base32.
  @inline(__always)
  mutating func append(_ digest: Digest128) {
    let (first, second, third, last) = digest.base32Characters
    guard let place = take(Digest128.base32Count) else { return }
    place.storeBytes(of: first.littleEndian, as: UInt64.self)
    place.storeBytes(of: second.littleEndian, toByteOffset: 8, as: UInt64.self)
    place.storeBytes(of: third.littleEndian, toByteOffset: 16, as: UInt64.self)
    place.storeBytes(of: last.littleEndian, toByteOffset: 24, as: UInt16.self)
  }

  /// Takes back what was appended behind a count; nothing where there is less.
  mutating func truncate(to count: Int) {
    self.count = min(max(count, 0), self.count)
  }

  /// Writes a byte in the place of one that was appended.
  mutating func replace(at offset: Int, with byte: UInt8) {
    guard offset >= 0, offset < min(count, room) else { return }
    start?.storeBytes(of: byte, toByteOffset: offset, as: UInt8.self)
  }
}

extension [UInt8] {
  /// Appends what `body` writes and gives its range; `body` runs again with more room where there was too little, so it changes
  /// nothing else.
  ///
  /// - Complexity: amortised O(*n*) in the bytes written: capacity doubles.
  mutating func write(_ body: (inout ByteOutput) -> Void) -> Range<Int> {
    let start = count
    var room = Swift.max(capacity - count, 128)
    while true {
      if capacity - count < room { reserveCapacity(Swift.max(count + room, capacity * 2)) }
      var size = 0
      append(addingCapacity: room) { added in
        added.withUnsafeMutableBufferPointer { memory, written in
          var output = ByteOutput(memory)
          body(&output)
          size = output.count
          written = size <= memory.count ? size : 0
        }
      }
      if start + size == count { return start..<count }
      room = size
    }
  }
}

internal import CRdKafka

/// The headers of a record to be produced.
///
/// A record that is accepted takes them and leaves this empty, to be filled for the next; one that is refused leaves
/// them for another try.
@safe package struct RecordHeaders: ~Copyable {
  private var pointer: OpaquePointer?
  private let capacity: Int

  /// Headers with room for `capacity` of them; more can be added.
  package init(capacity: Int = 8) {
    self.capacity = capacity
    unsafe pointer = nil
  }

  deinit {
    if let pointer = unsafe pointer { unsafe rd_kafka_headers_destroy(pointer) }
  }

  /// How many there are.
  package var count: Int {
    guard let pointer = unsafe pointer else { return 0 }
    return unsafe rd_kafka_header_cnt(pointer)
  }

  /// Adds a header; both parts are copied.
  ///
  /// A `nil` value is a null one, which isn't the same as an empty one.
  package mutating func add(name: Span<UInt8>, value: Span<UInt8>?) {
    if unsafe pointer == nil { unsafe pointer = rd_kafka_headers_new(capacity) }
    unsafe withBytes(name) { name, nameSize in
      unsafe withBytes(value) { value, valueSize in
        // Fails only for lists that a message owns.
        _ = unsafe rd_kafka_header_add(
          pointer, name?.assumingMemoryBound(to: CChar.self), nameSize, value, valueSize)
      }
    }
  }

  /// Adds a header with a name from the program's text.
  package mutating func add(name: StaticString, value: Span<UInt8>?) {
    guard name.hasPointerRepresentation else { return add(name: "\(name)".utf8.span, value: value) }
    add(name: unsafe Span(_unsafeStart: name.utf8Start, count: name.utf8CodeUnitCount), value: value)
  }

  /// Forgets all headers.
  package mutating func removeAll() {
    if let pointer = unsafe pointer { unsafe rd_kafka_headers_destroy(pointer) }
    unsafe pointer = nil
  }

  /// Lets a record take the headers: `body` says whether it did.
  mutating func offer<Result>(_ body: (OpaquePointer?) -> (taken: Bool, Result)) -> Result {
    let (taken, result) = unsafe body(pointer)
    if taken { unsafe pointer = nil }
    return result
  }
}

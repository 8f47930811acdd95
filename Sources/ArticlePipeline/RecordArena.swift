/// The output records of a batch of articles, their bytes end to end in one reused buffer.
///
/// One article gives some 27 records with seven headers each; an array or string apiece would cost more than the cutting.
/// The buffer keeps its capacity between batches.
package struct RecordArena: Sendable {
  /// A header whose name and value lie in the arena.
  package struct Header: Sendable, Equatable {
    package let name: Range<Int>
    /// `nil` is a null value.
    package let value: Range<Int>?
  }

  /// A record whose parts lie in the arena.
  package struct Record: Sendable, Equatable {
    package let stream: OutputStream
    package let key: Range<Int>?
    /// `nil` is a tombstone.
    package let value: Range<Int>?
    /// The record's part of `headers`.
    package let headers: Range<Int>
    /// Milliseconds since 1970; `nil` is the time of writing.
    package let timestamp: Int64?
  }

  /// The bytes of all records.
  package private(set) var bytes: [UInt8] = []
  /// The headers of all records.
  package private(set) var headers: [Header] = []
  /// The records, in the order they are to be produced.
  package private(set) var records: [Record] = []

  private var pendingHeaders = 0

  package init() {}

  /// Forgets all records and keeps the memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    headers.removeAll(keepingCapacity: true)
    records.removeAll(keepingCapacity: true)
    pendingHeaders = 0
  }

  /// Forgets the records from an earlier state on: what an article wrote before it failed must not be produced.
  package mutating func truncate(to mark: Mark) {
    bytes.removeSubrange(mark.bytes...)
    headers.removeSubrange(mark.headers...)
    records.removeSubrange(mark.records...)
    pendingHeaders = mark.headers
  }

  /// A state to go back to with `truncate(to:)`.
  package struct Mark: Sendable {
    fileprivate let bytes: Int
    fileprivate let headers: Int
    fileprivate let records: Int
  }

  /// The present state.
  package var mark: Mark { Mark(bytes: bytes.count, headers: headers.count, records: records.count) }

  /// The indices of the records that were appended since a state.
  package func records(since mark: Mark) -> Range<Int> { mark.records..<records.count }

  /// What a record takes on the wire before compression, in bytes: key, value, headers and the most that the protocol adds.
  package func size(of record: Record) -> Int {
    var size = 64 + (record.key?.count ?? 0) + (record.value?.count ?? 0)
    for header in headers[record.headers] { size += 10 + header.name.count + (header.value?.count ?? 0) }
    return size
  }

  /// Writes bytes at the end and gives their range: a key, a value or a part of a header.
  ///
  /// `body` may run twice, the first time without room enough: it changes nothing but the output.
  mutating func write(_ body: (inout ByteOutput) -> Void) -> Range<Int> {
    bytes.write(body)
  }

  /// Adds a header to the record that is appended next.
  package mutating func addHeader(name: Range<Int>, value: Range<Int>?) {
    headers.append(Header(name: name, value: value))
  }

  /// Adds headers to the record that is appended next, one of them put in behind the first.
  mutating func addHeaders(_ headers: [Header], second: Header) {
    let place = self.headers.count + 1
    self.headers.append(contentsOf: headers)
    self.headers.insert(second, at: min(place, self.headers.count))
  }

  /// Appends a record; the headers added since the last one are its own.
  package mutating func append(to stream: OutputStream, key: Range<Int>?, value: Range<Int>?, timestamp: Int64?) {
    records.append(
      Record(
        stream: stream, key: key, value: value, headers: pendingHeaders..<headers.count, timestamp: timestamp))
    pendingHeaders = headers.count
  }
}

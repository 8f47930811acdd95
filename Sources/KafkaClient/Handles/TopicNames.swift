internal import Glibc

/// Topic names as strings, each made once: a message carries a C string only.
struct TopicNames {
  private var entries: [(bytes: [CChar], name: String)] = []
  private var last = 0

  /// The name as a string.
  ///
  /// O(number of topics) comparisons, one where the topic is that of the last call.
  ///
  /// Names are compared, not topic handles: librdkafka may put another topic where a freed one was.
  mutating func name(_ bytes: UnsafePointer<CChar>) -> String {
    if last < entries.count, unsafe strcmp(entries[last].bytes, bytes) == 0 { return entries[last].name }
    for index in entries.indices where unsafe strcmp(entries[index].bytes, bytes) == 0 {
      last = index
      return entries[index].name
    }
    let name = unsafe String(cString: bytes)
    last = entries.count
    entries.append((Array(name.utf8CString), name))
    return name
  }
}

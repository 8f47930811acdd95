import ArticlePipeline
import Foundation

/// Records as JSON, read by another reader than ours.
enum WrittenJSON {
  /// The members that may be empty: a field's pointer, and lists of an article without text.
  private static let mayBeEmpty: Set<String> = ["field", "units", "fields"]

  /// Fails where a value isn't JSON, holds a line feed, or a member that is empty or null.
  static func check(_ record: OutputRecord) throws {
    guard let value = record.value else { return }
    try Breach.unless(!value.contains(where: { $0 < 0x20 }), "a control character in a record")
    let object: Any
    do {
      object = try JSONSerialization.jsonObject(with: Data(value))
    } catch {
      throw Breach("Foundation doesn't read a record: \(error)")
    }
    guard let members = object as? [String: Any] else { throw Breach("a record is no object") }
    // Foundation leaves out a byte order mark that a string begins with.
    if !value.contains(0xEF) || !String(decoding: value, as: UTF8.self).unicodeScalars.contains("\u{FEFF}") {
      try checkMembers(members)
    }
  }

  private static func checkMembers(_ members: [String: Any]) throws {
    for (name, member) in members { try checkMember(member, name) }
  }

  // Our records are five levels deep at most, whatever the input.
  private static func checkMember(_ member: Any, _ name: String) throws {
    if member is NSNull { throw Breach("\(name) is null") }
    if let text = member as? String, text.utf8.isEmpty, name != "field" { throw Breach("\(name) is empty") }
    if let members = member as? [String: Any] {
      if members.isEmpty { throw Breach("\(name) is empty") }
      try checkMembers(members)
    }
    if let elements = member as? [Any] {
      if elements.isEmpty, !mayBeEmpty.contains(name) { throw Breach("\(name) is empty") }
      for element in elements { try checkMember(element, "an element of \(name)") }
    }
  }
}

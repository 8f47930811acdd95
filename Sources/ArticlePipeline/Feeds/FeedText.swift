/// A string of a message that holds text to cut.
package struct FeedText: Sendable, Equatable {
  /// The JSON Pointer of the member that the string stands in; `""` where the message itself is the string.
  package var pointer: String
  package var role: TextRole
  /// The declared language of a supplied translation, `und` where it declares none; `nil` for the article itself.
  package var translation: String?
  /// Whether the translation declares a language that is no tag.
  package var isLanguageInvalid = false
  /// The string's UTF-8, escapes resolved.
  package var bytes: [UInt8]

  package init(pointer: String, role: TextRole, translation: String? = nil, bytes: [UInt8]) {
    self.pointer = pointer
    self.role = role
    self.translation = translation
    self.bytes = bytes
  }

  /// What the ids of the string's units are scoped by.
  package var scope: String {
    translation.map { "\($0)/\(role.rawValue)" } ?? role.rawValue
  }
}

/// What a message or a header declares its language to be.
package enum DeclaredLanguage: Sendable, Equatable {
  /// A language tag, in canonical form.
  case tag(String)
  /// A declaration that names no one language: blank, `und`, `mul`, `zxx`, a list of several, a tag for private use alone.
  case undetermined
  /// Text that is no language tag; the units are flagged `languageInvalid` where nothing else declares a language.
  case invalid

  /// The tag, where there is one.
  package var tag: String? {
    if case .tag(let tag) = self { tag } else { nil }
  }

  /// This declaration where it names a language, else the other one; `invalid` where neither names one and one of them is no tag.
  package func or(_ other: DeclaredLanguage) -> DeclaredLanguage {
    switch (self, other) {
    case (.tag, _): self
    case (_, .tag): other
    case (.invalid, _), (_, .invalid): .invalid
    default: .undetermined
    }
  }
}

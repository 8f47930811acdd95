/// How the value of a known member is read.
enum MemberForm: Sendable, Equatable {
  /// A string; ninjs 2.0's draft has a list of renditions under the same name, which is read too.
  case text
  /// A string in markup or another form that isn't read yet.
  case unread
  /// A string, an object with a name, or a list of either.
  case people
  /// One text in several forms: a list of objects with `value`, `role` or `name`, and `contentType`.
  ///
  /// Renditions of another role may stand among those of the text the list is for: a subheadline among `headlines`.
  case renditions(of: TextRole)
  /// The same under names that end in what they are: `body_main`, `headline_extended`.
  case family(of: TextRole)
  /// A string, or a list of strings that are a field each.
  case paragraphs
  /// A string, or a list of strings or of objects with a `text` or a `caption`.
  case captions
  /// Objects of pictures with a `caption`, alone or in a list; anything else is an address and no text.
  case images
  /// Associated news objects, as an object or a list: they give the captions of pictures and their kin, nothing else.
  case associations

  /// Whether a value of a kind can be read in this form.
  func takes(_ kind: JSONReader.Kind) -> Bool {
    switch self {
    case .text, .renditions, .paragraphs, .captions: kind == .string || kind == .array
    case .people: kind == .string || kind == .array || kind == .object
    case .associations: kind == .array || kind == .object
    case .unread, .family, .images: true
    }
  }

  /// What is due, in the words of an error.
  var wanted: String {
    switch self {
    case .text, .renditions: "a string is due, or a list of objects with a value"
    case .people: "a string, an object with a name, or a list of either is due"
    case .paragraphs, .captions: "a string or a list of strings is due"
    case .associations: "a list or an object of news objects is due"
    case .unread, .family, .images: "another value is due"
    }
  }

  /// The text that a list or a family holds the renditions of.
  var base: TextRole? {
    switch self {
    case .renditions(let role), .family(let role): role
    default: nil
    }
  }
}

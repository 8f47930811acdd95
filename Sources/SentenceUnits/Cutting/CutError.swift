/// Why an article could not be cut.
public enum CutError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The article has more units than the limit.
  case tooManyUnits(limit: Int)
  /// A block, counted from 0 in a field counted from 0, is out of order or doesn't lie on the scalars of the field's text.
  case invalidBlock(field: Int, block: Int)
  /// The segmenter gave a sentence that is out of order or outside its block: a defect of ours.
  case invalidSentence(field: Int, range: Range<Int>)
  /// libcrypto failed.
  case hashing(HashingError)

  /// What is wrong, for a person.
  public var description: String {
    switch self {
    case .tooManyUnits(let limit):
      "the article has more than \(limit) units; raise the limit if such articles are meant to be cut"
    case .invalidBlock(let field, let block):
      "block \(block) of field \(field) overlaps the one before it or does not lie on the characters of the field's text"
    case .invalidSentence(let field, let range):
      "the segmenter gave bytes \(range) of field \(field), out of order or outside the block; please report this"
    case .hashing(let error): error.description
    }
  }
}

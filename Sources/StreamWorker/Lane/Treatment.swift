package import ArticlePipeline

/// What is done with an article that can't be done like the others.
package enum Treatment: Equatable, Sendable {
  /// It is cut in a batch of its own: something went wrong in a batch that it was part of.
  case alone
  /// It goes to the dead letters uncut, in a batch of its own; without its value where the whole letter was refused.
  case letter(UnusableRecord, withoutValue: Bool)

  /// What a lane does with the article's record.
  func action(on record: InputRecord) -> LaneAction {
    switch self {
    case .alone: .process(record)
    case .letter(let unusable, let withoutValue): .deadLetter(record, unusable, withoutValue: withoutValue)
    }
  }
}

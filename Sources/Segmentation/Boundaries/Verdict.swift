/// What a rule says of a candidate.
enum Verdict {
  /// A sentence ends here.
  case ends
  /// The sentence goes on.
  case continues
  /// The rule does not concern this candidate.
  case noOpinion
}

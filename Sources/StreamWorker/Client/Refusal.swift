/// An output record that a broker won't take, however often it is sent.
package struct Refusal: Hashable, Sendable {
  /// The place of the record's article in its batch, from 0: articles are counted in the order they were produced.
  package let article: Int
  /// The output topic.
  package let topic: String
  /// The broker's name of the error, such as `MSG_SIZE_TOO_LARGE`.
  package let code: String
  /// The error in words, and what an operator can do about it.
  package let explanation: String

  package init(article: Int, topic: String, code: String, explanation: String) {
    self.article = article
    self.topic = topic
    self.code = code
    self.explanation = explanation
  }
}

import Foundation
import TestSupport
import Testing

@testable import ArticlePipeline

@Suite struct Base64Tests {
  @Test(arguments: [
    ("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob"), ("Zg", "f"), ("Zm8", "fo"),
    ("2YLYp9mE", "قال"),
  ])
  func decodes(_ text: String, _ wanted: String) {
    #expect(Base64.decode(Array(text.utf8)) == Array(wanted.utf8))
  }

  @Test(arguments: ["Z", "Zg=", "Z===", "====", "Zh==", "Zm9=", "Zm 9v", "Zm-_", "Zm9v=", "Zg==Zg==", "=", "Z=g="])
  func refuses(_ text: String) {
    #expect(Base64.decode(Array(text.utf8)) == nil)
  }

  @Test func random() {
    var random = SeededRandom(seed: 64)
    for count in 0..<300 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(Base64.decode(Array(Data(bytes).base64EncodedString().utf8)) == bytes)
    }
  }
}

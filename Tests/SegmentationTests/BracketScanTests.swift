import TestSupport
import Testing

@testable import Segmentation

@Suite struct BracketScanTests {
  @Test(arguments: ["(", ")", "[", "]", "（", "）"])
  func findsABracketAnywhere(bracket: String) {
    for padding in [0, 1, 15, 61, 62, 63, 64, 130] {
      let text = Array((String(repeating: "x", count: padding) + bracket + "yy").utf8)
      let found = BracketScan.isAnywhere(in: text.span)
      #expect(found, "\(bracket) at \(padding)")
    }
  }

  @Test(arguments: ["", "no such thing", "\n\r\n", "，：！", "{}<>«»「」《》【】", "\u{FF07}\u{FF0A}\u{FF3B}", "ـ"])
  func findsNoneWhereThereIsNone(text: String) {
    let bytes = Array(String(repeating: text, count: 30).utf8)
    let found = BracketScan.isAnywhere(in: bytes.span)
    #expect(!found)
  }
}

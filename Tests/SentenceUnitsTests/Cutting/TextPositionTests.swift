import Testing

@testable import SentenceUnits

@Suite("Text position")
struct TextPositionTests {
  @Test("counts as String's views do, from any place to any other", arguments: 1...60 as ClosedRange<UInt64>)
  func advance(seed: UInt64) {
    var hostile = HostileText(seed: seed)
    // Every tenth text is longer than the lanes of eight bytes can count at once.
    let text =
      hostile.text(upTo: 60) + String(repeating: "a𠮷é好", count: seed % 10 == 0 ? 2000 : 0) + hostile.text(upTo: 20)
    let bytes = Array(text.utf8)
    let places = Array(text.unicodeScalars.indices) + [text.endIndex]
    var position = TextPosition()
    var index = 0
    while index < places.count {
      let place = places[index]
      position.advance(to: text.utf8.distance(from: text.startIndex, to: place), in: bytes.span)
      #expect(position.utf8 == text.utf8.distance(from: text.startIndex, to: place))
      #expect(position.utf16 == text.utf16.distance(from: text.startIndex, to: place), "seed \(seed)")
      #expect(position.scalar == index, "seed \(seed)")
      index += 1 + hostile.number(below: seed % 10 == 0 ? 3000 : 8)
    }
  }

  @Test("stays where it is for a place before it or behind the text")
  func outside() {
    let bytes = Array("abc".utf8)
    var position = TextPosition()
    position.advance(to: 2, in: bytes.span)
    position.advance(to: 1, in: bytes.span)
    position.advance(to: 4, in: bytes.span)
    #expect(position == TextPosition(utf8: 2, utf16: 2, scalar: 2))
  }
}

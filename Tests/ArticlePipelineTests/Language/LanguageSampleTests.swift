import Testing

@testable import ArticlePipeline

@Suite struct LanguageSampleTests {
  private let texts = [
    FeedText(pointer: "/headline", role: .headline, bytes: Array("A short headline".utf8)),
    FeedText(pointer: "/body", role: .body, bytes: Array(String(repeating: "é", count: 3_000).utf8)),
    FeedText(pointer: "/caption", role: .caption, bytes: Array("صورة من المدينة القديمة في الصباح الباكر".utf8)),
  ]

  /// Bodies first; no text beyond its window, none cut inside a scalar, none begun once the window is full.
  @Test func bodiesFirstUpToTheWindow() {
    let sample = LanguageSample(texts).bytes
    #expect(sample == Array(String(repeating: "é", count: 2_000).utf8) + [0x0A])
    let short = LanguageSample([texts[0], texts[2]]).bytes
    #expect(short == texts[0].bytes + [0x0A] + texts[2].bytes + [0x0A])
  }

  /// Without the sample's bytes the answer is the same.
  @Test(arguments: ["en", "ar", "zh", "ru"])
  func contradictsAsItsBytesDo(language: String) throws {
    let scripts = try #require(LanguageScripts.scripts(of: language))
    for start in texts.indices {
      for end in start..<texts.count {
        let sample = LanguageSample(Array(texts[start...end]))
        let bytes = sample.bytes
        #expect(sample.contradicts(scripts) == ScriptCount.contradicts(bytes, 0..<bytes.count, scripts: scripts))
      }
    }
  }
}

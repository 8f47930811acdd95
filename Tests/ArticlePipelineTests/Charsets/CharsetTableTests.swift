import SentenceUnits
import Testing

@testable import ArticlePipeline

/// The tables are the C library's: these digests are what "equal bytes on any machine" hangs on for text that isn't in UTF-8.
@Suite struct CharsetTableTests {
  /// The first 16 digits of SHA-256 over each byte's text from 80 on and a line feed, `!` where there is none.
  ///
  /// Made with Python's codecs, that is with the Unicode Consortium's mapping files, not with a C library.
  @Test(arguments: [
    ("ibm866", "7ffc596cb77902c5"), ("koi8-r", "f218618f4b7487d2"), ("koi8-u", "c4488719a293c344"),
    ("windows-874", "72abed38b08a8f38"), ("iso-8859-2", "64a2f39a5149e90d"), ("iso-8859-3", "13fc893fb7668ce3"),
    ("iso-8859-4", "f1797db4019385e3"), ("iso-8859-5", "8ad41a95d05e78fd"), ("iso-8859-6", "a211a27f186d9dfb"),
    ("iso-8859-7", "00f896059f0db162"), ("iso-8859-8", "190dd09b7f370dcf"), ("iso-8859-10", "a8e24330345e4437"),
    ("iso-8859-13", "1374ef1d62d82230"), ("iso-8859-14", "c7fa312fa4a25485"), ("iso-8859-15", "edac8b0995c246a4"),
    ("iso-8859-16", "2db1a0d11369bd62"), ("windows-1250", "42d7676429438e5d"), ("windows-1251", "a9e3ccaf8e0022fd"),
    ("windows-1252", "d53ca13013edf8c3"), ("windows-1253", "4b582f6a47b6dca8"), ("windows-1254", "803a97c1bb68fcf6"),
    ("windows-1255", "3329a926fe2de449"), ("windows-1256", "56ff3c6d002bdedd"), ("windows-1257", "610087b4cadd2857"),
    ("windows-1258", "df0e2b31d2cad231"),
  ])
  func singleBytes(_ label: String, _ digest: String) throws {
    let values = (UInt8(0x80)...0xFF).map { [$0] }
    #expect(try Self.digest(label, values) == digest)
  }

  /// The same over all pairs of bytes from 8020 on.
  @Test(arguments: [
    ("shift_jis", "b65327c8ea8d435d"), ("euc-jp", "fab98d3c2de1bf02"), ("euc-kr", "c7cedae6e5f35ec8"),
    ("gb18030", "4b84836f6c3b3fa2"), ("big5", "cc6ecf8f714c3d12"), ("big5-hkscs", "fb3bc76d912c464e"),
  ])
  func pairs(_ label: String, _ digest: String) throws {
    let values = (UInt8(0x80)...0xFF).flatMap { first in (UInt8(0x20)...0xFF).map { [first, $0] } }
    #expect(try Self.digest(label, values) == digest)
  }

  private static func digest(_ label: String, _ values: [[UInt8]]) throws -> String {
    let charset = try #require(Charset.find(label))
    var message: [UInt8] = []
    for value in values {
      message += (try? CharsetDecoder.decode(value, from: charset, limit: 16).text) ?? [UInt8(ascii: "!")]
      message.append(0x0A)
    }
    var sha256 = try SHA256()
    return String(try sha256.digest(message).description.prefix(16))
  }
}

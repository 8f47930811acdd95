import Testing

@testable import SentenceUnits

@Suite("SHA-256")
struct SHA256Tests {
  /// From FIPS 180-4's examples and NIST's CAVP vectors.
  static let vectors: [(text: String, count: Int, digest: String)] = [
    ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ]

  @Test("gives the published digests", arguments: vectors)
  func vector(text: String, count: Int, digest: String) throws {
    var sha256 = try SHA256()
    let bytes = Array(String(repeating: text, count: count).utf8)
    let found = try sha256.digest(bytes)
    #expect(found.description == digest)
    #expect(try sha256.digest(bytes).description == digest, "a hasher is good for more than one digest")
  }

  @Test("an error names the function and what to look at")
  func error() {
    let error = HashingError(operation: "SHA256_Update")
    #expect(error.description.contains("SHA256_Update failed") && error.description.contains("ldd"))
  }
}

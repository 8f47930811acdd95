import Testing

@testable import KafkaClient

@Suite struct LibraryVersionTests {
  @Test func textIsTheLibrarys() {
    #expect(LibraryVersion.text.split(separator: ".").count >= 3)
  }

  @Test func theFloorIsMet() {
    #expect(LibraryVersion.isAtLeast(2, 0, 2))
    #expect(!LibraryVersion.isAtLeast(99, 0))
  }

  @Test(arguments: [
    (0x0200_02ff, 2, 0, 2, true), (0x0200_02ff, 2, 0, 3, false), (0x0200_02ff, 1, 9, 9, true),
    (0x0200_02ff, 2, 10, 0, false), (0x020a_00ff, 2, 10, 0, true), (0x020a_00ff, 2, 9, 30, true),
    (0x0300_0008, 2, 255, 255, true),
  ])
  func comparesByNumber(hexadecimal: Int, major: Int, minor: Int, patch: Int, isAtLeast: Bool) {
    #expect(LibraryVersion.isAtLeast(major, minor, patch, hexadecimal: hexadecimal) == isAtLeast)
  }
}

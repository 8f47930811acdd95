import Testing

@testable import ArticlePipeline
@testable import SentenceUnits

@Suite("Bytes written into room that may be too little")
struct ByteOutputTests {
  private func pieces(_ output: inout ByteOutput) {
    output.append("literal")
    output.append(0x2D as UInt8)
    output.append(littleEndian: 0x6463_6261 as UInt32)
    output.append(Digest128.zero)
    output.append(contentsOf: Array(" bytes".utf8))
    output.append(contentsOf: [] as [UInt8])
    output.append(contentsOf: " text 😀".utf8)
  }

  private let whole = Array(("literal-abcd" + String(repeating: "a", count: 26) + " bytes text 😀").utf8)

  @Test("counts what has no room, and writes nothing beyond it", arguments: 0...80)
  func room(_ room: Int) {
    var memory = [UInt8](repeating: 0xEE, count: 100)
    let count = memory.withUnsafeMutableBufferPointer { buffer in
      var output = ByteOutput(UnsafeMutableBufferPointer(rebasing: buffer[..<room]))
      pieces(&output)
      return output.count
    }
    #expect(count == whole.count)
    #expect(memory[room...].allSatisfy { $0 == 0xEE })
    if room >= count { #expect(Array(memory[..<count]) == whole) }
  }

  @Test("an array grows until everything has room")
  func growth() {
    for start in [0, 1, 63, 5000] {
      var array = [UInt8](repeating: 7, count: start)
      for turn in 0..<100 {
        let range = array.write(pieces)
        #expect(range == start + turn * whole.count..<start + (turn + 1) * whole.count)
        #expect(Array(array[range]) == whole)
      }
      #expect(array[..<start].allSatisfy { $0 == 7 })
    }
  }

  @Test("a long piece after many short ones") func longPiece() {
    let long = [UInt8](repeating: 9, count: 1 << 20)
    var array: [UInt8] = []
    _ = array.write { $0.append("short") }
    let range = array.write { $0.append(contentsOf: long) }
    #expect(range == 5..<5 + long.count && Array(array[range]) == long)
    #expect(array.write { _ in } == array.count..<array.count)
  }

  @Test("takes back and replaces only what was appended") func takingBack() {
    var array: [UInt8] = []
    _ = array.write { output in
      output.append("abcdef")
      output.truncate(to: 9)
      output.truncate(to: 3)
      output.replace(at: 1, with: 0x42)
      output.replace(at: 3, with: 0x42)
      output.replace(at: -1, with: 0x42)
      output.append("d")
    }
    #expect(String(decoding: array, as: UTF8.self) == "aBcd")
  }
}

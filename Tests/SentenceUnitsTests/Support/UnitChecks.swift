import Testing

@testable import SentenceUnits

/// What holds for every article, however it is cut.
func checkInvariants(_ cut: SegmentedArticle, _ note: String) {
  checkRebuilding(cut, note)
  checkLinks(cut, note)
  #expect(Set(cut.units.map(\.id)).count == cut.units.count, "\(note): two units share an id")
  for (index, field) in cut.source.fields.enumerated() {
    checkRanges(cut, index, String(decoding: field.bytes, as: UTF8.self), note)
    checkClusters(cut, index, field, note)
  }
}

private func checkRebuilding(_ cut: SegmentedArticle, _ note: String) {
  var reached = 0
  for (index, field) in cut.source.fields.enumerated() {
    let range = cut.units(inField: index)
    #expect(range.lowerBound == reached, "\(note): fields' units follow each other")
    reached = range.upperBound
    var rebuilt: [UInt8] = []
    for unit in cut.units[range] {
      rebuilt += cut.gapBytes(before: unit) + cut.bytes(of: unit)
      #expect(unit.field == index)
    }
    rebuilt += field.bytes[cut.trailingGap(inField: index)]
    #expect(rebuilt == field.bytes, "\(note): field \(index) is not rebuilt")
  }
  #expect(reached == cut.units.count)
}

private func checkLinks(_ cut: SegmentedArticle, _ note: String) {
  var block = 1
  for (index, unit) in cut.units.enumerated() {
    #expect(unit.sequence == index + 1)
    #expect(unit.block == block || unit.block == block + 1, "\(note): blocks that gave units are counted")
    block = unit.block
    let field = cut.units(inField: unit.field)
    let body = field.filter { cut.units[$0].kind.isBody }
    #expect(unit.previous == body.last { $0 < index })
    #expect(unit.next == body.first { $0 > index })
    let above = field.last { $0 < index && [.headline, .subheadline].contains(cut.units[$0].kind) }
    let part = { (field: Int) in cut.source.fields[field].scope.split(separator: "/").dropLast().joined() }
    let headline = cut.units.firstIndex { $0.kind == .headline && part($0.field) == part(unit.field) }
    #expect(unit.heading == above ?? (headline == index ? nil : headline))
  }
  if let first = cut.units.first { #expect(first.block == 1) }
}

private func checkRanges(_ cut: SegmentedArticle, _ field: Int, _ text: String, _ note: String) {
  let utf16 = Array(text.utf16)
  let scalars = Array(text.unicodeScalars)
  for unit in cut.units[cut.units(inField: field)] {
    let exact = cut.bytes(of: unit)
    #expect(!exact.isEmpty && String(validating: exact, as: UTF8.self) != nil, "\(note): a boundary inside a scalar")
    guard unit.range.utf16.upperBound <= utf16.count, unit.range.scalar.upperBound <= scalars.count else {
      Issue.record("\(note): a range reaches beyond the text")
      continue
    }
    #expect(
      String(decoding: utf16[unit.range.utf16], as: UTF16.self).utf8.elementsEqual(exact), "\(note): UTF-16 range")
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[unit.range.scalar])
    #expect(String(view).utf8.elementsEqual(exact), "\(note): scalar range")
  }
}

/// No unit begins or ends inside a grapheme cluster, unless its block does.
private func checkClusters(_ cut: SegmentedArticle, _ index: Int, _ field: SourceField, _ note: String) {
  let text = String(decoding: field.bytes, as: UTF8.self)
  var allowed: Set<Int> = [text.utf8.count]
  for place in text.indices { allowed.insert(text.utf8.distance(from: text.startIndex, to: place)) }
  for block in field.blocks {
    allowed.formUnion([block.range.lowerBound, block.range.upperBound])
  }
  for unit in cut.units[cut.units(inField: index)] {
    #expect(
      allowed.contains(unit.range.utf8.lowerBound) && allowed.contains(unit.range.utf8.upperBound),
      "\(note): unit \(unit.sequence) is cut inside a cluster: \(scalars(cut.text(of: unit)))")
  }
}

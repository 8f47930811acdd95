internal import SentenceUnits

extension ArticleRecordSet {
  /// Appends a unit's value.
  func writeUnit(_ unit: SentenceUnit, to output: inout [UInt8]) {
    let bytes = article.source.fields[unit.field].bytes
    JSONWriter.raw("{\"type\":\"unit\",\"schema\":\"unit/1\",\"id\":\"", to: &output)
    writeUnitID(unit.id, to: &output)
    JSONWriter.raw("\",", to: &output)
    output.append(contentsOf: identityJSON)
    JSONWriter.raw("\"seq\":", to: &output)
    JSONWriter.number(unit.sequence, to: &output)
    JSONWriter.raw(",\"field\":", to: &output)
    output.append(contentsOf: pointers[unit.field])
    JSONWriter.raw(",\"block\":{\"index\":", to: &output)
    JSONWriter.number(unit.block, to: &output)
    writeName(",\"kind\":", unit.kind.rawValue, to: &output)
    if let level = unit.level {
      JSONWriter.raw(",\"level\":", to: &output)
      JSONWriter.number(level, to: &output)
    }
    JSONWriter.raw("},\"range\":{", to: &output)
    writeRange("\"utf8\":[", unit.range.utf8, to: &output)
    writeRange(",\"utf16\":[", unit.range.utf16, to: &output)
    writeRange(",\"scalar\":[", unit.range.scalar, to: &output)
    JSONWriter.raw("},\"text\":", to: &output)
    JSONWriter.string(bytes, unit.range.utf8, to: &output)
    writeGap(",\"before\":", bytes, unit.gap, to: &output)
    writeName(",\"lang\":", unit.language.tag, to: &output)
    writeName(",\"langSource\":", unit.language.source.rawValue, to: &output)
    writeName(",\"dir\":", unit.language.direction.rawValue, to: &output)
    writeTranslate(unit.keep, to: &output)
    if let keep = unit.keep { writeName(",\"reason\":", keep.rawValue, to: &output) }
    writeContext(unit, to: &output)
    JSONWriter.raw(",\"hash\":{\"content\":\"", to: &output)
    unit.content.write(into: &output)
    JSONWriter.raw("\",\"context\":\"", to: &output)
    unit.context.write(into: &output)
    JSONWriter.raw("\"}", to: &output)
    writeFlags(unit.flags, to: &output)
    writeRulesAndEnd(to: &output)
  }

  /// Appends whether target text must be made.
  func writeTranslate(_ keep: KeepReason?, to output: inout [UInt8]) {
    if keep == nil {
      JSONWriter.raw(",\"translate\":true", to: &output)
    } else {
      JSONWriter.raw(",\"translate\":false", to: &output)
    }
  }

  /// Appends a member with a slice of a field, unless that is empty.
  func writeGap(_ member: StaticString, _ bytes: [UInt8], _ range: Range<Int>, to output: inout [UInt8]) {
    guard !range.isEmpty else { return }
    JSONWriter.raw(member, to: &output)
    JSONWriter.string(bytes, range, to: &output)
  }

  /// Appends a member with a name that needs no escape.
  func writeName(_ member: StaticString, _ name: String, to output: inout [UInt8]) {
    JSONWriter.raw(member, to: &output)
    output.append(UInt8(ascii: "\""))
    output.append(contentsOf: name.utf8)
    output.append(UInt8(ascii: "\""))
  }

  private func writeRange(_ member: StaticString, _ range: Range<Int>, to output: inout [UInt8]) {
    JSONWriter.raw(member, to: &output)
    JSONWriter.number(range.lowerBound, to: &output)
    output.append(UInt8(ascii: ","))
    JSONWriter.number(range.upperBound, to: &output)
    output.append(UInt8(ascii: "]"))
  }

  private func writeFlags(_ flags: UnitFlags, to output: inout [UInt8]) {
    var isFirst = true
    for (flag, name) in UnitFlags.names where flags.contains(flag) {
      if isFirst { JSONWriter.raw(",\"flags\":[", to: &output) } else { output.append(UInt8(ascii: ",")) }
      output.append(UInt8(ascii: "\""))
      output.append(contentsOf: name.utf8)
      output.append(UInt8(ascii: "\""))
      isFirst = false
    }
    if !isFirst { output.append(UInt8(ascii: "]")) }
  }

  /// Appends the neighbours: texts where they are asked for, ids always; nothing where there is none.
  private func writeContext(_ unit: SentenceUnit, to output: inout [UInt8]) {
    let start = output.count
    JSONWriter.raw(",\"context\":", to: &output)
    let opening = output.count
    if contextText > 0 {
      if let heading = text(of: unit.heading) {
        JSONWriter.raw(",\"heading\":", to: &output)
        JSONWriter.string(heading.bytes, heading.range, to: &output)
      }
      writeTexts(",\"before\":[", chain(unit.previous, \.previous).reversed(), to: &output)
      writeTexts(",\"after\":[", chain(unit.next, \.next), to: &output)
    }
    writeNeighbour(",\"prev\":\"", unit.previous, to: &output)
    writeNeighbour(",\"next\":\"", unit.next, to: &output)
    if output.count == opening {
      output.removeSubrange(start...)
    } else {
      // The first member's comma becomes the object's bracket.
      output[opening] = UInt8(ascii: "{")
      output.append(UInt8(ascii: "}"))
    }
  }

  private func writeNeighbour(_ member: StaticString, _ index: Int?, to output: inout [UInt8]) {
    guard let index, article.units.indices.contains(index) else { return }
    JSONWriter.raw(member, to: &output)
    writeUnitID(article.units[index].id, to: &output)
    output.append(UInt8(ascii: "\""))
  }

  private func writeTexts(_ member: StaticString, _ indices: some Sequence<Int>, to output: inout [UInt8]) {
    var isFirst = true
    for index in indices {
      guard let text = text(of: index) else { continue }
      if isFirst { JSONWriter.raw(member, to: &output) } else { output.append(UInt8(ascii: ",")) }
      JSONWriter.string(text.bytes, text.range, to: &output)
      isFirst = false
    }
    if !isFirst { output.append(UInt8(ascii: "]")) }
  }

  /// The neighbours one way, nearest first.
  private func chain(_ first: Int?, _ step: KeyPath<SentenceUnit, Int?>) -> [Int] {
    var chain: [Int] = []
    var next = first
    while chain.count < contextText, let index = next, article.units.indices.contains(index) {
      chain.append(index)
      next = article.units[index][keyPath: step]
    }
    return chain
  }

  private func text(of index: Int?) -> (bytes: [UInt8], range: Range<Int>)? {
    guard let index, article.units.indices.contains(index) else { return nil }
    let unit = article.units[index]
    return (article.source.fields[unit.field].bytes, unit.range.utf8)
  }
}

internal import SentenceUnits

extension ArticleRecordSet {
  /// Appends the value of the unit at an index; `chain` is scratch.
  func writeUnit(_ index: Int, _ shared: borrowing RecordsInCommon, _ chain: inout [Int], to output: inout ByteOutput) {
    let units = article.units.span
    writeUnit(units[index], index, shared, &chain, to: &output)
  }

  private func writeUnit(
    _ unit: borrowing SentenceUnit, _ index: Int, _ shared: borrowing RecordsInCommon, _ chain: inout [Int],
    to output: inout ByteOutput
  ) {
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
    shared.texts.write(index, to: &output)
    writeGap(",\"before\":", article.source.fields[unit.field].bytes, unit.gap, to: &output)
    shared.languages.write(unit.language, to: &output)
    writeTranslate(unit.keep, to: &output)
    if let keep = unit.keep { writeName(",\"reason\":", keep.rawValue, to: &output) }
    writeContext(unit, shared.texts, &chain, to: &output)
    JSONWriter.raw(",\"hash\":{\"content\":\"", to: &output)
    output.append(unit.content)
    JSONWriter.raw("\",\"context\":\"", to: &output)
    output.append(unit.context)
    JSONWriter.raw("\"}", to: &output)
    writeFlags(unit.flags, to: &output)
    writeRulesAndEnd(to: &output)
  }

  /// Appends whether target text must be made.
  func writeTranslate(_ keep: KeepReason?, to output: inout ByteOutput) {
    if keep == nil {
      JSONWriter.raw(",\"translate\":true", to: &output)
    } else {
      JSONWriter.raw(",\"translate\":false", to: &output)
    }
  }

  /// Appends a member with a slice of a field, unless that is empty.
  func writeGap(_ member: StaticString, _ bytes: [UInt8], _ range: Range<Int>, to output: inout ByteOutput) {
    guard !range.isEmpty else { return }
    JSONWriter.raw(member, to: &output)
    JSONWriter.string(bytes, range, to: &output)
  }

  /// Appends a member with a name that needs no escape.
  func writeName(_ member: StaticString, _ name: String, to output: inout ByteOutput) {
    JSONWriter.raw(member, to: &output)
    output.append(UInt8(ascii: "\""))
    output.append(contentsOf: name.utf8)
    output.append(UInt8(ascii: "\""))
  }

  private func writeRange(_ member: StaticString, _ range: Range<Int>, to output: inout ByteOutput) {
    JSONWriter.raw(member, to: &output)
    JSONWriter.number(range.lowerBound, to: &output)
    output.append(UInt8(ascii: ","))
    JSONWriter.number(range.upperBound, to: &output)
    output.append(UInt8(ascii: "]"))
  }

  private func writeFlags(_ flags: UnitFlags, to output: inout ByteOutput) {
    guard !flags.isEmpty else { return }
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
  private func writeContext(
    _ unit: borrowing SentenceUnit, _ texts: UnitTexts, _ chain: inout [Int], to output: inout ByteOutput
  ) {
    let start = output.count
    JSONWriter.raw(",\"context\":", to: &output)
    let opening = output.count
    if contextText > 0 {
      if let heading = unit.heading, article.units.indices.contains(heading) {
        JSONWriter.raw(",\"heading\":", to: &output)
        texts.write(heading, to: &output)
      }
      find(&chain, from: unit.previous, isBackward: true)
      chain.reverse()
      writeTexts(",\"before\":[", chain, texts, to: &output)
      find(&chain, from: unit.next, isBackward: false)
      writeTexts(",\"after\":[", chain, texts, to: &output)
    }
    writeNeighbour(",\"prev\":\"", unit.previous, to: &output)
    writeNeighbour(",\"next\":\"", unit.next, to: &output)
    if output.count == opening {
      output.truncate(to: start)
    } else {
      // The first member's comma becomes the object's bracket.
      output.replace(at: opening, with: UInt8(ascii: "{"))
      output.append(UInt8(ascii: "}"))
    }
  }

  private func writeNeighbour(_ member: StaticString, _ index: Int?, to output: inout ByteOutput) {
    let units = article.units.span
    guard let index, units.indices.contains(index) else { return }
    JSONWriter.raw(member, to: &output)
    writeUnitID(units[index].id, to: &output)
    output.append(UInt8(ascii: "\""))
  }

  private func writeTexts(_ member: StaticString, _ chain: [Int], _ texts: UnitTexts, to output: inout ByteOutput) {
    guard let first = chain.first else { return }
    JSONWriter.raw(member, to: &output)
    texts.write(first, to: &output)
    for index in chain.dropFirst() {
      output.append(UInt8(ascii: ","))
      texts.write(index, to: &output)
    }
    output.append(UInt8(ascii: "]"))
  }

  /// Puts the neighbours one way into `chain`, nearest first, as many as texts are asked for.
  private func find(_ chain: inout [Int], from first: Int?, isBackward: Bool) {
    chain.removeAll(keepingCapacity: true)
    let units = article.units.span
    var next = first
    while chain.count < contextText, let index = next, units.indices.contains(index) {
      chain.append(index)
      next = isBackward ? units[index].previous : units[index].next
    }
  }
}

internal import SentenceUnits

extension ArticleRecordSet {
  /// Appends the article record's value: all units, and with that which are gone.
  func writeArticle(to output: inout [UInt8]) {
    JSONWriter.raw("{\"type\":\"article\",\"schema\":\"article/1\",\"id\":\"", to: &output)
    writeArticleID(to: &output)
    JSONWriter.raw("\",", to: &output)
    output.append(contentsOf: identityJSON)
    JSONWriter.raw("\"status\":\"", to: &output)
    output.append(contentsOf: status.rawValue.utf8)
    JSONWriter.raw("\",\"units\":[", to: &output)
    for unit in article.units {
      if unit.sequence > 1 { output.append(UInt8(ascii: ",")) }
      output.append(UInt8(ascii: "\""))
      writeUnitID(unit.id, to: &output)
      output.append(UInt8(ascii: "\""))
    }
    JSONWriter.raw("]", to: &output)
    writeRulesAndEnd(to: &output)
  }

  /// Appends the manifest's value: every string that was read, as its units and the gaps between them.
  ///
  /// - Parameter digest: The SHA-256 of the input's value.
  func writeManifest(_ digest: Digest256?, to output: inout [UInt8]) {
    JSONWriter.raw("{\"schema\":\"manifest/1\",", to: &output)
    output.append(contentsOf: identityJSON)
    JSONWriter.raw("\"source\":{\"topic\":", to: &output)
    JSONWriter.string(record.topic, to: &output)
    JSONWriter.raw(",\"partition\":", to: &output)
    JSONWriter.number(Int(record.partition), to: &output)
    JSONWriter.raw(",\"offset\":", to: &output)
    JSONWriter.number(Int(record.offset), to: &output)
    writeName(",\"contentType\":", contentType.description, to: &output)
    if let charset { writeName(",\"charset\":", charset, to: &output) }
    JSONWriter.raw(",\"sha256\":\"", to: &output)
    digest?.writeHexadecimal(into: &output)
    JSONWriter.raw("\"},\"rules\":", to: &output)
    JSONWriter.string(rules, to: &output)
    JSONWriter.raw(",\"fields\":[", to: &output)
    var next = 0
    for index in article.source.fields.indices {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      writeField(index, &next, to: &output)
    }
    JSONWriter.raw("]}", to: &output)
  }

  /// Appends a field; `next` is the first unit that isn't written yet.
  private func writeField(_ index: Int, _ next: inout Int, to output: inout [UInt8]) {
    let bytes = article.source.fields[index].bytes
    JSONWriter.raw("{\"field\":", to: &output)
    output.append(contentsOf: pointers[index])
    JSONWriter.raw(",\"format\":\"text\",\"units\":[", to: &output)
    var end = 0
    while next < article.units.count, article.units[next].field == index {
      let unit = article.units[next]
      JSONWriter.raw(end == 0 ? "{\"id\":\"" : ",{\"id\":\"", to: &output)
      writeUnitID(unit.id, to: &output)
      JSONWriter.raw("\",\"text\":", to: &output)
      JSONWriter.string(bytes, unit.range.utf8, to: &output)
      writeGap(",\"before\":", bytes, unit.gap, to: &output)
      writeName(",\"kind\":", unit.kind.rawValue, to: &output)
      writeTranslate(unit.keep, to: &output)
      writeName(",\"lang\":", unit.language.tag, to: &output)
      JSONWriter.raw("}", to: &output)
      end = unit.range.utf8.upperBound
      next += 1
    }
    JSONWriter.raw("]", to: &output)
    writeGap(",\"after\":", bytes, end..<bytes.count, to: &output)
    JSONWriter.raw("}", to: &output)
  }
}

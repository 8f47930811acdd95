internal import SentenceUnits

extension ArticleRecordSet {
  /// Appends the article record's value: all units, and with that which are gone.
  func writeArticle(_ shared: borrowing RecordsInCommon, to output: inout ByteOutput) {
    JSONWriter.raw("{\"type\":\"article\",\"schema\":\"article/1\",\"id\":\"", to: &output)
    writeArticleID(to: &output)
    JSONWriter.raw("\",", to: &output)
    output.append(contentsOf: identityJSON)
    JSONWriter.raw("\"status\":\"", to: &output)
    output.append(contentsOf: status.rawValue.utf8)
    JSONWriter.raw("\",\"units\":[", to: &output)
    let units = article.units.span
    for index in units.indices {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      output.append(UInt8(ascii: "\""))
      writeUnitID(units[index].id, to: &output)
      output.append(UInt8(ascii: "\""))
    }
    JSONWriter.raw("]", to: &output)
    writeRulesAndEnd(to: &output)
  }

  /// Appends the manifest's value: every string that was read, as its units and the gaps between them.
  ///
  /// - Complexity: O(*n*) in the article's bytes.
  func writeManifest(_ shared: borrowing RecordsInCommon, to output: inout ByteOutput) {
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
    if let digest = shared.digest { JSONWriter.hexadecimal(digest, to: &output) }
    JSONWriter.raw("\"},\"rules\":", to: &output)
    JSONWriter.string(rules, to: &output)
    JSONWriter.raw(",\"fields\":[", to: &output)
    var next = 0
    for index in article.source.fields.indices {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      writeField(index, &next, shared, to: &output)
    }
    JSONWriter.raw("]}", to: &output)
  }

  /// Appends a field; `next` is the first unit that isn't written yet.
  private func writeField(
    _ index: Int, _ next: inout Int, _ shared: borrowing RecordsInCommon, to output: inout ByteOutput
  ) {
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
      shared.texts.write(next, to: &output)
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

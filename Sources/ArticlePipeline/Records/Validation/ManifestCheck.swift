internal import SentenceUnits

/// What can be said of a manifest alone.
struct ManifestCheck {
  let manifest: ManifestRecord
  let position: RecordPosition

  func run(_ log: inout FindingLog, _ hasher: inout IdentityHasher) throws(HashingError) {
    var pointers: Set<[UInt8]> = []
    for (index, field) in manifest.fields.enumerated()
    where !pointers.insert(Array(field.field.utf8)).inserted {
      log.add(.manifestField, position, "/fields/\(index)/field", "a pointer of its own; '\(field.field)' stands twice")
    }
    for (index, field) in manifest.fields.enumerated() where field.units.isEmpty && field.after.isEmpty {
      log.add(.manifestField, position, "/fields/\(index)", "a string that isn't empty")
    }
    try checkIDs(&log, &hasher)
    try checkRebuilt(&log, &hasher)
  }

  /// Plain text is rebuilt byte for byte, and its digest is known; of other inputs the strings are, but not the document around.
  private func checkRebuilt(_ log: inout FindingLog, _ hasher: inout IdentityHasher) throws(HashingError) {
    let source = manifest.source
    guard source.contentType == "text/plain", source.charset == nil, manifest.fields.count == 1 else { return }
    let digest = try hasher.sha256(of: Array(manifest.fields[0].text.utf8).span).description
    if digest != source.sha256 {
      log.add(
        .manifestRebuild, position, "/fields/0",
        "texts and gaps that rebuild the input; theirs has the SHA-256 \(digest)")
    }
  }

  private func checkIDs(_ log: inout FindingLog, _ hasher: inout IdentityHasher) throws(HashingError) {
    var units: [IdentityCheck.Unit] = []
    var places: [String] = []
    var runs: [FieldRun] = []
    var seen: Set<[UInt8]> = []
    for (fieldIndex, field) in manifest.fields.enumerated() where !field.units.isEmpty {
      runs.append(FieldRun(pointer: field.field, units: units.count..<units.count + field.units.count))
      for (unitIndex, unit) in field.units.enumerated() {
        let place = "/fields/\(fieldIndex)/units/\(unitIndex)"
        let content = try hasher.content(of: Array(unit.text.utf8).span)
        if content == nil {
          log.add(.unitContent, position, place + "/text", "a text that doesn't normalise to nothing")
        }
        if !seen.insert(Array(unit.id.utf8)).inserted {
          log.add(.unitTwice, position, place + "/id", "an id of its own; another unit of the article has this one")
        }
        units.append(IdentityCheck.Unit(id: unit.id, content: content, language: unit.language, isDeclared: false))
        places.append(place + "/id")
      }
    }
    let identity = try IdentityCheck(
      article: manifest.article.uri, language: manifest.article.language, units, runs, &hasher)
    for (index, due) in identity.wrong { log.add(.manifestID, position, places[index], due) }
    for number in identity.unknown {
      log.add(
        .scopeUnknown, position, places[runs[number].units.lowerBound],
        "a scope that the record tells; the ids of this translation can't be checked")
    }
  }
}

/// NFC of a cluster: what stands from a starter up to the next scalar that can't join with anything before it (UAX #15, §9).
extension TextNormaliser {
  /// Normalises the cluster that the scalar at an offset belongs to; its beginning, which is in the output, is taken back.
  mutating func composeCluster(
    _ text: Span<UInt8>, at offset: Int, _ pass: inout NormalisationPass, _ output: inout [UInt8]
  ) {
    if composePair(text, at: offset, &pass, &output) { return }
    cluster.removeAll(keepingCapacity: true)
    takeBack(from: &output, downTo: pass.start)
    var end = offset
    while end < text.count {
      let (scalar, length) = UTF8Text.scalar(in: text, at: end)
      let traits = ScalarTraits(rawValue: tables.traits[scalar])
      if traits.kind != .dropped {
        if traits.isBoundary || traits.kind != .ordinary || scalar == UTF8Text.invalid { break }
        decompose(scalar)
      }
      end += length
    }
    order()
    compose()
    for index in cluster.indices { UTF8Text.append(cluster[index] & 0x1F_FFFF, to: &output) }
    pass.resume(at: end, behind: pass.last(of: output) ?? 0x20)
  }

  /// Does the commonest cluster: a starter in the output and one scalar behind it, neither of which decomposes.
  private func composePair(
    _ text: Span<UInt8>, at offset: Int, _ pass: inout NormalisationPass, _ output: inout [UInt8]
  ) -> Bool {
    guard output.count > pass.start else { return false }
    let (scalar, length) = UTF8Text.scalar(in: text, at: offset)
    let end = offset + length
    if end < text.count {
      let next = ScalarTraits(rawValue: tables.traits[UTF8Text.scalar(in: text, at: end).value])
      guard next.isBoundary, next.kind != .dropped else { return false }
    }
    let (starter, starterLength) = UTF8Text.scalar(in: output.span, before: output.count, from: pass.start)
    let traits = ScalarTraits(rawValue: tables.traits[starter])
    guard starter != UTF8Text.invalid, traits.isBoundary, !traits.decomposes,
      !ScalarTraits(rawValue: tables.traits[scalar]).decomposes
    else { return false }
    if let composite = tables.compositions.composite(starter, scalar) {
      output.removeLast(starterLength)
      UTF8Text.append(composite, to: &output)
    } else {
      UTF8Text.append(scalar, to: &output)
    }
    pass.resume(at: end, behind: 0x80)
    return true
  }

  /// Moves the last starter of the output and the marks behind it into the cluster.
  private mutating func takeBack(from output: inout [UInt8], downTo start: Int) {
    var cut = output.count
    while cut > start {
      let (scalar, length) = UTF8Text.scalar(in: output.span, before: cut, from: start)
      if scalar == UTF8Text.invalid { break }
      cut -= length
      if ScalarTraits(rawValue: tables.traits[scalar]).combiningClass == 0 { break }
    }
    var offset = cut
    while offset < output.count {
      let (scalar, length) = UTF8Text.scalar(in: output.span, at: offset)
      decompose(scalar)
      offset += length
    }
    output.removeSubrange(cut...)
  }

  private mutating func decompose(_ scalar: UInt32) {
    let traits = ScalarTraits(rawValue: tables.traits[scalar])
    guard traits.decomposes else {
      cluster.append(UInt32(traits.combiningClass) << 24 | scalar)
      return
    }
    let tables = tables
    tables.decompositions.forEach(of: scalar) { part in
      cluster.append(UInt32(tables.traits[part] & 0xFF) << 24 | part)
    }
  }

  /// Puts each run of marks into canonical order: by combining class, equal ones as they stand.
  private mutating func order() {
    var first = 0
    while first < cluster.count {
      guard cluster[first] >> 24 != 0 else {
        first += 1
        continue
      }
      var end = first + 1
      while end < cluster.count, cluster[end] >> 24 != 0 { end += 1 }
      if end - first > 32 { sortLongRun(first..<end) } else { sortRun(first..<end) }
      first = end
    }
  }

  /// Insertion sort, for the few marks that real text has.
  private mutating func sortRun(_ run: Range<Int>) {
    for index in run.dropFirst() {
      let entry = cluster[index]
      var place = index
      while place > run.lowerBound, cluster[place - 1] >> 24 > entry >> 24 {
        cluster[place] = cluster[place - 1]
        place -= 1
      }
      cluster[place] = entry
    }
  }

  /// Counting sort, so that a text of nothing but marks takes no longer than another.
  private mutating func sortLongRun(_ run: Range<Int>) {
    var places = [Int](repeating: 0, count: 257)
    for index in run { places[Int(cluster[index] >> 24) + 1] += 1 }
    for value in 1..<257 { places[value] += places[value - 1] }
    let entries = Array(cluster[run])
    for entry in entries {
      let value = Int(entry >> 24)
      cluster[run.lowerBound + places[value]] = entry
      places[value] += 1
    }
  }

  /// Joins each starter with what follows and is not blocked from it.
  private mutating func compose() {
    var kept = 0
    var starter: Int?
    var lastClass: UInt32 = 0
    for index in cluster.indices {
      let entry = cluster[index]
      let value = entry >> 24
      let scalar = entry & 0x1F_FFFF
      if let starter, kept == starter + 1 || lastClass < value,
        let composite = tables.compositions.composite(cluster[starter] & 0x1F_FFFF, scalar)
      {
        cluster[starter] = composite
        continue
      }
      if value == 0 { starter = kept }
      lastClass = value
      cluster[kept] = entry
      kept += 1
    }
    cluster.removeSubrange(kept...)
  }
}

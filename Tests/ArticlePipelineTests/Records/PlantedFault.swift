import Foundation
import Testing

@testable import ArticlePipeline

/// A breach of the contract that is put into an article's records, and the rule that must tell.
struct PlantedFault: Sendable, CustomTestStringConvertible {
  let name: String
  let rule: RecordRule
  /// Where it must be told; anywhere where that doesn't matter.
  var place: String?
  let change: @Sendable (inout [CheckedRecords.Topical]) -> Void

  var testDescription: String { name }

  static let source = input(
    #"{"uri":"urn:x:1","version":"1","language":"en","headline":"Ferries return","body":"One came. Two came. Three came.\n#sea\nTwo came.\nLast one. And gone.","captions":["A boat.","A boat."]}"#,
    key: "urn:x:1", headers: [("content-type", "application/json")])

  /// Sets a member, or a member of a member.
  static func set(_ records: inout [CheckedRecords.Topical], _ index: Int, _ path: [String], _ value: Any?) {
    var object = records[index].object
    if path.count == 2 {
      var inner = object[path[0]] as? [String: Any] ?? [:]
      inner[path[1]] = value
      object[path[0]] = inner
    } else {
      object[path[0]] = value
    }
    records[index].object = object
  }

  private static func manifestUnit(_ records: inout [CheckedRecords.Topical], _ member: String, _ value: Any) {
    let last = records.count - 1
    var object = records[last].object
    var fields = object["fields"] as? [[String: Any]] ?? []
    var units = fields[1]["units"] as? [[String: Any]] ?? []
    units[1][member] = value
    fields[1]["units"] = units
    object["fields"] = fields
    records[last].object = object
  }

  // Units: 0 headline; 1–3 sentences; 4 hashtags; 5 "Two came." again; 6, 7; 8, 9 captions; then the article record, the manifest.
  static let all: [PlantedFault] = [
    PlantedFault(name: "another's id", rule: .unitID, place: "/id") {
      set(&$0, 1, ["id"], "uaaaaaaaaaaaaaaaaaaaaaaaaaa")
    },
    PlantedFault(name: "the text of an id changed", rule: .unitContent, place: "/hash/content") {
      set(&$0, 1, ["text"], "One game.")
    },
    PlantedFault(name: "a content hash of something else", rule: .unitContent) {
      set(&$0, 2, ["hash", "content"], "aaaaaaaaaaaaaaaaaaaaaaaaaa")
    },
    PlantedFault(name: "a context hash of something else", rule: .unitContextHash, place: "/hash/context") {
      set(&$0, 2, ["hash", "context"], "aaaaaaaaaaaaaaaaaaaaaaaaaa")
    },
    PlantedFault(name: "a text that normalises to nothing", rule: .unitContent, place: "/text") {
      set(&$0, 1, ["text"], "\u{200B}")
    },
    PlantedFault(name: "bytes too long", rule: .unitLength, place: "/range/utf8") {
      set(&$0, 1, ["range", "utf8"], [0, 10])
    },
    PlantedFault(name: "UTF-16 too long", rule: .unitLength, place: "/range/utf16") {
      set(&$0, 1, ["range", "utf16"], [0, 10])
    },
    PlantedFault(name: "scalars too short", rule: .unitLength, place: "/range/scalar") {
      set(&$0, 1, ["range", "scalar"], [0, 8])
    },
    PlantedFault(name: "more scalars than bytes", rule: .unitRange) { set(&$0, 2, ["range", "scalar"], [30, 39]) },
    PlantedFault(name: "a range upside down", rule: .member) { set(&$0, 2, ["range", "scalar"], [9, 1]) },
    PlantedFault(name: "a gap swallowed", rule: .unitTile, place: "/range") { set(&$0, 2, ["before"], nil) },
    PlantedFault(name: "a range moved", rule: .unitTile) {
      set(&$0, 2, ["range"], ["utf8": [11, 20], "utf16": [11, 20], "scalar": [11, 20]])
    },
    PlantedFault(name: "a unit missing", rule: .unitSequence, place: "/seq") { $0.remove(at: 3) },
    PlantedFault(name: "the last unit missing", rule: .articleUnits, place: "/units/9") { $0.remove(at: 9) },
    PlantedFault(name: "two units swapped", rule: .unitSequence) { $0.swapAt(2, 3) },
    PlantedFault(name: "a number wrong", rule: .unitSequence) { set(&$0, 4, ["seq"], 17) },
    PlantedFault(name: "a unit that isn't listed", rule: .articleUnits, place: "/units") { records in
      var ids = records[10].object["units"] as? [String] ?? []
      ids.removeLast()
      set(&records, 10, ["units"], ids)
    },
    PlantedFault(name: "the list in another order", rule: .articleUnits, place: "/units") { records in
      set(&records, 10, ["units"], Array((records[10].object["units"] as? [String] ?? []).reversed()))
    },
    PlantedFault(name: "no article record", rule: .articleOpen) { $0.remove(at: 10) },
    PlantedFault(name: "another article's id", rule: .articleID) {
      set(&$0, 10, ["id"], "aaaaaaaaaaaaaaaaaaaaaaaaaaa")
    },
    PlantedFault(name: "another version within a set", rule: .articleIdentity) {
      set(&$0, 3, ["article", "version"], "2")
    },
    PlantedFault(name: "other rules within a set", rule: .articleIdentity) { set(&$0, 3, ["rules"], "9.0.0+aaaaaa") },
    PlantedFault(name: "another uri", rule: .unitSequence) { set(&$0, 3, ["article", "uri"], "urn:x:2") },
    PlantedFault(name: "the wrong neighbour before", rule: .unitNeighbour, place: "/context/prev") { records in
      set(&records, 2, ["context", "prev"], records[3].object["id"])
    },
    PlantedFault(name: "a neighbour behind forgotten", rule: .unitNeighbour, place: "/context/next") {
      set(&$0, 2, ["context", "next"], nil)
    },
    PlantedFault(name: "a neighbour's text wrong", rule: .unitContextText, place: "/context/before") {
      set(&$0, 2, ["context", "before"], ["Someone else came."])
    },
    PlantedFault(name: "a neighbour's text forgotten", rule: .unitContextText, place: "/context/after") {
      set(&$0, 2, ["context", "after"], nil)
    },
    PlantedFault(name: "another heading", rule: .unitHeading) { set(&$0, 2, ["context", "heading"], "Ferries sink") },
    PlantedFault(name: "a heading forgotten", rule: .unitHeading) { set(&$0, 2, ["context", "heading"], nil) },
    PlantedFault(name: "a block skipped", rule: .unitBlock) { set(&$0, 5, ["block", "index"], 9) },
    PlantedFault(name: "two kinds in a block", rule: .unitBlock) { set(&$0, 2, ["block", "kind"], "listItem") },
    PlantedFault(name: "a field of its own inside another", rule: .unitField) { set(&$0, 2, ["field"], "/headline") },
    PlantedFault(name: "hashtags to be translated", rule: .unitReason) { records in
      var object = records[4].object
      object["translate"] = true
      object["reason"] = nil
      records[4].object = object
    },
    PlantedFault(name: "a unit again with other bytes", rule: .unitDiffers) { records in
      var again = records[2]
      again.object["dir"] = "rtl"
      records.insert(again, at: 3)
    },
    PlantedFault(name: "a second attempt that differs", rule: .unitDiffers) { records in
      var first = Array(records[0...2])
      first[1].object["dir"] = "rtl"
      records.insert(contentsOf: first, at: 0)
    },
    PlantedFault(name: "a manifest's id wrong", rule: .manifestID, place: "/fields/1/units/1/id") {
      manifestUnit(&$0, "id", "uaaaaaaaaaaaaaaaaaaaaaaaaaa")
    },
    PlantedFault(name: "a manifest that lists other units", rule: .manifestUnits) {
      manifestUnit(&$0, "id", "uaaaaaaaaaaaaaaaaaaaaaaaaaa")
    },
    PlantedFault(name: "a manifest with another gap", rule: .manifestTexts) { manifestUnit(&$0, "before", "  ") },
    PlantedFault(name: "a manifest with another kind", rule: .manifestTexts) { manifestUnit(&$0, "kind", "listItem") },
    PlantedFault(name: "a manifest with a field twice", rule: .manifestField) { records in
      let fields = records[11].object["fields"] as? [Any] ?? []
      set(&records, 11, ["fields"], fields + [fields[0]])
    },
    PlantedFault(name: "a manifest missing", rule: .manifestMissing) { records in
      var other = records[11]
      other.object["article"] = ["uri": "urn:other"]
      records[11] = other
    },
    PlantedFault(name: "a manifest in another partition", rule: .manifestPartition) { $0[11].partition = 4 },
    PlantedFault(name: "an article record in another partition", rule: .articleUnits) { $0[10].partition = 4 },
    PlantedFault(name: "a unit under another key", rule: .key) { $0[2].key = Array("x".utf8) },
    PlantedFault(name: "a manifest under another key", rule: .key) { $0[11].key = nil },
    PlantedFault(name: "no rules in the headers", rule: .header, place: "header nuqta-rules") {
      $0[2].set(header: "nuqta-rules", nil)
    },
    PlantedFault(name: "another type in the headers", rule: .header, place: "header ce_type") {
      $0[2].set(header: "ce_type", "nuqta.article.v1")
    },
    PlantedFault(name: "an event's id without a hash", rule: .header, place: "header ce_id") { records in
      records[2].set(header: "ce_id", "u.x")
    },
    PlantedFault(name: "another content's hash", rule: .header, place: "header ce_id") { records in
      let id = records[2].object["id"] as? String ?? ""
      records[2].set(header: "ce_id", "\(id).0123456789abcdef")
    },
    PlantedFault(name: "a header twice", rule: .header, place: "header content-type") {
      $0[2].headers.append(RecordHeader(name: "content-type", value: Array("application/json".utf8)))
    },
    PlantedFault(name: "another subject", rule: .header, place: "header ce_subject") {
      $0[11].set(header: "ce_subject", "urn:x:2")
    },
    PlantedFault(name: "another time", rule: .header, place: "header ce_time") {
      $0[10].set(header: "ce_time", "2026-01-01T00:00:00Z")
    },
    PlantedFault(name: "another schema", rule: .header, place: "header ce_dataschema") {
      $0[10].set(header: "ce_dataschema", "x")
    },
    PlantedFault(name: "another source than the value's", rule: .header, place: "header ce_source") {
      $0[11].set(header: "ce_source", "nuqta/other")
    },
    PlantedFault(name: "a unit of another time", rule: .timestamp) { $0[2].timestamp = 5 },
    PlantedFault(name: "no time", rule: .timestamp) { $0[11].timestamp = 0 },
    PlantedFault(name: "a manifest among units", rule: .schemaKind) { $0[11].stream = .units },
    PlantedFault(name: "no record at all", rule: .schemaKind) { $0[2].value = Array("{}".utf8) },
    PlantedFault(name: "no JSON", rule: .json) { $0[2].value = Array("{\"a\":".utf8) },
    PlantedFault(name: "a member twice", rule: .json) { records in
      records[2].value = Array("{\"type\":\"unit\",".utf8) + (records[2].value ?? []).dropFirst()
    },
    PlantedFault(name: "a null value that takes nothing away", rule: .tombstone) { records in
      records[2].value = nil
      records[2].key = Array("x".utf8)
    },
  ]
}

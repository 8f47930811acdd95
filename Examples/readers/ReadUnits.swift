// Reads whole articles from records of the topic sentence-units, one a line on standard input:
//
//   kcat -C -b localhost:9092 -G my-translator -X isolation.level=read_committed -u sentence-units | swift ReadUnits.swift
//   nuqta segment --format jsonl article.txt | swift ReadUnits.swift
//
// The same types and the same loop serve any Swift client of Kafka.

import Foundation

/// The members that this reader uses; unknown ones are passed over, so newer records still decode.
struct Record: Decodable {
  struct Article: Decodable {
    let uri: String
    let version: String?
    let language: String?
  }

  struct Hash: Decodable {
    let content: String
  }

  let type: String
  let id: String
  let article: Article
  // Of a unit:
  let text: String?
  let lang: String?
  let translate: Bool?
  let hash: Hash?
  // Of an article record:
  let status: String?
  let units: [String]?
}

/// Puts units together until the article record says that the set is complete.
struct ArticleAssembler {
  private var open: [String: [String: Record]] = [:]

  /// Takes a record; gives the units in order where the record closes an article.
  mutating func add(_ record: Record) -> [Record]? {
    let uri = record.article.uri
    if record.type == "unit" {
      // At least once, a part of an article may come before the whole: the same ids again, with the same content.
      open[uri, default: [:]][record.id] = record
      return nil
    }
    let units = open.removeValue(forKey: uri) ?? [:]
    // The article record is the authority: a unit that it doesn't list is of an attempt that came to nothing.
    return (record.units ?? []).compactMap { units[$0] }
  }
}

var assembler = ArticleAssembler()
let decoder = JSONDecoder()
while let line = readLine() {
  let record = try decoder.decode(Record.self, from: Data(line.utf8))
  guard let units = assembler.add(record) else { continue }
  print(record.article.uri, record.status ?? "", "\(units.count) units")
  for unit in units where unit.translate == true {
    // hash.content, equal for equal text in any article, is the key of a translation memory.
    print(" ", unit.hash?.content ?? "", unit.lang ?? "", unit.text ?? "")
  }
}

import Foundation

/// Our records as Foundation's coders would hold them, member by member: the same work, done the usual way.
enum FoundationModels {
  struct Message: Codable {
    let uri: String
    let version: String?
    let language: String?
    let headline: String?
    let byline: String?
    let body: String
  }

  struct Article: Codable {
    let uri: String
    let version: String?
    let language: String?
  }

  struct Unit: Codable {
    struct Block: Codable {
      let index: Int
      let kind: String
      let level: Int?
    }
    struct Ranges: Codable {
      let utf8: [Int]
      let utf16: [Int]
      let scalar: [Int]
    }
    struct Context: Codable {
      let heading: String?
      let before: [String]?
      let after: [String]?
      let prev: String?
      let next: String?
    }
    struct Hashes: Codable {
      let content: String
      let context: String
    }
    let type, schema, id: String
    let article: Article
    let seq: Int
    let field: String
    let block: Block
    let range: Ranges
    let text: String
    let before: String?
    let lang, langSource, dir: String
    let translate: Bool
    let reason: String?
    let context: Context?
    let hash: Hashes
    let flags: [String]?
    let rules: String
  }

  struct ArticleRecord: Codable {
    let type, schema, id: String
    let article: Article
    let status: String
    let units: [String]
    let rules: String
  }

  struct Manifest: Codable {
    struct Source: Codable {
      let topic: String
      let partition, offset: Int
      let contentType, sha256: String
    }
    struct Unit: Codable {
      let id, text: String
      let before: String?
      let kind: String
      let translate: Bool
      let lang: String
    }
    struct Field: Codable {
      let field, format: String
      let units: [Unit]
      let after: String?
    }
    let schema: String
    let article: Article
    let source: Source
    let rules: String
    let fields: [Field]
  }
}

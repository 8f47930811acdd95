/// Members that say which article it is, in which state and language, and what stands around it: the same in all dialects.
///
/// Their numbers in `MemberNames` are their places here.
enum StructuralMember: String, CaseIterable {
  case uri, id, version, language, inLanguage
  case pubStatus, pubstatus, status
  case translations
  // Envelopes and lists.
  case specversion, data
  case dataBase64 = "data_base64"
  case datacontenttype, subject, item, items, article, articles
  case graph = "@graph"
  case type = "@type"

  /// The member's number in `MemberNames`.
  var number: UInt8 {
    switch self {
    case .uri: 0
    case .id: 1
    case .version: 2
    case .language: 3
    case .inLanguage: 4
    case .pubStatus: 5
    case .pubstatus: 6
    case .status: 7
    case .translations: 8
    case .specversion: 9
    case .data: 10
    case .dataBase64: 11
    case .datacontenttype: 12
    case .subject: 13
    case .item: 14
    case .items: 15
    case .article: 16
    case .articles: 17
    case .graph: 18
    case .type: 19
    }
  }
}

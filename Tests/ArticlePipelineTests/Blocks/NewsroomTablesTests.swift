import Foundation
import Testing

@testable import ArticlePipeline

/// The generated tables hold what Data/newsroom holds; run Scripts/generate-newsroom-tables.py where they don't.
@Suite struct NewsroomTablesTests {
  static let lists: [(name: String, table: StaticString)] = [
    ("byline-closers", NewsroomTables.bylineClosers), ("byline-labels", NewsroomTables.bylineLabels),
    ("byline-openers", NewsroomTables.bylineOpeners),
    ("byline-roles", NewsroomTables.bylineRoles), ("corrections", NewsroomTables.corrections),
    ("credit-labels", NewsroomTables.creditLabels),
    ("credit-lines", NewsroomTables.creditLines), ("credit-openers", NewsroomTables.creditOpeners),
    ("date-fillers", NewsroomTables.dateFillers),
    ("dates", NewsroomTables.dates), ("frequent-words", NewsroomTables.frequentWords),
    ("kickers", NewsroomTables.kickers),
    ("organisations", NewsroomTables.organisations), ("photo-labels", NewsroomTables.photoLabels),
    ("providers", NewsroomTables.providers),
    ("related", NewsroomTables.related), ("timestamps", NewsroomTables.timestamps),
  ]

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Data/newsroom")

  @Test func tablesAreCurrent() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".txt") }
      .sorted()
    #expect(files == Self.lists.map { "\($0.name).txt" })
    for (name, table) in Self.lists {
      let text = try String(contentsOf: Self.folder.appendingPathComponent("\(name).txt"), encoding: .utf8)
      let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      #expect(table.description.split(separator: "\n") == lines, "\(name)")
    }
  }

  @Test func listsSayTheirSource() throws {
    for (name, _) in Self.lists {
      let text = try String(contentsOf: Self.folder.appendingPathComponent("\(name).txt"), encoding: .utf8)
      #expect(text.contains("# Source: ") && text.contains("Licence: "), "\(name)")
    }
  }

  /// Composed and decomposed text, letter variants, case and marks fold alike.
  @Test(arguments: [
    ("Élodie", "E\u{301}LODIE"), ("بقلم", "بـقـلم"), ("إقرأ أيضاً", "اقرا ايضا"), ("ک ی", "ك ي"), ("ٱلقدس", "القدس"),
    ("ТЕКСТ", "текст"), ("ёлка", "елка"), ("й", "и\u{306}"),
    ("Ａ：１", "a:1"), ("٣۴५", "345"), ("«x»", "\"x\""), ("a—b", "a-b"), ("  a \u{A0} b ", "a b"), ("به‌روز", "بهروز"),
    ("फ़ोटो", "फ\u{93C}ोटो"), ("İı", "ii"), ("שָׁלוֹם", "שלום"), ("ß", "ss"), ("ΆΣ", "ας"),
  ])
  func folding(_ left: String, _ right: String) {
    #expect(TextFold.fold(left) == TextFold.fold(right))
  }
}

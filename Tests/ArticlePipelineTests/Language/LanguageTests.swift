import SentenceUnits
import Testing

@testable import ArticlePipeline

@Suite struct LanguageTests {
  /// One sentence a language, written for this test.
  @Test(arguments: [
    ("ar", "قال المدير إن المكتبة التي احترقت هذا الشتاء ستفتح أبوابها بعد الصيف على ما يبدو."),
    ("fa", "مدیر کتابخانه گفت که این ساختمان پس از پایان تابستان برای خوانندگان باز می‌شود و کارها خوب پیش رفته است."),
    ("ur", "لائبریری کے منتظم نے کہا ہے کہ یہ عمارت گرمیوں کے بعد پڑھنے والوں کے لیے کھول دی جائے گی۔"),
    ("ps", "د کتابتون مشر ویلي چې دا ودانۍ به د اوړي له پای وروسته د لوستونکو پر مخ پرانيستل شي او کار یې ښه روان دی."),
    ("ckb", "بەڕێوەبەری کتێبخانەکە گوتی ئەم باڵەخانەیە لە دوای هاوین بۆ خوێنەران دەکرێتەوە."),
    ("he", "מנהלת הספרייה אמרה כי הבניין ייפתח שוב לקוראים לאחר הקיץ, אבל לא כל הספרים יחזרו."),
    ("yi", "דער דירעקטאָר פֿון דער ביבליאָטעק האָט געזאָגט אַז זי וועט זיך עפֿענען נאָך דעם זומער און אַלע זענען צופֿרידן."),
    ("ru", "Директор библиотеки сказала, что здание откроется для читателей после лета, но не все книги вернутся."),
    (
      "uk",
      "Директорка бібліотеки сказала, що будівля відкриється для читачів після літа, але не всі книжки повернуться."
    ),
    (
      "bg",
      "Директорката на библиотеката каза, че сградата ще отвори за читателите след лятото, но не всички книги ще се върнат."
    ),
    ("zh", "图书馆馆长说，大楼将在夏天之后重新向读者开放，但并非所有的书都会回来。"),
    ("ja", "図書館の館長は、建物が夏の後に再び開くと話したが、すべての本が戻るわけではない。"),
    ("ko", "도서관장은 건물이 여름이 지나면 다시 문을 열 것이라고 말했지만 모든 책이 돌아오지는 않는다."),
    (
      "en",
      "The head of the library said that the building would open to readers after the summer, but not all of the books will return."
    ),
    (
      "de",
      "Die Leiterin der Bibliothek sagte, dass das Gebäude nach dem Sommer wieder für Leser öffnet, aber nicht alle Bücher zurückkehren."
    ),
    (
      "fr",
      "La directrice de la bibliothèque a dit que le bâtiment serait ouvert aux lecteurs après l'été, mais pas avec tous les livres."
    ),
    (
      "es",
      "La directora de la biblioteca dijo que el edificio abrirá para los lectores después del verano, pero no con todos los libros."
    ),
    (
      "pt",
      "A diretora da biblioteca disse que o edifício não vai abrir para os leitores antes do fim do verão, mas os livros estão a salvo."
    ),
    (
      "it",
      "La direttrice della biblioteca ha detto che l'edificio non aprirà ai lettori prima della fine dell'estate, ma i libri sono al sicuro."
    ),
    (
      "nl",
      "De directeur van de bibliotheek zei dat het gebouw na de zomer weer open gaat voor lezers, maar niet alle boeken komen terug."
    ),
    (
      "tr",
      "Kütüphanenin müdürü, binanın yazdan sonra okurlar için yeniden açılacağını söyledi, ancak bütün kitaplar geri dönmeyecek."
    ),
    (
      "pl",
      "Dyrektorka biblioteki powiedziała, że budynek będzie otwarty dla czytelników po lecie, ale nie wszystkie książki wrócą."
    ),
    (
      "sv",
      "Chefen för biblioteket sade att huset öppnar för läsare efter sommaren, men att inte alla böcker kommer tillbaka."
    ),
    ("hi", "पुस्तकालय के प्रमुख ने कहा कि यह इमारत गर्मी के बाद पाठकों के लिए खोली जाएगी, लेकिन सभी किताबें नहीं लौटेंगी।"),
    ("bn", "গ্রন্থাগারের প্রধান বলেছেন, গ্রীষ্মের পর ভবনটি পাঠকদের জন্য খুলবে।"),
    ("th", "ผู้อำนวยการห้องสมุดกล่าวว่าอาคารจะเปิดให้ผู้อ่านอีกครั้งหลังฤดูร้อน"), ("el", "Η βιβλιοθήκη θα ανοίξει μετά το καλοκαίρι."),
    ("am", "ቤተ መጻሕፍቱ ከክረምት በኋላ ይከፈታል።"), ("ar", "ترامب يفوز"),
    (
      "vi",
      "Giám đốc thư viện nói rằng tòa nhà sẽ mở cửa cho người đọc sau mùa hè và không phải tất cả các sách đều trở về."
    ),
    (
      "id",
      "Kepala perpustakaan mengatakan bahwa gedung itu akan dibuka untuk para pembaca setelah musim panas, tetapi tidak semua buku kembali."
    ),
  ])
  func detection(_ tag: String, _ text: String) {
    let bytes = Array(text.utf8)
    #expect(LanguageDetector.shared.detect(bytes, 0..<bytes.count)?.tag == tag)
  }

  @Test(arguments: ["", "12:30", "***", "Xyzzy Plugh", "😀"]) func nothingTold(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(LanguageDetector.shared.detect(bytes, 0..<bytes.count) == nil)
  }

  static func resolve(_ declared: String?, _ text: String, fallback: String? = nil) -> [TextLanguage] {
    var settings = ProcessorSettings()
    settings.defaultLanguage = fallback
    let texts = [FeedText(pointer: "", role: .body, bytes: Array(text.utf8))]
    let message = FeedMessage(uri: "u", language: declared, contentType: "text/plain", texts: texts)
    return BlockBuilder(settings: settings).article(message).fields[0].blocks.map(\.language)
  }

  @Test func declaredStands() {
    let found = Self.resolve("zu", "UMongameli uthe the people of the city and all the others are in it.\nReuters")
    #expect(found.allSatisfy { $0 == TextLanguage(tag: "zu", source: .declared, direction: .leftToRight) })
  }

  @Test func scriptContradictsABlock() {
    let found = Self.resolve(
      "ar", "قال الوزير إن العمل سيبدأ غداً.\nThe minister said that work will begin in the morning.\nReuters\n12:30")
    #expect(found.map(\.tag) == ["ar", "en", "ar", "ar"])
    #expect(found.map(\.source) == [.declared, .detected, .declared, .declared])
    #expect(found.map(\.direction) == [.rightToLeft, .leftToRight, .rightToLeft, .rightToLeft])
  }

  @Test func scriptContradictsTheArticle() {
    let found = Self.resolve("en", "قال الوزير إن العمل سيبدأ غداً.\nرويترز")
    #expect(found == Array(repeating: TextLanguage(tag: "ar", source: .detected, direction: .rightToLeft), count: 2))
  }

  @Test func undeclaredABlockOfAnotherScriptSpeaksForItself() {
    let found = Self.resolve(
      nil,
      "The minister said that the work will begin in the morning and end at noon.\n她笑了。他在Yahoo!工作，今天下雨。\nReuters")
    #expect(found.map(\.tag) == ["en", "zh", "en"])
  }

  @Test func undeclaredWithoutATrace() {
    #expect(Self.resolve(nil, "Xyzzy plugh") == [TextLanguage(tag: "und", source: .default, direction: .leftToRight)])
    #expect(
      Self.resolve(nil, "Xyzzy plugh", fallback: "sw_KE") == [
        TextLanguage(tag: "sw-KE", source: .default, direction: .leftToRight)
      ])
  }

  @Test(arguments: [
    ("ar", TextDirection.rightToLeft), ("fa-IR", .rightToLeft), ("ckb", .rightToLeft), ("he", .rightToLeft),
    ("yi", .rightToLeft), ("en", .leftToRight),
    ("zh-Hant", .leftToRight), ("ar-Latn", .leftToRight), ("dv", .rightToLeft), ("az-Arab", .rightToLeft),
  ])
  func directions(_ tag: String, _ direction: TextDirection) {
    #expect(LanguageScripts.direction(of: tag) == direction)
  }

  @Test func directionByLettersWhereTheLanguageHasTwo() {
    #expect(Self.resolve("ku", "قال الوزير")[0].direction == .rightToLeft)
    #expect(Self.resolve("ku", "Hunermendên")[0].direction == .leftToRight)
  }
}

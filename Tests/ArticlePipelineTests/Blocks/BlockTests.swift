import SentenceUnits
import Testing

@testable import ArticlePipeline

@Suite struct BlockTests {
  /// Every line break ends a block; blanks are in no block; lines keep what is inside them.
  @Test(arguments: [
    ("a.\nb.", ["a.", "b."]), ("a.\r\nb.\r\n", ["a.", "b."]), ("a.\rb.", ["a.", "b."]),
    ("a.\u{2028}b.\u{2029}c.\u{85}d.", ["a.", "b.", "c.", "d."]),
    ("\n\n a. \n\t\n b.  \n", ["a.", "b."]), ("\u{FEFF}a.\u{200B}\nb.", ["a.", "b."]),
    ("\u{A0}a.\u{3000}\n\u{3000}b.", ["a.", "b."]), ("", []), (" \n\u{200E}\n", []),
    ("a\u{B}b.", ["a\u{B}b."]), ("x \u{301}y.", ["x \u{301}y."]), (" \u{301}y.", [" \u{301}y."]),
    ("\n\u{301}y.", ["\u{301}y."]), ("a\u{600} \nb.", ["a\u{600} ", "b."]),
  ])
  func lines(_ text: String, _ expected: [String]) {
    #expect(blocks(text).map(\.text) == expected)
  }

  /// Markers stand outside the item; what only looks like one stays in the text.
  @Test(arguments: [
    ("• واحد\n• اثنان", "ar", ["واحد", "اثنان"]), ("‣ a\n▪ b\n■c\n●\u{3000}d", "en", ["a", "b", "c", "d"]),
    ("- eins\n- zwei", "de", ["eins", "zwei"]),
    ("– واحد.\n– اثنان.", "ar", ["واحد.", "اثنان."]),
    ("– la taille ;\n– les congés.", "fr", ["la taille ;", "les congés."]),
    ("* one\n* two\n+ three\n· four", "en", ["one", "two", "three", "four"]),
    ("1. one\n2. two\n3. three", "en", ["one", "two", "three"]), ("1) one\n2) two", "en", ["one", "two"]),
    ("(1) one\n(2) two", "en", ["one", "two"]),
    ("١- واحد\n٢- اثنان", "ar", ["واحد", "اثنان"]), ("1-الاتحاد\n2-النجم", "ar", ["الاتحاد", "النجم"]),
    ("۱. یک\n۲. دو", "fa", ["یک", "دو"]),
    ("1۔ ایک\n2۔ دو", "ur", ["ایک", "دو"]), ("أ- واحد\nب- اثنان", "ar", ["واحد", "اثنان"]),
    ("أ) واحد\nب) اثنان", "ar", ["واحد", "اثنان"]),
    ("الف) یک\nب) دو", "fa", ["یک", "دو"]), ("א. אחד\nב. שניים", "he", ["אחד", "שניים"]),
    ("a) one\nb) two", "en", ["one", "two"]),
    ("а) раз\nб) два", "ru", ["раз", "два"]), ("一、打开\n二、选择", "zh", ["打开", "选择"]), ("（1）全新\n（2）内置", "zh", ["全新", "内置"]),
    ("① 全国\n② 公式", "ja", ["全国", "公式"]), ("・校舎\n・給食", "ja", ["校舎", "給食"]), ("가. 하나\n나. 둘", "ko", ["하나", "둘"]),
    ("ก. หนึ่ง\nข. สอง", "th", ["หนึ่ง", "สอง"]), ("(क) एक\n(ख) दो", "hi", ["एक", "दो"]),
    ("๑. หนึ่ง\n๒. สอง", "th", ["หนึ่ง", "สอง"]),
    ("1. one\nMore of it.\n2. two", "en", ["one", "two"]), ("\u{200F}• واحد", "ar", ["واحد"]),
    ("১. এক\n২. দুই", "bn", ["এক", "দুই"]),
    ("- Körfez\n- Başkent", "tr", ["Körfez", "Başkent"]),
  ])
  func listItems(_ text: String, _ language: String, _ items: [String]) {
    #expect(blocks(text, language: language).filter { $0.kind == .listItem }.map(\.text) == items)
  }

  @Test(arguments: [
    ("1990. The year was over.", "en"), ("2. Bundesliga", "de"), ("1. FC Waldau siegt. Endlich.", "de"),
    ("3. Januar 2025: Es schneit.", "de"), ("— Я домой.", "ru"),
    ("– Я домой.\n– И я.", "ru"), ("- Voy a casa.\n- Yo también.", "es"), ("— Vous meniez.\n— Je sais.", "fr"),
    ("-5 degrees in the north.", "en"), ("–5 градусов.", "ru"),
    ("- 5.", "ru"), ("1.5 million people.", "en"), ("2-1 win for the hosts.", "en"), ("17:55 – قال شاهد.", "ar"),
    ("3-year plan approved.", "en"), ("A. Smith said so.", "en"),
    ("A. Müller\nB. Schmidt.", "de"), ("(c) Reuters.", "en"), ("(2020) was bad.", "en"), ("▲ 2.5% on the day.", "en"),
    ("1. Mai\n2. Mai", "de"), ("1. Bundesliga\n2. Bundesliga", "de"),
    ("ب. س. قال كذا.", "ar"), ("*** nobody ***", "en"), ("5. März war es.", "de"), ("و قال.", "ar"),
    ("1. Only one numbered line.", "en"), ("•", "en"), ("1.", "en"), ("** x", "en"),
  ])
  func noListItems(_ text: String, _ language: String) {
    let found = blocks("Foo bar baz.\n" + text, language: language)
    #expect(!found.contains { $0.kind == .listItem })
    #expect(found.dropFirst().map(\.text) == text.split(separator: "\n").map(String.init))
  }

  /// A mark on a marker's space belongs to one cluster with it: no item begins inside.
  @Test func markersKeepClustersWhole() {
    let found = blocks("• \u{301}a\n•\u{301} b")
    #expect(found.map(\.kind) == [.listItem, .paragraph])
    #expect(found.map(\.text) == [" \u{301}a", "•\u{301} b"])
  }

  @Test(arguments: [
    ("#جلف_بوست", BlockKind.hashtags), ("#جلف_بوست#", .hashtags), ("#سيول_الشمال #عاجل", .hashtags),
    ("#甲级联赛# #第六轮#", .hashtags), ("#甲级联赛##第六轮#", .hashtags),
    ("#a#b", .hashtags), ("＃東京　＃大阪", .hashtags), ("#क्रिकेट #सेमीफ़ाइनल", .hashtags), ("#بورس، #طلا", .hashtags),
    ("#a | #b", .hashtags), ("\u{200F}#خبر\u{200F}", .hashtags),
    ("#COVID19", .hashtags), ("#می‌خوانم", .hashtags), ("#1", .paragraph), ("#1 in the charts", .paragraph),
    ("# heading", .paragraph), ("#a b", .paragraph),
    ("قال #أحمد.", .paragraph), ("***", .separator), ("* * *", .separator), ("———", .separator), ("⁂", .separator),
    ("◇　◇　◇", .separator), ("＊＊＊", .separator),
    ("---", .separator), ("...", .separator), ("_____", .separator), ("•••", .separator), ("a*", .paragraph),
    ("?!", .paragraph), ("😀😀", .paragraph),
  ])
  func forms(_ line: String, _ kind: BlockKind) {
    #expect(blocks("مقدمة طويلة بما يكفي لتكون فقرة عادية في متن الخبر.\n\(line)\nخاتمة.").map(\.kind)[1] == kind)
  }

  /// Credits, and lines that only look like one, inside a text.
  @Test(arguments: [
    ("رويترز", BlockKind.credit), ("واشنطن بوست", .credit), ("أ ف ب", .credit), ("أ. ف. ب.", .credit),
    ("Reuters", .credit), ("BBC News", .credit), ("新华社", .credit),
    ("Le Monde", .credit), ("ТАСС", .credit), ("(رويترز)", .credit), ("المصدر: الجزيرة", .credit),
    ("AFP/Getty Images", .credit), ("Source: Ministry of Health", .credit),
    ("Photo: R. Dahl", .credit), ("(Foto: T. Mohr)", .credit), ("© L. Mora / Orbis", .credit),
    ("وكالة الأناضول", .credit), ("صحيفة الشرق الأوسط", .credit),
    ("رويترز، أ ف ب", .credit), ("Reuters, AP", .credit), ("The New York Times", .credit),
    ("Nachrichtenagentur dpa", .credit), ("агентство ТАСС", .credit), ("（完）", .credit),
    ("(끝)", .credit), ("编辑：方晓　校对：罗一鸣", .credit), ("Fonte: Ansa", .credit), ("出典：共同通信", .credit), ("사진=연합뉴스", .credit),
    ("ที่มา: ไทยรัฐ", .credit),
    ("ছবি: প্রথম আলো", .credit), ("स्रोत: पीटीआई", .credit), ("רויטרס", .credit), ("خبرگزاری ایسنا", .credit),
    ("Der Spiegel", .credit), ("Le Figaro et AFP", .credit), ("Reuters and AP", .credit), ("رويترز و أ ف ب", .credit),
    ("رويترز (بالعربية)", .credit), ("Le Monde avec AFP", .credit), ("AP via Yahoo News", .credit),
    ("Медуза*", .credit),
    ("mit dpa", .credit), ("صحيفة الشرق الجديد", .credit), ("وكالة السياحة", .paragraph), ("قناة السويس", .paragraph),
    ("Trump (AP)", .paragraph), ("Angela Merkel", .paragraph), ("Владимир Путин", .paragraph),
    ("Reporting by Nadia Roth; Editing by C. Weiss", .credit), ("صحيفة تكذّب التقرير", .paragraph),
    ("وكالة الطاقة تحذّر", .paragraph),
    ("Reuters reported that the talks had failed.", .paragraph), ("Le Monde est petit.", .paragraph),
    ("نيويورك تايمز تنفي ما قيل عنها.", .paragraph),
    (
      "Source: the minister, who has spoken at length about what is going to happen now that it is all over.",
      .paragraph
    ),
  ])
  func credits(_ line: String, _ kind: BlockKind) {
    let found = blocks(
      "The council has met again on Monday and will go on meeting for as long as it takes to agree.\n\(line)\nThe end.",
      language: nil)
    #expect(found[1].kind == kind)
  }

  /// The first line of a plain text, with running text behind it.
  @Test(arguments: [
    ("ترامب يفوز", BlockKind.headline), ("نيويورك تكذّب التقرير", .headline),
    ("هل تنجح المفاوضات؟ خبراء يجيبون", .headline), ("City 3, Rovers 3. What a night!", .headline),
    ("Harbour tunnel shut. Again. Who pays?", .headline), ("Video: Cat saves dog from the river", .headline),
    ("صور: سيول تجتاح المدينة صباحاً", .headline),
    ("رويترز", .credit), ("المصدر: الجزيرة", .credit), ("Reuters", .credit), ("(AFP)", .credit), ("***", .separator),
    ("رويترز تنفي", .headline), ("صحيفة: الحكومة تستقيل", .headline), ("وكالة الطاقة الذرية", .headline),
    ("قناة السويس", .headline), ("صحيفة الغارديان البريطانية", .credit), ("يديعوت أحرونوت", .credit),
    ("وكالة الأنباء الأردنية (بترا)", .credit), ("AP: Three dead", .headline), ("Avec le temps", .headline),
    ("Avec Le Temps", .credit), ("Fuente: ministro dimite", .headline), ("Source: Marta Kell", .credit),
    ("Photo: finish", .headline), ("Yonhap News Agency", .credit), ("The Times of Israel", .credit),
    ("Die Zeit", .credit), ("Die Zeit drängt", .headline), ("Радио Свобода", .credit), ("ТАСС опровергает", .headline),
    ("朝日新聞", .credit), ("朝日が昇る", .headline), ("한겨레", .credit), ("로이터 부인", .headline), ("הארץ", .credit),
    ("הארץ בוערת", .headline), ("مهر ماه گرم", .headline), ("خبرگزاری مهر", .credit), ("جنگ بندی", .headline),
    ("आज तक", .credit), ("आज तक नहीं", .headline), ("Hürriyet", .credit), ("Hürriyet mücadelesi", .headline),
    ("#خبر", .hashtags),
    ("Updated: 3 March 2026, 4:50 p.m.", .timestamp), ("The council met.", .paragraph), ("In brief:", .paragraph),
    ("新华社", .credit), ("房价还会跌吗？专家这样说", .headline),
    ("I am sorry that I do not answer. You are so many... I can only say: thank you!", .paragraph),
    (
      "The bridge is open again after a year of repairs. The mayor crossed it first, on foot, with her two children and a dog",
      .paragraph
    ),
    ("球进了！全场沸腾，球迷们拥抱在一起，谁也不愿离开。门将跪倒在地！教练流下了眼泪", .paragraph),
  ])
  func firstLines(_ line: String, _ kind: BlockKind) {
    let found = blocks(
      "\(line)\nThe council has met again on Monday and will go on meeting for as long as it takes to agree.\n")
    #expect(found.map(\.kind) == [kind, .paragraph])
  }

  @Test func onlyLine() {
    #expect(blocks("Nobody asked her. Why would they?").map(\.kind) == [.paragraph])
    let signed = "The council has agreed on the new harbour bridge. Who pays for it? That depends on whom you ask"
    #expect(
      blocks("\(signed)\nBy Marta Kell\nThe council met again. It was late.").map(\.kind) == [
        .headline, .byline, .paragraph,
      ])
    #expect(blocks("Storm Agda: schools closed. Trains too").map(\.kind) == [.headline])
    #expect(blocks("ترامب يفوز").map(\.kind) == [.headline])
    #expect(blocks("ترامب يفوز بالانتخابات.").map(\.kind) == [.paragraph])
    #expect(blocks(String(repeating: "كلمة ", count: 60)).map(\.kind) == [.paragraph])
  }

  /// Heads of articles, a kind for each line; the last line is running text.
  @Test(arguments: [
    ("en", "Tunnel shut\nBy Marta Kell and J. T. Osei", [BlockKind.headline, .byline]),
    ("en", "Tunnel shut\nBy Monday morning", [.headline, .byline]),
    ("en", "Tunnel shut\nby the way", [.headline, .subheadline]),
    ("ar", "فتح النفق مجدداً بعد عام\nبقلم رنا معلوف", [.headline, .byline]),
    ("ar", "فتح النفق مجدداً بعد عام\nكتب: مروان الخطيب\nعمّان، ٧ أيلول", [.headline, .byline, .dateline]),
    ("de", "Brücke zu\nVon Jens Ruhl", [.headline, .byline]),
    ("fr", "Tunnel fermé\nPar Élodie Marchetti", [.headline, .byline]),
    ("es", "Túnel cerrado\nPor Marta Quiles", [.headline, .byline]),
    ("it", "Tunnel chiuso\nDi Anna Rossi", [.headline, .byline]),
    ("pt", "Túnel fechado\nPor Ana Souza", [.headline, .byline]),
    ("ru", "Тоннель закрыт\nАвтор: Г. П. Квилин", [.headline, .byline]), ("zh", "房价还会跌吗\n文／顾南山", [.headline, .byline]),
    ("zh", "房价还会跌吗\n记者 顾南山", [.headline, .byline]),
    ("ko", "계란값 또 오른다\n윤슬기 기자", [.headline, .byline]), ("th", "ไข่ไก่แพงขึ้นอีกแล้ว\nโดย ปานวาด", [.headline, .byline]),
    ("he", "המנהרה נסגרה\nמאת: יונת פלד", [.headline, .byline]),
    ("fa", "تونل بسته شد\nبه قلم: آرش کیانی", [.headline, .byline]),
    ("ur", "سرنگ بند ہو گئی\nتحریر: سہیل ارشد", [.headline, .byline]),
    ("hi", "सुरंग बंद\nनंदिनी वशिष्ठ, विशेष संवाददाता", [.headline, .byline]),
    ("bn", "সুড়ঙ্গ বন্ধ\nনিজস্ব প্রতিবেদক", [.headline, .byline]),
    ("tr", "Tünel kapandı\nHaber: Derya Aksungur", [.headline, .byline]),
    ("en", "LIVE\nStorm Agda: schools closed, ferries cancelled", [.kicker, .headline]),
    ("ar", "عاجل\nالمحكمة العليا تلغي قانون الضرائب الجديد", [.kicker, .headline]),
    ("en", "Court clears banker\nEDINBURGH, Jan. 22 (Norda)", [.headline, .dateline]),
    ("de", "Katzensteuer gekippt\nWALDAU, 22. Januar", [.headline, .dateline]),
    ("fr", "Banquier relaxé\nBruxelles, le 22 janvier", [.headline, .dateline]),
    ("zh", "三大指数集体收涨\n远山社上海3月18日电", [.headline, .dateline]),
    ("ko", "휴대폰 앱 출시\n2026년 5월 11일, 성남", [.headline, .dateline]),
    ("ru", "Оранжерея открыта\nКалуга, 9 февраля 2026 г.", [.headline, .dateline]),
    ("en", "Court clears banker\nUpdated: 3 March 2026, 4:50 p.m. GMT", [.headline, .timestamp]),
    ("en", "Court clears banker\n12.03.2026, 14:40", [.headline, .timestamp]),
  ])
  func heads(_ language: String, _ text: String, _ kinds: [BlockKind]) {
    let body =
      "The council has met again on Monday and will go on meeting for as long as it takes to agree.\nIt rained."
    #expect(blocks(text + "\n" + body, language: language).map(\.kind) == kinds + [.paragraph, .paragraph])
  }

  @Test(arguments: [
    ("اقرأ أيضاً: المصرف المركزي يثبّت الفائدة", BlockKind.related), ("إقرأ أيضا: كذا", .related),
    ("Read also: Who still winds the clock?", .related), ("Lesen Sie auch: Wem gehört der Fluss?", .related),
    ("À lire aussi : Qui éteint la salle ?", .related), ("Lea también: ¿Quién apaga las farolas?", .related),
    ("Читайте также: Кто шьёт костюмы?", .related), ("【関連記事】備えは足りているか？", .related),
    ("관련기사: 산불은 왜", .related), ("延伸阅读：河畔旧书店的二十年", .related), ("یہ بھی پڑھیں: وہ گاؤں", .related),
    ("আরও পড়ুন: কে দেবে", .related), ("Related companies said they would pay.", .paragraph),
    ("تصويب: ورد في عدد أمس أن الحجم كبير.", .correction), ("CORRECTION — An earlier version was wrong.", .correction),
    ("Berichtigung: In einer früheren Fassung hieß es anders.", .correction),
    ("【訂正】6日付朝刊の記事で。", .correction), ("[정정] 3일자 기사의 수를 바로잡습니다.", .correction), ("更正：本报3月5日一文中。", .correction),
    ("Correction of the budget will take years.", .paragraph),
    ("تصحيح المسار يحتاج إلى سنوات.", .paragraph),
  ])
  func leadIns(_ line: String, _ kind: BlockKind) {
    #expect(
      blocks(
        "The council has met again on Monday and will go on meeting for as long as it takes.\n\(line)\nThe end of it."
      ).map(\.kind)[1] == kind)
  }

  /// A headline in a field of its own is found again at the body's start, and no other first line is taken for one.
  @Test func headlineField() {
    let found = blocks(
      "Tunnel shut again\nThe council met for a long time on Monday and agreed on nothing at all.",
      headline: "Tunnel shut  again ")
    #expect(found.map(\.kind) == [.headline, .paragraph])
    #expect(
      blocks("Another line\nThe council met for a long time on Monday and agreed.", headline: "Tunnel shut").map(\.kind)
        == [.paragraph, .paragraph])
  }

  @Test func fieldsHaveTheirKinds() throws {
    let value =
      "{\"uri\":\"u\",\"kicker\":\"K\",\"headline\":\"A. B?\\nC\",\"byline\":\"By X\",\"dateline\":\"Rome\",\"summary\":\"S one.\\nS two.\",\"body\":\"It rained.\",\"captions\":[\"Cap. Photo: X\"]}"
    let message = try decode(input(value, headers: [("content-type", "application/json")])).get()
    let article = BlockBuilder(settings: ProcessorSettings()).article(message)
    #expect(article.fields.map(\.scope) == ["kicker", "headline", "byline", "dateline", "summary", "body", "caption"])
    #expect(
      article.fields.map { $0.blocks.map(\.kind) } == [
        [.kicker], [.headline, .headline], [.byline], [.dateline], [.summary, .summary], [.paragraph], [.caption],
      ])
  }
}

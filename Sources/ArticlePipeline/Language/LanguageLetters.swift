/// Letters that few languages have, and the languages that have a script to themselves.
///
/// Source: the languages' alphabets; facts, put together for this project.
enum LanguageLetters {
  static let rows: [(language: String, letters: String)] = [
    ("de", "äöüß"), ("fr", "éèêçàœùûîôëï"), ("es", "ñáéíóú¿¡"), ("pt", "ãõçáéíóúâêô"), ("it", "òàèùì"), ("nl", "ëĳ"),
    ("sv", "åäö"), ("no", "åæø"), ("da", "åæø"), ("fi", "äö"), ("et", "õäöü"), ("is", "þðáíóúæö"),
    ("pl", "łąężźśćńó"), ("cs", "řěůčšžýáíé"), ("sk", "ľĺŕôäčšžýáíé"), ("hu", "őűáéíóöü"), ("ro", "ășțâîşţ"),
    ("hr", "čćšžđ"), ("sl", "čšž"), ("lt", "ėųįčšžū"), ("lv", "āēīūģķļņčšž"), ("tr", "ğışİçöü"), ("az", "əğışçöü"),
    ("vi", "ơưđăâêôạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"), ("ku", "êîûşç"), ("ha", "ɓɗƙ"),
    ("ru", "ыэъё"), ("uk", "іїєґ"), ("bg", "ъ"), ("be", "ўіы"), ("sr", "јљњћђџ"), ("mk", "ѓќѕјљњџ"),
    ("kk", "әғқңөұүһі"),
    ("ar", "ةىيكأإؤ"), ("fa", "یکپچژگ"), ("ur", "ٹڈڑںےہھ"), ("ps", "ښځڅډړټڼېۍګیي"), ("ckb", "ێۆڵڕەڤ"),
    ("sd", "ڪڻٻڀٺٿڄڃڦڳڱ"),
    ("ug", "ۇۈېڭۆەۋ"), ("yi", "ײױװ"),
  ]

  /// The language of a script that one language of the news has, or by far most of it.
  static let only: [Script: String] = [
    .greek: "el", .armenian: "hy", .georgian: "ka", .bengali: "bn", .gurmukhi: "pa", .gujarati: "gu", .odia: "or",
    .tamil: "ta",
    .telugu: "te", .kannada: "kn", .malayalam: "ml", .sinhala: "si", .thai: "th", .lao: "lo", .tibetan: "bo",
    .myanmar: "my",
    .khmer: "km", .ethiopic: "am", .thaana: "dv", .nko: "nqo", .mongolian: "mn",
  ]

  /// The language to take where no word and no letter speaks: the script's largest by far.
  ///
  /// Latin script has none.
  static let usual: [Script: String] = [.arabic: "ar", .cyrillic: "ru", .hebrew: "he", .devanagari: "hi"]
}

import SentenceUnits
import Testing

@testable import ArticlePipeline

/// A small document of each dialect, and what is read of it.
@Suite struct DialectTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let name: String
    let value: String
    var key: String?
    var uri = "u"
    var version: String?
    var language: String?
    var status = ArticleStatus.usable
    /// Role, pointer and text of each string, in order.
    let texts: [String]

    var testDescription: String { name }
  }

  @Test(arguments: plain + ninjs1 + ninjs2 + agencies + web + mixed)
  func reads(_ sample: Sample) throws {
    let message = try decode(
      input(sample.value, key: sample.key, headers: [("content-type", "application/json")])
    ).get()
    #expect(message.uri == sample.uri)
    #expect(message.version == sample.version)
    #expect(message.language == sample.language)
    #expect(message.status == sample.status)
    let texts = message.texts.map { text in
      (text.translation.map { $0 + "/" } ?? "") + "\(text.role.rawValue) \(text.pointer) "
        + String(decoding: text.bytes, as: UTF8.self)
    }
    #expect(texts == sample.texts)
  }

  static let plain = [
    Sample(
      name: "plain aliases, escapes resolved",
      value:
        #"{"uri":"u","version":3,"language":"AR","headline":"\u0639اجل","body":"قال.\n\"نعم\"\u2028\ud83d\ude00","extra":{"body":1}}"#,
      version: "3", language: "ar", texts: ["headline /headline عاجل", "body /body قال.\n\"نعم\"\u{2028}😀"]),
    Sample(
      name: "translations",
      value:
        #"{"uri":"u","body":"Eins.","translations":[{"language":"en","headline":"One","body":"One."},null,{"body":"Two."},{"language":"en","bodies":[{"value":"Three."}]},{}]}"#,
      texts: [
        "body /body Eins.", "en/headline /translations/0/headline One", "en/body /translations/0/body One.",
        "und/body /translations/2/body Two.", "en/body /translations/3/bodies/0/value Three.",
      ]),
    Sample(
      name: "blank strings hide nothing",
      value:
        #"{"uri":"u","headline":" ","title":"T","summary":"\n","body":"","body_text":"\t","text":"B","kicker":" "}"#,
      texts: ["kicker /kicker  ", "headline /title T", "summary /summary \n", "body /text B"]),
  ]

  static let ninjs1 = [
    Sample(
      name: "ninjs 1.x",
      value:
        #"{"uri":"u","version":"7","language":"en_us","pubstatus":"usable","versioncreated":"2026-01-01T00:00:00Z","headline":"Ship leaves","byline":"A. Writer","located":"Bergen","description_text":"A ship left.","description_html":"<p>A ship left.</p>","body_xhtml":"<p>It left.</p>","body_text":"It left.","altids":{"x":"y"}}"#,
      version: "7", language: "en-US",
      texts: [
        "headline /headline Ship leaves", "byline /byline A. Writer", "dateline /located Bergen",
        "summary /description_text A ship left.", "body /body_text It left.",
      ]),
    Sample(
      name: "families of names: main before others, markup unread, settings passed over",
      value:
        #"{"uri":"u","headline_extended":"Long head","headline_main":"Head","headline_subhead":"Under it","body_type":"html","body_xhtml":"<p>No</p>","body_new":"Two words","body_main":"M","description_lead":"The lead.","description_creditline":"AN AGENCY"}"#,
      texts: [
        "headline /headline_main Head", "subheadline /headline_subhead Under it", "summary /description_lead The lead.",
        "body /body_main M",
      ]),
    Sample(
      name: "associations give captions only",
      value:
        #"{"uri":"u","headline":"H","associations":{"main":{"type":"picture","headline":"Not this","byline":"Nor this","description_text":"Boats at night.","body_text":"alt"},"b~/":{"type":"graphic","caption":"A chart.","description_text":"No."},"story":{"type":"text","headline":"Another","description_text":"Another's","body_text":"Another's"},"x":{"description_text":"untyped"},"y":{"caption":"Untyped caption."},"z":null,"n":{"type":"video","description_html":"<p>x</p>","associations":{"q":{"type":"picture","caption":"deep"}}}}}"#,
      texts: [
        "headline /headline H", "caption /associations/main/description_text Boats at night.",
        "caption /associations/b~0~1/caption A chart.", "caption /associations/y/caption Untyped caption.",
      ]),
  ]

  static let ninjs2 = [
    Sample(
      name: "an associated object with a member twice",
      value:
        #"{"uri":"u","associations":[{"type":"picture","description":"a","description":[{"value":"b"}],"caption":"c"},{"type":"image","caption":"c","caption":"d"}]}"#,
      texts: ["caption /associations/0/caption c"]),
    Sample(
      name: "ninjs 3.x: one plain rendition of each text",
      value:
        #"{"uri":"u","version":"2","pubStatus":"withheld","headlines":[{"role":"short","value":"Short"},{"role":"main","contentType":"text/plain","value":"Main head"},{"role":"subheadline","value":"Under"},{"role":"kicker","value":"Over"}],"by":"B. Writer","located":"Oslo","descriptions":[{"role":"caption","value":"Cap."},{"value":"Sum."}],"bodies":[{"role":"html5","contentType":"text/html","value":"<p>One.</p>"},{"role":"nitf","contentType":"text/vnd.IPTC.NITF","value":"<nitf/>"},{"role":"text","contentType":"text/plain; charset=utf-8","value":"One."}],"associations":[{"name":"p","type":"picture","descriptions":[{"role":"text","value":"General."},{"role":"caption","value":"Pic."}]},{"type":"event","caption":"no"}]}"#,
      version: "2", status: .withheld,
      texts: [
        "kicker /headlines/3/value Over", "headline /headlines/1/value Main head",
        "subheadline /headlines/2/value Under",
        "byline /by B. Writer", "dateline /located Oslo", "summary /descriptions/1/value Sum.",
        "body /bodies/2/value One.",
        "caption /descriptions/0/value Cap.",
      ]),
    Sample(
      name: "ninjs 2.x: lower case, no types, a blank better one",
      value:
        #"{"uri":"u","headlines":[{"role":"main","value":" "},{"role":"web","value":"Web"}],"bodies":[{"role":"main","contenttype":"text/plain","value":""},{"role":"lead","value":"Lead."},{"contenttype":"application/xhtml+xml","value":"<p>x</p>"},{"role":"other","value":"Other."}]}"#,
      texts: ["headline /headlines/1/value Web", "summary /bodies/1/value Lead.", "body /bodies/3/value Other."]),
    Sample(
      name: "ninjs 2.0 draft",
      value:
        #"{"uri":"u","headline":[{"name":"main","value":"Head"}],"body":[{"name":"xhtml","value":"<p>x</p>"},{"name":"text","value":"Text."}],"description":[{"name":"caption_xhtml","value":"c"}]}"#,
      texts: ["headline /headline/0/value Head", "body /body/1/value Text."]),
    Sample(
      name: "markup beside nothing but a headline in plain type",
      value: #"{"uri":"u","headlines":[{"value":"H"}],"bodies":[],"descriptions":null}"#,
      texts: ["headline /headlines/0/value H"]),
    Sample(
      name: "a name with nothing behind its underscore", value: #"{"uri":"u","headline_":"Some words"}"#,
      texts: ["headline /headline_ Some words"]),
    Sample(
      name: "a planned event without text",
      value: #"{"uri":"u","type":"planning","plannedCoverage":[{"headline":"x"}],"eventDetails":{"dates":{}}}"#,
      texts: []),
  ]

  static let agencies = [
    Sample(
      name: "Superdesk",
      value:
        #"{"guid":"u","version":"4","headline":"H","authors":[{"name":"C. Writer","role":"writer"}],"description_text":"S.","body_html":"","ednote":"For editors.","pubstatus":"usable"}"#,
      version: "4",
      texts: ["headline /headline H", "byline /authors/0/name C. Writer", "summary /description_text S."]),
    Sample(
      name: "dpa digitalwires",
      value:
        #"{"urn":"u","version":2,"language":"de","kicker":"Wetter","headline":"Regen","subhead":null,"teaser":"Es regnet.","byline":null,"dateline":"Kiel (xyz) - ","article_html":null,"notepad":{"nonpublic_html":"<p>secret</p>"},"descriptions":[{"role":"drol:caption","description":"Pfützen."}],"associations":[]}"#,
      version: "2", language: "de",
      texts: [
        "kicker /kicker Wetter", "headline /headline Regen", "dateline /dateline Kiel (xyz) - ",
        "summary /teaser Es regnet.",
        "caption /descriptions/0/description Pfützen.",
      ]),
    Sample(
      name: "AP Media API",
      value:
        #"{"api_version":"2.0","id":"request","data":{"meta":{},"item":{"uri":"https://x/?qt=1","altids":{"itemid":"u","etag":"e"},"version":0,"type":"picture","headline":"Goal","headline_extended":"A goal.","bylines":[{"by":"By D. Writer"}],"description_creditline":"AN AGENCY","description_caption":"A player.","description_summary":"He scored.","ednote":"no"}},"associations":{"1":{}}}"#,
      key: "https://x/?qt=2", version: "0",
      texts: [
        "headline /data/item/headline Goal", "byline /data/item/bylines/0/by By D. Writer",
        "summary /data/item/description_summary He scored.", "caption /data/item/description_caption A player.",
      ]),
    Sample(
      name: "a withdrawn article of an agency",
      value: #"{"guid":"u","pubstatus":"canceled","headline":"H","body_html":"<p>x</p>"}"#, status: .withdrawn,
      texts: []),
  ]

  static let web = [
    Sample(
      name: "JSON Feed item",
      value:
        #"{"id":"u","url":"https://x/","title":"T","author":{"name":"Old"},"authors":[{"name":"New"},{"url":"x"}],"summary":"S.","content_html":"<p>B.</p>","content_text":"B.","date_published":"2026-01-01"}"#,
      texts: ["headline /title T", "byline /authors/0/name New", "summary /summary S.", "body /content_text B."]),
    Sample(
      name: "JSON Feed with one item",
      value:
        #"{"version":"https://jsonfeed.org/version/1.1","title":"The feed","language":"fr","items":[{"id":"u","content_text":"B."}]}"#,
      language: "fr", texts: ["body /items/0/content_text B."]),
    Sample(
      name: "schema.org NewsArticle",
      value:
        #"{"@context":"https://schema.org","@type":["NewsArticle"],"mainEntityOfPage":{"@id":"u"},"headline":"H","alternativeHeadline":"A","author":[{"@type":"Person","name":"E. Writer"},"F. Writer"],"inLanguage":{"@type":"Language","name":"Spanish","alternateName":"es"},"dateline":"Lima","description":"D.","articleBody":"B.","image":[{"@type":"ImageObject","url":"x","caption":"C."},"https://x/y.jpg",{"url":"z"}],"publisher":{"name":"P"}}"#,
      language: "es",
      texts: [
        "headline /headline H", "subheadline /alternativeHeadline A", "byline /author/0/name E. Writer",
        "byline /author/1 F. Writer",
        "dateline /dateline Lima", "summary /description D.", "body /articleBody B.", "caption /image/0/caption C.",
      ]),
    Sample(
      name: "schema.org graph with one article",
      value:
        #"{"@context":"x","@graph":[{"@type":"WebPage","headline":"no"},{"@type":"BlogPosting","@id":"u","headline":"H"},{"@type":"Person","name":"n"}]}"#,
      texts: ["headline /@graph/1/headline H"]),
    Sample(
      name: "an alternative headline that says nothing new, a picture in two sizes",
      value:
        #"{"@id":"u","headline":"H","alternativeHeadline":"H","image":[{"caption":"C."},{"caption":"C."},{"caption":"D."}]}"#,
      texts: ["headline /headline H", "caption /image/0/caption C.", "caption /image/2/caption D."]),
    Sample(
      name: "a list of one", value: #"[{"id":"u","body":"B."}]"#, texts: ["body /0/body B."]),
    Sample(
      name: "scraped record",
      value:
        #"{"link":"u","title":"T","author":"","abstract":"A.","content":["One.","","Two.",null],"paragraphs":["no"],"status":200}"#,
      texts: ["headline /title T", "summary /abstract A.", "body /content/0 One.", "body /content/2 Two."]),
    Sample(
      name: "scraped record with paragraphs", value: #"{"url":"u","paragraphs":["One."," ","Two."],"content":""}"#,
      texts: ["body /paragraphs/0 One.", "body /paragraphs/2 Two."]),
    Sample(
      name: "a wrapped article", value: #"{"status":"ok","article":{"uri":"u","text":"B."}}"#,
      texts: ["body /article/text B."]),
  ]

  static let mixed = [
    Sample(
      name: "members of several makes: nothing is lost",
      value:
        #"{"url":"u","@type":"NewsArticle","headlines":[{"value":"H"}],"kicker":"K","teaser":"S.","content":["B."],"bylines":[{"byline":"W"}],"located":"L"}"#,
      texts: [
        "kicker /kicker K", "headline /headlines/0/value H", "byline /bylines/0/byline W", "dateline /located L",
        "summary /teaser S.",
        "body /content/0 B.",
      ]),
    Sample(
      name: "another make's member of another type says nothing",
      value:
        #"{"uri":"u","title":"H","content_text":"B.","content":{"rendered":"x"},"creator":7,"bylines":[7]}"#,
      texts: ["headline /title H", "body /content_text B."]),
  ]
}

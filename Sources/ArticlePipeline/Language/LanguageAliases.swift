/// Primary language subtags that have another canonical form.
enum LanguageAliases {
  /// Deprecated subtags, and the three-letter codes of ISO 639-2 for languages that have a two-letter one (the IANA registry's
  /// preferred form), as far as news comes in them: from, a space, to.
  private static let pairs: StaticString = """
    iw he,ji yi,in id,jw jv,mo ro,tl fil,\
    eng en,ara ar,fas fa,per fa,urd ur,pus ps,heb he,yid yi,tur tr,kur ku,aze az,uzb uz,kaz kk,kir ky,tuk tk,tgk tg,uig ug,snd sd,\
    deu de,ger de,fra fr,fre fr,spa es,por pt,ita it,nld nl,dut nl,swe sv,nor no,nob nb,nno nn,dan da,fin fi,est et,isl is,ice is,\
    pol pl,ces cs,cze cs,slk sk,slo sk,hun hu,ron ro,rum ro,hrv hr,slv sl,srp sr,bos bs,mkd mk,mac mk,bul bg,rus ru,ukr uk,bel be,\
    lit lt,lav lv,ell el,gre el,sqi sq,alb sq,hye hy,arm hy,kat ka,geo ka,cat ca,eus eu,baq eu,glg gl,gle ga,cym cy,wel cy,mlt mt,\
    zho zh,chi zh,jpn ja,kor ko,tha th,vie vi,ind id,msa ms,may ms,lao lo,khm km,mya my,bur my,mon mn,bod bo,tib bo,\
    hin hi,ben bn,pan pa,guj gu,mar mr,nep ne,ori or,tam ta,tel te,kan kn,mal ml,sin si,asm as,div dv,\
    amh am,tir ti,orm om,som so,swa sw,hau ha,yor yo,ibo ig,zul zu,xho xh,sna sn,lin ln,lug lg,kin rw,run rn,wol wo,afr af,mlg mg,lat la
    """

  private static let table: [String: String] = {
    let text = pairs.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    var table: [String: String] = [:]
    for pair in text.split(separator: ",") {
      let parts = pair.split(separator: " ")
      if parts.count == 2 { table[String(parts[0])] = String(parts[1]) }
    }
    return table
  }()

  /// The canonical form of a primary subtag; `nil` where it is canonical.
  static func find(_ subtag: String) -> String? { table[subtag] }
}

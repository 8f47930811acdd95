/// The charsets that plain text is read in, and their labels.
enum CharsetLabels {
  /// A charset a line: its name, iconv's name for it, 1 where a byte is a character, then its labels in lower case.
  ///
  /// Labels and what they mean are those of WHATWG's Encoding Standard (§4.2), as browsers read them, since that is how text on the
  /// wires is really labelled: `iso-8859-1` is windows-1252 (its 80–9F are quotation marks, dashes and the euro, which ISO's are controls
  /// that no article holds), `shift_jis` is windows-31j, `euc-kr` is UHC, `gb2312` and `gbk` are read as GB 18030. Other than there,
  /// ASCII's labels mean UTF-8 (`Charset.labelsOfUTF8`), `big5` is Microsoft's code page 950 and `big5-hkscs` Hong Kong's, a byte that the
  /// charset doesn't have is an error, and UTF-32 is read.
  ///
  /// Left out: ISO-2022 and HZ (escape sequences, which hide text from whoever looks at the bytes, and in which C libraries have had
  /// their worst faults), UTF-7 (the same), the Macintosh charsets (glibc's tables aren't Apple's), ISO-8859-8's visual order, which would have
  /// to be turned round: Hebrew is taken in logical order.
  static let rows: StaticString = """
    IBM866 CP866 1 866 cp866 csibm866 ibm866
    ISO-8859-2 ISO-8859-2 1 csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2
    ISO-8859-3 ISO-8859-3 1 csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3
    ISO-8859-4 ISO-8859-4 1 csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4
    ISO-8859-5 ISO-8859-5 1 csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988
    ISO-8859-6 ISO-8859-6 1 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987
    ISO-8859-7 ISO-8859-7 1 csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek
    ISO-8859-8 ISO-8859-8 1 csiso88598i csisolatinhebrew hebrew iso-8859-8 iso-8859-8-i iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 logical
    ISO-8859-10 ISO-8859-10 1 csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6
    ISO-8859-13 ISO-8859-13 1 iso-8859-13 iso8859-13 iso885913
    ISO-8859-14 ISO-8859-14 1 iso-8859-14 iso8859-14 iso885914
    ISO-8859-15 ISO-8859-15 1 csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9
    ISO-8859-16 ISO-8859-16 1 iso-8859-16
    KOI8-R KOI8-R 1 cskoi8r koi koi8 koi8-r koi8_r
    KOI8-U KOI8-U 1 koi8-ru koi8-u
    windows-874 CP874 1 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874
    windows-1250 CP1250 1 cp1250 windows-1250 x-cp1250
    windows-1251 CP1251 1 cp1251 windows-1251 x-cp1251
    windows-1252 CP1252 1 cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 windows-1252 x-cp1252
    windows-1253 CP1253 1 cp1253 windows-1253 x-cp1253
    windows-1254 CP1254 1 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254
    windows-1255 CP1255 1 cp1255 windows-1255 x-cp1255
    windows-1256 CP1256 1 cp1256 windows-1256 x-cp1256
    windows-1257 CP1257 1 cp1257 windows-1257 x-cp1257
    windows-1258 CP1258 1 cp1258 windows-1258 x-cp1258
    gb18030 GB18030 2 chinese csgb2312 csiso58gb231280 gb18030 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk cp936 ms936 windows-936
    Big5 CP950 2 big5 cn-big5 csbig5 x-x-big5 cp950
    Big5-HKSCS BIG5-HKSCS 2 big5-hkscs big5hkscs
    EUC-JP EUC-JP-MS 2 cseucpkdfmtjapanese euc-jp x-euc-jp
    Shift_JIS CP932 2 csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis cp932
    EUC-KR UHC 2 cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cp949 ms949 uhc
    UTF-16 UTF-16LE 2 utf-16 csunicode iso-10646-ucs-2 ucs-2 unicode
    UTF-16LE UTF-16LE 2 utf-16le unicodefeff
    UTF-16BE UTF-16BE 2 utf-16be unicodefffe
    UTF-32 UTF-32LE 4 utf-32
    UTF-32LE UTF-32LE 4 utf-32le
    UTF-32BE UTF-32BE 4 utf-32be
    """
}

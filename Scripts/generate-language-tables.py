#!/usr/bin/env python3
"""Makes Nuqta's tables of language tags: Data/language/*.txt from IANA's registry and ISO 639, and Swift from these.

  generate-language-tables.py extract --registry FILE [--iso FILE]   writes Data/language/*.txt, but for additions.txt
  generate-language-tables.py                                        reads them, writes the Swift file
  generate-language-tables.py --check                                says whether the Swift file is what would be written

FILE of --registry is IANA's language-subtag-registry; the one of --iso the list of ISO 639-2 in Debian's package `iso-codes`.
Standard library only.
"""
import argparse
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = ROOT / "Data" / "language"
SWIFT = ROOT / "Sources" / "ArticlePipeline" / "Generated" / "LanguageTables.swift"
ISO = pathlib.Path("/usr/share/iso-codes/json/iso_639-2.json")


# ---- extracting ----

def records(text):
    """The records of the registry as lists of field and value; folded lines are joined."""
    for block in text.replace("\n  ", " ").split("%%\n"):
        yield [line.partition(": ")[::2] for line in block.splitlines() if line]


def write(name, title, date, lines):
    source = "ISO 639-2, the code list of its registration authority (Library of Congress)" if date is None \
        else f"IANA's Language Subtag Registry, File-Date: {date}"
    notice = f"# {title}\n# From {source}, by Scripts/generate-language-tables.py.\n"
    (DATA / name).write_text(notice + "".join(f"{line}\n" for line in lines), encoding="utf-8")


def wrapped(words, width=118):
    """Words in lines, those that begin alike together."""
    line = ""
    for word in words:
        if line and (len(line) + 1 + len(word) > width or line[0] != word[0]):
            yield line
            line = ""
        line += (" " if line else "") + word
    if line:
        yield line


def extract(registry, iso):
    known, extlangs, preferred = [], {}, []
    date = None
    for fields in records(pathlib.Path(registry).read_text(encoding="utf-8")):
        record = dict(reversed(fields))  # of fields that come twice, the first
        date = record.get("File-Date", date)
        kind, name, better = record.get("Type"), record.get("Subtag", record.get("Tag")), record.get("Preferred-Value")
        if kind == "language":
            known.append(name)
        if kind == "extlang":
            extlangs.setdefault(record["Prefix"], []).append(name)
        elif kind == "grandfathered" and not better:
            # A tag of the old form that the grammar doesn't read, and that has no newer name.
            preferred.append(("tag", name, name))
        elif better:
            preferred.append(("tag" if kind in ("grandfathered", "redundant") else kind, name, better))
    write("languages.txt", "Primary language subtags, deprecated ones too", date, wrapped(sorted(known)))
    lines = [f"{prefix}: {line}" for prefix in sorted(extlangs) for line in wrapped(sorted(extlangs[prefix]), 110)]
    write("extlangs.txt", "Extended language subtags behind the language they may follow; each is a language of its own", date, lines)
    write("preferred.txt", "Deprecated subtags and tags: what kind, which, what stands for it now", date,
          [" ".join(row) for row in sorted(preferred)])
    pairs = []
    for entry in json.loads(pathlib.Path(iso).read_text(encoding="utf-8"))["639-2"]:
        for code in (entry["alpha_3"], entry.get("bibliographic")):
            if "alpha_2" in entry and code:
                pairs.append(f"{code} {entry['alpha_2']}")
    write("iso-639.txt", "Codes of three letters and the one of two letters for the same language", None, sorted(pairs))


# ---- generating ----

def rows(name):
    """The lines of a list as words; comments and blank lines left out."""
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split()


def languages():
    """Every known primary subtag, ranges written out."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    for word in (word for row in rows("languages.txt") for word in row):
        first, _, last = word.partition("..")
        if not last:
            yield word
        else:
            yield from (code for code in (a + b + c for a in letters for b in letters for c in letters) if first <= code <= last)


def bits(codes, length):
    """A set of codes of one length, a bit each, six to a character from `0` on."""
    marks = [0] * -(-26 ** length // 6)
    for code in codes:
        number = 0
        for letter in code:
            number = number * 26 + ord(letter) - ord("a")
        marks[number // 6] |= 1 << number % 6
    return "".join(chr(0x30 + mark) for mark in marks)


def fixed(pairs, width):
    """Pairs in order of the first, each name padded to a width, so that they can be found by halving."""
    for pair in pairs:
        if any(len(name) > width for name in pair):
            sys.exit(f"{pair}: a name has more than {width} letters")
    return "".join(f"{first:{width}}{second:{width}}" for first, second in sorted(pairs))


def tables():
    """The tables by name: their description and text."""
    known = set(languages())
    preferred = [row for name in ("preferred.txt", "additions.txt") for row in rows(name)]
    aliases = {first.lower(): second for kind, first, second in preferred if kind == "language"}
    # The registry goes first: of `bih` and `bh` it prefers the one that ISO 639 has the other way round.
    aliases |= {first: second for first, second in rows("iso-639.txt") if first not in aliases and second not in aliases}

    def settled(code, depth=0):
        if depth > 4:
            sys.exit(f"{code} leads back to itself")
        return settled(aliases[code], depth + 1) if code in aliases else code

    aliases = {code: settled(code) for code in aliases}
    for code in aliases.values():
        if code not in known:
            sys.exit(f"{code} is preferred and not known")
    known |= set(aliases)
    extlangs = []
    for prefix, *subtags in rows("extlangs.txt"):
        extlangs += [(subtag, prefix.rstrip(":")) for subtag in subtags]
    tags = {}
    for kind, first, second in preferred:
        if kind == "tag":
            head, hyphen, tail = second.partition("-")
            tags[first.lower()] = settled(head) + hyphen + tail
    plain = [code for code in known if len(code) == 2 and code not in aliases]
    return [
        ("plainLanguages", "Primary subtags of two letters that are canonical: a bit each.", bits(plain, 2)),
        ("twoLetterLanguages", "All primary subtags of two letters.", bits([c for c in known if len(c) == 2], 2)),
        ("threeLetterLanguages", "All primary subtags of three letters.", bits([c for c in known if len(c) == 3], 3)),
        ("languageAliases", "Primary subtags and what stands for each: three characters and three.", fixed(aliases.items(), 3)),
        ("extendedLanguages", "Extended language subtags and the language each may follow: three characters and three.",
         fixed(extlangs, 3)),
        ("regionAliases", "Regions and what stands for each: two characters and two.",
         fixed([(a.upper(), b) for kind, a, b in preferred if kind == "region"], 2)),
        ("variantAliases", "Variants and what stands for each: eight characters and eight.",
         fixed([(a, b) for kind, a, b in preferred if kind == "variant"], 8)),
        ("wholeTags", "Tags that are known as a whole and what stands for each.", ",".join(f"{a} {b}" for a, b in sorted(tags.items()))),
    ]


def rendered():
    lines = ["// Generated by Scripts/generate-language-tables.py from Data/language; edit those files.", "",
             "// swift-format-ignore-file", "",
             "/// What IANA's registry and ISO 639 say of language tags (Data/language/README.md).", "enum LanguageTables {"]
    made = tables()
    for name, about, text in made:
        if '"#' in text or not text.isascii():
            sys.exit(f"{name} does not fit a literal")
        lines += [f"  /// {about}", f'  static let {name}: StaticString = #"{text}"#']
    lines += ["", "  /// Every table, for the identity of the rules.", "  static let all: [StaticString] = ["]
    lines += [f"    {name}," for name, _, _ in made]
    return "\n".join(lines + ["  ]", "}", ""])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("step", nargs="?", choices=["extract", "generate"], default="generate")
    parser.add_argument("--registry", help="IANA's language-subtag-registry")
    parser.add_argument("--iso", default=ISO, help="iso_639-2.json of iso-codes")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where the Swift file isn't current")
    options = parser.parse_args()
    if options.step == "extract":
        if not options.registry:
            parser.error("extract needs --registry")
        return extract(options.registry, options.iso)
    text = rendered()
    if not options.check:
        SWIFT.write_text(text, encoding="utf-8")
    elif not SWIFT.exists() or SWIFT.read_text(encoding="utf-8") != text:
        sys.exit(f"{SWIFT.relative_to(ROOT)} isn't current; run Scripts/generate-language-tables.py")


main()

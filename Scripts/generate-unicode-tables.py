#!/usr/bin/env python3
"""Makes Nuqta's Unicode tables: Data/unicode/*.txt from the Unicode Character Database, and Swift from these.

  generate-unicode-tables.py extract [--ucd FOLDER]   reads the UCD, writes Data/unicode/*.txt
  generate-unicode-tables.py                          reads Data/unicode/*.txt, writes the Swift files
  generate-unicode-tables.py --check                  says whether the Swift files are what would be written

The UCD is Debian's package `unicode-data` (15.0.0 in Debian 12), in /usr/share/unicode unless told.
Tables of our own, rather than the ones of the machine's Swift, Python or ICU, make ids and records equal on any machine.
Standard library only.
"""
import argparse
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = ROOT / "Data" / "unicode"
SWIFT = ROOT / "Sources" / "SentenceUnits" / "Unicode" / "Generated"
VERSION = "15.0.0"
LAST = 0x10FFFF

NOTICE = f"""\
# From the Unicode Character Database {VERSION}, by Scripts/generate-unicode-tables.py.
# © 1991-2022 Unicode, Inc. Terms of use: Data/unicode/LICENSE.txt.
"""


# ---- reading the UCD ----

def lines(path):
    """The lines of a UCD file as lists of trimmed fields, comments left out."""
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.split("#", 1)[0].strip()
        if line:
            yield [field.strip() for field in line.split(";")]


def span(text):
    """`0041..005A` or `0041` as a range."""
    first, _, last = text.partition("..")
    return range(int(first, 16), int(last or first, 16) + 1)


def property_set(path, *names):
    """The scalars that have one of the named values in a UCD property file."""
    found = set()
    for fields in lines(path):
        if fields[1] in names:
            found.update(span(fields[0]))
    return found


class Database:
    """What the tables are made from."""

    def __init__(self, folder):
        stamp = (folder / "PropList.txt").read_text(encoding="utf-8").splitlines()[0]
        if VERSION not in stamp:
            sys.exit(f"{folder}: {stamp.strip('# ')} is not of Unicode {VERSION}; another version moves ids")
        self.folder = folder
        self.names, self.category, self.ccc, self.canonical, self.compatibility = {}, {}, {}, {}, {}
        first = None
        for fields in lines(folder / "UnicodeData.txt"):
            scalar, name = int(fields[0], 16), fields[1]
            if name.endswith(", First>"):
                first = scalar
                continue
            scalars = range(first, scalar + 1) if name.endswith(", Last>") else [scalar]
            for each in scalars:
                self.category[each] = fields[2]
            self.names[scalar] = name
            if int(fields[3]):
                self.ccc[scalar] = int(fields[3])
            mapping = fields[5].split()
            if mapping and mapping[0].startswith("<"):
                self.compatibility[scalar] = [int(part, 16) for part in mapping[1:]]
            elif mapping:
                self.canonical[scalar] = [int(part, 16) for part in mapping]
        self.excluded = {
            scalar for fields in lines(folder / "DerivedNormalizationProps.txt")
            if fields[1] == "Full_Composition_Exclusion" for scalar in span(fields[0])
        }

    def proplist(self, *names):
        return property_set(self.folder / "PropList.txt", *names)

    def breaks(self, *names):
        return property_set(self.folder / "auxiliary" / "GraphemeBreakProperty.txt", *names)

    def holds_letter(self, scalar):
        """Whether a scalar is a letter or stands for letters: №, ™, ㈱, ℃."""
        if self.category.get(scalar, "Cn") in ("Lu", "Ll", "Lt", "Lm", "Lo", "Nl"):
            return True
        parts = self.compatibility.get(scalar) or self.canonical.get(scalar) or []
        return any(part != scalar and self.holds_letter(part) for part in parts)


def text_classes(db):
    """The classes of Sources/SentenceUnits/Unicode/TextClass.swift, as sets."""
    every = range(LAST + 1)
    category = lambda scalar: db.category.get(scalar, "Cn")
    ignorable = {
        scalar for fields in lines(db.folder / "DerivedCoreProperties.txt")
        if fields[1] == "Default_Ignorable_Code_Point" for scalar in span(fields[0])
    }
    symbols = {scalar for scalar in every if category(scalar) == "So"} | set(range(0x1F3FB, 0x1F400))
    # Behind a stop: brackets and quotation marks, emoji, footnote marks, what is not seen.
    footnotes = {0x2A, 0xB2, 0xB3, 0xB9, 0x2020, 0x2021, 0x2070} | set(range(0x2074, 0x207A))
    white = db.proplist("White_Space")
    trailing = {s for s in every if category(s) in ("Pe", "Pf", "Pi")} | db.proplist("Quotation_Mark")
    trailing |= symbols | footnotes | ignorable | white | {0x60, 0xB4}
    # Sentence_Terminal lacks the ellipses (… is a stop, as ... is one) and Tibetan's shad.
    stops = db.proplist("Sentence_Terminal") | {0x37E, 0x2025, 0x2026, 0x22EF, 0xFE19, 0xFE30}
    stops |= {0xF0D, 0xF0E, 0xF0F, 0xF10, 0xF11, 0xF14}
    if db.names[0x17D4] != "KHMER SIGN KHAN" or db.names[0x17D5] != "KHMER SIGN BARIYOOSAN":
        sys.exit("the UCD's Khmer block is not what was expected")
    stops |= {0x17D4, 0x17D5}
    localised = {s for s in every if category(s) == "Nd" and s > 0x7F}
    unknown = {s for s in every if category(s) in ("Cn", "Co")} - ignorable
    return {
        "white-space": white,
        "letter": {s for s in every if db.holds_letter(s)} | localised | unknown,
        "stop": stops,
        "trailing": trailing - stops,
        "extend": db.breaks("Extend", "SpacingMark", "ZWJ"),
        "prepend": db.breaks("Prepend"),
        "control": db.breaks("Control", "CR", "LF"),
    }


CLASS_NOTES = {
    "white-space": "White_Space",
    "letter": "General_Category L*, Nl; what decomposes to such (№ ™ ㈱); digits but 0-9; unassigned and private use",
    "stop": "Sentence_Terminal; ellipses; Greek question mark; Khmer khan, bariyoosan; Tibetan shads",
    "trailing": "General_Category Pe, Pf, Pi, So; Quotation_Mark; Default_Ignorable_Code_Point; White_Space; footnote marks",
    "extend": "Grapheme_Cluster_Break Extend, SpacingMark, ZWJ: never parted from what stands before",
    "prepend": "Grapheme_Cluster_Break Prepend: never parted from what stands behind",
    "control": "Grapheme_Cluster_Break Control, CR, LF: parted from all but each other in CR LF",
}


def ranges(scalars):
    """Sorted scalars as (first, last) pairs."""
    found = []
    for scalar in sorted(scalars):
        if found and found[-1][1] == scalar - 1:
            found[-1][1] = scalar
        else:
            found.append([scalar, scalar])
    return found


def show(first, last):
    return f"{first:04X}" if first == last else f"{first:04X}..{last:04X}"


def extract(folder):
    db = Database(folder)
    DATA.mkdir(parents=True, exist_ok=True)

    by_class = {}
    for scalar, ccc in db.ccc.items():
        by_class.setdefault(ccc, set()).add(scalar)
    rows = sorted((first, last, ccc) for ccc, scalars in by_class.items() for first, last in ranges(scalars))
    out = [NOTICE, "# Canonical_Combining_Class where it is not 0: range ; class\n"]
    out += [f"{show(first, last)} ; {ccc}\n" for first, last, ccc in rows]
    (DATA / "combining-classes.txt").write_text("".join(out), encoding="utf-8")

    out = [NOTICE, "# Canonical decompositions, one step, Hangul syllables left out (they follow a formula).\n",
           "# scalar ; its one or two scalars ; C where the two compose to it again, X where they must not # name\n"]
    for scalar, parts in sorted(db.canonical.items()):
        mark = "X" if scalar in db.excluded else "C"
        out.append(f"{scalar:04X} ; {' '.join(f'{part:04X}' for part in parts)} ; {mark} # {db.names[scalar]}\n")
    (DATA / "canonical-decompositions.txt").write_text("".join(out), encoding="utf-8")

    for name, scalars in text_classes(db).items():
        out = [NOTICE, f"# {CLASS_NOTES[name]}\n"]
        out += [show(first, last) + "\n" for first, last in ranges(scalars - set(range(0xD800, 0xE000)))]
        (DATA / f"class-{name}.txt").write_text("".join(out), encoding="utf-8")


# ---- writing Swift ----

def wrapped(tokens, width=112):
    """Tokens in lines of at most `width` characters."""
    line = ""
    for token in tokens:
        if line and len(line) + 1 + len(token) > width:
            yield line
            line = token
        else:
            line = f"{line} {token}" if line else token
    if line:
        yield line


def constant(name, summary, tokens):
    body = "\n".join("    " + line for line in wrapped(tokens))
    return f'  /// {summary}\n  static let {name}: StaticString = """\n{body}\n    """\n'


def swift(type_name, summary, source, members):
    return (
        f"// Generated by Scripts/generate-unicode-tables.py from {source}; don't edit.\n"
        f"// From the Unicode Character Database {VERSION}, © 1991-2022 Unicode, Inc.; terms: Data/unicode/LICENSE.txt.\n\n"
        f"/// {summary}\nenum {type_name} {{\n" + "\n".join(members) + "}\n")


def compact(text):
    first, _, last = text.partition("..")
    return f"{int(first, 16):X}" + (f"-{int(last, 16):X}" if last else "")


def generated():
    """The Swift files' texts by name."""
    classes = [f"{compact(fields[0])}={int(fields[1]):X}" for fields in lines(DATA / "combining-classes.txt")]
    kept, excluded = [], []
    for scalar, parts, mark in lines(DATA / "canonical-decompositions.txt"):
        token = f"{int(scalar, 16):X}=" + "+".join(f"{int(part, 16):X}" for part in parts.split())
        (kept if mark == "C" else excluded).append(token)
    files = {
        "CanonicalData.swift": swift(
            "CanonicalData", "Canonical equivalence: combining classes and decompositions.",
            "Data/unicode/combining-classes.txt, canonical-decompositions.txt", [
                f'  /// The version of the Unicode Standard that all tables are of.\n  static let version = "{VERSION}"\n',
                constant("combiningClasses", "Ranges with their combining class, all hexadecimal.", classes),
                constant("composites", "Scalars and the two scalars that compose to them.", kept),
                constant("exclusions", "Scalars that decompose and are never composed.", excluded),
            ])
    }
    members = []
    for path in sorted(DATA.glob("class-*.txt")):
        words = path.stem.split("-")[1:]
        name = words[0] + "".join(word.capitalize() for word in words[1:])
        tokens = [compact(fields[0]) for fields in lines(path)]
        note = next(line for line in path.read_text(encoding="utf-8").splitlines()[2:] if line.startswith("#"))
        members.append(constant(name, note.strip("# ") + ".", tokens))
    files["TextClassData.swift"] = swift(
        "TextClassData", "Ranges of scalars, hexadecimal, by what they mean to the cutting of units.",
        "Data/unicode/class-*.txt", members)
    return files


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", nargs="?", choices=["extract"])
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--ucd", type=pathlib.Path, default=pathlib.Path("/usr/share/unicode"))
    options = parser.parse_args()
    if options.command == "extract":
        extract(options.ucd)
        return 0
    stale = []
    for name, text in generated().items():
        path = SWIFT / name
        if not options.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    for name in stale:
        print(f"{name} is not what Data/unicode gives: run {pathlib.Path(__file__).name}", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())

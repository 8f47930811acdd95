#!/usr/bin/env python3
"""Checks Schemas/golden-ids.json with an implementation of its own: Python's hashlib, base64 and unicodedata, none of Nuqta's code.

  check-golden-ids.py            recomputes every vector and says which differ; exit status 1 if any does
  check-golden-ids.py --write    writes what is computed into the file, to add vectors: give inputs, run, read the difference

The file's texts hold only characters that every Unicode version since 12 treats alike, so any Python from 3.8 on will do.
Standard library only.
"""
import argparse
import base64
import hashlib
import json
import pathlib
import re
import sys
import unicodedata

PATH = pathlib.Path(__file__).resolve().parent.parent / "Schemas" / "golden-ids.json"


# ---- the contract, from its text ----

def characters(*names):
    return "".join(unicodedata.lookup(name) for name in names)


WHITE_SPACE = "\t\n\v\f\r \x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"

DROPPED = "\ufeff" + characters(
    "ARABIC LETTER MARK", "LEFT-TO-RIGHT MARK", "RIGHT-TO-LEFT MARK", "LEFT-TO-RIGHT EMBEDDING", "RIGHT-TO-LEFT EMBEDDING",
    "POP DIRECTIONAL FORMATTING", "LEFT-TO-RIGHT OVERRIDE", "RIGHT-TO-LEFT OVERRIDE", "LEFT-TO-RIGHT ISOLATE",
    "RIGHT-TO-LEFT ISOLATE", "FIRST STRONG ISOLATE", "POP DIRECTIONAL ISOLATE",
    "ZERO WIDTH SPACE", "ZERO WIDTH NON-JOINER", "ZERO WIDTH JOINER", "WORD JOINER",
    "SOFT HYPHEN", "ARABIC TATWEEL", "MONGOLIAN VOWEL SEPARATOR", "COMBINING GRAPHEME JOINER")

QUOTATION_MARKS = '"' + characters(
    "LEFT-POINTING DOUBLE ANGLE QUOTATION MARK", "RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK",
    "LEFT DOUBLE QUOTATION MARK", "RIGHT DOUBLE QUOTATION MARK", "DOUBLE LOW-9 QUOTATION MARK",
    "DOUBLE HIGH-REVERSED-9 QUOTATION MARK", "DOUBLE PRIME", "REVERSED DOUBLE PRIME", "HEBREW PUNCTUATION GERSHAYIM",
    "DOUBLE LOW-REVERSED-9 QUOTATION MARK", "LEFT CORNER BRACKET", "RIGHT CORNER BRACKET",
    "LEFT WHITE CORNER BRACKET", "RIGHT WHITE CORNER BRACKET", "REVERSED DOUBLE PRIME QUOTATION MARK",
    "DOUBLE PRIME QUOTATION MARK", "LOW DOUBLE PRIME QUOTATION MARK", "FULLWIDTH QUOTATION MARK",
    "PRESENTATION FORM FOR VERTICAL LEFT CORNER BRACKET", "PRESENTATION FORM FOR VERTICAL RIGHT CORNER BRACKET",
    "PRESENTATION FORM FOR VERTICAL LEFT WHITE CORNER BRACKET",
    "PRESENTATION FORM FOR VERTICAL RIGHT WHITE CORNER BRACKET",
    "HALFWIDTH LEFT CORNER BRACKET", "HALFWIDTH RIGHT CORNER BRACKET")

APOSTROPHES = "'" + characters(
    "GRAVE ACCENT", "ACUTE ACCENT", "LEFT SINGLE QUOTATION MARK", "RIGHT SINGLE QUOTATION MARK",
    "SINGLE LOW-9 QUOTATION MARK", "SINGLE HIGH-REVERSED-9 QUOTATION MARK", "PRIME", "REVERSED PRIME",
    "SINGLE LEFT-POINTING ANGLE QUOTATION MARK", "SINGLE RIGHT-POINTING ANGLE QUOTATION MARK",
    "MODIFIER LETTER TURNED COMMA", "MODIFIER LETTER APOSTROPHE", "MODIFIER LETTER REVERSED COMMA",
    "ARMENIAN APOSTROPHE", "HEBREW PUNCTUATION GERESH", "FULLWIDTH APOSTROPHE")

DASHES = "-" + characters(
    "HYPHEN", "NON-BREAKING HYPHEN", "FIGURE DASH", "EN DASH", "EM DASH", "HORIZONTAL BAR", "MINUS SIGN",
    "ARMENIAN HYPHEN", "HEBREW PUNCTUATION MAQAF", "TWO-EM DASH", "THREE-EM DASH",
    "PRESENTATION FORM FOR VERTICAL EM DASH", "PRESENTATION FORM FOR VERTICAL EN DASH",
    "SMALL EM DASH", "SMALL HYPHEN-MINUS", "FULLWIDTH HYPHEN-MINUS")

ELLIPSES = characters(
    "HORIZONTAL ELLIPSIS", "TWO DOT LEADER", "MIDLINE HORIZONTAL ELLIPSIS",
    "PRESENTATION FORM FOR VERTICAL HORIZONTAL ELLIPSIS", "PRESENTATION FORM FOR VERTICAL TWO DOT LEADER")


def normalise(text):
    text = text.translate({ord(mark): None for mark in DROPPED})
    text = unicodedata.normalize("NFC", text)
    text = re.sub(f"[{re.escape(QUOTATION_MARKS)}]", '"', text)
    text = re.sub(f"[{re.escape(APOSTROPHES)}]", "'", text).replace("''", '"')
    text = re.sub(f"[{re.escape(DASHES)}]+", "-", text)
    text = re.sub(f"[.]*[{ELLIPSES}][.{ELLIPSES}]*|[.]{{2,}}", "\u2026", text)
    return re.sub(f"[{WHITE_SPACE}]+", " ", text).strip(" ")


def digest(domain, *parts):
    prefix = domain.encode() + b"\0" if domain else b""
    return hashlib.sha256(prefix + b"".join(parts)).digest()[:16]


def base32(value):
    return base64.b32encode(value).decode().rstrip("=").lower()


def content(text):
    return digest("nuqta-text-1", normalise(text).encode())


def compute_unit(vector):
    article = digest("nuqta-article-1", vector["uri"].encode())
    scope = digest("", vector["scope"].encode())
    own = content(vector["text"])
    unit = digest("nuqta-unit-1", article, scope, own, vector["occurrence"].to_bytes(4, "big"))
    return {"normalised": normalise(vector["text"]), "content": base32(own), "article": "a" + base32(article),
            "id": "u" + base32(unit)}


def compute_context(vector):
    parts = [content(vector[name]) if name in vector else bytes(16) for name in ("previous", "own", "next")]
    return {"context": base32(digest("nuqta-context-1", *parts))}


# ---- the file ----

def quoted(text):
    """A JSON string with everything escaped that an editor might change or a reader not see."""
    stable = unicodedata.normalize("NFC", text) == text
    out = []
    for character in text:
        plain = unicodedata.category(character)[0] in "LNPS" or character == " "
        if (stable and plain or character < "\x7f" and plain) and character not in '"\\':
            out.append(character)
        else:
            out.append(json.dumps(character)[1:-1])
    return '"' + "".join(out) + '"'


def row(vector):
    return "{" + ", ".join(
        f"{quoted(key)}: {quoted(value) if isinstance(value, str) else json.dumps(value)}"
        for key, value in vector.items()) + "}"


def written(golden):
    parts = [f'  {quoted(key)}: {quoted(value)}' for key, value in golden.items() if isinstance(value, str)]
    for key, value in golden.items():
        if isinstance(value, list):
            parts.append(f'  {quoted(key)}: [\n' + ",\n".join("    " + row(vector) for vector in value) + "\n  ]")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("file", nargs="?", type=pathlib.Path, default=PATH)
    options = parser.parse_args()
    golden = json.loads(options.file.read_text(encoding="utf-8"))
    wrong = 0
    for group, compute in (("units", compute_unit), ("contexts", compute_context)):
        for number, vector in enumerate(golden[group], 1):
            computed = compute(vector)
            for key, value in computed.items():
                if vector.get(key) != value and not options.write:
                    wrong += 1
                    print(f"{group} {number} ({vector['note']}): {key} is {vector.get(key)!r}, computed {value!r}")
            vector.update(computed)
    if options.write:
        options.file.write_text(written(golden), encoding="utf-8")
    else:
        print(f"{len(golden['units'])} ids and {len(golden['contexts'])} context hashes checked, {wrong} values differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

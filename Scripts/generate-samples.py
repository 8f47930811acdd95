#!/usr/bin/env python3
"""Writes Sources/nuqta/Generated/Samples.swift, the articles that `nuqta demo` produces, from Examples/articles.

usage: generate-samples.py [--check]     --check: only say whether the file is current (exit 1 if not)
"""
import csv
import pathlib
import sys
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "Examples" / "articles"
TARGET = ROOT / "Sources" / "nuqta" / "Generated" / "Samples.swift"

HEAD = """// swift-format-ignore-file
// Made by Scripts/generate-samples.py from Examples/articles; change those and run it again.

/// The sample articles, in the order in which the demo produces them.
enum Samples {
  static let all: [Sample] = [
"""


def literal(text):
    """A Swift string literal; characters that an editor would hide or reorder are written as escapes."""
    out = []
    for character in text:
        if character in "\\\"":
            out.append("\\" + character)
        elif character == "\n":
            out.append("\\n")
        elif unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp", "Mn") and ord(character) > 0:
            out.append("\\u{%X}" % ord(character))
        else:
            out.append(character)
    return '"' + "".join(out) + '"'


def generated():
    lines = [HEAD]
    with open(SOURCE / "index.tsv", encoding="utf-8", newline="") as index:
        for row in csv.DictReader(index, delimiter="\t", quoting=csv.QUOTE_NONE):
            text = (SOURCE / row["file"]).read_bytes().decode("utf-8")
            language = "nil" if row["content-language"] == "-" else literal(row["content-language"])
            lines.append(
                f"    Sample(\n      uri: {literal(row['key'])}, contentType: {literal(row['content-type'])}, "
                f"language: {language},\n      value: {literal(text)}),\n"
            )
    lines.append("  ]\n}\n")
    return "".join(lines)


def main():
    text = generated()
    if sys.argv[1:] == ["--check"]:
        if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != text:
            sys.exit(f"{TARGET.relative_to(ROOT)} is not current: run Scripts/generate-samples.py")
    elif sys.argv[1:]:
        sys.exit(__doc__)
    else:
        TARGET.parent.mkdir(parents=True, exist_ok=True)
        TARGET.write_text(text, encoding="utf-8")


main()

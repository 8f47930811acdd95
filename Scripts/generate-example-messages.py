#!/usr/bin/env python3
"""Writes Examples/messages.tsv: the articles of Examples/articles as lines for Kafka's console producer.

    Scripts/generate-example-messages.py            write it
    Scripts/generate-example-messages.py --check    fail if the file isn't what would be written

A line is `headers TAB key TAB value`, as `parse.headers=true` and `parse.key=true` read it. The console producer ends a
message at every newline, so JSON is written on one line, and a plain text of several lines becomes a JSON article with
the text as its body; a plain text of one line stays as it is.
"""

import csv
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "Examples" / "articles"
OUTPUT = ROOT / "Examples" / "messages.tsv"


def message(row: dict[str, str]) -> str:
    """One line, without its end. Raises ValueError where the value can't be brought onto one."""
    text = (ARTICLES / row["file"]).read_text(encoding="utf-8")
    content_type, language = row["content-type"], row["content-language"]
    if content_type == "application/json":
        value = on_one_line(text)
    elif "\n" in text.rstrip("\n"):
        content_type = "application/json"
        value = compact({"uri": row["key"], "language": language, "body_text": text.rstrip("\n")})
    else:
        value = text.rstrip("\n")
    headers = [f"content-type:{content_type}"]
    if language != "-":
        headers.append(f"content-language:{language}")
    line = "\t".join([",".join(headers), row["key"], value])
    if line.count("\t") != 2 or len(line.splitlines()) != 1:
        raise ValueError(f"{row['file']} holds a tab or a line separator")
    return line


def on_one_line(text: str) -> str:
    """JSON without its layout; what isn't JSON only loses its newlines, and stays unusable."""
    try:
        return compact(json.loads(text))
    except json.JSONDecodeError:
        return " ".join(line.strip() for line in text.splitlines()).strip()


def compact(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def main() -> int:
    with (ARTICLES / "index.tsv").open(encoding="utf-8", newline="") as index:
        rows = list(csv.DictReader(index, delimiter="\t", quoting=csv.QUOTE_NONE))
    wanted = "".join(message(row) + "\n" for row in sorted(rows, key=lambda row: int(row["order"])))
    if sys.argv[1:] == ["--check"]:
        if not OUTPUT.exists() or OUTPUT.read_text(encoding="utf-8") != wanted:
            print(f"{OUTPUT.relative_to(ROOT)} is out of date: run Scripts/{Path(__file__).name}", file=sys.stderr)
            return 1
        return 0
    if sys.argv[1:]:
        print(__doc__.strip(), file=sys.stderr)
        return 64
    OUTPUT.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

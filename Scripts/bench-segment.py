#!/usr/bin/env python3
"""Times `nuqta segment` as a whole process on articles made of the examples, beside cat and wc on the same files.

What is measured is what a shell would see: start, reading, cutting, writing records to /dev/null. Start-up alone is a
line of its own. The runs of all programs alternate, and the median counts, so that a busy machine hits them alike. The
worker's throughput on a broker is another question; this one is about the core.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = ROOT / "Examples" / "articles"
# Under --max-article-bytes and, for sentences of 50 bytes and more, under --max-units.
ARTICLE_BYTES = 900_000
TEXT_MEMBERS = ("body", "body_text", "content_text")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", type=Path, default=ROOT / ".build" / "release" / "nuqta")
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--languages", default="ar,en,zh,hi", help="examples to build articles from")
    options = parser.parse_args()
    if not options.binary.exists():
        sys.exit(f"bench: {options.binary} is not there: make build")

    folder = ROOT / ".build" / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    print(f"whole processes, one article of {ARTICLE_BYTES / 1e6} MB, median of {options.runs} alternating runs, "
          f"{os.cpu_count()} CPUs")
    print(f"{'language':10}{'program':16}{'ms':>9}{'MB/s':>9}{'units':>9}")
    for language in options.languages.split(","):
        path = folder / f"{language}.txt"
        path.write_bytes(article(language))
        measure(language, path, options)
    return 0


def measure(language: str, path: Path, options: argparse.Namespace) -> None:
    segment = [str(options.binary), "segment", "--lang", language, "--input", "text", "--uri", "bench", "--format", "jsonl"]
    programs = {
        "cat": ["cat", str(path)],
        "wc": ["wc", str(path)],
        "nuqta start": [str(options.binary), "--version"],
        "nuqta segment": [*segment, str(path)],
    }
    units = subprocess.run(programs["nuqta segment"], stdout=subprocess.PIPE, check=True).stdout.count(b'"type":"unit"')
    times: dict[str, list[float]] = {name: [] for name in programs}
    for _ in range(options.runs):
        for name, command in programs.items():
            began = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
            times[name].append(time.perf_counter() - began)
    megabytes = path.stat().st_size / 1e6
    for name in programs:
        seconds = statistics.median(times[name])
        speed = f"{megabytes / seconds:9.1f}" if name != "nuqta start" else f"{'':9}"
        count = f"{units:9}" if name == "nuqta segment" else ""
        print(f"{language:10}{name:16}{seconds * 1000:9.1f}{speed}{count}")


def article(language: str) -> bytes:
    """The bodies of a language's examples over and over, cut at a line's end below the limit."""
    texts = []
    for path in sorted(ARTICLES.glob(f"{language}-*")):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".json":
            document = json.loads(text)
            text = next((document[member] for member in TEXT_MEMBERS if member in document), "")
        texts.append(text.strip("\n"))
    once = ("\n".join(text for text in texts if text) + "\n").encode()
    if len(once) < 100:
        sys.exit(f"bench: no example in '{language}'")
    return once * (ARTICLE_BYTES // len(once))


if __name__ == "__main__":
    sys.exit(main())

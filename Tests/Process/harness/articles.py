"""Articles for the tests: the project's examples, and any number of short ones whose units are known beforehand."""

import csv
import json
import time
from dataclasses import dataclass
from pathlib import Path

from . import PROJECT
from .cluster import Message

# A message's time is its article's; recent, so that no broker's retention takes it, and the same within a run.
BASE_TIME = (int(time.time()) - 3600) * 1000

# By language: a headline, and the sentences of the body.
SHORT = {
    "en": (
        "Harbour report number {n}",
        ["Ship number {n} reached the harbour at noon.", "Its crew of {crew} was well.", "It leaves again on Friday."],
        " ",
    ),
    "ar": (
        "تقرير الميناء رقم {n}",
        ["وصلت السفينة رقم {n} إلى الميناء ظهراً.", "وعلى متنها {crew} بحاراً.", "وتغادر السفينة يوم الجمعة."],
        " ",
    ),
    "zh": ("港口第{n}号报告", ["第{n}号船中午抵达港口。", "船上{crew}名船员全部平安。", "该船将于周五离港。"], ""),
}


@dataclass(frozen=True)
class ShortArticle:
    """A message and the texts of its units in order."""

    uri: str
    message: Message
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Example:
    """A message of Examples/articles."""

    file: str
    message: Message
    is_usable: bool


def short_article(number: int) -> ShortArticle:
    """The short article of that number: always the same."""
    language = sorted(SHORT)[number % len(SHORT)]
    headline, sentences, gap = SHORT[language]
    values = {"n": number, "crew": 5 + number % 40}
    texts = tuple(text.format(**values) for text in [headline, *sentences])
    uri = f"https://wire.example/short/{number:05d}"
    document = {"uri": uri, "version": "1", "language": language, "headline": texts[0], "body": gap.join(texts[1:])}
    value = json.dumps(document, ensure_ascii=False).encode()
    headers = (("content-type", b"application/json"),)
    return ShortArticle(uri, Message(uri.encode(), value, headers, BASE_TIME + number), texts)


def examples() -> list[Example]:
    """The examples in their order."""
    folder = PROJECT / "Examples" / "articles"
    with (folder / "index.tsv").open(encoding="utf-8", newline="") as index:
        rows = sorted(csv.DictReader(index, delimiter="\t", quoting=csv.QUOTE_NONE), key=lambda row: int(row["order"]))
    return [_example(folder, row) for row in rows]


def _example(folder: Path, row: dict[str, str]) -> Example:
    headers = [("content-type", row["content-type"].encode())]
    if row["content-language"] != "-":
        headers.append(("content-language", row["content-language"].encode()))
    value = (folder / row["file"]).read_bytes()
    message = Message(row["key"].encode(), value, tuple(headers), BASE_TIME + int(row["order"]))
    return Example(row["file"], message, not row["file"].startswith("broken"))

"""The real messages of the measuring data, as records of the input topic."""

import json
from dataclasses import dataclass

from . import shared_data
from .articles import BASE_TIME
from .cluster import Message


@dataclass(frozen=True)
class RealMessage:
    """A line of a file."""

    file: str
    line: int
    message: Message

    @property
    def content_type(self) -> str:
        return self._header("content-type")

    @property
    def language(self) -> str:
        return self._header("content-language")

    def _header(self, wanted: str) -> str:
        return next((value.decode() for name, value in self.message.headers if name == wanted and value), "")


def real_messages(partitions: int) -> list[RealMessage]:
    """All lines of all files, in order, on the partitions in turn."""
    found: list[RealMessage] = []
    for path in sorted((shared_data() / "data" / "articles").glob("*.jsonl")):
        lines = path.read_text(encoding="utf-8").split("\n")
        for number, line in enumerate(lines[:-1], 1):
            row = json.loads(line)
            headers = tuple((name, value.encode()) for name, value in (row.get("headers") or {}).items())
            message = Message(
                _bytes(row.get("key")), _bytes(row["value"]), headers, BASE_TIME + len(found), len(found) % partitions
            )
            found.append(RealMessage(path.stem, number, message))
    return found


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode()

"""The unusable and odd messages of Tests/HostileInputs/messages.json, which the Swift tests read too."""

import json
from dataclasses import dataclass

from . import PROJECT
from .cluster import Message

REASONS = {
    "invalid-utf8", "invalid-json", "invalid-field", "missing-identity", "missing-text", "unsupported-content-type",
    "too-large", "too-many-units", "output-refused",
}  # fmt: skip


@dataclass(frozen=True)
class HostileMessage:
    """A message and what must come of it."""

    name: str
    message: Message
    # A dead letter's reason, or an article's status and, where it is told, how many units it has.
    expected: str

    @property
    def is_letter(self) -> bool:
        return self.expected in REASONS

    @property
    def size(self) -> int:
        """The bytes of the value."""
        return len(self.message.value or b"")


def hostile_messages(first_time: int, partitions: int) -> list[HostileMessage]:
    """All of them, on the partitions in turn, a millisecond apart."""
    rows = json.loads((PROJECT / "Tests" / "HostileInputs" / "messages.json").read_text(encoding="utf-8"))
    return [_message(row, number, first_time + number, number % partitions) for number, row in enumerate(rows)]


def _message(row: dict, number: int, time: int, partition: int) -> HostileMessage:
    key = _bytes(row["key"]) if "key" in row else f"urn:hostile:{number}".encode()
    headers = tuple((name, _bytes(value)) for name, value in row.get("headers", []))
    return HostileMessage(row["name"], Message(key, _bytes(row["value"]), headers, time, partition), row["expect"])


def _bytes(value: object) -> bytes | None:
    """`null`, a string, `{"hex": …}`, `{"repeat": …, "times": …}`, or a list of these end to end."""
    if value is None:
        return None
    if isinstance(value, str):
        return value.encode()
    if isinstance(value, list):
        return b"".join(_bytes(part) or b"" for part in value)
    return bytes.fromhex(value["hex"]) if "hex" in value else (_bytes(value["repeat"]) or b"") * value["times"]

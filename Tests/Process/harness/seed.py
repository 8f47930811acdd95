"""The seed article and the units expected of it, where the measuring data is."""

import csv
from dataclasses import dataclass

from . import shared_data


@dataclass(frozen=True)
class ExpectedUnit:
    seq: int
    start: int
    end: int
    kind: str
    translate: bool
    block: int


def seed_text() -> bytes:
    """The article's bytes."""
    return (shared_data() / "data" / "seed" / "article.ar.txt").read_bytes()


def expected_units() -> list[ExpectedUnit]:
    """What its file lists; offsets are bytes, half-open."""
    lines = (shared_data() / "data" / "seed" / "expected.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
    return [
        ExpectedUnit(
            int(row["seq"]), int(row["start"]), int(row["end"]), row["kind"], row["translate"] == "yes", int(row["block"])
        )
        for row in rows
    ]

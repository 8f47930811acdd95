"""Every real message of the measuring data through a topic: counted, checked from outside, and the same a second time.

The debug build checks every seventh article's records against schema and contract; NUQTA_FULL=1 checks all, and shows the counts
(`make acceptance` does that with the release build).
"""

import json
import os
import sys
import unittest
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from jsonschema import Draft202012Validator

from harness import shared_data
from harness.case import PARTITIONS, BrokerTest
from harness.cluster import Record
from harness.contract import violations
from harness.real import RealMessage, real_messages
from test_articles import OtherOutputs, as_bytes
from test_schemas import SCHEMAS
from test_segment import segment

FULL = bool(os.environ.get("NUQTA_FULL"))
STEP = 1 if FULL else 7
# What `nuqta segment` can be told that an input is.
FORMS = {"application/json": "json", "text/plain": "text"}
EXIT_UNUSABLE = 65


@dataclass
class Outcome:
    """What came of one message."""

    units: list[Record] = field(default_factory=list)
    article: Record | None = None
    manifest: Record | None = None
    letter: Record | None = None

    @property
    def status(self) -> str:
        return json.loads(self.article.value)["status"]

    @property
    def reason(self) -> tuple[str, str]:
        headers = dict(self.letter.headers)
        return headers["nuqta-error-reason"].decode(), headers["nuqta-error-detail"].decode()


@unittest.skipUnless(shared_data() and (shared_data() / "data" / "articles").is_dir(), "the measuring data is not there")
class AcceptanceTests(BrokerTest):
    def setUp(self) -> None:
        super().setUp()
        self.create_topics()

    def test_all_real_messages(self) -> None:
        sent = real_messages(PARTITIONS)
        self.cluster.produce(self.topics.articles, [real.message for real in sent])
        worker = self.start_worker("--instance-id", "one")
        self.await_drained(worker, timeout=300)
        self.stop_cleanly(worker)

        outcomes = self.outcomes(sent)
        self.show(sent, outcomes)
        for number, (real, outcome) in enumerate(zip(sent, outcomes)):
            with self.subTest(f"{real.file} {real.line}"):
                self.assertNotEqual(outcome.article is None, outcome.letter is None, "an article or a letter, and one of it")
                if outcome.letter is not None:
                    self.check_letter(real, outcome)
                elif number % STEP == 0:
                    self.check_records(real, outcome)
                if number % STEP == 0 and real.content_type in FORMS:
                    self.check_segment(real, outcome)
        self.assert_the_same_again()

    def outcomes(self, sent: list[RealMessage]) -> list[Outcome]:
        """The output records of each message. An article's records carry its message's time, which no other has."""
        by_time = {real.message.timestamp: Outcome() for real in sent}
        for record in self.cluster.read(self.topics.units):
            outcome = by_time[record.timestamp]
            if json.loads(record.value)["type"] == "unit":
                self.assertIsNone(outcome.article, "a unit behind its article record")
                outcome.units.append(record)
            else:
                self.assertIsNone(outcome.article, "two article records of one message")
                outcome.article = record
        for record in self.cluster.read(self.topics.manifests):
            self.assertIsNone(by_time[record.timestamp].manifest, "two manifests of one message")
            by_time[record.timestamp].manifest = record
        for record in self.cluster.read(self.topics.dead_letters):
            outcome = by_time[int(dict(record.headers)["nuqta-error-timestamp"])]
            self.assertIsNone(outcome.letter, "two letters of one message")
            outcome.letter = record
        return list(by_time.values())

    def check_letter(self, real: RealMessage, outcome: Outcome) -> None:
        letter, message = outcome.letter, real.message
        self.assertEqual((letter.key, letter.value), (message.key, message.value))
        self.assertEqual(letter.headers[: len(message.headers)], message.headers)
        self.assertNotIn(outcome.reason[0], ("internal", "crashed", "invalid-utf8", "too-large"), outcome.reason[1])
        self.assertEqual((outcome.units, outcome.manifest), ([], None))

    def check_records(self, real: RealMessage, outcome: Outcome) -> None:
        self.assertIsNotNone(outcome.manifest)
        records = [*outcome.units, outcome.article]
        if outcome.manifest.value is None:
            self.assertEqual((outcome.status, outcome.units), ("withdrawn", []))
        else:
            self.assertEqual(list(violations(real.message.value, lines([*records, outcome.manifest]))), [])
            records.append(outcome.manifest)
        for record in records:
            document = json.loads(record.value)
            schema = VALIDATORS[document.get("type", "manifest")]
            self.assertEqual([error.message for error in schema.iter_errors(document)], [], document)

    def check_segment(self, real: RealMessage, outcome: Outcome) -> None:
        """The command gives what the worker wrote."""
        if outcome.letter is not None and outcome.reason[0] == "missing-identity":
            return  # a file has a name
        arguments = ["--input", FORMS[real.content_type], "--format", "jsonl"]
        arguments += ["--lang", real.language] if real.language else []
        arguments += ["--uri", real.message.key.decode()] if real.message.key else []
        done = segment(*arguments, "-", stdin=real.message.value)
        if outcome.letter is not None:
            self.assertEqual((done.returncode, done.stdout), (EXIT_UNUSABLE, b""))
            self.assertIn(f"unusable: {outcome.reason[0]}", done.stderr.decode())
        else:
            self.assertEqual((done.returncode, done.stdout), (0, lines([*outcome.units, outcome.article])), done.stderr)

    def assert_the_same_again(self) -> None:
        """A second group and a second set of outputs: the same bytes."""
        others = OtherOutputs(self.topics.name)
        self.cluster.create_topics([others.units, others.manifests, others.dead_letters], PARTITIONS)
        worker = self.start_worker("--instance-id", "two", topics=others, group=f"{self.group}-two", name="second run")
        self.await_drained(worker, group=f"{self.group}-two", timeout=300)
        self.stop_cleanly(worker)
        for mine, theirs in ((self.topics.units, others.units), (self.topics.manifests, others.manifests)):
            self.assertEqual(as_bytes(self.cluster.read(mine)), as_bytes(self.cluster.read(theirs)), mine)
        letters = [
            [(r.partition, r.key, r.value, r.headers) for r in self.cluster.read(topic)]
            for topic in (self.topics.dead_letters, others.dead_letters)
        ]
        self.assertEqual(letters[0], letters[1])

    def show(self, sent: list[RealMessage], outcomes: list[Outcome]) -> None:
        """The counts of each file, and the dead letters by reason."""
        counts: dict[str, Counter] = defaultdict(Counter)
        reasons: Counter = Counter()
        for real, outcome in zip(sent, outcomes):
            row = counts[real.file]
            row["messages"] += 1
            row["units"] += len(outcome.units)
            if outcome.letter is not None:
                row[outcome.reason[0]] += 1
                reasons[real.file, *outcome.reason] += 1
            else:
                row[outcome.status] += 1
        self.assertGreater(sum(row["usable"] for row in counts.values()), len(sent) // 4)
        if not FULL:
            return
        columns = ["messages", "usable", "withheld", "withdrawn", "empty", "units"]
        columns += sorted({name for row in counts.values() for name in row} - set(columns))
        out = sys.stdout
        print("\n" + " ".join(f"{name:>12}" for name in ["file", *columns]), file=out)
        for file, row in [*counts.items(), ("all", sum(counts.values(), Counter()))]:
            print(" ".join(f"{value:>12}" for value in [file, *(row[name] for name in columns)]), file=out)
        for (file, reason, detail), count in sorted(reasons.items()):
            print(f"{count:>4} {file}: {reason}: {detail}", file=out)


def lines(records: list[Record]) -> bytes:
    return b"".join(record.value + b"\n" for record in records)


VALIDATORS = {name: Draft202012Validator(schema) for name, schema in SCHEMAS.items()}

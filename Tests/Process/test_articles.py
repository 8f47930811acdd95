"""Articles through `nuqta run`: the seed produced with kcat, the examples, and the same bytes from every run."""

import json
import os
import shutil
import subprocess
import tempfile
import unittest

from harness import shared_data
from harness.articles import BASE_TIME, examples
from harness.case import BrokerTest, rebuild
from harness.cluster import Record, Topics
from harness.seed import expected_units, seed_text

SEED_URI = "urn:seed:article"


def as_bytes(records: list[Record]) -> list[tuple]:
    """Everything about a record but its offset, which transaction markers move."""
    return [(r.partition, r.key, r.value, r.headers, r.timestamp) for r in records]


class ArticleTests(BrokerTest):
    def setUp(self) -> None:
        super().setUp()
        self.create_topics()

    def read_units(self, topics: Topics | None = None) -> tuple[list[dict], list[dict]]:
        """The units and the article records, each in their order."""
        documents = [json.loads(record.value) for record in self.cluster.read((topics or self.topics).units)]
        return [d for d in documents if d["type"] == "unit"], [d for d in documents if d["type"] == "article"]

    def run_under_another_group(self) -> Topics:
        """A second worker, group and output topics on the same articles; drained and stopped."""
        others = OtherOutputs(self.topics.name)
        self.cluster.create_topics([others.units, others.manifests, others.dead_letters], 3)
        worker = self.start_worker("--instance-id", "two", topics=others, group=f"{self.group}-two", name="second run")
        self.await_drained(worker, group=f"{self.group}-two")
        self.stop_cleanly(worker)
        return others

    def assert_equal_output(self, others: Topics) -> None:
        for mine, theirs in ((self.topics.units, others.units), (self.topics.manifests, others.manifests)):
            self.assertEqual(as_bytes(self.cluster.read(mine)), as_bytes(self.cluster.read(theirs)), mine)

    @unittest.skipUnless(shared_data(), "the measuring data is not beside the checkout")
    @unittest.skipUnless(shutil.which("kcat"), "kcat is not installed")
    def test_seed_article_from_kcat(self) -> None:
        with tempfile.NamedTemporaryFile() as file:
            file.write(seed_text())
            file.flush()
            headers = ["-H", "content-type=text/plain", "-H", "content-language=ar"]
            words = ["kcat", "-P", "-b", self.broker.addresses, "-t", self.topics.articles, "-k", SEED_URI, *headers]
            subprocess.run([*words, file.name], check=True, timeout=60, env={**os.environ, "LC_ALL": "C.UTF-8"})
        worker = self.start_worker("--instance-id", "one")
        self.await_drained(worker)

        found, articles = self.read_units()
        text = seed_text()
        for unit, expected in zip(found, expected_units(), strict=True):
            with self.subTest(seq=expected.seq):
                self.assertEqual(unit["seq"], expected.seq)
                self.assertEqual(unit["range"]["utf8"], [expected.start, expected.end])
                self.assertEqual(unit["text"].encode(), text[expected.start : expected.end])
                self.assertEqual(unit["block"], unit["block"] | {"index": expected.block, "kind": expected.kind})
                self.assertEqual(unit["translate"], expected.translate)
                self.assertEqual((unit["lang"], unit["dir"]), ("ar", "rtl"))
        self.assertEqual(len(articles), 1)
        self.assertEqual(articles[0]["units"], [unit["id"] for unit in found])
        self.assertEqual(articles[0]["article"]["uri"], SEED_URI)
        self.assertEqual(articles[0]["status"], "usable")

        manifests = self.cluster.read(self.topics.manifests)
        self.assertEqual([record.key.decode() for record in manifests], [SEED_URI])
        self.assertEqual(rebuild(json.loads(manifests[0].value)), {"": text.decode()})
        self.assertEqual(self.cluster.read(self.topics.dead_letters), [])
        self.stop_cleanly(worker)
        self.assert_equal_output(self.run_under_another_group())

    def test_examples(self) -> None:
        sent = examples()
        self.cluster.produce(self.topics.articles, [example.message for example in sent])
        worker = self.start_worker("--instance-id", "one")
        self.await_drained(worker)
        self.stop_cleanly(worker)
        self.assert_drained()

        units, articles = self.read_units()
        usable = [example for example in sent if example.is_usable]
        self.assertEqual(
            sorted(record["article"]["uri"] for record in articles),
            sorted(example.message.key.decode() for example in usable),
        )
        self.assertEqual({record["status"] for record in articles}, {"usable"})
        self.assertEqual(len(units), sum(len(record["units"]) for record in articles))
        self.check_manifests(usable)
        self.check_revisions(articles)
        self.check_dead_letter([example for example in sent if not example.is_usable])
        self.assert_equal_output(self.run_under_another_group())

    def check_manifests(self, usable) -> None:
        """The newest manifest of each article rebuilds its source strings."""
        newest = {record.key.decode(): json.loads(record.value) for record in self.cluster.read(self.topics.manifests)}
        sources = {example.message.key.decode(): example for example in usable}
        self.assertEqual(set(newest), set(sources))
        for uri, manifest in newest.items():
            example = sources[uri]
            with self.subTest(example.file):
                rebuilt = rebuild(manifest)
                text = example.message.value.decode()
                if example.file.endswith(".txt"):
                    self.assertEqual(rebuilt, {"": text})
                else:
                    document = json.loads(text)
                    self.assertIn("headline" if "headline" in document else "title", {p.split("/")[1] for p in rebuilt})
                    for pointer, value in rebuilt.items():
                        self.assertEqual(value, resolve(document, pointer), pointer)

    def check_revisions(self, articles: list[dict]) -> None:
        """Of the two revisions of one article, only the edited sentence's unit went and two came."""
        first, second = (set(record["units"]) for record in articles if record["article"]["uri"].endswith("/budget"))
        self.assertEqual(len(first - second), 1)
        self.assertEqual(len(second - first), 2)
        self.assertGreater(len(first & second), 10)

    def check_dead_letter(self, broken) -> None:
        """The unusable message came through untouched, with its reason and where it was."""
        letters = self.cluster.read(self.topics.dead_letters)
        self.assertEqual([letter.value for letter in letters], [example.message.value for example in broken])
        self.assertEqual([letter.key for letter in letters], [example.message.key for example in broken])
        headers = dict(letters[0].headers)
        for name, value in broken[0].message.headers:
            self.assertEqual(headers[name], value, "its own headers stay")
        source = next(r for r in self.cluster.read(self.topics.articles) if r.key == broken[0].message.key)
        self.assertEqual(headers["nuqta-error-reason"], b"invalid-json")
        self.assertEqual(headers["nuqta-error-topic"].decode(), self.topics.articles)
        self.assertEqual(headers["nuqta-error-partition"].decode(), str(source.partition))
        self.assertEqual(headers["nuqta-error-offset"].decode(), str(source.offset))
        self.assertTrue(headers["nuqta-error-detail"])

    def test_records_carry_their_input_s_time(self) -> None:
        sent = [example for example in examples() if example.is_usable]
        self.cluster.produce(self.topics.articles, [example.message for example in sent])
        worker = self.start_worker("--instance-id", "one")
        self.await_drained(worker)
        self.stop_cleanly(worker)
        times = {example.message.key.decode(): set() for example in sent}
        for example in sent:
            times[example.message.key.decode()].add(example.message.timestamp)
        for record in self.cluster.read(self.topics.units):
            self.assertIn(record.timestamp, times[json.loads(record.value)["article"]["uri"]])
            self.assertGreater(record.timestamp, BASE_TIME)


class OtherOutputs(Topics):
    """The same articles, other outputs."""

    @property
    def units(self) -> str:
        return f"{self.name}-units-two"

    @property
    def manifests(self) -> str:
        return f"{self.name}-manifests-two"

    @property
    def dead_letters(self) -> str:
        return f"{self.name}-dead-letters-two"


def resolve(document, pointer: str):
    """What a JSON Pointer (RFC 6901) names in a document."""
    for part in pointer.split("/")[1:]:
        part = part.replace("~1", "/").replace("~0", "~")
        document = document[int(part)] if isinstance(document, list) else document[part]
    return document

"""The base of the process tests: topics of its own for each, workers that end with it, their words when it fails."""

import json
import shutil
import tempfile
import unittest
import uuid
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from .articles import ShortArticle
from .broker import shared_broker
from .cluster import Cluster, Record, Topics, eventually
from .worker import Worker

PARTITIONS = 3


class BrokerTest(unittest.TestCase):
    """A test with a broker, four topics, and workers."""

    maxDiff = 2000

    def setUp(self) -> None:
        self.broker = shared_broker()
        self.cluster = Cluster(self.broker.addresses)
        self.topics = Topics()
        self.group = f"group-{uuid.uuid4().hex[:10]}"
        self.workers: list[Worker] = []
        self.folder = Path(tempfile.mkdtemp(prefix="nuqta-test-"))

    def tearDown(self) -> None:
        for worker in self.workers:
            worker.end()

    def run(self, result: unittest.TestResult | None = None):
        """As always, and after a failure what the workers said last."""
        before = _failures(result)
        outcome = super().run(result)
        if _failures(result) > before:
            for worker in getattr(self, "workers", []):
                print(f"\n--- {self.id()}: {worker.name}, exit {worker.process.returncode}\n{worker.tail()}", flush=True)
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder, ignore_errors=True)
        return outcome

    def create_topics(self, topics: Topics | None = None, partitions: int = PARTITIONS) -> None:
        """Makes the four topics with equal partition counts."""
        self.cluster.create_topics((topics or self.topics).all, partitions)

    def start_worker(
        self, *arguments: str, topics: Topics | None = None, group: str = "", name: str = "worker",
        environment: dict[str, str] | None = None,
    ) -> Worker:
        """Starts a worker on this test's topics and group, unless others are named."""
        worker = Worker(
            self.broker.addresses, topics or self.topics, group or self.group, self.folder, *arguments, name=name,
            environment=environment,
        )
        self.workers.append(worker)
        return worker

    def stop_cleanly(self, *workers: Worker) -> None:
        """SIGTERM, and exit 0 from each."""
        for worker in workers:
            self.assertEqual(worker.stop(), 0, f"{worker.name} didn't stop cleanly:\n{worker.tail()}")

    def await_drained(self, *workers: Worker, group: str = "", topics: Topics | None = None, timeout: float = 90) -> None:
        """Waits until the group has committed the end of the articles, while the workers live."""
        topic = (topics or self.topics).articles

        def drained() -> bool:
            for worker in workers:
                worker.must_run()
            return self.positions(group or self.group, topic) == self.cluster.ends(topic)

        eventually(drained, f"{group or self.group} has committed the end of {topic}", timeout)

    def positions(self, group: str, topic: str) -> dict[int, int]:
        """Where a group would go on in each partition; a partition without a committed offset starts at 0."""
        committed = self.cluster.committed(group, topic)
        return {partition: committed.get(partition, 0) for partition in self.cluster.ends(topic)}

    def assert_drained(self, group: str = "", topics: Topics | None = None) -> None:
        """The committed offsets stand at the ends of the articles, once all workers are gone."""
        topic = (topics or self.topics).articles
        self.assertEqual(self.positions(group or self.group, topic), self.cluster.ends(topic))

    def assert_whole_sets_once(self, articles: Iterable[ShortArticle], topics: Topics | None = None) -> None:
        """Exactly once, as a read-committed reader sees it: of every article all units once, in order, in the partition
        of its message and before its article record; one manifest each that names them; and nothing else."""
        topics = topics or self.topics
        expected = {article.uri: article.texts for article in articles}
        inputs = {record.key.decode(): record.partition for record in self.cluster.read(topics.articles)}
        self.assert_same(inputs, expected, "the test's own messages")

        units: dict[str, list[tuple[Record, dict]]] = defaultdict(list)
        closed: dict[str, tuple[Record, dict]] = {}
        for record in self.cluster.read(topics.units):
            document = json.loads(record.value)
            uri = document["article"]["uri"]
            self.assertEqual(record.key.decode(), document["id"], "a record's key is its id")
            if document["type"] == "unit":
                if uri in closed:
                    self.fail(f"{uri}: a unit behind its article record")
                units[uri].append((record, document))
            else:
                if uri in closed:
                    self.fail(f"{uri}: a second article record")
                closed[uri] = (record, document)

        self.assert_same(closed, expected, "articles closed by a record")
        self.assert_same(units, expected, "articles with units")
        for uri, texts in expected.items():
            records, documents = zip(*units[uri])
            self.assertEqual(tuple(unit["text"] for unit in documents), texts, uri)
            self.assertEqual([unit["seq"] for unit in documents], list(range(1, len(texts) + 1)), uri)
            self.assertEqual(closed[uri][1]["units"], [unit["id"] for unit in documents], uri)
            partitions = {record.partition for record in (*records, closed[uri][0])}
            self.assertEqual(partitions, {inputs[uri]}, f"{uri}: output in its input's partition")

        manifests = [(record.key.decode(), json.loads(record.value)) for record in self.cluster.read(topics.manifests)]
        self.assertEqual(len(manifests), len(expected), "one manifest an article")
        for uri, manifest in manifests:
            listed = [unit["id"] for part in manifest["fields"] for unit in part["units"]]
            self.assertEqual(listed, closed[uri][1]["units"], f"{uri}: units of the manifest")
        self.assertEqual(self.cluster.read(topics.dead_letters), [], "no dead letter")

    def assert_same(self, found: Iterable[str], expected: Iterable[str], what: str) -> None:
        """Equal sets; a failure shows how many differ and a few of them, not thousands."""
        lost, more = set(expected) - set(found), set(found) - set(expected)
        if lost or more:
            self.fail(f"{what}: {len(lost)} lost, as {sorted(lost)[:5]}; {len(more)} too many, as {sorted(more)[:5]}")


def rebuild(manifest: dict) -> dict[str, str]:
    """The source strings that a manifest describes, by JSON Pointer: gaps and units, byte for byte."""
    return {
        part["field"]: "".join(unit.get("before", "") + unit.get("raw", unit["text"]) for unit in part["units"])
        + part.get("after", "")
        for part in manifest["fields"]
    }


def _failures(result: unittest.TestResult | None) -> int:
    return 0 if result is None else len(result.failures) + len(result.errors)

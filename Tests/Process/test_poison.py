"""Articles that end the worker's process, that an operator sets aside, or that there are too many of."""

import json
import unittest

from harness import binary
from harness.articles import BASE_TIME, short_article
from harness.case import BrokerTest
from harness.cluster import Message

TRAP = "mind the planted trap"
JSON = (("content-type", b"application/json"),)
POISON = "urn:test:poison"


class PoisonTests(BrokerTest):
    def setUp(self) -> None:
        super().setUp()
        self.create_topics()
        self.articles = [short_article(number) for number in range(40)]
        poison = Message(POISON.encode(), json.dumps({"headline": f"Please {TRAP}."}).encode(), JSON, BASE_TIME)
        self.messages = [article.message for article in self.articles]
        self.messages.insert(20, poison)

    def assert_only_the_poison_is_missing(self, reason: str) -> None:
        letters = self.cluster.read(self.topics.dead_letters)
        self.assertEqual([(letter.key.decode(), dict(letter.headers)["nuqta-error-reason"]) for letter in letters], [(POISON, reason)])
        units = [json.loads(record.value) for record in self.cluster.read(self.topics.units)]
        closed = [record["article"]["uri"] for record in units if record["type"] == "article"]
        self.assertEqual(sorted(closed), sorted(article.uri for article in self.articles))

    @unittest.skipIf("release" in str(binary()), "the trap is in debug builds only")
    def test_an_article_that_ends_the_process_twice_is_set_aside(self) -> None:
        self.cluster.produce(self.topics.articles, self.messages)
        for attempt in ("first", "second"):
            worker = self.start_worker("--instance-id", "one", name=attempt, environment={"NUQTA_PLANTED_TRAP": TRAP})
            self.assertLess(worker.wait(timeout=120), 0, f"the {attempt} worker was to end by a signal:\n{worker.tail()}")
        worker = self.start_worker("--instance-id", "one", name="third", environment={"NUQTA_PLANTED_TRAP": TRAP})
        self.await_drained(worker)
        self.stop_cleanly(worker)
        self.assert_only_the_poison_is_missing(b"crashed")

    def test_quarantine(self) -> None:
        self.cluster.produce(self.topics.articles, self.messages)
        [place] = [r for r in self.cluster.read(self.topics.articles) if r.key.decode() == POISON]
        worker = self.start_worker(
            "--instance-id", "one", "--quarantine", f"{self.topics.articles}:{place.partition}:{place.offset}")
        self.await_drained(worker)
        self.stop_cleanly(worker)
        self.assert_only_the_poison_is_missing(b"crashed")

    def test_too_many_dead_letters_stop_the_worker(self) -> None:
        broken = [Message(f"urn:test:{n}".encode(), b"{", JSON, BASE_TIME) for n in range(60)]
        self.cluster.produce(self.topics.articles, broken)
        worker = self.start_worker("--instance-id", "one", "--max-dead-letter-share", "20%/30")
        self.assertEqual(worker.wait(), 9, worker.tail())
        self.assertLess(len(self.cluster.read(self.topics.dead_letters)), 30)

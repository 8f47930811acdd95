"""The harness itself: that it tells a good worker's output from a bad one's, and the broker keeps what the tests rest on."""

import json
import unittest
import uuid

from confluent_kafka import Producer, TopicPartition

from harness.articles import examples, short_article
from harness.case import BrokerTest, rebuild
from harness.cluster import Message


class HarnessTests(BrokerTest):
    """A stand-in writes what a worker would, well or badly."""

    def setUp(self) -> None:
        super().setUp()
        self.create_topics()
        self.articles = [short_article(number) for number in range(6)]
        self.cluster.produce(self.topics.articles, [article.message for article in self.articles])

    def write_output(self, spoil=lambda records: records) -> None:
        """What a worker would write for the articles, after `spoil` has had its way with it."""
        texts = {article.uri: article.texts for article in self.articles}
        inputs = self.cluster.read(self.topics.articles)
        records, manifests = [], []
        for record in inputs:
            uri, partition = record.key.decode(), record.partition
            ids = [f"u{uri[-5:]}{index}" for index in range(len(texts[uri]))]
            for seq, (identity, text) in enumerate(zip(ids, texts[uri]), start=1):
                unit = {"type": "unit", "id": identity, "article": {"uri": uri}, "seq": seq, "text": text}
                records.append((partition, unit))
            records.append((partition, {"type": "article", "id": f"a{uri[-5:]}", "article": {"uri": uri}, "units": ids}))
            parts = [{"field": "/body", "units": [{"id": identity, "text": ""} for identity in ids]}]
            manifests.append(Message(uri.encode(), json.dumps({"fields": parts}).encode(), partition=partition))
        messages = [
            Message(document["id"].encode(), json.dumps(document).encode(), partition=partition)
            for partition, document in spoil(records)
        ]
        self.cluster.produce(self.topics.units, messages)
        self.cluster.produce(self.topics.manifests, manifests)

    def test_good_output_passes(self) -> None:
        self.write_output()
        self.assert_whole_sets_once(self.articles)

    def test_bad_output_is_noticed(self) -> None:
        def without(index):
            return lambda records: records[:index] + records[index + 1 :]

        def swapped(records):
            return [records[1], records[0], *records[2:]]

        def elsewhere(records):
            partition, document = records[0]
            return [((partition + 1) % 3, document), *records[1:]]

        spoilers = {
            "a unit lost": without(2),
            "an article record lost": without(4),
            "a unit twice": lambda records: [records[0], *records],
            "an article twice": lambda records: [*records[:5], *records],
            "units out of order": swapped,
            "a unit in another partition": elsewhere,
            "a unit behind its article record": lambda records: [*records[1:5], records[0], *records[5:]],
        }
        for what, spoil in spoilers.items():
            with self.subTest(what):
                HarnessTests.setUp(self)
                self.write_output(spoil)
                with self.assertRaises(AssertionError):
                    self.assert_whole_sets_once(self.articles)

    def test_readers_see_what_is_committed(self) -> None:
        """The broker hides an open transaction, and ends one that hangs when its id is taken up again."""
        settings = {"bootstrap.servers": self.broker.addresses, "transactional.id": uuid.uuid4().hex, "log_level": 0}
        first = Producer(settings)
        first.init_transactions(20)
        first.begin_transaction()
        first.produce(self.topics.units, b"lost", b"k", partition=0)
        first.flush(10)
        self.assertEqual(self.cluster.read(self.topics.units), [])
        second = Producer(settings)
        second.init_transactions(20)
        second.begin_transaction()
        second.produce(self.topics.units, b"kept", b"k", partition=0)
        second.commit_transaction(20)
        self.assertEqual([record.value for record in self.cluster.read(self.topics.units)], [b"kept"])

    def test_drained_means_committed_to_the_end(self) -> None:
        ends = self.cluster.ends(self.topics.articles)
        self.assertEqual(sum(ends.values()), len(self.articles))
        consumer_offsets = [TopicPartition(self.topics.articles, partition, end) for partition, end in ends.items()]
        self.commit(consumer_offsets)
        self.assert_drained()
        consumer_offsets[0].offset -= 1
        self.commit(consumer_offsets)
        with self.assertRaises(AssertionError):
            self.assert_drained()

    def commit(self, offsets: list[TopicPartition]) -> None:
        from confluent_kafka import Consumer

        consumer = Consumer({"bootstrap.servers": self.broker.addresses, "group.id": self.group, "log_level": 0})
        consumer.commit(offsets=offsets, asynchronous=False)
        consumer.close()


class ExampleFileTests(unittest.TestCase):
    """The examples as files."""

    def test_usable_ones_are_sound(self) -> None:
        found = examples()
        self.assertGreaterEqual(len(found), 14)
        for example in found:
            with self.subTest(example.file):
                text = example.message.value.decode("utf-8")
                if example.file.endswith(".txt"):
                    continue
                if example.is_usable:
                    document = json.loads(text)
                    identity = document.get("uri", document.get("id"))
                    self.assertEqual(identity, example.message.key.decode())
                else:
                    with self.assertRaises(json.JSONDecodeError):
                        json.loads(text)

    def test_rebuilding(self) -> None:
        units = [{"text": "A.", "before": ""}, {"text": "B\u0301", "raw": "B<b>\u0301</b>", "before": " - "}]
        self.assertEqual(rebuild({"fields": [{"field": "/x", "units": units, "after": "\n"}]}), {"/x": "A. - B<b>\u0301</b>\n"})

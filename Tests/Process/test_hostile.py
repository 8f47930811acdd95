"""Unusable and odd messages through a topic, a good article behind each: nothing of one harms another."""

import json
from collections import defaultdict

from harness.articles import BASE_TIME, short_article
from harness.case import PARTITIONS, BrokerTest
from harness.cluster import Record
from harness.hostile import HostileMessage, hostile_messages

# What brokers take as they come, and what a debug build cuts within the test's time; the Swift test takes all.
LARGEST = 900_000
MOST_UNITS = 5_000


class HostileTests(BrokerTest):
    def setUp(self) -> None:
        super().setUp()
        self.create_topics()

    def test_every_message_between_good_articles(self) -> None:
        hostile = [message for message in hostile_messages(BASE_TIME, PARTITIONS) if self.is_tried(message)]
        self.assertGreater(len(hostile), 200)
        good = [short_article(number) for number in range(len(hostile))]
        messages = []
        for row, article in zip(hostile, good):
            messages += [row.message, self.beside(article.message, row.message.partition)]
        self.cluster.produce(self.topics.articles, messages)
        worker = self.start_worker("--instance-id", "one")
        self.await_drained(worker, timeout=240)
        self.stop_cleanly(worker)
        self.assert_drained()

        inputs = self.cluster.read(self.topics.articles)
        self.assertEqual(len(inputs), len(messages))
        places = {}
        for partition in range(PARTITIONS):
            rows = [row for row in hostile if row.message.partition == partition]
            records = [record for record in inputs if record.partition == partition]
            for row, record in zip(rows, records[::2], strict=True):
                self.assertEqual((record.key, record.value), (row.message.key, row.message.value), row.name)
                places[record.partition, record.offset] = (row, record)
        self.check_letters({place: found for place, found in places.items() if found[0].is_letter})
        self.check_articles(places, {article.uri: article.texts for article in good})

    @staticmethod
    def is_tried(row: HostileMessage) -> bool:
        count = row.expected.rpartition(" ")[2]
        return row.size <= LARGEST and not (count.isdecimal() and int(count) > MOST_UNITS)

    @staticmethod
    def beside(message, partition: int):
        """The message on a partition of one's choice."""
        return type(message)(message.key, message.value, message.headers, message.timestamp, partition)

    def check_letters(self, expected: dict[tuple[int, int], tuple[HostileMessage, Record]]) -> None:
        """One letter for each, in the order of the input: key, value and headers as they were, the reason behind them."""
        found = defaultdict(list)
        order = defaultdict(list)
        for letter in self.cluster.read(self.topics.dead_letters):
            headers = dict(letter.headers)
            place = (int(headers["nuqta-error-partition"]), int(headers["nuqta-error-offset"]))
            found[place].append(letter)
            order[letter.partition].append(place)
        for partition, places in order.items():
            self.assertEqual(places, sorted(places), f"letters of partition {partition} in order")
            self.assertEqual({place[0] for place in places}, {partition})
        for place, (row, record) in expected.items():
            with self.subTest(row.name):
                self.assertEqual(len(found.get(place, [])), 1, "one letter")
                letter = found[place][0]
                self.assertEqual((letter.key, letter.value), (record.key, record.value))
                own = tuple(header for header in record.headers if not header[0].startswith("nuqta-error-"))
                self.assertEqual(letter.headers[: len(own)], own)
                added = dict(letter.headers[len(own) :])
                self.assertEqual(added["nuqta-error-reason"].decode(), row.expected, added["nuqta-error-detail"])
                self.assertEqual(added["nuqta-error-topic"].decode(), self.topics.articles)
                self.assertNotIn("nuqta-error-truncated", added)
        self.assertEqual({place: letters for place, letters in found.items() if place not in expected}, {}, "and no others")

    def check_articles(self, places: dict, good: dict[str, tuple[str, ...]]) -> None:
        """The articles among them have their status and units; of the good ones nothing is lost, doubled or out of order."""
        units = defaultdict(list)
        closed = defaultdict(list)
        for record in self.cluster.read(self.topics.units):
            document = json.loads(record.value)
            uri = document["article"]["uri"]
            if document["type"] == "unit":
                units[record.partition, uri].append(document)
            else:
                listed = units.pop((record.partition, uri), [])
                self.assertEqual([unit["id"] for unit in listed], document["units"], uri)
                closed[uri].append((document["status"], tuple(unit["text"] for unit in listed)))
        self.assertEqual(dict(units), {}, "no unit without its article record")
        for uri, texts in good.items():
            self.assertEqual(closed.pop(uri, None), [("usable", texts)], uri)

        manifests = self.cluster.read(self.topics.manifests)
        sources = {}
        for record in manifests:
            if record.value is not None:
                document = json.loads(record.value)
                sources[record.partition, document["source"]["offset"]] = document
        gone = {record.key for record in manifests if record.value is None}
        for place, (row, record) in places.items():
            with self.subTest(row.name):
                if row.is_letter:
                    self.assertNotIn(place, sources)
                elif row.expected == "withdrawn":
                    self.assertIn(record.key, gone)
                else:
                    self.check_article(row, sources[place], closed)

    def check_article(self, row: HostileMessage, manifest: dict, closed: dict) -> None:
        status, _, count = row.expected.partition(" ")
        listed = [unit["text"] for field in manifest["fields"] for unit in field["units"]]
        self.assertIn((status, tuple(listed)), closed[manifest["article"]["uri"]])
        if count:
            self.assertEqual(len(listed), int(count))

#!/usr/bin/env python3
"""Reads whole articles from the topic sentence-units, as a translator's program would.

    python3 read_units.py localhost:9092 my-translator [sentence-units]

Needs PyPI's confluent-kafka. Prints one JSON line an article; replace `deliver` with your own work.
"""

import json
import signal
import sys

from confluent_kafka import Consumer, KafkaException, TopicPartition


class ArticleAssembler:
    """Puts units together until the article record says that the set is complete."""

    def __init__(self):
        self.open = {}

    def add(self, record):
        """Takes a record; gives (article record, its units in order) where the record closes an article, else None."""
        uri = record["article"]["uri"]
        if record["type"] == "unit":
            # At least once, a part of an article may come before the whole: the same ids again, with the same content.
            self.open.setdefault(uri, {})[record["id"]] = record
            return None
        units = self.open.pop(uri, {})
        # The article record is the authority: a unit that it doesn't list is of an attempt that came to nothing.
        return record, [units[id] for id in record["units"] if id in units]


def deliver(article, units):
    """Your work. Equal text in any article has an equal hash.content: the key of a translation memory."""
    work = {unit["hash"]["content"]: unit["text"] for unit in units if unit["translate"]}
    print(json.dumps({
        "uri": article["article"]["uri"], "status": article["status"], "units": len(units),
        "complete": len(units) == len(article["units"]), "toTranslate": list(work.values())}, ensure_ascii=False), flush=True)


def main(brokers, group, topic="sentence-units"):
    consumer = Consumer({
        "bootstrap.servers": brokers, "group.id": group, "auto.offset.reset": "earliest", "enable.auto.commit": False,
        # Java's default and that of most tools is read_uncommitted, which shows articles that were never finished.
        "isolation.level": "read_committed"})
    running = True

    def stop(*_):
        nonlocal running
        running = False

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    # An article's records lie in one partition, so one assembler a partition is enough; a partition that moves to another
    # reader is read again there from the last commit, which never stands inside an article.
    assemblers = {}
    consumer.subscribe([topic], on_revoke=lambda _, gone: [assemblers.pop(part.partition, None) for part in gone])
    while running:
        message = consumer.poll(0.5)
        if message is None:
            continue
        if message.error():
            raise KafkaException(message.error())
        assembler = assemblers.setdefault(message.partition(), ArticleAssembler())
        closed = assembler.add(json.loads(message.value()))
        if closed:
            deliver(*closed)
        if not assembler.open:
            consumer.commit(offsets=[TopicPartition(message.topic(), message.partition(), message.offset() + 1)])
    consumer.close()


if __name__ == "__main__":
    main(*sys.argv[1:])

"""The broker seen through confluent-kafka: a client with a newer librdkafka of its own, so that Nuqta isn't its own witness."""

import time
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from confluent_kafka import Consumer, ConsumerGroupTopicPartitions, KafkaError, KafkaException, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

Headers = tuple[tuple[str, bytes], ...]


@dataclass(frozen=True)
class Message:
    """What is produced."""

    key: bytes | None
    value: bytes | None
    headers: Headers = ()
    timestamp: int | None = None
    partition: int | None = None


@dataclass(frozen=True)
class Record:
    """What is read."""

    partition: int
    offset: int
    key: bytes | None
    value: bytes | None
    headers: Headers
    timestamp: int


@dataclass(frozen=True)
class Topics:
    """The four topics of one test, under names that no other test uses."""

    name: str = field(default_factory=lambda: f"t{uuid.uuid4().hex[:10]}")

    @property
    def articles(self) -> str:
        return f"{self.name}-articles"

    @property
    def units(self) -> str:
        return f"{self.name}-sentence-units"

    @property
    def manifests(self) -> str:
        return f"{self.name}-article-manifests"

    @property
    def dead_letters(self) -> str:
        return f"{self.name}-article-dead-letters"

    @property
    def all(self) -> list[str]:
        return [self.articles, self.units, self.manifests, self.dead_letters]


class Cluster:
    """Topics, messages, records and offsets on one broker address."""

    def __init__(self, addresses: str):
        self.addresses = addresses
        self.settings = {"bootstrap.servers": addresses, "log_level": 2, "socket.timeout.ms": 10_000}
        self.admin = AdminClient(self.settings)
        self.producer = Producer({**self.settings, "acks": "all", "enable.idempotence": True, "linger.ms": 5})
        self._watchers = {
            isolation: Consumer({**self.settings, "group.id": "ends", "isolation.level": isolation})
            for isolation in ("read_committed", "read_uncommitted")
        }

    def create_topics(self, names: Iterable[str], partitions: int) -> None:
        """Makes topics and waits until all their partitions have a leader."""
        names = list(names)
        # Retention by time counts from the records' timestamps, which are the articles': there is none.
        config = {"retention.ms": "-1", "message.timestamp.type": "CreateTime"}
        wanted = [NewTopic(name, num_partitions=partitions, replication_factor=1, config=config) for name in names]
        futures = self.admin.create_topics(wanted)
        for future in futures.values():
            future.result(timeout=20)
        eventually(
            lambda: all(self.partitions(name) == list(range(partitions)) for name in names), f"{names} have leaders"
        )

    def partitions(self, topic: str) -> list[int]:
        """The numbers of a topic's partitions that have a leader; none if there is no such topic."""
        # All topics, not one by name: some brokers make a topic because it was asked for.
        found = self.admin.list_topics(timeout=10).topics.get(topic)
        if found is None or found.error is not None:
            return []
        return sorted(p.id for p in found.partitions.values() if p.leader >= 0)

    def produce(self, topic: str, messages: Iterable[Message]) -> None:
        """Writes messages in their order and waits until the broker has them all."""
        producer = self.producer
        failures: list[KafkaError] = []

        def delivered(error: KafkaError | None, _) -> None:
            if error is not None:
                failures.append(error)

        for message in messages:
            details = {}
            if message.timestamp is not None:
                details["timestamp"] = message.timestamp
            if message.partition is not None:
                details["partition"] = message.partition
            headers = list(message.headers)
            while True:
                try:
                    producer.produce(
                        topic, message.value, message.key, headers=headers, on_delivery=delivered, **details
                    )
                    break
                except BufferError:
                    producer.poll(0.1)
            producer.poll(0)
        if producer.flush(30) > 0 or failures:
            raise AssertionError(f"producing to {topic} failed: {failures[:3] or 'time-out'}")

    def read(self, topic: str, committed: bool = True, timeout: float = 60) -> list[Record]:
        """Everything in a topic up to its end, by partition and offset; only what is committed unless told otherwise."""
        partitions = self.partitions(topic)
        isolation = "read_committed" if committed else "read_uncommitted"
        consumer = Consumer({
            **self.settings, "group.id": f"reader-{uuid.uuid4().hex}", "enable.auto.commit": False,
            "isolation.level": isolation, "enable.partition.eof": True, "auto.offset.reset": "error",
        })
        records: list[Record] = []
        open_partitions = set(partitions)
        try:
            consumer.assign([TopicPartition(topic, number, 0) for number in partitions])
            deadline = time.monotonic() + timeout
            while open_partitions:
                if time.monotonic() > deadline:
                    raise AssertionError(f"{topic}: no end of partitions {sorted(open_partitions)} after {timeout} s")
                for message in consumer.consume(1000, timeout=0.05):
                    error = message.error()
                    if error is None:
                        records.append(_record(message))
                    elif error.code() == KafkaError._PARTITION_EOF:
                        open_partitions.discard(message.partition())
                    else:
                        raise KafkaException(error)
        finally:
            consumer.close()
        return sorted(records, key=lambda record: (record.partition, record.offset))

    def ends(self, topic: str, committed: bool = True) -> dict[int, int]:
        """The offset behind the last record of each partition that readers see; of all records if told so."""
        isolation = "read_committed" if committed else "read_uncommitted"
        consumer = self._watchers[isolation]
        return {
            number: consumer.get_watermark_offsets(TopicPartition(topic, number), timeout=10, cached=False)[1]
            for number in self.partitions(topic)
        }

    def committed(self, group: str, topic: str) -> dict[int, int]:
        """The offsets that a group has committed in a topic; a partition without one is absent."""
        asked = ConsumerGroupTopicPartitions(group, [TopicPartition(topic, n) for n in self.partitions(topic)])
        found = self.admin.list_consumer_group_offsets([asked])[group].result(timeout=20).topic_partitions
        return {partition.partition: partition.offset for partition in found if partition.offset >= 0}

    def owners(self, group: str) -> dict[str, set[int]]:
        """What each member of a group owns: partitions by member id."""
        described = self.admin.describe_consumer_groups([group])[group].result(timeout=20)
        return {
            member.member_id: {partition.partition for partition in member.assignment.topic_partitions}
            for member in described.members
        }


def _record(message) -> Record:
    headers = tuple(message.headers() or ())
    timestamp = message.timestamp()[1]
    return Record(message.partition(), message.offset(), message.key(), message.value(), headers, timestamp)


def eventually(condition: Callable[[], bool], what: str, timeout: float = 60, pause: float = 0.1) -> None:
    """Waits until a condition holds; AssertionError naming it if it doesn't in time."""
    deadline = time.monotonic() + timeout
    while not condition():
        if time.monotonic() > deadline:
            raise AssertionError(f"still not after {timeout} s: {what}")
        time.sleep(pause)

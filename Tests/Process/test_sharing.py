"""Several workers in one group: they share the partitions, and what one leaves another takes up."""

from harness.articles import short_article
from harness.case import BrokerTest
from harness.cluster import eventually

PARTITIONS = 4


class SharingTests(BrokerTest):
    def setUp(self) -> None:
        super().setUp()
        self.create_topics(partitions=PARTITIONS)
        self.articles = [short_article(number) for number in range(900)]

    def send(self, part: int) -> None:
        """The next third of the articles."""
        third = self.articles[part * 300 : (part + 1) * 300]
        self.cluster.produce(self.topics.articles, [article.message for article in third])

    def await_owners(self, count: int, *workers) -> None:
        """Waits until so many members own all partitions among them, each some."""

        def shared() -> bool:
            for worker in workers:
                worker.must_run()
            owned = list(self.cluster.owners(self.group).values())
            everything = sorted(partition for partitions in owned for partition in partitions)
            return len(owned) == count and all(owned) and everything == list(range(PARTITIONS))

        eventually(shared, f"{count} members share {PARTITIONS} partitions", timeout=90)

    def test_one_is_stopped_and_the_other_takes_over(self) -> None:
        # Dynamic members: one that stops says so to the group. Both keep their slots in one state folder.
        first = self.start_worker(name="first")
        self.send(0)
        self.await_drained(first)
        second = self.start_worker(name="second")
        self.await_owners(2, first, second)
        self.send(1)
        self.await_drained(first, second)
        self.stop_cleanly(first)
        self.await_owners(1, second)
        self.send(2)
        self.await_drained(second)
        self.stop_cleanly(second)
        self.assert_drained()
        self.assert_whole_sets_once(self.articles)

    def test_one_is_stopped_under_load(self) -> None:
        workers = [self.start_worker(name=name) for name in ("first", "second")]
        self.await_owners(2, *workers)
        self.send(0)
        self.send(1)
        self.stop_cleanly(workers[0])
        self.send(2)
        self.await_drained(workers[1])
        self.stop_cleanly(workers[1])
        self.assert_drained()
        self.assert_whole_sets_once(self.articles)

    def test_one_is_killed_and_the_other_takes_over(self) -> None:
        if not self.broker.is_real:
            self.skipTest("noida-db doesn't expire members that were killed")
        workers = [self.start_worker("-X", "session.timeout.ms=6000", name=name) for name in ("first", "second")]
        self.await_owners(2, *workers)
        self.send(0)
        workers[0].kill()
        self.send(1)
        self.send(2)
        self.await_drained(workers[1], timeout=120)
        self.stop_cleanly(workers[1])
        self.assert_drained()
        self.assert_whole_sets_once(self.articles)

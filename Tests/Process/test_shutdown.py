"""Clean stops, health, and what `nuqta run` says when it can't start."""

import os
import signal
import subprocess
import time

from harness import binary, clean_environment
from harness.articles import short_article
from harness.case import BrokerTest
from harness.cluster import Topics, eventually

# What a person would still call at once.
PROMPT_SECONDS = 20


def nuqta(*arguments: str, timeout: float = 60) -> subprocess.CompletedProcess:
    """One command to its end; both streams as text."""
    words = [str(binary()), *arguments]
    return subprocess.run(words, capture_output=True, text=True, timeout=timeout, env=clean_environment())


class ShutdownTests(BrokerTest):
    def test_idle(self) -> None:
        """SIGTERM and SIGINT: exit 0 soon, offsets at the end."""
        self.create_topics()
        articles = [short_article(number) for number in range(300)]
        for number, sign in enumerate((signal.SIGTERM, signal.SIGINT)):
            with self.subTest(sign.name):
                half = articles[number * 150 : (number + 1) * 150]
                self.cluster.produce(self.topics.articles, [article.message for article in half])
                worker = self.start_worker("--instance-id", "one", name=f"worker until {sign.name}")
                self.await_drained(worker)
                began = time.monotonic()
                self.assertEqual(worker.stop(by=sign), 0, worker.tail())
                self.assertLess(time.monotonic() - began, PROMPT_SECONDS)
                self.assert_drained()
        self.assert_whole_sets_once(articles)

    def test_under_load(self) -> None:
        """SIGTERM while there is work: exit 0, and the next start goes on exactly there."""
        self.create_topics()
        articles = [short_article(number) for number in range(2000)]
        worker = self.start_worker("--instance-id", "one")
        self.cluster.produce(self.topics.articles, [article.message for article in articles])
        eventually(
            lambda: worker.must_run() or bool(self.cluster.committed(self.group, self.topics.articles)),
            "the worker commits", pause=0.005,
        )
        self.stop_cleanly(worker)
        self.assert_nothing_open()
        after = self.start_worker("--instance-id", "one", name="worker after the stop")
        self.await_drained(after)
        self.stop_cleanly(after)
        self.assert_drained()
        self.assert_whole_sets_once(articles)

    def assert_nothing_open(self) -> None:
        """A worker that stopped cleanly has ended its transaction: readers see all that was written."""
        for topic in (self.topics.units, self.topics.manifests):
            self.assertEqual(self.cluster.ends(topic), self.cluster.ends(topic, committed=False), topic)

    def test_before_its_first_assignment(self) -> None:
        """SIGTERM right after the start."""
        self.create_topics()
        for delay in (0.05, 0.3):
            with self.subTest(delay=delay):
                worker = self.start_worker("--instance-id", f"after-{delay}", group=f"{self.group}-{delay}")
                time.sleep(delay)
                self.assertIn(worker.stop(), (0, -signal.SIGTERM), worker.tail())

    def test_nobody_reads_its_log(self) -> None:
        """The log's reader is gone: the worker goes on, and a second SIGTERM changes nothing."""
        self.create_topics()
        words = ["--brokers", self.broker.addresses, "--group", self.group, "--state-dir", str(self.folder / "state")]
        names = ["--articles", self.topics.articles, "--units", self.topics.units]
        names += ["--manifests", self.topics.manifests, "--dead-letters", self.topics.dead_letters]
        reader, writer = os.pipe()
        os.close(reader)
        process = subprocess.Popen(
            [str(binary()), "run", *words, *names, "--instance-id", "one", "--log-level", "debug"],
            stdin=subprocess.DEVNULL, stdout=writer, stderr=writer, env=clean_environment(),
        )
        os.close(writer)
        try:
            self.cluster.produce(self.topics.articles, [short_article(number).message for number in range(50)])
            eventually(
                lambda: self.positions(self.group, self.topics.articles) == self.cluster.ends(self.topics.articles)
                or process.poll() is not None, "the group has committed the end",
            )
            self.assertIsNone(process.poll(), "it runs")
            process.terminate()
            time.sleep(0.02)
            process.terminate()
            self.assertEqual(process.wait(timeout=40), 0)
        finally:
            process.kill()
            process.wait()

    def test_health(self) -> None:
        """Healthy while the loop runs; not before it, and not long after it was killed."""
        self.create_topics()
        state = self.folder / "state"
        state.mkdir()
        check = ["health", "--state-dir", str(state)]
        before = nuqta(*check)
        self.assertGreater(before.returncode, 0, before.stdout)
        self.assertTrue(before.stdout + before.stderr, "it says why")
        worker = self.start_worker("--instance-id", "one")
        eventually(lambda: worker.must_run() or nuqta(*check).returncode == 0, "the worker is healthy")
        worker.kill()
        eventually(lambda: nuqta(*check).returncode > 0, "a killed worker is not healthy", timeout=90, pause=1)


class StartTests(BrokerTest):
    def test_missing_topics_are_not_made_unasked(self) -> None:
        worker = self.start_worker("--instance-id", "one")
        code = worker.wait(60)
        self.assertGreater(code, 0, worker.tail())
        self.assertIn("topics create", worker.tail(), "it names the command that makes them")
        self.assertEqual(self.cluster.partitions(self.topics.articles), [])

    def test_missing_topics_are_made_when_asked(self) -> None:
        worker = self.start_worker("--instance-id", "one", "--create-topics")
        eventually(
            lambda: worker.must_run() or all(self.cluster.partitions(name) for name in self.topics.all), "topics are there"
        )
        articles = [short_article(number) for number in range(20)]
        self.cluster.produce(self.topics.articles, [article.message for article in articles])
        self.await_drained(worker)
        self.stop_cleanly(worker)
        self.assert_whole_sets_once(articles)

    def test_topics_command(self) -> None:
        names = ["--articles", self.topics.articles, "--units", self.topics.units]
        names += ["--manifests", self.topics.manifests, "--dead-letters", self.topics.dead_letters]
        made = nuqta("topics", "create", "--brokers", self.broker.addresses, *names)
        self.assertEqual(made.returncode, 0, made.stderr)
        partitions = {name: self.cluster.partitions(name) for name in self.topics.all}
        self.assertEqual(len({tuple(numbers) for numbers in partitions.values()}), 1, partitions)
        self.assertTrue(partitions[self.topics.units])
        again = nuqta("topics", "create", "--brokers", self.broker.addresses, *names)
        self.assertEqual(again.returncode, 0, "what is there stays: " + again.stderr)
        described = nuqta("topics", "describe", "--brokers", self.broker.addresses, *names)
        self.assertEqual(described.returncode, 0, described.stderr)
        for name in self.topics.all:
            self.assertIn(name, described.stdout)

    def test_unequal_partition_counts_are_refused(self) -> None:
        self.cluster.create_topics([self.topics.articles, self.topics.manifests, self.topics.dead_letters], 3)
        self.cluster.create_topics([self.topics.units], 2)
        worker = self.start_worker("--instance-id", "one")
        self.assertGreater(worker.wait(60), 0, worker.tail())
        self.assertIn(self.topics.units, worker.tail())

    def test_an_unreachable_broker_is_no_crash(self) -> None:
        """Nobody listens: it waits or gives up, and obeys SIGTERM."""
        topics = Topics()
        words = ["run", "--brokers", "127.0.0.1:1", "--group", "g", "--articles", topics.articles]
        process = subprocess.Popen(
            [str(binary()), *words, "--state-dir", str(self.folder)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            env=clean_environment(),
        )
        try:
            time.sleep(3)
            process.terminate()
            _, said = process.communicate(timeout=60)
        finally:
            process.kill()
            process.wait()
        self.assertNotIn(process.returncode, (-4, -5, -6, -11), said.decode(errors="replace")[-500:])
        self.assertIn(b"127.0.0.1:1", said)

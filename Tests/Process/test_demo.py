"""`nuqta demo` as a newcomer meets it: whole, cut short by a reader, stopped half-way, left running."""

import re
import signal
import subprocess
import tempfile
import unittest
from pathlib import Path

from harness import binary, clean_environment
from harness.articles import examples
from harness.cluster import Cluster, eventually

SECONDS = 90


class DemoTests(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory(prefix="nuqta-demo-test-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def start(self, *arguments: str) -> subprocess.Popen:
        """Starts a demo whose temporary files go into this test's folder."""
        process = subprocess.Popen(
            [str(binary()), "demo", *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, env=clean_environment(TMPDIR=str(self.folder)),
        )
        self.addCleanup(process.stderr.close)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def assert_nothing_left(self) -> None:
        self.assertEqual(list(self.folder.iterdir()), [], "the state folder is gone")

    def test_shows_every_article_the_dead_letter_and_the_totals(self) -> None:
        process = self.start()
        said, complaints = process.communicate(timeout=SECONDS)
        self.assertEqual((process.returncode, complaints), (0, ""))
        usable = [example for example in examples() if example.is_usable]
        for example in usable:
            self.assertIn(example.message.key.decode(), said)
        self.assertEqual(said.count("article record: usable"), len(usable))
        self.assertIn("invalid-json", said)
        units = len(re.findall(r"^ {0,3}\d+  \w+ +\S+ \d+–\d+ +u[a-z2-7]{26}", said, re.MULTILINE))
        self.assertRegex(said.splitlines()[-1], rf"^ *{len(usable)} +{units} +1 +\d+\.\d s$")
        self.assert_nothing_left()

    def test_a_reader_that_leaves_ends_it_quietly(self) -> None:
        process = self.start()
        process.stdout.readline()
        process.stdout.close()
        self.assertEqual(process.wait(timeout=SECONDS), 0)
        self.assertEqual(process.stderr.read(), "")
        self.assert_nothing_left()

    def test_a_stop_before_the_end_is_no_wait(self) -> None:
        process = self.start()
        eventually(lambda: any(self.folder.glob("*/*")), "the worker has its state")
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(timeout=30), 1)
        self.assertIn("stopped before the samples were done", process.stderr.read())
        self.assert_nothing_left()

    def test_kept_it_cuts_what_others_produce(self) -> None:
        process = self.start("--keep")
        address = ""
        for line in process.stdout:
            if found := re.match(r"Still running on (127\.0\.0\.1:\d+)", line):
                address = found[1]
                break
        self.assertTrue(address, "it prints its address")
        cluster = Cluster(address)
        before = sum(cluster.ends("sentence-units", committed=False).values())
        subprocess.run(
            ["kcat", "-P", "-b", address, "-t", "articles", "-k", "my-article", "-H", "content-type=text/plain"],
            input="Hello. And goodbye.\n", text=True, check=True, timeout=SECONDS,
        )
        eventually(
            lambda: sum(cluster.ends("sentence-units", committed=False).values()) == before + 3,
            "two units and the article record",
        )
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(timeout=SECONDS), 0)
        self.assert_nothing_left()


if __name__ == "__main__":
    unittest.main()

"""The example readers do what docs/formats.md says a reader must."""

import json
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from harness import PROJECT, binary, clean_environment
from harness.articles import short_article
from harness.case import BrokerTest
from harness.cluster import eventually

READERS = PROJECT / "Examples" / "readers"


class PythonReaderTests(BrokerTest):
    def test_whole_articles_and_none_twice_after_a_restart(self) -> None:
        self.create_topics()
        articles = [short_article(number) for number in range(60)]
        worker = self.start_worker("--instance-id", "one")
        read = []
        for part in (articles[:25], articles[25:]):
            self.cluster.produce(self.topics.articles, [article.message for article in part])
            self.await_drained(worker)
            read += self.read(until=len(part))
        self.stop_cleanly(worker)

        self.assertEqual(len(read), 60, "an article was read twice, or not at all")
        self.assertEqual(
            {article["uri"]: article["units"] for article in read},
            {article.uri: len(article.texts) for article in articles})
        self.assertTrue(all(article["complete"] and article["status"] == "usable" for article in read))

    def read(self, until: int) -> list[dict]:
        """Runs the reader until it has printed some articles, and ends it; all that it printed."""
        with tempfile.TemporaryFile() as said:
            reader = subprocess.Popen(
                [sys.executable, READERS / "read_units.py", self.broker.addresses, f"{self.group}-reader", self.topics.units],
                stdout=said, env=clean_environment(), stdin=subprocess.DEVNULL)

            def lines() -> list[dict]:
                said.seek(0)
                return [json.loads(line) for line in said if line.endswith(b"\n")]

            try:
                eventually(lambda: len(lines()) >= until, f"the reader has printed {until} articles", 90)
            finally:
                reader.send_signal(signal.SIGTERM)
                self.assertEqual(reader.wait(timeout=60), 0)
            return lines()


class SwiftReaderTests(unittest.TestCase):
    @unittest.skipUnless(shutil.which("swiftc"), "no Swift compiler")
    def test_records_of_a_file(self) -> None:
        example = PROJECT / "Examples" / "articles" / "ar-harbour.json"
        records = subprocess.run(
            [binary(), "segment", "--format", "jsonl", example], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True,
            env=clean_environment()).stdout
        with tempfile.TemporaryDirectory() as folder:
            program = Path(folder) / "read-units"
            subprocess.run(["swiftc", READERS / "ReadUnits.swift", "-o", program], check=True, timeout=300)
            said = subprocess.run([program], input=records, stdout=subprocess.PIPE, check=True, timeout=60).stdout.decode()
        units = [json.loads(line) for line in records.splitlines()]
        closing = units.pop()
        lines = said.splitlines()
        self.assertEqual(lines[0], f"{closing['article']['uri']} usable {len(units)} units")
        wanted = [f"  {unit['hash']['content']} {unit['lang']} {unit['text']}" for unit in units if unit["translate"]]
        self.assertEqual(lines[1:], wanted)

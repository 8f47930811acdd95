"""`nuqta demo` as a person meets it: interrupted early, kept, used by other programs."""

import os
import re
import signal
import subprocess
import tempfile
import time
import unittest
import uuid
from pathlib import Path

from harness import binary, clean_environment
from harness.cluster import Cluster, eventually


class DemoTests(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="nuqta-test-"))
        self.output = self.folder / "output.txt"
        self.process: subprocess.Popen | None = None

    def tearDown(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def start(self, *arguments: str) -> subprocess.Popen:
        with self.output.open("wb") as output:
            self.process = subprocess.Popen(
                [str(binary()), "demo", *arguments], stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                env={**clean_environment(), "TMPDIR": str(self.folder)},
            )
        return self.process

    def said(self) -> str:
        return self.output.read_text(encoding="utf-8", errors="replace")

    def assert_ends_cleanly(self, process: subprocess.Popen) -> None:
        began = time.monotonic()
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(timeout=40), 0, self.said())
        self.assertLess(time.monotonic() - began, 20)
        self.assertEqual([name for name in os.listdir(self.folder) if name.startswith("nuqta-demo-")], [])

    def test_interrupted_while_it_joins(self) -> None:
        process = self.start()
        eventually(lambda: "joins its group" in self.said(), "the demo runs")
        time.sleep(0.5)
        self.assert_ends_cleanly(process)

    def test_kept(self) -> None:
        """The address works for others, also for a second worker, and Ctrl-C ends it."""
        process = self.start("--keep")
        eventually(lambda: "Still running on" in self.said(), "the demo is done", timeout=60)
        self.assertIn("at-least-once", self.said())
        address = re.search(r"Still running on (\S+);", self.said())
        self.assertIsNotNone(address)
        brokers = address.group(1)
        before = sum(Cluster(brokers).ends("sentence-units").values())
        self.assertGreater(before, 0)
        state = self.folder / "state"
        words = ["run", "--brokers", brokers, "--group", f"g-{uuid.uuid4().hex[:8]}", "--delivery", "at-least-once"]
        with (self.folder / "second.txt").open("wb") as log:
            second = subprocess.Popen(
                [str(binary()), *words, "--state-dir", str(state)], stdin=subprocess.DEVNULL, stdout=log,
                stderr=subprocess.STDOUT, env=clean_environment(),
            )
        try:
            eventually(
                lambda: sum(Cluster(brokers).ends("sentence-units").values()) >= 2 * before, "another worker cuts them too",
                timeout=60,
            )
            second.send_signal(signal.SIGTERM)
            self.assertEqual(second.wait(timeout=40), 0, (self.folder / "second.txt").read_text())
        finally:
            second.kill()
            second.wait()
        self.assert_ends_cleanly(process)

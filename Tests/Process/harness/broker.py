"""A Kafka broker for the tests: the cluster that NUQTA_TEST_BROKERS names, else a noida-db process of our own.

noida-db keeps transactions, fencing by transactional id and static membership as Kafka does. It doesn't expire members that
were killed, nor transactions that hang; a test that needs either asks `Broker.is_real`.
"""

import atexit
import ctypes
import importlib.util
import os
import resource
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

from confluent_kafka import KafkaException
from confluent_kafka.admin import AdminClient

START_SECONDS = 30
# noida-db answers a fetch with the rest of the log at once; this is far above what the tests write.
ADDRESS_SPACE_BYTES = 6 << 30
PR_SET_PDEATHSIG = 1


class Broker:
    """Where the broker is, and the process behind it if it is ours."""

    def __init__(self) -> None:
        self.addresses = os.environ.get("NUQTA_TEST_BROKERS", "")
        self.is_real = bool(self.addresses)
        self._process: subprocess.Popen | None = None
        self._folder: Path | None = None
        if not self.is_real:
            self._start()

    def stop(self) -> None:
        """Ends the process, if it is ours, and removes its data."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            self._process = None
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def _start(self) -> None:
        program = noida_db()
        self._folder = Path(tempfile.mkdtemp(prefix="nuqta-broker-"))
        port = free_port()
        self.addresses = f"127.0.0.1:{port}"
        log = self._folder / "log.txt"
        words = [str(program), "start", "--data-dir", str(self._folder / "data"), "--host", "127.0.0.1"]
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                [*words, "--only", "kafka", "--kafka-port", str(port)],
                stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, cwd=self._folder, preexec_fn=_confine,
            )
        try:
            self._await_answer()
        except RuntimeError as error:
            tail = log.read_text(errors="replace")[-2000:]
            self.stop()
            raise RuntimeError(f"{error}\n{tail}") from error

    def _await_answer(self) -> None:
        admin = AdminClient({"bootstrap.servers": self.addresses, "log_level": 0})
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self._process is not None and self._process.poll() is not None:
                raise RuntimeError(f"the broker ended with {self._process.returncode} at its start")
            try:
                admin.list_topics(timeout=1)
                return
            except KafkaException:
                time.sleep(0.1)
        raise RuntimeError(f"the broker at {self.addresses} doesn't answer after {START_SECONDS} s")


def noida_db() -> Path:
    """The program itself: the package's command only starts it, and a signal to that would leave it running."""
    package = importlib.util.find_spec("noida_db")
    if package is None or package.origin is None:
        raise RuntimeError("noida-db is not installed: run Scripts/install-dependencies test, or set NUQTA_TEST_BROKERS")
    program = Path(package.origin).parent / "noida-db"
    program.chmod(0o755)
    return program


def free_port() -> int:
    """A TCP port of the loopback that nothing uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


_shared: Broker | None = None


def shared_broker() -> Broker:
    """The one broker of this test run, started on first use and ended with the run."""
    global _shared
    if _shared is None:
        _shared = Broker()
        atexit.register(_shared.stop)
    return _shared


def _confine() -> None:
    """In the child: a bound on its memory, and no life beyond its parent's."""
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESS_SPACE_BYTES, ADDRESS_SPACE_BYTES))
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)

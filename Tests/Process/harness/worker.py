"""`nuqta run` as a process that a test starts, stops, kills and listens to."""

import signal
import subprocess
import time
from pathlib import Path

from . import binary, clean_environment
from .cluster import Topics

# The worker's own deadline for a clean stop, and some for a busy machine.
STOP_SECONDS = 45


class Worker:
    """One worker process. Its output goes to a file, which `tail` reads when a test has failed."""

    def __init__(
        self, brokers: str, topics: Topics, group: str, folder: Path, *arguments: str, name: str = "worker",
        environment: dict[str, str] | None = None,
    ):
        self.name = name
        self.log = folder / f"{name}-{time.monotonic_ns()}.log"
        self.command = [
            str(binary()), "run", "--brokers", brokers, "--group", group, "--articles", topics.articles,
            "--units", topics.units, "--manifests", topics.manifests, "--dead-letters", topics.dead_letters,
            "--state-dir", str(folder / "state"), *arguments,
        ]
        (folder / "state").mkdir(exist_ok=True)
        with self.log.open("wb") as output:
            self.process = subprocess.Popen(
                self.command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, cwd=folder,
                env=clean_environment(**(environment or {})),
            )

    @property
    def runs(self) -> bool:
        """Whether the process is there."""
        return self.process.poll() is None

    def must_run(self) -> None:
        """Fails, with what it said last, if the worker has ended by itself."""
        if not self.runs:
            raise AssertionError(f"{self.name} ended by itself with {self.process.returncode}:\n{self.tail()}")

    def kill(self) -> None:
        """SIGKILL: no word to anyone."""
        self.must_run()
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=STOP_SECONDS)

    def stop(self, by: signal.Signals = signal.SIGTERM) -> int:
        """Asks for a clean stop and waits for it; the exit code."""
        self.must_run()
        self.process.send_signal(by)
        return self.wait()

    def wait(self, timeout: float = STOP_SECONDS) -> int:
        """The exit code, once the process has ended; AssertionError if it doesn't."""
        try:
            return self.process.wait(timeout=timeout)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"{self.name} still runs after {timeout} s:\n{self.tail()}") from None

    def end(self) -> None:
        """For clean-up: ends the process if it is still there."""
        if self.runs:
            self.process.kill()
            self.process.wait()

    def tail(self, lines: int = 40) -> str:
        """The last lines that the worker has said."""
        said = self.log.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(["$ " + " ".join(self.command), *said[-lines:]])

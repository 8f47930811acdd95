"""What this machine lends to a clean root: its apt mirror, its Swift toolchain, its git redirections."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from . import CheckFailed


@dataclass(frozen=True)
class AptSource:
    """One line of a sources.list."""

    uri: str
    suite: str
    components: str


def apt_sources(suite: str) -> list[AptSource]:
    """The host's Debian sources of a suite, its updates and its security, the suite itself first."""
    wanted = [suite, f"{suite}-updates", f"{suite}-security"]
    sources = [source for path in _source_files() for source in _read_sources(path) if source.suite in wanted]
    sources = sorted((s for s in sources if "main" in s.components.split()), key=lambda s: wanted.index(s.suite))
    if not sources or sources[0].suite != suite:
        raise CheckFailed(f"the apt sources of this machine name no mirror for {suite}; give one with --mirror")
    return sources


def apt_settings() -> str:
    """The host's apt settings that reaching its mirror takes: proxies and the checks of a release's age."""
    dump = _output("apt-config", "dump")
    kept = re.compile(r"^Acquire::(https?::(Proxy|[^:]+::Proxy)|Check-Valid-Until|Check-Date)\b", re.IGNORECASE)
    return "".join(f"{line}\n" for line in dump.splitlines() if kept.match(line))


def swift_toolchain() -> Path:
    """The folder that holds the `usr` of the toolchain on the PATH."""
    found = _output("sh", "-c", "command -v swift").strip()
    if not found:
        raise CheckFailed("no swift on the PATH to lend to the build stage")
    prefix = Path(found).resolve().parents[2]
    if prefix == Path("/"):
        raise CheckFailed(f"{found} belongs to a toolchain spread over /usr, which can't be lent to another root")
    return prefix


def swift_version() -> str:
    """As in the tag of Swift's images: 6.3.1."""
    found = re.search(r"Swift version (\d+(?:\.\d+)+)", _output("swift", "--version"))
    if not found:
        raise CheckFailed("swift --version names no version")
    return found.group(1)


def git_redirections() -> list[tuple[str, str]]:
    """(where git really goes, what it was asked for): the insteadOf settings of the machine and the user."""
    pairs = []
    for scope in ("--system", "--global"):
        for line in _output("git", "config", scope, "--get-regexp", r"^url\..*\.insteadof$", check=False).splitlines():
            key, _, asked = line.partition(" ")
            pairs.append((key[len("url.") : -len(".insteadof")], asked))
    return pairs


def local_path(url: str) -> Path | None:
    """The folder that a git URL means on this machine; None for a remote one."""
    path = Path(url.removeprefix("file://"))
    return path if path.is_absolute() and path.is_dir() else None


def _source_files() -> list[Path]:
    parts = Path("/etc/apt/sources.list.d")
    return [Path("/etc/apt/sources.list"), *sorted(parts.glob("*.list")), *sorted(parts.glob("*.sources"))]


def _read_sources(path: Path) -> list[AptSource]:
    if not path.is_file():
        return []
    text = "\n".join(line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    if path.suffix == ".sources":
        return [source for stanza in re.split(r"\n\s*\n", text) for source in _read_stanza(stanza)]
    one_line = re.compile(r"^deb\s+(?:\[[^\]]*\]\s+)?(\S+)\s+(\S+)\s+(.+)$", re.MULTILINE)
    return [AptSource(*found.groups()) for found in one_line.finditer(text)]


def _read_stanza(stanza: str) -> list[AptSource]:
    fields = dict(re.findall(r"^([\w-]+):\s*(.*)$", stanza, re.MULTILINE))
    if "deb" not in fields.get("Types", "").split() or fields.get("Enabled", "yes") == "no":
        return []
    return [
        AptSource(uri, suite, fields.get("Components", ""))
        for uri in fields.get("URIs", "").split()
        for suite in fields.get("Suites", "").split()
    ]


def _output(*command: str, check: bool = True) -> str:
    done = subprocess.run(command, capture_output=True, text=True)
    if check and done.returncode != 0:
        raise CheckFailed(f"{' '.join(command)}: {done.stderr.strip()}")
    return done.stdout

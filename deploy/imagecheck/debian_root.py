"""A clean Debian root in a folder: made with debootstrap, entered with chroot, mounted in a private namespace."""

import shutil
import subprocess
from pathlib import Path

from . import CheckFailed, host

# What the Swift project's own Dockerfile for Debian 12 installs before it unpacks the toolchain.
SWIFT_IMAGE_PACKAGES = (
    "binutils libicu-dev libcurl4-openssl-dev libedit-dev libsqlite3-dev libncurses-dev libpython3-dev "
    "libxml2-dev pkg-config uuid-dev tzdata git gcc libstdc++-12-dev"
).split()

ROOT_HOME = "/root"
SYSTEM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


class DebianRoot:
    """A root file system that commands run in. Mounts made in it vanish with the process's mount namespace."""

    def __init__(self, path: Path, log: Path, verbose: bool = False):
        self.path = path
        self.log = log
        self.verbose = verbose
        self.search_path = SYSTEM_PATH

    def unpack(self, tarball: Path) -> None:
        """Fills the root from a tarball that `pack` made."""
        self.path.mkdir(parents=True)
        self._must(["tar", "-xpf", str(tarball), "-C", str(self.path), "--numeric-owner"], "unpacking")

    def pack(self, tarball: Path) -> None:
        """Keeps the root, without what is mounted in it, as a tarball."""
        part = tarball.with_suffix(".part")
        self._must(["tar", "-cpf", str(part), "-C", str(self.path), "--numeric-owner", "--one-file-system", "."], "packing")
        part.rename(tarball)

    def bootstrap(self, suite: str, sources: list[host.AptSource]) -> None:
        """The smallest Debian that apt-get works in, as Docker's slim images are, with the host's mirror."""
        command = ["debootstrap", "--variant=minbase", suite, str(self.path), sources[0].uri]
        self._must(command, f"debootstrap of {suite}")
        lines = "".join(f"deb {source.uri} {source.suite} {source.components}\n" for source in sources)
        self.write("/etc/apt/sources.list", lines)
        self.write("/etc/apt/apt.conf.d/90host", host.apt_settings())
        # Debian's images start no service from a package's scripts and ask nothing.
        self.write("/usr/sbin/policy-rc.d", "#!/bin/sh\nexit 101\n", mode=0o755)
        self._must(["rm", "-rf", str(self.path / "var/cache/apt/archives"), str(self.path / "var/lib/apt/lists")], "tidying")
        (self.path / "var/cache/apt/archives/partial").mkdir(parents=True)
        (self.path / "var/lib/apt/lists/partial").mkdir(parents=True)

    def mount_system(self) -> None:
        """What a container has as well: /proc, /dev, a way to resolve names."""
        self._must(["mount", "-t", "proc", "proc", str(self.path / "proc")], "mounting /proc")
        self._must(["mount", "--rbind", "/dev", str(self.path / "dev")], "mounting /dev")
        for name in ("resolv.conf", "hosts"):
            self.lend(Path("/etc") / name)

    def lend(self, path: Path) -> None:
        """Shows a file or folder of the host in the root, under its own path and read-only."""
        inside = self.inside(str(path))
        if path.is_dir():
            inside.mkdir(parents=True, exist_ok=True)
        else:
            inside.parent.mkdir(parents=True, exist_ok=True)
            inside.unlink(missing_ok=True)
            inside.touch()
        self._must(["mount", "--bind", str(path.resolve()), str(inside)], f"lending {path}")
        self._must(["mount", "-o", "remount,bind,ro", str(inside)], f"lending {path}")

    def lend_swift(self) -> None:
        """The host's toolchain, and the way its git goes to the packages."""
        toolchain = host.swift_toolchain()
        self.lend(toolchain)
        self.search_path = f"{toolchain}/usr/bin:{SYSTEM_PATH}"
        lines, lent = ["[safe]", "\tdirectory = *"], {toolchain}
        for real, asked in host.git_redirections():
            lines += [f'[url "{real}"]', f"\tinsteadOf = {asked}"]
            folder = host.local_path(real)
            if folder and folder not in lent:
                self.lend(folder)
                lent.add(folder)
        self.write(f"{ROOT_HOME}/.gitconfig", "\n".join(lines) + "\n")

    def make_read_only(self, writable: list[str]) -> None:
        """As a container with a read-only root: only /tmp and the volumes take writes, and stay whose they were."""
        owners = {folder: self.inside(folder).stat() for folder in ["/tmp", *writable]}
        self._must(["mount", "--rbind", str(self.path), str(self.path)], "making the root read-only")
        self._must(["mount", "-o", "remount,bind,ro", str(self.path)], "making the root read-only")
        for folder, owner in owners.items():
            options = f"mode={owner.st_mode & 0o7777:o},uid={owner.st_uid},gid={owner.st_gid}"
            self._must(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(self.inside(folder))], f"mounting {folder}")

    def run(
        self, command: list[str], workdir: str = "/", user: str = "root", environment: dict[str, str] | None = None
    ) -> subprocess.CompletedProcess:
        """Runs a command in the root as a user, with an environment of its own; output goes to the log and back."""
        home = ROOT_HOME if user == "root" else workdir
        settings = {"PATH": self.search_path, "HOME": home, **(environment or {})}
        words = ["setpriv", "--no-new-privs", "chroot", f"--userspec={user}", str(self.path), "/usr/bin/env", "-i"]
        words += [f"--chdir={workdir}", *(f"{name}={value}" for name, value in settings.items()), *command]
        done = subprocess.run(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self._note(" ".join(command), done.stdout)
        return done

    def must_run(self, command: list[str], what: str, **details) -> str:
        """As `run`; anything but exit 0 fails the check and shows the end of the output."""
        done = self.run(command, **details)
        if done.returncode != 0:
            tail = "\n".join(done.stdout.splitlines()[-30:])
            raise CheckFailed(f"{what}: exit {done.returncode}\n{tail}\n(all of it: {self.log})")
        return done.stdout

    def inside(self, path: str) -> Path:
        """The host's path of a path in the root."""
        return self.path / path.lstrip("/")

    def write(self, path: str, text: str, mode: int = 0o644) -> None:
        """Writes a small file into the root."""
        self.inside(path).parent.mkdir(parents=True, exist_ok=True)
        self.inside(path).write_text(text, encoding="utf-8")
        self.inside(path).chmod(mode)

    def copy_in(self, source: Path, target: str) -> None:
        """As COPY does: a folder's content goes into the target, a file to it, all owned by root."""
        goal = self.inside(target)
        if source.is_dir():
            goal.mkdir(parents=True, exist_ok=True)
            words = ["cp", "-RPp", "--no-preserve=ownership", f"{source}/.", str(goal)]
        else:
            if target.endswith("/") or goal.is_dir():
                goal = goal / source.name
            goal.parent.mkdir(parents=True, exist_ok=True)
            words = ["cp", "-p", "--no-preserve=ownership", str(source), str(goal)]
        self._must(words, f"copying {source.name}")

    def _must(self, words: list[str], what: str) -> None:
        if shutil.which(words[0]) is None:
            raise CheckFailed(f"{what}: {words[0]} is not installed")
        done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self._note(" ".join(words), done.stdout)
        if done.returncode != 0:
            tail = "\n".join(done.stdout.splitlines()[-15:])
            raise CheckFailed(f"{what}: exit {done.returncode}\n{tail}\n(all of it: {self.log})")

    def _note(self, command: str, output: str) -> None:
        with self.log.open("a", encoding="utf-8") as log:
            log.write(f"$ {command}\n{output}\n")
        if self.verbose:
            print(f"$ {command}\n{output}", flush=True)

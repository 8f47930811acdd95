#!/usr/bin/env python3
"""Makes Nuqta's image without Docker: every RUN and COPY of the Dockerfile in clean Debian roots, then the result tried.

A stage `FROM debian:SUITE` starts as debootstrap's smallest root; `FROM swift:VERSION-SUITE` adds what Swift's own image
installs and borrows this machine's toolchain, whose version must be the one named. The finished root is entered as the
image's user, read-only but for its volumes, and the binary must start with what is in it. Root only (debootstrap, chroot,
mounts in a namespace of its own). Base roots are kept in .build/image-check, so that a second run takes only the steps.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from imagecheck import CheckFailed, host  # noqa: E402
from imagecheck.debian_root import SWIFT_IMAGE_PACKAGES, DebianRoot  # noqa: E402
from imagecheck.dockerfile import Stage, Step, parse  # noqa: E402

PROJECT = Path(__file__).resolve().parent.parent
IN_NAMESPACE = "NUQTA_CHECK_IMAGE_IN_NAMESPACE"
USAGE_ERROR = 64  # what nuqta exits with on a command it doesn't know


def main() -> int:
    options = parse_options()
    enter_mount_namespace()
    started = time.monotonic()
    try:
        check = ImageCheck(options)
        try:
            check.build()
            check.try_image()
        finally:
            check.clean_up()
    except CheckFailed as failure:
        print(f"check-image: failed: {failure}", file=sys.stderr)
        return 1
    print(f"check-image: passed in {time.monotonic() - started:.0f} s")
    return 0


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mirror", help="the Debian mirror, in place of the one this machine's apt uses")
    parser.add_argument("--skip", default="", metavar="NAME,…", help="trials of the finished image to leave out: health, demo")
    parser.add_argument("--keep", action="store_true", help="leave the roots in .build/image-check")
    parser.add_argument("--verbose", action="store_true", help="show the output of every step")
    return parser.parse_args()


def enter_mount_namespace() -> None:
    """Runs this script again in a mount namespace of its own, where whatever it mounts ends with it."""
    if os.geteuid() != 0:
        sys.exit("check-image: run it as root: it makes Debian roots and enters them")
    if os.environ.get(IN_NAMESPACE) == "1":
        return
    if shutil.which("unshare") is None:
        sys.exit("check-image: unshare is not installed (Debian's util-linux)")
    os.environ[IN_NAMESPACE] = "1"
    words = ["unshare", "--mount", "--propagation", "private", "--pid", "--fork", "--kill-child"]
    os.execvp("unshare", [*words, sys.executable, str(Path(__file__).resolve()), *sys.argv[1:]])


class ImageCheck:
    """The stages of one Dockerfile, built in order, and the trial of the last."""

    def __init__(self, options: argparse.Namespace):
        self.options = options
        self.stages = parse(PROJECT / "Dockerfile")
        self.context = context_entries(PROJECT / ".dockerignore")
        self.cache = PROJECT / ".build" / "image-check"
        self.cache.mkdir(parents=True, exist_ok=True)
        self.roots: dict[str, DebianRoot] = {}
        self.log = self.cache / "log.txt"
        self.log.write_text("")

    def build(self) -> None:
        """Makes every stage's root. Raises CheckFailed at the first step that doesn't end well."""
        for stage in self.stages:
            print(f"check-image: FROM {stage.base} ({stage.name})")
            root = self.new_root(stage.name)
            self.roots[stage.name] = root
            self.start(stage, root)
            for step in stage.steps:
                began = time.monotonic()
                self.take(step, root)
                detail = step.command if step.kind == "RUN" else f"{' '.join(step.sources)} {step.target}".strip()
                detail = re.sub(r"\s+", " ", detail or step.workdir)
                shown = detail if len(detail) <= 90 else detail[:89] + "…"
                print(f"  {time.monotonic() - began:6.1f} s  {step.kind} {shown}", flush=True)

    def start(self, stage: Stage, root: DebianRoot) -> None:
        """Gives a stage the root that its FROM names."""
        if stage.base in self.roots:
            raise CheckFailed(f"FROM {stage.base}: a stage on top of a stage is not understood")
        debian = re.fullmatch(r"debian:(\w+?)(-slim)?", stage.base)
        swift = re.fullmatch(r"swift:([\d.]+)-(\w+)", stage.base)
        if debian:
            root.unpack(self.base(debian.group(1)))
            root.mount_system()
        elif swift:
            version, suite = swift.groups()
            if version != host.swift_version():
                raise CheckFailed(f"FROM {stage.base}: the toolchain to lend is {host.swift_version()}")
            root.unpack(self.swift_base(suite))
            root.mount_system()
            root.lend_swift()
        else:
            raise CheckFailed(f"FROM {stage.base}: only debian:SUITE[-slim] and swift:VERSION-SUITE are understood")

    def take(self, step: Step, root: DebianRoot) -> None:
        """One RUN, COPY or WORKDIR."""
        if step.kind == "WORKDIR":
            root.inside(step.workdir).mkdir(parents=True, exist_ok=True)
        elif step.kind == "COPY":
            for source in step.sources:
                root.copy_in(self.source(step, source), step.target)
        else:
            what = f"Dockerfile:{step.line}: RUN {step.command}"
            details = {"workdir": step.workdir, "user": step.user, "environment": step.environment}
            root.must_run(["/bin/sh", "-c", step.command], what, **details)

    def source(self, step: Step, name: str) -> Path:
        """What a COPY takes: from another stage, or from the part of the project that .dockerignore leaves."""
        if step.copy_from is not None:
            if step.copy_from not in self.roots:
                raise CheckFailed(f"Dockerfile:{step.line}: COPY --from={step.copy_from}: no such stage before it")
            path = self.roots[step.copy_from].inside(name)
        else:
            if Path(name).parts[:1] not in [(entry,) for entry in self.context]:
                raise CheckFailed(f"Dockerfile:{step.line}: COPY {name}: .dockerignore keeps it out")
            path = PROJECT / name
        if not path.exists():
            raise CheckFailed(f"Dockerfile:{step.line}: COPY {name}: there is no such file")
        return path

    def try_image(self) -> None:
        """Enters the last stage as a container would and tries what the image promises."""
        stage = self.stages[-1]
        root = self.roots[stage.name]
        if stage.user in ("root", "0", ""):
            raise CheckFailed("the image's user is root")
        if not (stage.entrypoint and stage.command and stage.healthcheck):
            raise CheckFailed("the image lacks an ENTRYPOINT, a CMD or a HEALTHCHECK")
        size = sum(f.lstat().st_size for f in walk(root.path, skip={"proc", "dev"}))
        details = {"workdir": stage.workdir, "user": stage.user, "environment": stage.environment}
        root.make_read_only(stage.volumes)

        print(f"check-image: trying it as {stage.user}, root read-only, volumes {' '.join(stage.volumes)}")
        version = root.must_run([*stage.entrypoint, "--version"], "--version", **details)
        print("  --version:", "; ".join(version.split("\n")).strip("; "))
        self.show_libraries(root, stage, details)
        skipped = self.options.skip.split(",")
        if "health" not in skipped:
            self.try_health(root, stage, details)
        if "demo" not in skipped:
            output = root.must_run([*stage.entrypoint, "demo"], "demo", **details)
            print(f"  demo: ended well after {len(output.splitlines())} lines")
        print(f"  size: {size / 1e6:.0f} MB unpacked")

    def show_libraries(self, root: DebianRoot, stage: Stage, details: dict) -> None:
        """Which libraries the binary is bound to; one that isn't found fails the check."""
        binary = root.must_run(["sh", "-c", f"command -v {stage.entrypoint[0]}"], "finding the binary", **details).strip()
        output = root.must_run(["ldd", binary], "ldd", **details)
        if "not found" in output:
            raise CheckFailed(f"{binary} lacks libraries in the image:\n{output}")
        names = [line.split()[0].rsplit("/", 1)[-1] for line in output.splitlines() if line.strip()]
        megabytes = root.inside(binary).stat().st_size / 1e6
        print(f"  ldd {binary} ({megabytes:.1f} MB): {' '.join(names)}")

    def try_health(self, root: DebianRoot, stage: Stage, details: dict) -> None:
        """The health check must run, and with no worker about it must say no."""
        done = root.run(stage.healthcheck, **details)
        if done.returncode in (0, USAGE_ERROR, 126, 127) or done.returncode < 0:
            raise CheckFailed(f"the health check without a worker: exit {done.returncode}\n{done.stdout}")
        said = done.stdout.strip().splitlines()
        print(f"  health check without a worker: exit {done.returncode}: {said[-1] if said else '(nothing said)'}")

    def base(self, suite: str) -> Path:
        """The tarball of a suite's smallest root, made on first use."""
        tarball = self.cache / f"debian-{suite}.tar"
        if not tarball.exists():
            began = time.monotonic()
            root = self.new_root(f"base-{suite}")
            mirror = self.options.mirror
            root.bootstrap(suite, [host.AptSource(mirror, suite, "main")] if mirror else host.apt_sources(suite))
            root.pack(tarball)
            print(f"  {time.monotonic() - began:6.1f} s  debootstrap {suite}", flush=True)
        return tarball

    def swift_base(self, suite: str) -> Path:
        """The tarball of a suite's root with what Swift's image installs, made on first use."""
        tarball = self.cache / f"swift-{suite}.tar"
        if not tarball.exists():
            base = self.base(suite)
            began = time.monotonic()
            root = self.new_root(f"swift-{suite}")
            root.unpack(base)
            root.mount_system()
            install = f"apt-get update && apt-get install -y {' '.join(SWIFT_IMAGE_PACKAGES)} && apt-get clean"
            root.must_run(
                ["/bin/sh", "-c", install], "the packages of Swift's image", environment={"DEBIAN_FRONTEND": "noninteractive"}
            )
            root.pack(tarball)
            print(f"  {time.monotonic() - began:6.1f} s  packages of Swift's image", flush=True)
        return tarball

    def new_root(self, name: str) -> DebianRoot:
        """An empty root, in the place of one that an earlier run left."""
        path = self.cache / "roots" / name
        remove_tree(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        return DebianRoot(path, self.log, self.options.verbose)

    def clean_up(self) -> None:
        """Takes the mounts of this namespace off and removes the roots."""
        folder = self.cache / "roots"
        if self.options.keep:
            print(f"check-image: the roots are in {folder}")
            return
        try:
            remove_tree(folder)
        except CheckFailed as failure:
            # Said, but not in the way of what the check found; the mounts end with this process in any case.
            print(f"check-image: {failure}", file=sys.stderr)


def remove_tree(path: Path) -> None:
    """Removes a folder of roots, never what is mounted in them."""
    while mounts := mounts_below(path):
        # The newest first; whatever lay under it shows again, or goes with it.
        if subprocess.run(["umount", "--lazy", mounts[-1]]).returncode != 0:
            raise CheckFailed(f"{mounts[-1]} can't be unmounted; {path} stays")
    if path.exists():
        shutil.rmtree(path)


def mounts_below(path: Path) -> list[str]:
    """The mount points in a folder and at it, in the order of mounting."""
    points = [line.split()[4] for line in Path("/proc/self/mountinfo").read_text().splitlines()]
    return [point for point in points if Path(point).is_relative_to(path)]


def walk(folder: Path, skip: set[str]):
    """Every plain file below a folder, without the named folders at its top."""
    for top, folders, files in os.walk(folder):
        if Path(top) == folder:
            folders[:] = [name for name in folders if name not in skip]
        yield from (Path(top) / name for name in files)


def context_entries(path: Path) -> list[str]:
    """The top-level names that .dockerignore lets in: it must read `*`, then `!NAME` lines."""
    lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    lines = [line for line in lines if line and not line.startswith("#")]
    if lines[:1] != ["*"] or not all(re.fullmatch(r"![\w.-]+", line) for line in lines[1:]):
        raise CheckFailed(f"{path}: only '*' followed by '!NAME' lines is understood")
    return [line[1:] for line in lines[1:]]


if __name__ == "__main__":
    sys.exit(main())

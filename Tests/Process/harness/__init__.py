"""What the process tests share: a broker, a client that is not ours, the worker as a process, articles, and checks."""

import os
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[3]


def binary() -> Path:
    """The `nuqta` under test: NUQTA_BINARY, else the debug build."""
    path = Path(os.environ.get("NUQTA_BINARY") or PROJECT / ".build" / "debug" / "nuqta")
    path = path if path.is_absolute() else PROJECT / path
    if not path.exists():
        raise FileNotFoundError(f"{path} is not there: swift build, or name another in NUQTA_BINARY")
    return path


def shared_data() -> Path | None:
    """The folder with measuring data beside the checkout, or where NUQTA_SHARED_DATA says; None where it is absent."""
    path = Path(os.environ.get("NUQTA_SHARED_DATA") or PROJECT.parent / "shared")
    return path if (path / "data" / "seed").is_dir() else None


def clean_environment(**more: str) -> dict[str, str]:
    """The environment without settings of Nuqta's own, which would leak into what is tested."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("NUQTA_")}
    return {**kept, **more}

#!/usr/bin/env python3
"""Runs a command with a broker beside it: with_broker.py COMMAND…; NUQTA_TEST_BROKERS holds its address.

Where NUQTA_TEST_BROKERS names a broker already, that one is used.
"""

import os
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from harness.broker import Broker  # noqa: E402


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__.splitlines()[0], file=sys.stderr)
        return 64
    broker = Broker()
    try:
        return subprocess.run(sys.argv[1:], env={**os.environ, "NUQTA_TEST_BROKERS": broker.addresses}).returncode
    finally:
        broker.stop()


if __name__ == "__main__":
    sys.exit(main())

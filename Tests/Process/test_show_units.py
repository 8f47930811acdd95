"""deploy/show-units.awk, which the compose file's reader prints with: the same lines from every awk."""

import json
import shutil
import subprocess
import unittest

from harness import PROJECT, binary, clean_environment

SCRIPT = PROJECT / "deploy" / "show-units.awk"
ARTICLES = ["en-budget.2.json", "ar-harbour.json", "ja-bathhouse.json"]
# Kafka's image has busybox's, Debian mawk, most desks gawk.
AWKS = [["busybox", "awk"], ["mawk"], ["gawk"], ["awk"]]


class ShowUnitsTests(unittest.TestCase):
    maxDiff = 2000

    def test_every_awk_shows_number_kind_and_text(self) -> None:
        lines, expected = [], []
        for name in ARTICLES:
            for text in segment(name):
                record = json.loads(text)
                if record.get("type") not in ("unit", "article"):
                    continue
                lines.append(f"ce_type:a,ce_source:b\t{record['id']}\t{text}")
                expected.append(shown(record))
        self.assertGreater(len(expected), 40)
        found = [words for words in AWKS if shutil.which(words[0])]
        self.assertTrue(found, "there is an awk")
        for words in found:
            with self.subTest(awk=" ".join(words)):
                done = subprocess.run(
                    [*words, "-f", str(SCRIPT)], input="\n".join(lines) + "\n", capture_output=True, text=True, timeout=60
                )
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                self.assertEqual(done.stdout.splitlines(), expected)


def segment(name: str) -> list[str]:
    """The records of an example, a line each."""
    words = [str(binary()), "segment", "--format", "jsonl", str(PROJECT / "Examples" / "articles" / name)]
    done = subprocess.run(words, capture_output=True, check=True, timeout=60, env=clean_environment())
    return done.stdout.decode("utf-8").splitlines()


def shown(record: dict) -> str:
    """The line that a record becomes; a JSON string's escapes stay."""
    if record["type"] == "article":
        return f"{record['id']}      {record['status']:11} {record['article']['uri']}"
    text = json.dumps(record["text"], ensure_ascii=False)[1:-1]
    return f"{record['id']} {record['seq']:>3}  {record['block']['kind']:11} {text}"


if __name__ == "__main__":
    unittest.main()

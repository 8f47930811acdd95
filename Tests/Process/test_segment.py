"""`nuqta segment` as a shell sees it: the seed article's units, standard input, what it says, how it ends."""

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from harness import PROJECT, binary, clean_environment, shared_data
from harness.seed import expected_units

EXIT_USAGE = 64
EXIT_NO_INPUT = 66
ARABIC = PROJECT / "Examples" / "articles" / "ar-harbour.json"
GERMAN = PROJECT / "Examples" / "articles" / "de-nighttrain.txt"
BROKEN = PROJECT / "Examples" / "articles" / "broken-ferry.json"


def segment(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess:
    """Runs `nuqta segment`; no terminal, no setting of the environment."""
    words = [str(binary()), "segment", *arguments]
    return subprocess.run(words, input=stdin, capture_output=True, timeout=60, env=clean_environment())


def records(output: bytes) -> list[dict]:
    """The records that `--format jsonl` writes, a line each."""
    return [json.loads(line) for line in output.decode("utf-8").splitlines()]


def units(output: bytes) -> list[dict]:
    return [record for record in records(output) if record.get("type") == "unit"]


class SegmentTests(unittest.TestCase):
    maxDiff = 2000

    def must(self, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess:
        done = segment(*arguments, stdin=stdin)
        self.assertEqual(done.returncode, 0, done.stderr.decode(errors="replace"))
        return done

    @unittest.skipUnless(shared_data(), "the measuring data is not beside the checkout")
    def test_seed_article(self) -> None:
        path = shared_data() / "data" / "seed" / "article.ar.txt"
        text = path.read_bytes()
        found = units(self.must("--lang", "ar", "--format", "jsonl", str(path)).stdout)
        for unit, expected in zip(found, expected_units(), strict=True):
            with self.subTest(seq=expected.seq):
                self.assertEqual(unit["seq"], expected.seq)
                self.assertEqual(unit["range"]["utf8"], [expected.start, expected.end])
                self.assertEqual(unit["text"].encode(), text[expected.start : expected.end])
                self.assertEqual(unit["block"]["kind"], expected.kind)
                self.assertEqual(unit["block"]["index"], expected.block)
                self.assertEqual(unit["translate"], expected.translate)

    def test_standard_input_is_the_same_text(self) -> None:
        options = ["--lang", "de", "--uri", "urn:test", "--format", "jsonl"]
        from_file = self.must(*options, str(GERMAN))
        for arguments in (["-"], []):
            from_stdin = self.must(*options, *arguments, stdin=GERMAN.read_bytes())
            self.assertEqual(from_stdin.stdout, from_file.stdout)
        self.assertGreater(len(units(from_file.stdout)), 5)
        self.assertEqual({unit["article"]["uri"] for unit in units(from_file.stdout)}, {"urn:test"})

    def test_a_file_is_its_own_uri_and_that_is_said_once(self) -> None:
        done = self.must("--lang", "de", "--format", "jsonl", str(GERMAN))
        self.assertEqual({unit["article"]["uri"] for unit in units(done.stdout)}, {"file:de-nighttrain.txt"})
        self.assertEqual(done.stderr.decode().count("file:de-nighttrain.txt"), 1)

    def test_json_is_taken_by_its_bytes(self) -> None:
        done = self.must("--format", "jsonl", str(ARABIC))
        self.assertEqual(done.stderr, b"", "it names itself: no word of the file's name")
        found = units(done.stdout)
        self.assertEqual(found[0]["block"]["kind"], "headline")
        self.assertEqual({unit["article"]["uri"] for unit in found}, {"https://wire.example/ar/2026/11/harbour"})
        explicit = units(self.must("--input", "json", "--format", "jsonl", str(ARABIC)).stdout)
        self.assertEqual(explicit, found)

    def test_text_for_a_person(self) -> None:
        said = self.must("--lang", "de", "--uri", "urn:test", "--format", "text", str(GERMAN)).stdout.decode("utf-8")
        self.assertIn("Alle 248 Plätze waren ausgebucht", said)
        self.assertNotIn("\x1b", said, "no colour where there is no terminal")

    def test_a_person_s_terminal_obeys_no_article(self) -> None:
        document = {"uri": "urn:\x1b[2Jx", "version": "\x1b]0;y\x07", "language": "en", "body": "Cut\x9bthis. And \x1b[1mthat."}
        said = self.must("--input", "json", "--format", "text", "-", stdin=json.dumps(document).encode()).stdout.decode()
        self.assertIn("urn:\u241b[2Jx", said)
        self.assertEqual([mark for mark in said if mark != "\n" and not mark.isprintable()], [])

    def test_equal_input_gives_equal_bytes(self) -> None:
        once, again = (self.must("--format", "jsonl", str(ARABIC)).stdout for _ in range(2))
        self.assertEqual(once, again)

    def test_wrong_use(self) -> None:
        for arguments in (["--no-such-flag"], ["--format", "xml", str(GERMAN)], ["--input", "pdf", str(GERMAN)]):
            with self.subTest(arguments):
                done = segment(*arguments)
                self.assertEqual(done.returncode, EXIT_USAGE, done.stderr)
                self.assertEqual(done.stdout, b"")

    def test_what_cannot_be_read_is_named(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = str(Path(folder) / "no-such-file.txt")
            for name, reason in ((path, "No such file or directory"), (folder, "Is a directory")):
                done = segment("--lang", "en", name)
                self.assertEqual(done.returncode, EXIT_NO_INPUT)
                self.assertEqual(done.stderr.decode(), f"nuqta: can't read '{name}': {reason}\n")
            descriptor = os.open(folder, os.O_RDONLY)
            self.addCleanup(os.close, descriptor)
            words = [str(binary()), "segment", "-"]
            done = subprocess.run(words, stdin=descriptor, capture_output=True, timeout=60, env=clean_environment())
        self.assertEqual((done.returncode, done.stderr), (EXIT_NO_INPUT, b"nuqta: can't read '-': Is a directory\n"))

    def test_what_is_unusable_gets_its_reason(self) -> None:
        cases = {"invalid-json": (BROKEN.read_bytes(), "json"), "invalid-utf8": (b"Fl\xfcgel\n", "text")}
        for reason, (value, form) in cases.items():
            with self.subTest(reason):
                done = segment("--input", form, "--uri", "urn:test", "--format", "jsonl", "-", stdin=value)
                self.assertGreater(done.returncode, 0)
                self.assertNotEqual(done.returncode, EXIT_USAGE)
                self.assertIn(reason, done.stderr.decode())
                self.assertEqual(units(done.stdout), [])

    @unittest.skipUnless(Path("/dev/full").exists(), "this system has no /dev/full")
    def test_records_that_cannot_be_written_are_no_success(self) -> None:
        with open("/dev/full", "wb") as full:
            words = [str(binary()), "segment", "--uri", "urn:test", "--format", "jsonl", str(GERMAN)]
            done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, timeout=60, env=clean_environment())
        self.assertEqual((done.returncode, b"No space left" in done.stderr), (74, True), done.stderr)

    def test_a_closed_pipe_is_no_crash(self) -> None:
        text = GERMAN.read_bytes() * 300
        words = [str(binary()), "segment", "--lang", "de", "--uri", "urn:test", "--format", "jsonl", "-"]
        process = subprocess.Popen(
            words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=clean_environment()
        )
        process.stdin.write(text)
        process.stdin.close()
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
        process.stderr.close()
        code = process.wait(timeout=60)
        self.assertNotIn(code, (-4, -5, -6, -11), f"a trap: {said[-500:]!r}")


class VersionTests(unittest.TestCase):
    def test_version_names_what_decides_the_output(self) -> None:
        done = subprocess.run([str(binary()), "--version"], capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stdout, r"\d+\.\d+\.\d+")
        self.assertIn("librdkafka", done.stdout)

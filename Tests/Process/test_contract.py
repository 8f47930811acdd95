"""Every statement of the contract of the records, held against samples, odd texts and, where they are, real messages."""

import json
import unicodedata
import unittest

from harness import PROJECT, shared_data
from harness.contract import violations
from test_segment import segment

EXIT_UNUSABLE = 65

ODD_TEXTS = [
    "", "\0", "\ufeff", "\ufeffقال. وأضاف.", "a\rb.\r\n\r\nc", "one.\u2028two.\u2029three.\x85four.\vfive.\fsix.",
    "\u200b\n\u200b", ".", "…", "?!", "\u0301", " \u0301a. \u0301b", "نعم.\u200f وقال.",
    "\u202bقال الوزير.\u202c \u202bوأضاف.\u202c", "\u2067قال.\u2069 ثم غادر.", "Fire 🔥. Next 👨‍👩‍👧‍👦! Then 👍🏽. 🇦🇪🇪🇬🇸.",
    unicodedata.normalize("NFD", "한국어입니다. 다음 문장. Thủ tướng nói. Cà phê."), "क्.ष। नमस्ते॥", "你好。“你好吗？”他问。「好。」",
    "กรุงเทพฯ ฝนตกหนัก ทั้งนี้ เตือน\nน้ำท่วม", "#a #b\n#c\n#1", "• a\n•\n•• b\n1. x\n2. y\n(3) z", "***\n---\n- a\n- a",
    "Same.\nSame. Same.\nSame\u00ad.", "«قال.» «قال.» كتــاب. كتاب.", "\x1b[31mred.\x1b[0m\x01\x7f next.\t\ty.\xa0", "12,5\n٣",
    "\u180e. \u034fx. \u2060\ufeffy.", "x\uff0e y\uff61z\u203c", "رويترز\nقال. ثم قال؟\nReuters", "(" * 300 + "." * 300 + '"' * 300,
    "x.\u200b\u200by. a..b. c . . d",
]  # fmt: skip

UNUSABLE = {
    "invalid-json": ['{"body":"\\ud83d"}', '{"body":"a","body":"b"}', '{"body":"a"}}', '{"a":' + "[" * 50_000, '{"body":01}'],
    "invalid-field": ['{"uri":[]}', '{"body":5}', '{"captions":{}}', '{"translations":{}}', "[]", "7"],
    "unsupported-content-type": [
        '{"body_html":"<p>x"}', '{"articleBody":"<p>A b."}', '{"body_xhtml":"<p>A b</p>"}', '{"description_html":"<b>A</b> b."}',
        '{"data":{"item":{"body_html":"<p>x"}}}', '{"specversion":"1.0","id":"1","data":{"body_html":"<p>x"}}',
        '{"items":[{"title":"a"},{"title":"b"}]}',
    ],
}  # fmt: skip


class ContractTests(unittest.TestCase):
    maxDiff = 4000

    def hold(self, value: bytes, *arguments: str) -> None:
        done = segment(*arguments, "--uri", "urn:test", "--format", "jsonl", "-", stdin=value)
        if done.returncode == EXIT_UNUSABLE:
            self.assertEqual(done.stdout, b"")
            self.assertNotIn(b"internal", done.stderr)
            return
        self.assertEqual(done.returncode, 0, done.stderr.decode(errors="replace"))
        if b'"status":"withdrawn","units":[]' in done.stdout:
            return
        manifest = segment(*arguments, "--uri", "urn:test", "--format", "manifest", "-", stdin=value)
        self.assertEqual(list(violations(value, done.stdout + manifest.stdout)), [], value[:300])

    def test_examples(self) -> None:
        paths = sorted((PROJECT / "Examples" / "articles").iterdir())
        for path in (path for path in paths if path.suffix in (".json", ".txt")):
            with self.subTest(path.name):
                self.hold(path.read_bytes())

    def test_odd_texts(self) -> None:
        for text in ODD_TEXTS:
            with self.subTest(text[:40]):
                self.hold(text.encode(), "--input", "text")
                translations = [
                    {"language": "en", "headline": text, "body": text}, {"language": "fr", "body": text}, {"body": text},
                    {"language": "en", "body": text},
                ]  # fmt: skip
                members = {"title": text, "byline": [text, {"name": text}], "body": text, "captions": [text, {"text": text}]}
                self.hold(json.dumps({"version": 3, **members, "translations": translations}).encode(), "--input", "json")
                self.hold(json.dumps({"language": "ar", "body": text, "translations": translations}).encode())

    def test_what_is_unusable(self) -> None:
        for reason, values in UNUSABLE.items():
            for value in values:
                with self.subTest(value[:60]):
                    done = segment("--input", "json", "--uri", "urn:test", "--format", "jsonl", "-", stdin=value.encode())
                    self.assertEqual(done.returncode, EXIT_UNUSABLE)
                    self.assertIn(f"unusable: {reason}", done.stderr.decode())

    @unittest.skipUnless(shared_data(), "the measuring data is not beside the checkout")
    def test_real_messages(self) -> None:
        for name in ("alias", "ninjs", "text", "wire"):
            lines = (shared_data() / "data" / "articles" / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")
            for number in range(0, len(lines) - 1, 7):
                message = json.loads(lines[number])
                headers = message["headers"]
                arguments = ["--lang", headers["content-language"]] if headers.get("content-language") else []
                form = "json" if "json" in headers.get("content-type", "") else "text"
                with self.subTest(f"{name} {number + 1}"):
                    self.hold(message["value"].encode(), "--input", form, *arguments)

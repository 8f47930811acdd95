"""`nuqta show` and `nuqta validate` on topics: what a worker wrote, and what was tampered with."""

import json
import subprocess
import unittest

from harness import binary, clean_environment
from harness.articles import BASE_TIME, examples, short_article
from harness.broker import free_port
from harness.case import BrokerTest, rebuild
from harness.cluster import Message

EXIT_NOT_FOUND = 1
EXIT_USAGE = 64
EXIT_VIOLATIONS = 65
EXIT_NO_INPUT = 66
EXIT_UNAVAILABLE = 69
KILLED = "https://wire.example/killed"


class ShowTests(BrokerTest):
    def nuqta(self, command: str, *arguments: str, brokers: str = "") -> subprocess.CompletedProcess:
        topics = self.topics
        words = [
            str(binary()), command, "--brokers", brokers or self.broker.addresses, "--articles", topics.articles, "--units",
            topics.units, "--manifests", topics.manifests, "--dead-letters", topics.dead_letters, *arguments,
        ]  # fmt: skip
        return subprocess.run(words, capture_output=True, text=True, timeout=120, env=clean_environment())

    def run_examples(self) -> list:
        """The examples, two revisions of a short article, and one that is killed, through a worker."""
        self.create_topics()
        sent = [example.message for example in examples()]
        sent += [short_article(1).message, short_article(2).message]
        body = json.dumps({"uri": KILLED, "body": "Here today. Gone tomorrow."}).encode()
        headers = (("content-type", b"application/json"),)
        sent += [Message(KILLED.encode(), body, headers, BASE_TIME), Message(KILLED.encode(), None, (), BASE_TIME + 9)]
        self.cluster.produce(self.topics.articles, sent)
        worker = self.start_worker()
        self.await_drained(worker)
        self.stop_cleanly(worker)
        return sent

    def test_show_and_validate_what_a_worker_wrote(self) -> None:
        self.run_examples()
        newest = {r.key.decode(): r for r in self.cluster.read(self.topics.manifests)}
        self.assertGreater(len(newest), 15)
        before = self.cluster.committed("nuqta-reader", self.topics.manifests)
        for uri in [short_article(1).uri, "https://wire.example/ar/2026/11/harbour"]:
            with self.subTest(uri):
                self.check_json(uri, newest[uri])
                self.check_text(uri, newest[uri])
        self.assertEqual(self.cluster.committed("nuqta-reader", self.topics.manifests), before, "nothing is committed")

        gone = self.nuqta("show", KILLED)
        self.assertEqual((gone.returncode, gone.stdout), (EXIT_NOT_FOUND, ""))
        self.assertIn(f"'{KILLED}' is withdrawn", gone.stderr)
        self.assertIn(f"offset {newest[KILLED].offset} ", gone.stderr)
        never = self.nuqta("show", "urn:never:seen")
        self.assertEqual((never.returncode, never.stdout), (EXIT_NOT_FOUND, ""))
        self.assertIn("no manifest of 'urn:never:seen'", never.stderr)

        self.check_validate()

    def check_json(self, uri: str, record) -> None:
        done = self.nuqta("show", "--format", "json", "--status", uri)
        self.assertEqual(done.returncode, 0, done.stderr)
        found = json.loads(done.stdout)
        self.assertEqual(found["manifest"], json.loads(record.value))
        self.assertIn(record.value.decode(), done.stdout, "the manifest's bytes as they are")
        self.assertEqual((found["partition"], found["offset"]), (record.partition, record.offset))
        self.assertEqual((found["topic"], found["timestamp"]), (self.topics.manifests, record.timestamp))
        article = found["articleRecord"]["value"]
        self.assertEqual(article["status"], "usable")
        self.assertEqual(article["units"], [u["id"] for f in found["manifest"]["fields"] for u in f["units"]])

    def check_text(self, uri: str, record) -> None:
        done = self.nuqta("show", uri)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertNotIn("\x1b", done.stdout)
        manifest = json.loads(record.value)
        lines = done.stdout.splitlines()
        self.assertTrue(lines[0].startswith(uri + "  version 1"), lines[0])
        source = manifest["source"]
        self.assertIn(f"{source['topic']} [{source['partition']}] offset {source['offset']}", done.stdout)
        for value in (source["sha256"], source["contentType"], manifest["rules"], f"offset {record.offset}"):
            self.assertIn(value, done.stdout)
        sources = rebuild(manifest)
        for part in manifest["fields"]:
            for unit in part["units"]:
                place = next(i for i, line in enumerate(lines) if unit["id"] in line)
                self.assertEqual(lines[place + 1].strip(), unit["text"].strip())
                start, end = (int(word) for word in lines[place].split(part["field"] + " ")[1].split()[0].split("–"))
                self.assertEqual(sources[part["field"]].encode()[start:end].decode(), unit["text"])
        with_status = self.nuqta("show", "--status", uri).stdout
        self.assertIn("usable, by " + self.topics.units, with_status)
        self.assertNotIn("lists other units", with_status)

    def check_validate(self) -> None:
        """All that a worker wrote is right, by itself and together; what isn't a topic of the worker is refused."""
        whole = self.nuqta("validate", "--format", "json")
        report = json.loads(whole.stdout)
        self.assertEqual((whole.returncode, report["rules"]), (0, []), whole.stdout[:3000])
        counts = {name: len(self.cluster.read(topic)) for name, topic in self.outputs().items()}
        checked = report["checked"]
        self.assertEqual(checked["records"], sum(counts.values()))
        self.assertEqual(checked["units"] + checked["articles"], counts["units"])
        self.assertEqual(checked["manifests"] + checked["tombstones"], counts["manifests"])
        self.assertEqual((checked["deadLetters"], checked["tombstones"]), (1, 1))
        for topic in self.outputs().values():
            done = self.nuqta("validate", topic)
            self.assertEqual(done.returncode, 0, done.stdout)
            self.assertNotIn("violation", done.stdout)
        wrong = self.nuqta("validate", self.topics.articles)
        self.assertEqual(wrong.returncode, EXIT_USAGE)
        self.assertIn("none of the topics", wrong.stderr)

    def outputs(self) -> dict[str, str]:
        return {"units": self.topics.units, "manifests": self.topics.manifests, "letters": self.topics.dead_letters}

    def test_tampered_topics(self) -> None:
        self.create_topics()
        self.cluster.produce(self.topics.articles, [short_article(1).message, short_article(2).message])
        worker = self.start_worker()
        self.await_drained(worker)
        self.stop_cleanly(worker)
        records = self.cluster.read(self.topics.units)
        stolen = next(r for r in records if b'"seq":2' in r.value)
        unit = json.loads(stolen.value)
        unit["text"] = unit["text"].replace("a", "e").replace("ا", "ب").replace("船", "车")
        tampered = json.dumps(unit, ensure_ascii=False).encode()
        self.cluster.produce(
            self.topics.units, [Message(stolen.key, tampered, stolen.headers, stolen.timestamp, stolen.partition)]
        )
        manifest = self.cluster.read(self.topics.manifests)[0]
        short = json.loads(manifest.value)
        short["fields"][-1]["units"].pop()
        value = json.dumps(short, ensure_ascii=False).encode()
        self.cluster.produce(
            self.topics.manifests, [Message(manifest.key, value, manifest.headers, manifest.timestamp, manifest.partition)]
        )
        self.cluster.produce(self.topics.dead_letters, [Message(b"k", b"v", (), BASE_TIME, 0)])
        done = self.nuqta("validate", "--format", "json")
        self.assertEqual(done.returncode, EXIT_VIOLATIONS)
        report = json.loads(done.stdout)
        rules = {rule["rule"] for rule in report["rules"]}
        self.assertLessEqual({"unit-content", "manifest-units", "header"}, rules)
        content = next(f for f in report["findings"] if f["rule"] == "unit-content")
        last = self.cluster.read(self.topics.units)[-1] if stolen.partition == 2 else None
        self.assertEqual((content["topic"], content["partition"]), (self.topics.units, stolen.partition))
        if last:
            self.assertEqual(content["offset"], last.offset)
        text = self.nuqta("validate")
        self.assertEqual(text.returncode, EXIT_VIOLATIONS)
        self.assertRegex(text.stdout, rf"{self.topics.units}\[\d\]@\d+ /hash/content: unit-content: due: [a-z2-7]{{26}}")
        other = self.nuqta("show", "--status", manifest.key.decode())
        self.assertIn("lists other units", other.stdout)

    def test_what_is_no_manifest(self) -> None:
        self.create_topics()
        self.cluster.produce(self.topics.manifests, [Message(b"urn:x", b"{}", (), BASE_TIME, 1)])
        done = self.nuqta("show", "urn:x")
        self.assertEqual((done.returncode, done.stdout), (EXIT_VIOLATIONS, ""))
        self.assertIn("[1] offset 0 is no manifest", done.stderr)

    def test_newest_of_several_partitions(self) -> None:
        self.create_topics()
        manifest = json.loads(MANIFEST)
        messages = []
        for partition, offset, time in ((0, 5, 2000), (2, 9, 3000), (1, 7, 3000)):
            manifest["source"]["offset"] = offset
            messages.append(Message(b"urn:x", json.dumps(manifest).encode(), (), BASE_TIME + time, partition))
        self.cluster.produce(self.topics.manifests, messages)
        done = self.nuqta("show", "urn:x")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stdout, r"manifest +\S+ \[2\] offset 0")
        self.assertRegex(done.stdout, r"older +in partitions 0, 1")

    def test_no_topic_and_no_broker(self) -> None:
        for command, arguments in (("show", ["urn:x"]), ("validate", [])):
            with self.subTest(command):
                missing = self.nuqta(command, "--timeout", "5", *arguments)
                self.assertEqual((missing.returncode, missing.stdout), (EXIT_NO_INPUT, ""))
                self.assertIn("does not exist on", missing.stderr)
                away = self.nuqta(command, "--timeout", "2", *arguments, brokers=f"127.0.0.1:{free_port()}")
                self.assertEqual((away.returncode, away.stdout), (EXIT_UNAVAILABLE, ""))
                self.assertIn("check --brokers", away.stderr)


MANIFEST = """{"schema":"manifest/1","article":{"uri":"urn:x"},"source":{"topic":"articles","partition":0,"offset":1,
"contentType":"text/plain","sha256":"%s"},"rules":"1.0.0+aaaaaa","fields":[]}""" % ("0" * 64)

if __name__ == "__main__":
    unittest.main()

"""The records of the examples against Schemas/, by a validator that others wrote."""

import copy
import json
import subprocess
import unittest

from jsonschema import Draft202012Validator

from harness import PROJECT, binary, clean_environment

SCHEMAS = {
    name: json.loads((PROJECT / "Schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    for name in ("unit", "article", "manifest")
}
EXAMPLES = sorted(path for path in (PROJECT / "Examples" / "articles").iterdir() if path.suffix in (".json", ".txt"))


def records() -> list[tuple[str, dict]]:
    """All records that the usable examples give, each with the name of its schema."""
    found = []
    for path in EXAMPLES:
        for form in ("jsonl", "manifest"):
            words = [str(binary()), "segment", "--format", form, str(path)]
            done = subprocess.run(words, capture_output=True, timeout=60, env=clean_environment())
            for line in done.stdout.decode("utf-8").splitlines():
                record = json.loads(line)
                found.append((record.get("type", "manifest"), record))
    return found


class SchemaTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls) -> None:
        cls.records = records()
        cls.validators = {name: Draft202012Validator(schema) for name, schema in SCHEMAS.items()}

    def test_schemas_are_schemas(self) -> None:
        for schema in SCHEMAS.values():
            Draft202012Validator.check_schema(schema)

    def test_records_are_valid(self) -> None:
        self.assertEqual({name for name, _ in self.records}, set(SCHEMAS))
        self.assertGreater(len(self.records), 150)
        for name, record in self.records:
            errors = [error.message for error in self.validators[name].iter_errors(record)]
            self.assertEqual(errors, [], record)

    def test_damage_is_noticed(self) -> None:
        """Each required member taken away, and each member nulled, makes a record invalid."""
        for name, schema in SCHEMAS.items():
            record = next(record for kind, record in self.records if kind == name)
            for member in schema["required"]:
                damaged = {key: value for key, value in record.items() if key != member}
                self.assertFalse(self.validators[name].is_valid(damaged), f"{name} without {member}")
            for member in record:
                damaged = copy.deepcopy(record)
                damaged[member] = None
                self.assertFalse(self.validators[name].is_valid(damaged), f"{name} with a null {member}")

    def test_members_of_few_records(self) -> None:
        """What no example has: a language that is no tag, and a charset."""
        value = '{"uri":"u","language":"Hebrew","headline":"H","body":"It rained. It stopped."}'.encode()
        done = subprocess.run(
            [str(binary()), "segment", "--format", "jsonl", "-"], input=value, capture_output=True, timeout=60, env=clean_environment()
        )
        units = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
        flagged = [unit for unit in units if "languageInvalid" in unit.get("flags", [])]
        self.assertEqual([unit["seq"] for unit in flagged], [1, 2, 3])
        for unit in flagged:
            self.assertTrue(self.validators["unit"].is_valid(unit), unit)

        manifest = copy.deepcopy(next(record for kind, record in self.records if kind == "manifest"))
        for charset, is_valid in (("windows-1256", True), ("", False), (None, False), (1256, False)):
            manifest["source"]["charset"] = charset
            self.assertEqual(self.validators["manifest"].is_valid(manifest), is_valid, charset)

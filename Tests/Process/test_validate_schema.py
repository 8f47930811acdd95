"""`nuqta validate` against the schemas: records damaged in thousands of ways must be judged as jsonschema judges them."""

import copy
import json
import os
import random
import subprocess
import unittest
from collections import Counter

from jsonschema import Draft202012Validator

from harness import binary, clean_environment
from test_schemas import SCHEMAS, records

SEED = int(os.environ.get("NUQTA_TEST_SEED", "20261123"))
MUTANTS_OF_A_KIND = 2500
ODD_VALUES = [
    None, True, False, 0, 1, -1, 2, 1.0, 2.5, -0.0, 1e3, 1e400, 2**63, 2**70, -(2**70), "", " ", "x", "unit", "article", "unit/1",
    "article/1", "manifest/1", "unit/2", "usable", "empty", "withdrawn", "withheld", "text", "html", "paragraph", "Headline",
    "hashtags", "noLetters", "declared", "ltr", "auto", "ar", "a", "ar-", "-ar", "ar_EG", "zh-Hant-TW", "toolongtag", "de-1996", "é",
    "u" + "a" * 26, "u" + "a" * 25, "u" + "a" * 27, "U" + "a" * 26, "u" + "1" * 26, "a" + "7" * 26, "a" * 26, "b" * 26, "A" * 26,
    "1.0.0+abcdef", "1.0+abcdef", "1.0.0", "1.0.0+abcde1", "1.0.0+abcdefg", "10.20.30+777777", "01.0.0+aaaaaa", "1..0+aaaaaa",
    "/a", "/a~0b", "/a~1", "/a~2", "/a~", "a/b", "/", "//", "/\u0627", "0" * 64, "g" * 64, "0" * 63, "0" * 65, "F" * 64,
    [], [1], [1, 2], [0, 1], [2, 1], [0, 0], [-1, 1], [0.0, 4.0], [1, 2, 3], ["x"], [""], ["x", "x"], ["e\u0301", "\u00e9"], [None],
    [[]], ["u" + "a" * 26], ["u" + "a" * 26] * 2, {}, {"x": 1}, {"uri": "u"}, {"uri": ""}, {"uri": "u", "meta": {}}, {"index": 1},
    {"utf8": [0, 1], "utf16": [0, 1], "scalar": [0, 1]}, {"content": "a" * 26, "context": "b" * 26},
]  # fmt: skip


def places(value, path=()):
    """The paths of all values in a record, the record itself left out."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield (*path, key)
        yield from places(inner, (*path, key))


def holder(record, path):
    for key in path[:-1]:
        record = record[key]
    return record


def damage(record: dict, chance: random.Random) -> str:
    """Changes a record at one place and says how."""
    path = chance.choice(list(places(record)))
    here, key = holder(record, path), path[-1]
    way = chance.choice(["drop", "odd", "odd", "odd", "extra", "twist", "double", "reorder"])
    if way == "drop":
        del here[key]
    elif way == "odd":
        here[key] = copy.deepcopy(chance.choice(ODD_VALUES))
    elif way == "extra":
        objects = [record, *(inner for inner in (holder(record, p)[p[-1]] for p in places(record)) if isinstance(inner, dict))]
        chance.choice(objects)[chance.choice(["extra", "spans", "inline", "Text", "id2"])] = copy.deepcopy(chance.choice(ODD_VALUES[2:]))
    elif way == "twist":
        here[key] = twisted(here[key], chance)
    elif way == "double" and isinstance(here, list):
        here.insert(0, copy.deepcopy(here[key]))
    elif isinstance(here[key], dict):
        here[key] = dict(reversed(here[key].items()))
    return f"{way} {'/'.join(map(str, path))}"


def twisted(value, chance: random.Random):
    """Nearly the same value: off by a character, a number, an element."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return chance.choice([-value, value + 1, value - 1, float(value), value + 0.5, str(value)])
    if isinstance(value, str):
        place = chance.randrange(len(value) + 1)
        return chance.choice([value[:-1], value + "a", value[:place] + chance.choice("aA1-/~+é ") + value[place + 1 :], value.upper(), [value]])
    if isinstance(value, list):
        return chance.choice([value[:-1], value[1:], value + value, list(reversed(value)), []])
    return chance.choice([[value], {}, None])


class ValidateSchemaTests(unittest.TestCase):
    maxDiff = 4000

    @classmethod
    def setUpClass(cls) -> None:
        cls.records = records()
        # No example comes in another charset.
        manifest = copy.deepcopy(next(record for kind, record in cls.records if kind == "manifest"))
        manifest["source"]["charset"] = "windows-1256"
        cls.records.append(("manifest", manifest))

    def test_mutants_are_judged_as_jsonschema_judges_them(self) -> None:
        chance = random.Random(SEED)
        valid: dict[str, list[dict]] = {}
        for kind, record in self.records:
            valid.setdefault(kind, []).append(record)
        # Small manifests are damaged in more of their places.
        valid["manifest"].sort(key=lambda record: ("charset" not in record["source"], len(str(record))))
        mutants, due, how = [], [], []
        for kind, schema in sorted(SCHEMAS.items()):
            validator = Draft202012Validator(schema)
            for number in range(MUTANTS_OF_A_KIND):
                record = copy.deepcopy(chance.choice(valid[kind][:6] if kind == "manifest" else valid[kind]))
                words = [damage(record, chance) for _ in range(chance.choice([1, 1, 1, 1, 2, 3]))]
                if not (text := in_json(record)):
                    continue
                mutants.append(text)
                due.append(validator.is_valid(json.loads(text)))
                how.append(f"{kind} {number}: {', '.join(words)}")
        print(f"\nseed {SEED}: {len(mutants)} mutants, {sum(due)} of them valid", end=" ", flush=True)
        self.assertGreater(sum(due), len(due) // 20)
        self.assertLess(sum(due), len(due) * 19 // 20)

        found = judged("\n".join(mutants) + "\n", len(mutants))
        wrong = [f"{how[i]}: due {due[i]}: {mutants[i][:1500]}" for i in range(len(mutants)) if found[i] != due[i]]
        self.assertEqual(wrong[:3], [], f"{len(wrong)} of {len(mutants)} judged otherwise (seed {SEED})")

    def test_every_member_dropped_and_nulled(self) -> None:
        """Not by chance: each place of a record of each kind."""
        mutants, due = [], []
        for kind, schema in SCHEMAS.items():
            validator = Draft202012Validator(schema)
            record = max((r for k, r in self.records if k == kind), key=lambda r: (len(r.get("context", "")), -len(str(r))))
            for path in places(record):
                for change in ("drop", None, 7, "x", [], {}):
                    mutant = copy.deepcopy(record)
                    if change == "drop":
                        del holder(mutant, path)[path[-1]]
                    else:
                        holder(mutant, path)[path[-1]] = change
                    mutants.append(in_json(mutant))
                    due.append(validator.is_valid(mutant))
        found = judged("\n".join(mutants) + "\n", len(mutants))
        self.assertEqual([m[:800] for m, f, d in zip(mutants, found, due) if f != d][:3], [])
        print(f"\n{len(mutants)} records with a place dropped or replaced", end=" ", flush=True)

    def test_findings_name_rule_place_and_byte(self) -> None:
        unit = next(record for kind, record in self.records if kind == "unit")
        cases = {
            "schema-required": ("/hash/content", {"hash": {"context": "a" * 26}}),
            "schema-type": ("/seq", {"seq": "1"}), "schema-minimum": ("/block/index", {"block": {"index": 0, "kind": "headline"}}),
            "schema-value": ("/dir", {"dir": "up"}), "schema-pattern": ("/lang", {"lang": "x"}),
            "schema-length": ("/text", {"text": ""}),
            "schema-unique": ("/flags/1", {"flags": ["a", "a"]}), "schema-forbidden": ("/reason", {"translate": True, "reason": "codes"}),
        }  # fmt: skip
        for rule, (place, change) in cases.items():
            with self.subTest(rule):
                text = in_json({**unit, **change})
                findings = [f for f in report(text + "\n")["findings"] if f["rule"] == rule]
                self.assertEqual([f["place"] for f in findings], [place])
                self.assertEqual((findings[0]["line"], findings[0]["severity"]), (1, "violation"))
                value = text.encode()[findings[0]["byte"] :].decode()
                self.assertTrue(value[:1] in '"{[0123456789', value[:20])


def in_json(record) -> str:
    """A line of JSON; numbers that JSON doesn't have (infinity) are written as one that is too large to hold."""
    return json.dumps(record, ensure_ascii=False).replace("Infinity", "1e400")


def report(text: str) -> dict:
    done = subprocess.run(
        [str(binary()), "validate", "--format", "json", "--max-problems", "1000000"], input=text.encode(),
        capture_output=True, timeout=300, env=clean_environment(),
    )
    assert done.returncode in (0, 65), done.stderr.decode()
    return json.loads(done.stdout)


def judged(text: str, count: int) -> list[bool]:
    """For each line, whether nothing of the schema's is broken."""
    found = report(text)
    assert found["checked"]["records"] == count, found["checked"]
    schema = Counter(f["line"] for f in found["findings"] if f["rule"] == "json" or f["rule"].startswith("schema-"))
    return [schema[number] == 0 for number in range(1, count + 1)]


if __name__ == "__main__":
    unittest.main()

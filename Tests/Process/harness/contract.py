"""The contract of the records, checked from outside: what `nuqta segment --format jsonl` wrote against the input it was given.

Nothing of Nuqta's own code is used; ids and hashes come from Scripts/check-golden-ids.py, which computes them with Python's own
tables. `violations` yields a line for each statement of the contract that doesn't hold.
"""

import hashlib
import importlib.util
import json
from collections import Counter
from collections.abc import Iterator

from . import PROJECT

BODY = {"summary", "paragraph", "blockquote", "listItem", "caption", "correction", "tableCell", "other"}
WHOLE = {"headline", "subheadline", "kicker", "byline", "dateline", "timestamp", "credit", "related", "hashtags"}
# What the members of feeds are, by name.
ROLES = {
    "kicker": "kicker", "headline": "headline", "title": "headline", "subheadline": "subheadline", "subhead": "subheadline",
    "subtitle": "subheadline", "alternativeHeadline": "subheadline", "byline": "byline", "bylines": "byline", "by": "byline",
    "author": "byline", "authors": "byline", "creator": "byline", "dateline": "dateline", "located": "dateline",
    "summary": "summary", "description": "summary", "abstract": "summary", "teaser": "summary", "lead": "summary",
    "standfirst": "summary", "captions": "caption", "associations": "caption", "image": "caption", "body": "body",
    "text": "body", "content": "body", "articleBody": "body", "paragraphs": "body", "body_text": "body", "content_text": "body",
}  # fmt: skip
# Names whose texts may be of several roles: what their one kind says, else the body.
SEVERAL = ("headlines", "bodies", "descriptions", "headline_", "body_", "description_")
UNITS_OF_ONE_KIND = {"headline", "subheadline", "kicker", "byline", "dateline", "summary", "caption"}
UNIT = {"type", "schema", "id", "article", "seq", "field", "block", "range", "text", "lang", "langSource", "dir"}
UNIT |= {"translate", "hash", "rules"}


def _golden():
    spec = importlib.util.spec_from_file_location("golden_ids", PROJECT / "Scripts" / "check-golden-ids.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GOLDEN = _golden()


def _once(pairs: list) -> dict:
    names = Counter(name for name, _ in pairs)
    assert max(names.values(), default=0) <= 1, f"a member stands twice: {names.most_common(1)}"
    return dict(pairs)


def records(output: bytes) -> list[dict]:
    """The records of the output; lines end with a line feed only, since texts may hold other separators."""
    assert output.endswith(b"\n"), "the last line is not ended"
    return [json.loads(line, object_pairs_hook=_once) for line in output[:-1].decode("utf-8").split("\n")]


def _source(document: object, pointer: str) -> str:
    for token in pointer.split("/")[1:]:
        name = token.replace("~1", "/").replace("~0", "~")
        document = document[int(name)] if isinstance(document, list) else document[name]
    return document


def _scope(document: object, unit: dict, units: list[dict]) -> tuple[str, str]:
    """Whose text it is (the place of a translation, or nothing), and what ids are scoped by."""
    pointer = unit["field"]
    if not pointer:
        return "", "body"
    parts = pointer.split("/")[1:]
    name = next((part for part in parts if part in ROLES or part.startswith(SEVERAL)), parts[-1])
    role = ROLES.get(name, name)
    if name not in ROLES and name.startswith(SEVERAL):
        kinds = {other["block"]["kind"] for other in units if other["field"] == pointer}
        role = kinds.pop() if len(kinds) == 1 and kinds <= UNITS_OF_ONE_KIND else "body"
    if parts[0] != "translations":
        return "", role
    # The cases declare canonical tags, or none.
    language = document["translations"][int(parts[1])].get("language") or "und"
    return language, f"{language}/{role}"


def violations(value: bytes, output: bytes) -> Iterator[str]:
    """What does not hold of an article that isn't withdrawn."""
    found = records(output)
    units, article, manifest = found[:-2], found[-2], found[-1]
    if [record.get("type") for record in found] != ["unit"] * len(units) + ["article", None]:
        yield "records are not units, article record, manifest"
        return
    if any(record["article"] != article["article"] or record["rules"] != article["rules"] for record in found):
        yield "article or rules differ between the records"
    own = GOLDEN.digest("nuqta-article-1", article["article"]["uri"].encode())
    if article["id"] != "a" + GOLDEN.base32(own):
        yield "the article's id is not its formula's"
    ids = [unit["id"] for unit in units]
    listed = [unit["id"] for field in manifest["fields"] for unit in field["units"]]
    if not ids == article["units"] == listed or len(set(ids)) != len(ids):
        yield "units, article record and manifest don't list the same ids, each once"
    if article["status"] not in ({"usable", "withheld"} if units else {"empty", "withheld"}):
        yield f"{len(units)} units and the status {article['status']}"
    if manifest["source"]["sha256"] != hashlib.sha256(value).hexdigest():
        yield "the manifest's digest is not the input's"
    is_text = manifest["source"]["contentType"] == "text/plain"
    document = value.decode() if is_text else json.loads(value.decode("utf-8-sig"))
    strings = {field["field"]: _source(document, field["field"]) for field in manifest["fields"]}
    for field in manifest["fields"]:
        text = "".join(unit.get("before", "") + unit["text"] for unit in field["units"]) + field.get("after", "")
        if text != strings[field["field"]]:
            yield f"{field['field']!r} is not rebuilt"
    yield from _units(units, own, document, strings)
    yield from _neighbours(units, document)


def _units(units: list[dict], article: bytes, document: object, strings: dict[str, str]) -> Iterator[str]:
    occurrences: Counter = Counter()
    last, block, reached = None, 0, 0
    for number, unit in enumerate(units, 1):
        text, kind, text_range = unit["text"], unit["block"]["kind"], unit["range"]
        if missing := UNIT - unit.keys():
            yield f"unit {number} lacks {sorted(missing)}"
        if any(member in (None, "", [], {}) for name, member in unit.items() if name != "field"):
            yield f"unit {number} has an empty member"
        if unit["seq"] != number:
            yield f"unit {number} has seq {unit['seq']}"
        here = (unit["field"], unit["block"]["index"])
        if here != last:
            block += 1
        elif kind in WHOLE:
            yield f"unit {number} is a second one of a {kind}"
        if unit["block"]["index"] != block:
            yield f"unit {number} is in block {unit['block']['index']}, not {block}"
        source = strings[unit["field"]]
        start, end = text_range["utf8"]
        if last and last[0] != unit["field"]:
            reached = 0
        if source.encode()[start:end] != text.encode() or source.encode()[reached:start] != unit.get("before", "").encode():
            yield f"unit {number}: bytes or gap are not the text's"
        reached, last = end, here
        if source[slice(*text_range["scalar"])] != text:
            yield f"unit {number}: scalars are not the text's"
        if source.encode("utf-16-le")[slice(*(2 * index for index in text_range["utf16"]))] != text.encode("utf-16-le"):
            yield f"unit {number}: UTF-16 code units are not the text's"
        scope, content = _scope(document, unit, units)[1], GOLDEN.content(text)
        count = occurrences[scope, content]
        occurrences[scope, content] += 1
        own = GOLDEN.digest(
            "nuqta-unit-1", article, GOLDEN.digest("", scope.encode()), content, count.to_bytes(4, "big")
        )
        if unit["id"] != "u" + GOLDEN.base32(own) or unit["hash"]["content"] != GOLDEN.base32(content):
            yield f"unit {number}: id or content is not its formula's"
        if unit["translate"] == ("reason" in unit) or (kind == "hashtags" and unit["translate"]):
            yield f"unit {number}: translate {unit['translate']}, reason {unit.get('reason')}"


def _neighbours(units: list[dict], document: object) -> Iterator[str]:
    whose = [_scope(document, unit, units)[0] for unit in units]
    kinds = [unit["block"]["kind"] for unit in units]
    for index, unit in enumerate(units):
        field = [place for place in range(len(units)) if units[place]["field"] == unit["field"]]
        before = next((units[at] for at in reversed(field) if at < index and kinds[at] in BODY), None)
        after = next((units[at] for at in field if at > index and kinds[at] in BODY), None)
        above = [at for at in field if at < index and kinds[at] in ("headline", "subheadline")]
        first = [at for at in range(len(units)) if kinds[at] == "headline" and whose[at] == whose[index]]
        heading = above[-1:] or [at for at in first[:1] if at != index]
        expected = {
            "heading": units[heading[0]]["text"] if heading else None,
            "before": before and [before["text"]], "after": after and [after["text"]],
            "prev": before and before["id"], "next": after and after["id"],
        }  # fmt: skip
        expected = {name: member for name, member in expected.items() if member}
        if unit.get("context", {}) != expected:
            yield f"unit {index + 1}: context is {unit.get('context')}, not {expected}"
        parts = [GOLDEN.content(other["text"]) if other else bytes(16) for other in (before, unit, after)]
        if unit["hash"]["context"] != GOLDEN.base32(GOLDEN.digest("nuqta-context-1", *parts)):
            yield f"unit {index + 1}: the context's hash is not its formula's"

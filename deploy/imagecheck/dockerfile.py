"""The part of the Dockerfile language that this project uses. Anything else is refused, never passed over."""

import json
import re
import shlex
from dataclasses import dataclass, field
from pathlib import Path

from . import CheckFailed

VARIABLE = re.compile(r"\$(?:\{(\w+)\}|(\w+))")


@dataclass
class Step:
    """One instruction of a stage that changes its root: RUN or COPY, with the surroundings it runs in."""

    kind: str
    line: int
    workdir: str
    user: str
    environment: dict[str, str]
    command: str = ""
    copy_from: str | None = None
    sources: list[str] = field(default_factory=list)
    target: str = ""


@dataclass
class Stage:
    """A FROM and what follows it; the configuration is as it stands at the stage's end."""

    base: str
    name: str
    steps: list[Step] = field(default_factory=list)
    arguments: dict[str, str] = field(default_factory=dict)
    environment: dict[str, str] = field(default_factory=dict)
    workdir: str = "/"
    user: str = "root"
    volumes: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    healthcheck: list[str] = field(default_factory=list)
    entrypoint: list[str] = field(default_factory=list)
    command: list[str] = field(default_factory=list)


def parse(path: Path) -> list[Stage]:
    """The stages of a Dockerfile in their order. Raises CheckFailed, naming the line, on what isn't understood."""
    stages: list[Stage] = []
    global_arguments: dict[str, str] = {}
    for line, keyword, rest in _instructions(path):

        def refuse(why: str):
            return CheckFailed(f"{path}:{line}: {keyword}: {why}")

        if keyword == "ARG" and not stages:
            name, _, value = rest.partition("=")
            global_arguments[name] = _unquote(value)
            continue
        if keyword == "FROM":
            stages.append(_from(_substitute(rest, global_arguments, refuse), len(stages), refuse))
            continue
        if not stages:
            raise refuse("stands before the first FROM")
        _apply(stages[-1], line, keyword, rest, global_arguments, refuse)
    if not stages:
        raise CheckFailed(f"{path}: no FROM")
    return stages


def _apply(stage: Stage, line: int, keyword: str, rest: str, global_arguments: dict[str, str], refuse) -> None:
    variables = {**stage.arguments, **stage.environment}
    match keyword:
        case "RUN":
            if rest.startswith(("--", "[")) or "<<" in rest:
                raise refuse("only the shell form without flags or here-documents is understood")
            stage.steps.append(_step(stage, "RUN", line, command=rest))
        case "COPY":
            stage.steps.append(_copy(stage, line, shlex.split(_substitute(rest, variables, refuse)), refuse))
        case "ARG":
            name, given, value = rest.partition("=")
            default = _unquote(value) if given else global_arguments.get(name, "")
            stage.arguments[name] = _substitute(default, variables, refuse)
        case "ENV" | "LABEL":
            pairs = [word.partition("=") for word in shlex.split(_substitute(rest, variables, refuse))]
            if not all(equals for _, equals, _ in pairs):
                raise refuse("only NAME=value is understood")
            into = stage.environment if keyword == "ENV" else stage.labels
            into.update({name: value for name, _, value in pairs})
        case "WORKDIR":
            stage.workdir = str(Path(stage.workdir) / _substitute(rest, variables, refuse))
            stage.steps.append(_step(stage, "WORKDIR", line))
        case "USER":
            stage.user = _substitute(rest, variables, refuse)
        case "VOLUME":
            stage.volumes += json.loads(rest) if rest.startswith("[") else rest.split()
        case "HEALTHCHECK":
            flags, found, command = rest.partition("CMD ")
            if not found or not all(word.startswith("--") for word in flags.split()):
                raise refuse("only flags and CMD [...] are understood")
            stage.healthcheck = _exec_form(command, refuse)
        case "ENTRYPOINT":
            stage.entrypoint = _exec_form(rest, refuse)
        case "CMD":
            stage.command = _exec_form(rest, refuse)
        case "STOPSIGNAL":
            if rest != "SIGTERM":
                raise refuse("the worker stops cleanly on SIGTERM")
        case _:
            raise refuse("an instruction this check doesn't know")


def _step(stage: Stage, kind: str, line: int, **details) -> Step:
    environment = {**stage.arguments, **stage.environment}
    return Step(kind, line, stage.workdir, stage.user, environment, **details)


def _from(rest: str, index: int, refuse) -> Stage:
    words = rest.split()
    if len(words) == 3 and words[1].upper() == "AS":
        return Stage(base=words[0], name=words[2])
    if len(words) == 1:
        return Stage(base=words[0], name=str(index))
    raise refuse("only FROM image [AS name] is understood")


def _copy(stage: Stage, line: int, words: list[str], refuse) -> Step:
    copy_from = None
    while words and words[0].startswith("--"):
        flag, _, value = words.pop(0).partition("=")
        if flag != "--from":
            raise refuse(f"{flag} is not understood")
        copy_from = value
    if len(words) < 2 or any(set("*?[") & set(word) for word in words):
        raise refuse("only plain sources and a target are understood")
    *sources, target = words
    absolute = str(Path(stage.workdir) / target) + ("/" if target.endswith("/") else "")
    return _step(stage, "COPY", line, copy_from=copy_from, sources=sources, target=absolute)


def _exec_form(text: str, refuse) -> list[str]:
    try:
        words = json.loads(text)
    except json.JSONDecodeError as error:
        raise refuse(f'only the form ["command", "argument"] is understood: {error}') from error
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise refuse("a list of strings is wanted")
    return words


def _substitute(text: str, variables: dict[str, str], refuse) -> str:
    """Puts variables in; forms with a default or a pattern are refused, as is a name that nothing set."""
    if re.search(r"\$\{\w+[^\w}]", text):
        raise refuse("only ${NAME} and $NAME are understood")

    def value(found: re.Match) -> str:
        name = found.group(1) or found.group(2)
        if name not in variables:
            raise refuse(f"${name} is set nowhere")
        return variables[name]

    return VARIABLE.sub(value, text)


def _unquote(text: str) -> str:
    return "".join(shlex.split(text))


def _instructions(path: Path):
    """Line number, keyword and the rest, with continued lines joined and comments left out."""
    pending, first = "", 0
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if raw.lstrip().startswith("#"):
            continue
        if not raw.strip():
            if pending:
                raise CheckFailed(f"{path}:{number}: an empty line inside an instruction")
            continue
        first = first if pending else number
        if raw.endswith("\\"):
            pending += raw[:-1]
            continue
        keyword, _, rest = (pending + raw).strip().partition(" ")
        pending = ""
        yield first, keyword.upper(), rest.strip()
    if pending:
        raise CheckFailed(f"{path}: ends inside an instruction")

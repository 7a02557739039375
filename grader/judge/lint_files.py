"""The half of the author lint that reads files and runs none of them: what stands where, and what names what."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path

from grader.judge.content import Content

Found = Iterator[tuple[str, str]]
"""Rule and sentence; the sentence begins with a file of the exercise and a line where there is one."""

_FILES = {"statement.md", "statement.zh.md", "exercise.py"}
_CODE = {"starter.py", "solution.py", "probe.py"}
_MATRIX = re.compile(r"^```matrix\n(.*?)^```", re.M | re.S)


def form(content: Content) -> Found:
    """Everything that can be said without running it."""
    yield from _stray(content)
    yield from _parts(content)
    yield from _matrices(content.folder)
    yield from _names(content)
    if content.facts.kind.is_code:
        yield from _sources(content)


def _stray(content: Content) -> Found:
    code = content.facts.kind.is_code
    allowed = _FILES | (_CODE if code else {"solution.json"})
    suffix = ".py" if code else ".yaml"
    for file in sorted(content.folder.rglob("*")):
        name = file.relative_to(content.folder).as_posix()
        inside = ("wrong/", "approaches/") if code else ("wrong/",)
        known = name in allowed or (name.startswith(inside) and name.count("/") == 1 and name.endswith(suffix))
        if file.is_file() and not known and "__pycache__" not in file.parts:
            yield "stray", f"{name} belongs to no exercise of this kind. Remove it or correct its name."


def _parts(content: Content) -> Found:
    facts = content.facts
    if not facts.hints:
        yield "hint", "there is no hint. Add a numbered list under ## Hints."
    if facts.kind.is_code and not any(check.hidden for check in facts.checks):
        yield (
            "hidden",
            "no check is hidden, so answers can be hard-coded. Add hidden: true to a check with drawn inputs.",
        )
    if facts.kind.is_code and all(check.hidden for check in facts.checks):
        yield "public", "every check is hidden, so Run has nothing to try. Make one check public."
    if not any(not wrong.misconception.accepted for wrong in content.wrong):
        yield "wrong", "there is no wrong answer, so no mistake can be named. Add one under wrong/."


def _matrices(folder: Path) -> Found:
    """Blocks of numbers are JSON, and the same in both languages; what they are called may be translated."""
    seen: list[list[object]] = []
    for name in ("statement.md", "statement.zh.md"):
        text = (folder / name).read_text("utf-8")
        blocks: list[object] = []
        for block in _MATRIX.finditer(text):
            try:
                blocks.append(list(json.loads(block[1]).values()))
            except (ValueError, AttributeError) as error:
                line = text.count("\n", 0, block.start(1)) + getattr(error, "lineno", 1)
                said = getattr(error, "msg", "unreadable")
                yield "matrix", f"{name}, line {line}: the matrix block is not JSON ({said}). Correct it."
                return
        seen.append(blocks)
    if seen[0] != seen[1]:
        said = "the matrix blocks differ from those of statement.md"
        yield "matrix", f"statement.zh.md: {said}. Give both files the same numbers."


def _names(content: Content) -> Found:
    """Codes that exercise.py uses have words in statement.md."""
    source = (content.folder / "exercise.py").read_text("utf-8")
    for call in (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)):
        code = _code_of(call)
        if code is not None and code not in content.facts.messages:
            said = f"the code {code} has no words in statement.md. Add it to messages there."
            yield "words", f"exercise.py, line {call.lineno}: {said}"


def _code_of(call: ast.Call) -> str | None:
    """The code in `Finding("code")` and `Case(…, name="code")`."""
    if not isinstance(call.func, ast.Name):
        return None
    named = [keyword.value for keyword in call.keywords if keyword.arg == "name"]
    given = call.args[:1] if call.func.id == "Finding" else named if call.func.id == "Case" else []
    match given:
        case [ast.Constant(value=str(code))]:
            return code
    return None


def _sources(content: Content) -> Found:
    """Python that can be parsed, and what others call in it stands there."""
    entry = str(content.facts.entry)
    checks = [content.right.check(check.id) for check in content.facts.checks]
    probes = {check.probe for check in checks if check.probe}
    yield from _source("starter.py", content.facts.starter, {entry})
    yield from _source("solution.py", str(content.solution), {entry})
    for wrong in content.wrong:
        yield from _source(f"wrong/{wrong.misconception.id}.py", wrong.source, {entry})
    if content.probe is not None or probes:
        yield from _source("probe.py", content.probe or "", probes)


def _source(name: str, source: str, wanted: set[str]) -> Found:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        yield "syntax", f"{name}, line {line}: this is not Python ({error.args[0]}). Correct it."
        return
    defined = {name for statement in tree.body for name in _defined(statement)}
    for missing in sorted(wanted - defined):
        yield "missing", f"{name}, line 1: {missing} is not defined at the top level. Define it."


def _defined(statement: ast.stmt) -> Iterator[str]:
    """Names that a top-level statement makes."""
    match statement:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.AsyncFunctionDef(name=name):
            yield name
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            yield from (alias.asname or alias.name for alias in names)
        case _:
            targets = (node for node in ast.walk(statement) if isinstance(node, ast.Name))
            yield from (node.id for node in targets if isinstance(node.ctx, ast.Store))

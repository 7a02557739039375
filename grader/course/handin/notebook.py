"""What a notebook hands in: imports, definitions and the constants they need. Nothing of it is executed.

Theory of operation
-------------------
    uploads ── bytes on stdin ──► this file as a program of its own, with limits ── one JSON object on stdout ──► uploads

- The compiler of CPython has been crashed by hostile source before, and JSON of 5 MB can become 200 MB of objects: both
  happen in a process that holds nothing and may die. Its death is one clear sentence for whoever handed the file in.
- Only Python's own library and nbformat (for formats before 4) are imported, so that it starts in 40 ms. Nothing of ours:
  the package around it takes ten times as long. That is why it is one file.
"""

from __future__ import annotations

import ast
import io
import json
import re
import sys
import tokenize
import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

SECONDS, MEGABYTES, MOST_SOURCE = 3, 768, 1 << 20
"""CPU time and memory of the program; bytes of code that are looked at."""

ALWAYS = frozenset({"__future__", "math", "torch"})
"""Modules whose imports are taken in any case. Others only where a definition uses them: most draw or load pictures."""

_FOREIGN = re.compile(r"%%(?!time\b|timeit\b|capture\b|prun\b)\w+")
_MAGIC = re.compile(r"\s*[%!?]|[\w.,\s]*=\s*[%!]|.*[\w)\]]\?\??\s*$")
_MENDS = 60


class Fault(Exception):
    """The file cannot be used: a code of `locale/uploads.yaml` and its fields."""

    def __init__(self, code: str, **fields: Any) -> None:
        super().__init__(code)
        self.code, self.fields = f"uploads.{code}", fields


@dataclass(frozen=True, slots=True)
class Broken:
    """A code cell that was left out, the line in it, and why in the compiler's words."""

    cell: int
    line: int
    why: str


@dataclass(slots=True)
class Taken:
    """Code taken out, and for each of its lines the code cell and the line there; (0, 0) for a line between."""

    lines: list[str] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)
    cells: int = 0


@dataclass(frozen=True, slots=True)
class _Piece:
    """A top-level statement, with the lines that it takes in its cell."""

    node: ast.stmt
    cell: int
    first: int
    lines: list[str]


# ---------- Bytes to cells ----------


def text_of(data: bytes) -> str:
    """Bytes of a file as text: UTF-8, with or without a mark, UTF-16 or UTF-32, else what the file says of itself."""
    for mark, encoding in ((b"\xff\xfe\0\0", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _decoded(data, encoding)
    if data[1:2] == b"\0" != data[:1]:
        return _decoded(data, "utf-16-le")
    if data[:1] == b"\0" != data[1:2]:
        return _decoded(data, "utf-16-be")
    try:
        named, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    except SyntaxError:
        named = "utf-8"
    return _decoded(data, named)


def _decoded(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError):
        raise Fault("not-text") from None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def cells_of(text: str) -> Iterator[str | None]:
    """The sources of the code cells in order; None for one that is damaged. Raises `Fault` for what is no notebook."""
    book = _json(text)
    if not isinstance(book, dict):
        raise Fault("no-notebook")
    if "worksheets" in book or (type(book.get("nbformat")) is int and book["nbformat"] < 4):
        book = _upgraded(book)
    if not isinstance(cells := book.get("cells"), list):
        raise Fault("no-cells")
    language = _language(book.get("metadata"))
    if language and "python" not in language.lower():
        raise Fault("language", language=language[:40])
    for cell in cells:
        if not isinstance(cell, dict):
            yield None
        elif cell.get("cell_type", "code") == "code":
            yield _source(cell.get("source", ""))


def _json(text: str) -> Any:
    start = text.lstrip()
    if not start:
        raise Fault("empty")
    if re.search(r"^(?:<{7}|>{7}) ", text, re.M):
        raise Fault("conflict")
    try:
        return json.loads(start)
    except json.JSONDecodeError as error:
        is_cut = error.pos >= len(start.rstrip()) - 1 or error.msg.startswith("Unterminated string")
        raise Fault("cut-off" if is_cut and start.startswith("{") else "not-json") from None
    except (ValueError, RecursionError, MemoryError):
        raise Fault("not-json") from None


def _upgraded(book: dict[str, Any]) -> Mapping[str, Any]:
    """A notebook of format 1, 2 or 3 as format 4. What is missing and does not matter here is added first."""
    import nbformat  # 150 ms, so only for old ones

    library: Any = nbformat

    sheets = _objects(book.get("worksheets"))
    for cell in [cell for sheet in sheets for cell in _objects(sheet.get("cells"))]:
        cell.update(outputs=[], metadata={}, input=_source(cell.get("input", "")) or "")
        cell.setdefault("cell_type", "code")
        cell.setdefault("language", "python")
    for sheet in sheets:
        sheet.update(metadata={}, cells=_objects(sheet.get("cells")))
    major = book.get("nbformat") if book.get("nbformat") in (1, 2) else 3
    metadata = book.get("metadata") if isinstance(book.get("metadata"), dict) else {}
    mended = {"nbformat": major, "nbformat_minor": 0, "metadata": metadata}
    mended |= {"cells": book.get("cells")} if major == 1 else {"worksheets": sheets}
    try:
        with warnings.catch_warnings(action="ignore"):
            result: Mapping[str, Any] = library.convert(library.from_dict(mended), 4)
            return result
    except Exception:  # whatever a damaged file does to the converter, it is the file's fault
        raise Fault("old-notebook") from None


def _objects(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _language(metadata: Any) -> str:
    for name, key in (("language_info", "name"), ("kernelspec", "language")):
        found = metadata.get(name) if isinstance(metadata, dict) else None
        if isinstance(found, dict) and isinstance(found.get(key), str):
            return str(found[key])
    return ""


def _source(source: Any) -> str | None:
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    return source.replace("\r\n", "\n").replace("\r", "\n") if isinstance(source, str) else None


# ---------- Cells to code ----------


def take(data: bytes) -> Taken:
    """Imports, definitions and needed constants of a notebook's code cells, in order. Raises `Fault`."""
    taken, pieces, size = Taken(), [], 0
    for number, source in enumerate(cells_of(text_of(data)), 1):
        taken.cells, size = number, size + len(source or "")
        if size > MOST_SOURCE:
            raise Fault("too-much-code", most=MOST_SOURCE >> 10)
        if source is None:
            taken.broken.append(Broken(number, 1, "damaged"))
            continue
        found = _pieces(source, number)
        if isinstance(found, Broken):
            taken.broken.append(found)
        else:
            pieces += found
    _write(_chosen(pieces), taken)
    return taken


def _pieces(source: str, number: int) -> list[_Piece] | Broken:
    """The cell's statements, or what is wrong with it. Lines that speak to the notebook are blank."""
    lines = source.split("\n")
    first = next((line for line in lines if line.strip()), "")
    if _FOREIGN.match(first):
        return []
    error: Exception = ValueError()
    for _ in range(_MENDS):
        try:
            return list(_cut(_parsed("\n".join(lines)), lines, number))
        except SyntaxError as wrong:
            error, at = wrong, (wrong.lineno or 1) - 1
            # only a line that does not parse is looked at: within a bracket, % is an operator
            if not (0 <= at < len(lines) and _MAGIC.match(lines[at])):
                break
            lines[at] = ""
        except (ValueError, RecursionError, MemoryError) as wrong:
            error = wrong
            break
    if isinstance(error, SyntaxError):
        return Broken(number, error.lineno or 1, str(error.msg)[:200])
    is_text = "\0" not in source and not isinstance(error, UnicodeError)
    return Broken(number, 1, "too deeply nested" if is_text else "there are characters that are no text")


def _parsed(source: str) -> ast.Module:
    with warnings.catch_warnings(action="ignore"):  # an invalid escape in somebody's string is not our business
        return ast.parse(source)


def _cut(module: ast.Module, lines: list[str], number: int) -> Iterator[_Piece]:
    """Statements with their decorators and with the comments that stand directly above."""
    above = 0
    for node in module.body:
        decorators = getattr(node, "decorator_list", [])
        first = min([node.lineno, *(one.lineno for one in decorators)])
        last = node.end_lineno or node.lineno
        while first - 1 > above and lines[first - 2].startswith("#"):
            first -= 1
        above = last
        yield _Piece(node, number, first, lines[first - 1 : last])


def _chosen(pieces: list[_Piece]) -> list[_Piece]:
    """Definitions, then what they need, in the order of the notebook; `from __future__` comes first."""
    needed = _loaded(piece.node for piece in pieces if _is_definition(piece.node))
    constants = [piece.node for piece in pieces if not _is_definition(piece.node) and _is_simple(piece.node)]
    while more := _loaded(node for node in constants if needed & _bound(node)) - needed:
        needed |= more
    wanted = {id(node) for node in constants if needed & _bound(node)}
    kept = [p for p in pieces if _is_definition(p.node) or id(p.node) in wanted or _is_wanted(p.node, needed)]
    return sorted(kept, key=lambda piece: not _is_future(piece.node))


def _is_definition(node: ast.stmt) -> bool:
    is_lambda = isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Lambda)
    return is_lambda or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)


def _is_future(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.module == "__future__"


def _is_wanted(node: ast.stmt, needed: set[str]) -> bool:
    """An import of what is always on offer, or of something that a definition speaks of."""
    if isinstance(node, ast.Import):
        roots = {alias.name.partition(".")[0] for alias in node.names}
    elif isinstance(node, ast.ImportFrom):
        roots = {(node.module or "").partition(".")[0]}
    else:
        return False
    bound = {alias.asname or alias.name.partition(".")[0] for alias in node.names}
    return roots <= ALWAYS or bool(bound & needed)


def _bound(node: ast.stmt) -> set[str]:
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}


def _loaded(nodes: Iterable[ast.AST]) -> set[str]:
    return {n.id for node in nodes for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}


_NODES = """Assign AnnAssign Constant Name Attribute Tuple List Dict Set UnaryOp BinOp Subscript Slice Starred Call
    keyword expr_context operator unaryop"""
_SIMPLE = tuple(getattr(ast, name) for name in _NODES.split())
_CALLED = frozenset({"torch", "nn", "F", "math", "int", "float", "tuple", "range", "len"})


def _is_simple(node: ast.stmt) -> bool:
    """A constant: names on the left, and on the right numbers, containers, arithmetic, and calls such as torch.tensor([1])."""
    if not isinstance(node, ast.Assign | ast.AnnAssign) or node.value is None:
        return False
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    names = all(isinstance(n, ast.Name | ast.Tuple | ast.List | ast.expr_context) for t in targets for n in ast.walk(t))
    calls = [n.func for n in ast.walk(node) if isinstance(n, ast.Call)]
    return names and all(isinstance(n, _SIMPLE) for n in ast.walk(node)) and all(map(_is_dotted, calls))


def _is_dotted(func: ast.expr) -> bool:
    while isinstance(func, ast.Attribute):
        func = func.value
    return isinstance(func, ast.Name) and func.id in _CALLED


def _write(pieces: list[_Piece], taken: Taken) -> None:
    """Lines one after the other; two blank ones around what is longer than a line. A shared line is written once."""
    before: _Piece | None = None
    for piece in pieces:
        skip = 0
        if before and before.cell == piece.cell and before.first + len(before.lines) > piece.first:
            skip = before.first + len(before.lines) - piece.first
        elif before and (_is_definition(piece.node) or _is_definition(before.node)):
            taken.lines += ["", ""]
            taken.places += [(0, 0)] * 2
        taken.lines += piece.lines[skip:]
        taken.places += [(piece.cell, piece.first + n) for n in range(skip, len(piece.lines))]
        before = piece


# ---------- The program ----------


def answer(data: bytes) -> dict[str, Any]:
    """What was taken out, as plain data; or the fault."""
    try:
        taken = take(data)
    except Fault as fault:
        return {"fault": fault.code, "fields": fault.fields}
    broken = [[one.cell, one.line, one.why] for one in taken.broken]
    return {"lines": taken.lines, "places": taken.places, "broken": broken, "cells": taken.cells}


def _limit() -> None:
    import resource

    for name, most in (
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_AS, MEGABYTES << 20),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(name, (most, most))


def main() -> None:
    """Read a notebook from stdin, write JSON to stdout."""
    _limit()
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()

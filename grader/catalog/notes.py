"""What a Python file of an exercise says of itself: its docstring, in YAML. The code is parsed, never run."""

from __future__ import annotations

import ast

from grader.errors import ContentError


def notes_of(source: str, name: str) -> tuple[str, int]:
    """The module docstring as it stands in the file, and its first line. Raises `ContentError`."""
    docstring = _docstring(source, name)
    return str(docstring.value), docstring.lineno


def code_of(source: str, name: str) -> str:
    """The file without its docstring. Raises `ContentError`."""
    last = _docstring(source, name).end_lineno or 1
    return "\n".join(source.splitlines()[last:]).strip() + "\n"


def _docstring(source: str, name: str) -> ast.Constant:
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        raise ContentError(f"{name}, line {line}: this is not Python ({error.args[0]}); correct it.") from None
    match body[:1]:
        case [ast.Expr(value=ast.Constant(value=str()) as docstring)]:
            return docstring
    raise ContentError(f"{name}, line 1: what it says is missing; begin with a docstring that has en: and zh:.")

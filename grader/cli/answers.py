"""What a file holds, as the judge takes it: source text, a JSON answer, or bytes that are neither."""

from __future__ import annotations

import json
from pathlib import Path

from grader.errors import UnreadableFile
from grader.model import Json, Kind
from grader.words import plain

CAP = 1 << 20
"""Bytes read of one file. The judge refuses far smaller ones; a byte more than this shows that there was more."""


def name_of(path: Path) -> str:
    """A path as shown to a person: without controls, its end kept."""
    text = plain(str(path).encode(errors="replace").decode(), 10_000)
    return text if len(text) <= 200 else f"…{text[-199:]}"


def read(path: Path) -> bytes:
    """The file's bytes, at most `CAP` + 1. Raises `UnreadableFile` with one sentence."""
    try:
        with path.open("rb") as file:
            return file.read(CAP + 1)
    except FileNotFoundError:
        raise UnreadableFile(f"There is no file {name_of(path)}.") from None
    except IsADirectoryError:
        raise UnreadableFile(f"{name_of(path)} is a folder. Name the file in it.") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is not valid"
        raise UnreadableFile(f"{name_of(path)} cannot be read: {why}.") from None


def answer_in(data: bytes, kind: Kind) -> Json | bytes:
    """The answer as handed to the judge. Text that is not JSON is the answer as it stands: b for "b"."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data
    if "\0" in text or len(data) > CAP:
        return data
    if kind.is_code:
        return text
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text.strip()

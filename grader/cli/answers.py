"""What a file holds, as the judge takes it: source text, a JSON answer, or bytes that are neither."""

from __future__ import annotations

import codecs
import json
from pathlib import Path
from typing import TYPE_CHECKING

from grader.errors import Declined, UnreadableFile
from grader.model import Exercise, Json, Kind, Lang, Message, Verdict
from grader.words import plain, say

if TYPE_CHECKING:
    from grader.course.handin.uploads import Upload

CAP = 1 << 20
"""Bytes read of one file. The judge refuses far smaller ones; a byte more than this shows that there was more."""

FILE_CAP = 5 << 20
"""Bytes read of a file that may be a notebook, pictures included."""


def name_of(path: Path) -> str:
    """A path as shown to a person: without controls, its end kept."""
    text = plain(str(path).encode(errors="replace").decode(), 10_000)
    return text if len(text) <= 200 else f"…{text[-199:]}"


def read(path: Path, most: int = CAP) -> bytes:
    """The file's bytes, at most `most` + 1. Raises `UnreadableFile` with one sentence."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        raise UnreadableFile(f"There is no file {name_of(path)}.") from None
    except IsADirectoryError:
        raise UnreadableFile(f"{name_of(path)} is a folder. Name the file in it.") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name is not valid"
        raise UnreadableFile(f"{name_of(path)} cannot be read: {why}.") from None


def answer_of(name: str, data: bytes, exercise: Exercise, lang: Lang = "en") -> tuple[Json | bytes, Upload | None]:
    """The answer in a file, and how a notebook was read. Raises `UnreadableFile` for a notebook that cannot be."""
    if Path(name).suffix.lower() != ".ipynb":
        return answer_in(data[: CAP + 1], exercise.kind), None
    from grader.course.handin.uploads import read_upload  # half a second, so only for those who need it

    shown = name_of(Path(name))
    if not exercise.kind.is_code:
        raise UnreadableFile(f"{shown} is a notebook; {exercise.id} wants an answer without code, as JSON.")
    try:
        upload = read_upload(name, data, exercise.entry)
    except Declined as error:
        raise UnreadableFile(f"{shown}: {say(Message(error.code, error.fields), lang)}") from None
    return upload.code, upload


def told_of(upload: Upload | None, verdict: Verdict, lang: Lang) -> list[str]:
    """What is said of a notebook besides the verdict: cells that were left out, and where its lines stood."""
    if upload is None:
        return []
    messages = [verdict.message, *(check.message for check in verdict.checks)]
    named = [verdict.line, verdict.misconception_line, *(m.args.get("line") for m in messages if m)]
    places = {line: upload.place(line) for line in named if isinstance(line, int)}
    fields = [{"line": line, "there": at.line, "cell": at.cell} for line, at in sorted(places.items()) if at]
    return [say(note, lang) for note in [*upload.notes, *(Message("uploads.place", each) for each in fields)]]


def answer_in(data: bytes, kind: Kind) -> Json | bytes:
    """The answer as handed to the judge. Text that is not JSON is the answer as it stands: b for "b"."""
    wide = data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)  # some terminals write files so
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
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

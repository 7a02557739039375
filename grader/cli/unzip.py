"""An archive of hand-ins, read within bounds and never unpacked to disk: names cannot lead anywhere, bombs do not go off.

What is refused costs its own line. A file is decompressed only when it is graded, and never more of it than is allowed.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from grader.cli.answers import FILE_CAP, name_of, read
from grader.errors import UnreadableFile, UsageError

MOST_FILES, MOST_INNER, MOST_TOTAL, MOST_RATIO, MOST_DEPTH = 20_000, 200, 1 << 30, 200, 12
"""Files of an archive and of one within it; bytes and folders; how many times its size a file may unpack to."""
_DIRECTORY = 200
"""Bytes that an entry takes in the directory of an archive, generously."""
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
    struct.error,
)


@dataclass(frozen=True, slots=True)
class File:
    """Something that was handed in: where it lies, as shown and in parts below what was asked for."""

    name: str
    parts: tuple[str, ...]
    read: Callable[[], bytes]
    """Its bytes, at most one more than allowed. Raises `UnreadableFile`."""
    at: float = 0.0
    """When it was changed last, as far as is known; only to be compared."""
    fault: str = ""
    """Why it cannot be graded, though it is there."""


def unpacked(path: Path) -> tuple[list[File], list[str]]:
    """The files of an archive, those of archives in it included, and a sentence for each that is refused.

    Raises `UsageError` for what is no archive, or too large a one.
    """
    if path.is_symlink() or not path.is_file():
        raise UsageError(f"{name_of(path)} is not a file.")
    try:
        if _is_too_long(path.open("rb"), MOST_FILES):
            raise UsageError(
                f"{name_of(path)} holds more than {MOST_FILES} files. Unpack it and grade folder by folder."
            )
        archive = zipfile.ZipFile(path)
    except _UNREADABLE:
        raise UsageError(f"{name_of(path)} is no zip archive, or it is damaged. Download it again.") from None
    files: list[File] = []
    refused: list[str] = []
    for one in _members(str(path), (), lambda: archive, MOST_FILES):
        if isinstance(one, str):
            refused.append(one)
        elif one.name.lower().endswith(".zip"):
            inner, more = opened(one)
            files, refused = files + inner, refused + more
        else:
            files.append(one)
    return files, refused


def opened(outer: File) -> tuple[list[File], list[str]]:
    """The files of an archive that lies within an archive or a folder, and what is refused of it.

    One that cannot be opened is itself the only file, with its fault: whoever handed it in keeps a line.
    """
    if outer.fault:
        return [outer], []

    def archive() -> zipfile.ZipFile:
        return zipfile.ZipFile(io.BytesIO(outer.read()))

    files: list[File] = []
    refused: list[str] = []
    try:
        if _is_too_long(io.BytesIO(outer.read()), MOST_INNER):
            return [_faulty(outer, f"holds more than {MOST_INNER} files")], []
        for one in _members(outer.name, outer.parts, archive, MOST_INNER):
            if isinstance(one, str):
                refused.append(one)
            elif one.name.lower().endswith(".zip"):
                refused.append(_left_out(one.name, "archives within archives are opened once"))
            else:
                files.append(one)
    except UnreadableFile as error:
        return [File(outer.name, outer.parts, outer.read, outer.at, str(error))], refused
    except _UNREADABLE:
        return [_faulty(outer, "is no zip archive, or it is damaged")], refused
    return files, refused


def _faulty(file: File, why: str) -> File:
    return File(file.name, file.parts, file.read, file.at, f"{name_of(Path(file.name))} {why}.")


def _left_out(name: str, why: str) -> str:
    return f"Left out {name_of(Path(name))}: {why}."


def _members(
    of: str, above: tuple[str, ...], archive: Callable[[], zipfile.ZipFile], most: int
) -> Iterator[File | str]:
    """Each file of an archive, or the sentence that refuses it."""
    seen: set[tuple[str, ...]] = set()
    total = 0
    for count, info in enumerate(archive().infolist(), 1):
        name, parts = f"{of}/{info.filename}", tuple(info.filename.replace("\\", "/").split("/"))
        if count > most:
            yield _left_out(of, f"only its first {most} files are read")
            return
        if info.is_dir():
            continue
        total += info.file_size if info.file_size <= FILE_CAP else 0
        why = _wrong_name(info, parts)
        why = why or ("it stands there twice" if parts in seen else "")
        why = why or ("the archive unpacks to more than a gigabyte" if total > MOST_TOTAL else "")
        seen.add(parts)
        if why:
            yield _left_out(name, why)
            continue
        fault = _wrong_content(info)
        fault = f"{name_of(Path(name))} {fault}." if fault else ""
        yield File(name, (*above, *parts), _reader(archive, info, name), _moment(info), fault)


def _wrong_name(info: zipfile.ZipInfo, parts: tuple[str, ...]) -> str:
    """Why a name is not even looked at."""
    if stat.S_IFMT(info.external_attr >> 16) not in (0, stat.S_IFREG):
        return "it is a link or a device, not a file"
    if not parts[0] or ".." in parts or parts[0].endswith(":") or "\0" in info.orig_filename:
        return "its name leads out of the archive"
    if any(len(part) > 255 for part in parts):
        return "its name is too long"
    return f"it lies more than {MOST_DEPTH} folders deep" if len(parts) > MOST_DEPTH + 1 else ""


def _wrong_content(info: zipfile.ZipInfo) -> str:
    """Why a file cannot be read, by what the archive says of it."""
    if info.flag_bits & 0x1:
        return "is encrypted"
    if info.file_size > FILE_CAP:
        return f"is larger than {FILE_CAP >> 20} MB"
    if info.file_size > 1 << 16 and info.file_size > MOST_RATIO * max(info.compress_size, 1):
        return f"unpacks to more than {MOST_RATIO} times its size"
    return ""


def _reader(archive: Callable[[], zipfile.ZipFile], info: zipfile.ZipInfo, name: str) -> Callable[[], bytes]:
    def read() -> bytes:
        try:
            with archive().open(info) as file:
                return file.read(FILE_CAP + 1)
        except _UNREADABLE:
            raise UnreadableFile(f"{name_of(Path(name))} is damaged within its archive.") from None

    return read


def _moment(info: zipfile.ZipInfo) -> float:
    year, month, day, hour, minute, second = info.date_time
    return ((((year * 12 + month) * 31 + day) * 24 + hour) * 60 + minute) * 60.0 + second


def _is_too_long(file: IO[bytes], most: int) -> bool:
    """Whether the directory of an archive is longer than so many entries need: zipfile would read all of it at once."""
    with file:
        end = file.seek(0, io.SEEK_END)
        file.seek(max(0, end - (1 << 16) - 200))
        tail = file.read()
    at = tail.rfind(b"PK\5\6")
    if at < 0 or len(tail) < at + 22:
        raise zipfile.BadZipFile
    entries, size = struct.unpack("<HI", tail[at + 10 : at + 16])
    wide = tail.rfind(b"PK\6\6", 0, at)
    if wide >= 0 and len(tail) >= wide + 48:  # the 64-bit one counts where it stands
        entries, size = struct.unpack("<QQ", tail[wide + 32 : wide + 48])
    return bool(entries > most or size > most * _DIRECTORY)


def on_disk(path: Path, parts: tuple[str, ...], fault: str = "") -> File:
    """A file of a folder."""

    def content() -> bytes:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise UnreadableFile(f"{name_of(path)} is not a file.")  # opening a pipe would wait for ever
        return read(path, FILE_CAP)

    try:
        changed = path.lstat().st_mtime
    except OSError:
        changed = 0.0
    return File(str(path), parts, content, changed, fault)

"""Backup and restore: one file with everything of a data folder, taken while the app runs and checked before it is used."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import TypedDict, cast

from grader.errors import StoreError, UnreadableFile, UsageError
from grader.store.connect import FILE
from grader.store.folder import LOCK, Folder
from grader.store.migrate import revisions

FORMAT = 1
MANIFEST = "manifest.json"
_PAGES = 2000
"""Pages copied between two looks at who else wants to write: the app never waits for long."""
_CHUNK = 1 << 20


class Manifest(TypedDict):
    """What stands in front: when it was made, of which schema, and the SHA-256 of every file."""

    format: int
    made: str
    schema: str
    files: dict[str, str]


def backup(data_dir: Path, file: Path, at: datetime, advance: Callable[[], None] = lambda: None) -> int:
    """Write all of `data_dir` to a new `file` → its size in bytes. The app may run on.

    Raises `UsageError` for a file that exists or a folder without data, `StoreError` for a copy that is not sound.
    """
    if file.exists():
        raise UsageError(f"{file} exists already. Name a new file: a backup never replaces another.")
    if not (data_dir / FILE).is_file():
        raise UsageError(f"There is nothing to back up in {data_dir}.")
    try:
        with tempfile.TemporaryDirectory(dir=file.parent, prefix=".backup-") as made:
            copy = Path(made) / FILE
            _copy_database(data_dir / FILE, copy, advance)
            packed = Path(made) / "packed"
            _pack(data_dir, copy, packed, at, advance)
            os.link(packed, file)  # fails where somebody was quicker, and never leaves half a file
    except FileExistsError:
        raise UsageError(f"{file} exists already. Name a new file: a backup never replaces another.") from None
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}.") from None
    except sqlite3.Error as error:
        raise StoreError(f"The database in {data_dir} cannot be copied: {error}.") from None
    return file.stat().st_size


def restore(file: Path, data_dir: Path, advance: Callable[[], None] = lambda: None) -> dict[str, str]:
    """Put a backup into an empty `data_dir` → its manifest's facts. Everything is checked before anything is used.

    Raises `UsageError` for a folder in use, `UnreadableFile` for a damaged, foreign or newer backup.
    """
    if data_dir.exists() and any(one.name != LOCK for one in data_dir.iterdir()):
        raise UsageError(f"{data_dir} is not empty. Set DOJO_DATA_DIR to a new folder.")
    folder = Folder.hold(data_dir)
    try:
        with zipfile.ZipFile(file) as packed, tempfile.TemporaryDirectory(dir=data_dir, prefix=".restore-") as made:
            manifest = _manifest(packed, file)
            for name, digest in manifest["files"].items():
                _unpack(packed, name, digest, Path(made), file)
                advance()
            _require_sound(Path(made) / FILE, file)
            for name in manifest["files"]:
                (data_dir / name).parent.mkdir(mode=0o700, exist_ok=True)
                (Path(made) / name).replace(data_dir / name)
    except (zipfile.BadZipFile, EOFError, zipfile.LargeZipFile, NotImplementedError, RuntimeError) as error:
        raise UnreadableFile(f"{file} is no sound backup: {error}.") from None
    except OSError as error:
        raise UnreadableFile(f"{file} cannot be restored: {error.strerror or error}.") from None
    finally:
        folder.release()
    return {"made": manifest["made"], "schema": manifest["schema"]}


def _copy_database(source: Path, copy: Path, advance: Callable[[], None]) -> None:
    """SQLite's own online backup, then a look at every page of the copy."""
    live, target = sqlite3.connect(f"file:{source}?mode=ro", uri=True, timeout=30), sqlite3.connect(copy)
    with closing(live), closing(target):
        live.backup(target, pages=_PAGES, progress=lambda *_: advance(), sleep=0.001)
        target.execute("PRAGMA journal_mode=DELETE")
        if (found := target.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            raise StoreError(f"The copy of {source} is not sound: {found}. The disk or the database is damaged.")


def _pack(data_dir: Path, copy: Path, packed: Path, at: datetime, advance: Callable[[], None]) -> None:
    files = {FILE: copy, **{str(one.relative_to(data_dir)): one for one in _others(data_dir)}}
    digests = {name: _digest(path) for name, path in files.items()}
    manifest = Manifest(format=FORMAT, made=at.isoformat(), schema=_schema_of(copy), files=digests)
    descriptor = os.open(packed, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as out:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
            for name, path in files.items():
                archive.write(path, name)
                advance()
        out.flush()
        os.fsync(out.fileno())


def _others(data_dir: Path) -> Iterator[Path]:
    """Settings, keys and secrets: whatever else lies there, but what belongs to a running process."""
    for path in sorted(data_dir.rglob("*")):
        is_of_database = path.name.startswith(FILE) or path.name == LOCK
        if path.is_file() and not path.is_symlink() and not is_of_database and not path.name.startswith("."):
            yield path


def _manifest(packed: zipfile.ZipFile, file: Path) -> Manifest:
    try:
        manifest = json.loads(packed.read(MANIFEST))
        names, schema = list(manifest["files"]), str(manifest["schema"])
    except (KeyError, ValueError, TypeError):
        raise UnreadableFile(f"{file} is no backup of Kernel Dojo: it has no manifest.") from None
    if schema not in revisions():
        raise UnreadableFile(f"{file} was made by a newer Kernel Dojo (schema {schema}). Update the program first.")
    if FILE not in names or any(Path(name).is_absolute() or ".." in Path(name).parts for name in names):
        raise UnreadableFile(f"{file} is no sound backup: its manifest names what it must not.")
    return cast(Manifest, manifest)


def _unpack(packed: zipfile.ZipFile, name: str, digest: str, folder: Path, file: Path) -> None:
    target = folder / name
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = hashlib.sha256()
    try:
        source = packed.open(name)
    except KeyError:
        raise UnreadableFile(f"{file} is no sound backup: {name} is missing.") from None
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with source, os.fdopen(descriptor, "wb") as out:
        while chunk := source.read(_CHUNK):
            found.update(chunk)
            out.write(chunk)
    if found.hexdigest() != digest:
        raise UnreadableFile(f"{file} is damaged: {name} is not what was saved.")


def _require_sound(database: Path, file: Path) -> None:
    with closing(sqlite3.connect(database)) as copy:
        found = copy.execute("PRAGMA integrity_check").fetchone()[0]
    if found != "ok":
        raise UnreadableFile(f"{file} is damaged: the database in it is not sound ({found}).")


def _schema_of(database: Path) -> str:
    with closing(sqlite3.connect(database)) as copy:
        found = copy.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(found[0])


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

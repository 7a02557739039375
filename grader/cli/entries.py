"""What a batch grades: the files of a folder, an archive or an LMS download, each with its exercise and its owner."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli.answers import name_of
from grader.cli.lms_files import METADATA, Aim, Owner, aim_of, defines, owner_of, people_in, stems
from grader.cli.unzip import File, on_disk, opened, unpacked
from grader.errors import UnknownExercise, UsageError
from grader.words import plain

if TYPE_CHECKING:
    from grader.catalog import Catalog
    from grader.model import Exercise

_CODE, _ANSWER, _ANY = (".py", ".ipynb"), (".json",), (".py", ".ipynb", ".json")
_LEFT_BEHIND = ("__pycache__", "__MACOSX")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file to grade, or one that cannot be graded and why."""

    file: File
    exercise: Exercise | None
    named: str
    """The exercise's id, or what stands in its place."""
    fault: str = ""
    owner: Owner | None = None
    by_name: bool = False
    """The file is called like the exercise."""
    again: int = 0
    """Which resubmission it is, by its name."""

    def rank(self) -> tuple[bool, bool, int, int, float]:
        """Of several files of one person for one exercise the largest counts: a scratch file is no newer solution."""
        entry = self.exercise.entry if self.exercise else None
        attachment = self.owner.attachment if self.owner else 0
        return self.by_name, self.by_name or defines(self.file, entry), self.again, attachment, self.file.at


@dataclass(frozen=True, slots=True)
class Collected:
    """What to grade in order of names, and a sentence for everything else."""

    entries: list[Entry]
    said: list[str]


def collect(path: Path, catalog: Catalog, asked: str | None) -> Collected:
    """The files to grade, and what is said of the others. Raises `UsageError` when PATH is of no use."""
    one = catalog.exercise(asked) if asked else None
    if path.is_dir():
        files, said = _with_archives(list(_files(path)))
    elif path.suffix.lower() == ".zip" and path.exists():
        files, said = unpacked(path)
        files = _without_root([file for file in files if not _is_left_behind(file.parts)], catalog)
    elif one:
        return Collected([Entry(on_disk(path, (path.name,)), one, one.id)], [])
    else:
        raise UsageError(_missing(path) or f"{name_of(path)} is one file. Say what it is for with --exercise.")
    people, faults = people_in(files)
    entries, ignored = [], []
    for file in sorted(files, key=lambda file: file.parts):
        entry = _entry(file, owner_of(file.parts, people), catalog, one)
        if entry:
            entries.append(entry)
        elif file.parts[-1] != METADATA:
            ignored.append(f"Ignored {name_of(Path(file.name))}.")
    entries, older = _newest(entries)
    return Collected(entries, [*said, *faults, *ignored, *older])


def _entry(file: File, owner: Owner | None, catalog: Catalog, one: Exercise | None) -> Entry | None:
    """The file with its exercise; None for one that is no submission."""
    name = file.name.lower()
    if name.endswith(".zip") and file.fault:
        return Entry(file, one, one.id if one else ".", file.fault, owner)
    aim = _aim(file, owner, catalog, one) if name.endswith(_ANY) else Aim(one)
    exercise = aim.exercise
    wanted = _ANY if exercise is None else _CODE if exercise.kind.is_code else _ANSWER
    if not name.endswith(wanted):
        return None
    if exercise:
        return Entry(file, exercise, exercise.id, file.fault, owner, aim.by_name, aim.again)
    named = plain(file.parts[0]) if len(file.parts) > 1 and not owner else "."
    why = (
        "is called like no exercise, and defines what none asks for"
        if owner
        else f"lies in a folder that is no exercise: {named}"
    )
    return Entry(file, None, named, file.fault or aim.fault or f"{name_of(Path(file.name))} {why}.", owner)


def _aim(file: File, owner: Owner | None, catalog: Catalog, one: Exercise | None) -> Aim:
    """What a file is for: what was asked for, the folder's name, the file's name, what it defines."""
    if one:
        own = (owner.file if owner else "") or file.parts[-1]
        stem, again = stems(own)
        is_exact = own.rpartition(".")[0] == one.id
        return Aim(one, again=0 if is_exact else again, by_name=is_exact or stem == one.id)
    if len(file.parts) > 1:
        try:
            return Aim(catalog.exercise(file.parts[0]))
        except UnknownExercise:
            pass
    return aim_of(file, owner, catalog)


def _newest(entries: Iterable[Entry]) -> tuple[list[Entry], list[str]]:
    """One entry for each person and exercise, and a sentence for each that a newer one replaces."""
    counts: dict[tuple[str, str, str], Entry] = {}
    kept, older = [], []
    for entry in entries:
        if entry.owner is None or entry.exercise is None:
            kept.append(entry)
            continue
        key = (entry.owner.lms, entry.owner.id, entry.named)
        before = counts.get(key)
        counts[key] = max((before, entry), key=Entry.rank) if before else entry
        if before:
            older.append((before if counts[key] is entry else entry, counts[key]))
    said = [f"Not graded: {name_of(Path(a.file.name))}; {name_of(Path(b.file.name))} counts." for a, b in older]
    return sorted([*kept, *counts.values()], key=lambda entry: entry.file.parts), said


def _with_archives(files: Sequence[File]) -> tuple[list[File], list[str]]:
    """Archives in a folder that an LMS made are opened: people hand in those too."""
    found: list[File] = []
    said: list[str] = []
    for file in files:
        if file.name.lower().endswith(".zip") and owner_of(file.parts, {}):
            inner, refused = opened(file)
            found += [one for one in inner if not _is_left_behind(one.parts)]
            said += refused
        else:
            found.append(file)
    return found, said


def _without_root(files: list[File], catalog: Catalog) -> list[File]:
    """Parts below the one folder that an archive holds, if that says nothing."""
    roots = {file.parts[0] if len(file.parts) > 1 else "" for file in files}
    root = roots.pop() if len(roots) == 1 else ""
    if not root or root in {one.id for one in catalog.exercises} or owner_of((root, ""), {}):
        return files
    return [File(file.name, file.parts[1:], file.read, file.at, file.fault) for file in files]


def _is_left_behind(parts: tuple[str, ...]) -> bool:
    return any(part.startswith(".") or part in _LEFT_BEHIND for part in parts)


def _files(root: Path) -> Iterator[File]:
    """All files under `root`, hidden ones and what Python leaves behind left out. Links are not followed."""
    for folder, folders, names in os.walk(root):
        links = [name for name in folders if (Path(folder) / name).is_symlink()]
        folders[:] = [name for name in folders if not _is_left_behind((name,))]
        # a folder called x.py is a damaged submission, not a place to look into
        named_as_file = [name for name in folders if name.endswith(_ANY)]
        folders[:] = [name for name in folders if name not in named_as_file and name not in links]
        for name in [*names, *named_as_file, *links]:
            if not name.startswith("."):
                yield _found(Path(folder) / name, root)


def _found(path: Path, root: Path) -> File:
    parts = path.relative_to(root).parts
    links = any((root / Path(*parts[: n + 1])).is_symlink() for n in range(len(parts)))
    return on_disk(path, parts, f"{name_of(path)} is a link; links are not followed." if links else "")


def _missing(path: Path) -> str:
    return "" if path.exists() else f"There is no file or folder {name_of(path)}."

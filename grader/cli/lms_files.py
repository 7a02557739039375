"""Whose file it is and what it is for, by the names that Moodle, Canvas and Gradescope give to what they pack."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from grader.cli.unzip import File
from grader.errors import Declined, UnreadableFile
from grader.words import plain

if TYPE_CHECKING:
    from grader.catalog import Catalog
    from grader.model import Exercise

METADATA = "submission_metadata.yml"
_MOODLE = re.compile(r"(?P<name>.*?)_(?P<id>\d+)_assignsubmission_(?:file|onlinetext)(?:_(?P<file>.*))?", re.S)
_CANVAS = re.compile(r"(?P<name>.+?)(?P<late>_late)?_(?P<id>\d+)_(?P<attachment>\d+)_(?P<file>.+)", re.S | re.I)
_GRADESCOPE = re.compile(r"submission_(?P<id>\d+)")
_AGAIN = re.compile(r"(?P<stem>.+?)(?:-(?P<n>\d{1,4})| ?\((?P<copy>\d{1,4})\))", re.S)


@dataclass(frozen=True, slots=True)
class Owner:
    """Who handed a file in, as the LMS says it in names."""

    lms: str
    id: str
    name: str
    late: bool | None = None
    """None: names do not tell."""
    attachment: int = 0
    file: str = ""
    """The file's own name, where it is part of a longer one."""


def owner_of(parts: Sequence[str], people: Mapping[str, tuple[str, str]]) -> Owner | None:
    """Whose file this is; None in a plain folder. `people` are names and ids by Gradescope's folder."""
    for n, part in enumerate(parts):
        is_last = n == len(parts) - 1
        if found := _MOODLE.fullmatch(part):
            return Owner("moodle", found["id"], found["name"], file=(found["file"] or "") if is_last else "")
        if (found := _GRADESCOPE.fullmatch(part)) and not is_last:
            name, id = people.get(part, ("", ""))
            return Owner("gradescope", id or found["id"], name or part)
        if found := _CANVAS.fullmatch(part):
            late, attachment = bool(found["late"]), int(found["attachment"][:18])
            return Owner("canvas", found["id"], found["name"], late, attachment, found["file"] if is_last else "")
    return None


def people_in(files: Sequence[File]) -> tuple[dict[str, tuple[str, str]], list[str]]:
    """Names and ids by folder, from Gradescope's own list where there is one; and what is wrong with it."""
    people: dict[str, tuple[str, str]] = {}
    for file in files:
        if file.parts[-1] == METADATA:
            try:
                people |= _people(_loaded(file.read()))
            except (UnreadableFile, ValueError, RecursionError) as error:
                why = str(error) if isinstance(error, UnreadableFile) else "it is no valid YAML"
                return people, [f"The list of people, {plain(file.name, 200)}, cannot be read: {plain(why, 200)}."]
    return people, []


def _loaded(data: bytes) -> Any:
    import yaml

    class Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
        """Safe, and without interest in the Ruby objects that Gradescope writes."""

    def nothing(loader: Any, suffix: str, node: Any) -> None:
        return None

    Loader.add_multi_constructor("!", nothing)
    try:
        return yaml.load(data, Loader)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from None


def _people(found: Any) -> dict[str, tuple[str, str]]:
    people = {}
    for folder, about in found.items() if isinstance(found, dict) else ():
        handed_in = about.get(":submitters") if isinstance(about, dict) else None
        who = [one for one in handed_in if isinstance(one, dict)] if isinstance(handed_in, list) else []
        names = " & ".join(str(one.get(":name") or "") for one in who)
        ids = " & ".join(str(one.get(":sid") or one.get(":email") or "") for one in who)
        people[str(folder)] = (plain(names, 200), plain(ids, 200))
    return people


def stems(name: str) -> tuple[str, int]:
    """A file name without suffix, and without what an LMS or a browser adds when it comes again: `corr2d-1.py` is (corr2d, 1)."""
    stem = name.rpartition(".")[0] or name
    found = _AGAIN.fullmatch(stem)
    return (found["stem"], int(found["n"] or found["copy"])) if found else (stem, 0)


@dataclass(frozen=True, slots=True)
class Aim:
    """Which exercise a file is for, and how it was found out; or why it is for none."""

    exercise: Exercise | None
    fault: str = ""
    again: int = 0
    """Which resubmission it is, by its name."""
    by_name: bool = False


def aim_of(file: File, owner: Owner | None, catalog: Catalog) -> Aim:
    """By the file's name, else by what it defines, if only one exercise asks for that."""
    own = (owner.file if owner else "") or file.parts[-1]
    stem, again = stems(own)
    known = {one.id: one for one in catalog.exercises}
    for name, times in ((own.rpartition(".")[0], 0), (stem, again)):
        if name in known:
            return Aim(known[name], again=times, by_name=True)
    if not own.lower().endswith((".py", ".ipynb")):
        return Aim(None)
    return replace(_by_entry(file, catalog), again=again)


def defines(file: File, entry: str | None) -> bool:
    """Whether a file that can be read defines this at top level."""
    try:
        return bool(entry) and entry in _defined(file)
    except (Declined, UnreadableFile):
        return False


def _defined(file: File) -> frozenset[str]:
    from grader.course.handin.uploads import defined_in, read_upload  # half a second, so only for those who need it

    if file.fault:
        raise UnreadableFile(file.fault)
    return defined_in(read_upload(file.parts[-1], file.read()).code)


def _by_entry(file: File, catalog: Catalog) -> Aim:
    try:
        defined = _defined(file)
    except Declined as error:
        return Aim(None, f"{plain(file.name, 200)}: {error}")
    except UnreadableFile as error:
        return Aim(None, str(error))
    asking = [one for one in catalog.exercises if one.entry in defined]
    if len(asking) == 1:
        return Aim(asking[0])
    if not asking:
        return Aim(None)
    ids = ", ".join(one.id for one in asking[:5])
    return Aim(None, f"{plain(file.name, 200)} may be for {ids}. Call it like one of them, or use --exercise.")

"""Markdown files: front matter, title, lead and sections; the same headings in both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from grader.errors import ContentError
from grader.model import Text

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*$")
_ITEM = re.compile(r"^\d+\.\s+")
_FENCE = re.compile(r"^\s*(```|~~~)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and the line of the file on which it stands."""

    level: int
    name: str
    line: int


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown file, cut at its headings. `texts[i]` is what stands under `headings[i]`."""

    file: str
    front: str
    headings: tuple[Heading, ...]
    texts: tuple[str, ...]

    @property
    def title(self) -> str:
        return self.headings[0].name

    @property
    def lead(self) -> str:
        return " ".join(self.texts[0].split("\n"))

    def under(self, start: int, end: int | None = None) -> str:
        """The Markdown from heading `start` up to heading `end`, without the line of the first heading."""
        parts = [self.texts[start]]
        for heading, text in list(zip(self.headings, self.texts, strict=True))[start + 1 : end]:
            parts += [f"{'#' * heading.level} {heading.name}", text]
        return "\n\n".join(part for part in parts if part)


def read_page(path: Path, name: str, *, has_front: bool) -> Page:
    """Cut the file at `path`, called `name` in messages. Raises `ContentError`."""
    lines = read_text(path, name).split("\n")
    front, first = _front(lines, name) if has_front else ("", 0)
    if not has_front and lines[0].strip() == "---":
        raise ContentError(f"{name}, line 1: facts stand only in the English file; remove the front matter here.")
    headings: list[Heading] = []
    bodies: list[list[str]] = []
    fenced = False
    for number, line in enumerate(lines[first:], first + 1):
        fenced ^= bool(_FENCE.match(line))
        found = None if fenced else _HEADING.match(line)
        if found:
            headings.append(Heading(len(found[1]), found[2], number))
            bodies.append([])
        elif bodies:
            bodies[-1].append(line)
        elif line.strip():
            raise ContentError(f"{name}, line {number}: this stands before the title; begin with a line '# Title'.")
    page = Page(name, front, tuple(headings), tuple("\n".join(body).strip() for body in bodies))
    _check_opening(page)
    return page


def _front(lines: list[str], name: str) -> tuple[str, int]:
    if lines[0].strip() != "---":
        raise ContentError(f"{name}, line 1: the facts are missing; begin with '---', the facts in YAML and '---'.")
    for number, line in enumerate(lines[1:], 2):
        if line.strip() == "---":
            return "\n".join(lines[1 : number - 1]), number
    raise ContentError(f"{name}, line 1: the front matter does not end; close it with a line '---'.")


def _check_opening(page: Page) -> None:
    levels = [heading.level for heading in page.headings]
    if not levels or levels[0] != 1:
        line = page.headings[0].line if levels else 1
        raise ContentError(f"{page.file}, line {line}: the title is missing; begin with a line '# Title'.")
    if 1 in levels[1:]:
        second = page.headings[levels.index(1, 1)]
        raise ContentError(f"{page.file}, line {second.line}: a second title; use '## {second.name}'.")
    if not page.texts[0] or "\n\n" in page.texts[0]:
        raise ContentError(
            f"{page.file}, line {page.headings[0].line}: one lead paragraph must follow the title; write exactly one."
        )


def read_pair(folder: Path, stem: str, name: str) -> tuple[Page, Page]:
    """`stem`.md and `stem`.zh.md of `folder` (called `name`), with the same number and levels of headings."""
    english = read_page(folder / f"{stem}.md", f"{name}/{stem}.md", has_front=True)
    chinese = read_page(folder / f"{stem}.zh.md", f"{name}/{stem}.zh.md", has_front=False)
    for ours, theirs in zip(english.headings, chinese.headings, strict=False):
        if ours.level != theirs.level:
            raise ContentError(
                f"{chinese.file}, line {theirs.line}: '{theirs.name}' has level {theirs.level} where {stem}.md has "
                f"'{ours.name}' with level {ours.level}; give both files the same headings."
            )
    if len(english.headings) != len(chinese.headings):
        raise ContentError(
            f"{chinese.file}, line {chinese.headings[-1].line}: {len(chinese.headings)} headings, but {stem}.md has "
            f"{len(english.headings)}; give both files the same headings."
        )
    return english, chinese


def section(page: Page, names: tuple[str, str]) -> int:
    """The index of the `##` heading that is called so in either language. Raises `ContentError`."""
    for index, heading in enumerate(page.headings):
        if heading.level == 2 and heading.name in names:
            return index
    wanted = names[1] if page.file.endswith(".zh.md") else names[0]
    raise ContentError(f"{page.file}, line {page.headings[-1].line}: no '## {wanted}' in this file; add that section.")


def items(text: str) -> tuple[str, ...]:
    """The items of a numbered list, each as one Markdown text."""
    found: list[list[str]] = []
    for line in text.split("\n"):
        start = _ITEM.match(line)
        if start:
            found.append([line[start.end() :]])
        elif found:
            found[-1].append(line.removeprefix("   "))
    return tuple("\n".join(lines).strip() for lines in found)


def both(english: str, chinese: str) -> Text:
    return Text(english.strip(), chinese.strip())


def read_text(path: Path, name: str) -> str:
    """A UTF-8 file with its line ends as \\n. Raises `ContentError` when it is missing or not UTF-8."""
    try:
        return path.read_text("utf-8").removeprefix("\ufeff")
    except FileNotFoundError:
        raise ContentError(f"{name}, line 1: this file is missing; write it.") from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ContentError(f"{name}, line {line}: this is not UTF-8; save the file as UTF-8.") from None
    except OSError as error:
        raise ContentError(f"{name}, line 1: cannot be read ({error.strerror}); make it a readable file.") from None

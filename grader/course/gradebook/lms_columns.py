"""What the columns of an LMS's file mean: Canvas, Moodle, Blackboard, Brightspace and Gradescope, as they export them.

Canvas      Student,ID,SIS User ID,SIS Login ID,Section,<Title (id)>…; then rows without a person: points possible
Moodle      Identifier,Full name,…,Email address,Status,Grade,Maximum grade,…; or a gradebook's `Assignment: <Title> (Real)`
Blackboard  Last Name,First Name,Username,Student ID,…,<Title> [Total Pts: 10 Score] |<id>; UTF-16 with tabs
Brightspace OrgDefinedId,Username,…,<Title> Points Grade <Numeric MaxPoints:10>,End-of-Line Indicator; ids begin with #
Gradescope  First Name,Last Name,SID,Email,<Title>,<Title> - Max Points,…; or Name,SID,Email,Total Score,Max Points
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from grader.course.learning.answer import declined
from grader.model import Text


class Lms(StrEnum):
    """Whose file it is; `other` is any table with a column that says who somebody is."""

    CANVAS = "Canvas"
    MOODLE = "Moodle"
    BLACKBOARD = "Blackboard"
    BRIGHTSPACE = "Brightspace"
    GRADESCOPE = "Gradescope"
    OTHER = "other"


_KEYS = {
    "email": ("email", "email address", "e-mail", "e-mail address", "mail", "邮箱", "电子邮件", "电子邮件地址"),
    "login": ("sis login id", "username", "user name", "login", "login id", "user id", "用户名", "登录名"),
    "number": (
        *(
            "sis user id",
            "student id",
            "student number",
            "id number",
            "idnumber",
            "sid",
            "number",
            "matriculation number",
        ),
        *("orgdefinedid", "org defined id", "integration id", "学号", "工号", "学号/工号", "编号"),
    ),
    "id": ("learner_id",),
}
_WEAK = ("id", "identifier", "user", "canvas user id", "标识符")
"""The LMS's own numbers: they name somebody of ours only where nothing better stands in the row."""
_NAMES = ("student", "student name", "full name", "name", "first name", "last name", "surname", "姓名", "全名", "学生")
_OTHER = (
    *("section", "sections", "status", "group", "marker", "maximum grade", "grade can be changed", "online text"),
    *("last modified (submission)", "last modified (grade)", "feedback comments", "marking workflow state"),
    *("last access", "availability", "end-of-line indicator", "max points", "submission id", "submission time"),
    *(
        "institution",
        "department",
        "last downloaded from this course",
        "view count",
        "submission count",
        "lateness (h:m:s)",
    ),
    *("班级", "状态", "role", "root account", "最高分", "最高成绩"),
)
_WHOLE = {Lms.MOODLE: ("grade", "成绩"), Lms.GRADESCOPE: ("total score",)}
"""The one column of a file that holds a single assignment."""
_BEFORE = re.compile(r"^\s*(?:assignment|assign|作业)\s*[:：]\s*", re.IGNORECASE)
_AFTER = re.compile(
    r"\s*(?:\(\d+\)|\[Total Pts:[^\]]*\](?:\s*\|\d+)?|\|\d+|Points Grade(?:\s*<[^>]*>)?|\((?:Real|实数)\))\s*$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r" - (?:Max Points|Submission Time|Lateness.*)$", re.IGNORECASE)
_NO_POINTS = {Lms.MOODLE: re.compile(r"\((?:Percentage|Letter|Feedback|百分比|字母|等级|反馈)\)\s*$", re.IGNORECASE)}
"""The same grade in another form, or words about it: points written there would mean something else."""
_MOST_SAID, _MOST_LISTED = 200, 50
_IN_TITLE = re.compile(r"(?:Total Pts:\s*(?:up to\s*)?|MaxPoints:\s*)(\d+(?:[.,]\d+)?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one file by their numbers."""

    lms: Lms
    titles: tuple[str, ...]
    keys: tuple[int, ...]
    weak: tuple[int, ...]
    names: tuple[int, ...]

    def free(self) -> list[int]:
        """Columns that may hold points."""
        known = {*self.keys, *self.weak, *self.names}
        asides = [_ASIDE, *filter(None, [_NO_POINTS.get(self.lms)])]
        usual = [n for n, title in enumerate(self.titles) if title.strip() and n not in known]
        usual = [n for n in usual if _bare(self.titles[n]) not in _OTHER]
        return [n for n in usual if not any(aside.search(self.titles[n]) for aside in asides)]

    def find(self, *titles: str) -> int | None:
        """The column with one of these titles."""
        wanted = [title.casefold() for title in titles]
        return next((n for n, title in enumerate(self.titles) if title.strip().casefold() in wanted), None)

    def possible(self, column: int) -> float | None:
        """What the column's title says that the assignment is worth."""
        found = _IN_TITLE.search(self.titles[column])
        return float(found[1].replace(",", ".")) if found else None


def columns_of(titles: list[str]) -> Columns:
    """What each column means. Raises `Declined` when none says who somebody is."""
    low = [title.strip().casefold() for title in titles]
    known = {name for names in _KEYS.values() for name in names}
    keys = [n for n, title in enumerate(low) if title in known]
    weak = [n for n, title in enumerate(low) if title in _WEAK]
    names = [n for n, title in enumerate(low) if title in _NAMES]
    if not keys and not weak:
        raise declined("lms.nobody", columns=_listed(titles))
    return Columns(_lms(low), tuple(titles), tuple(keys), tuple(weak), tuple(names))


def _lms(low: list[str]) -> Lms:
    if low[0] in ("student", "学生") and ("id" in low or "sis login id" in low or "sis user id" in low):
        return Lms.CANVAS
    if "end-of-line indicator" in low or "orgdefinedid" in low:
        return Lms.BRIGHTSPACE
    if any("[total pts:" in title or re.search(r"\|\d+$", title) for title in low):
        return Lms.BLACKBOARD
    if "sid" in low:
        return Lms.GRADESCOPE
    if {"identifier", "标识符", "id number", "email address", "电子邮件地址"} & set(low):
        return Lms.MOODLE
    return Lms.OTHER


def target(columns: Columns, asked: str | None, title: Text, id: str, read_only: set[int]) -> int:
    """The column to fill: the one asked for, else the one of this title. Raises `Declined` with the columns there are."""
    free = [n for n in columns.free() if n not in read_only]
    offered = _listed([columns.titles[n] for n in free])
    if asked is not None:
        wanted = asked.strip().casefold()
        found = [n for n in columns.free() if columns.titles[n].strip().casefold() == wanted]
        found = found or [n for n in columns.free() if _bare(columns.titles[n]) == wanted]
        if len(found) != 1:
            raise declined("lms.no-column", column=asked, columns=offered)
        if found[0] in read_only:
            raise declined("lms.read-only", column=columns.titles[found[0]], columns=offered)
        return found[0]
    found = _of_title(columns, free, (title.en, title.zh, id))
    if len(found) != 1:
        raise declined("lms.which-column", title=title.en, columns=offered)
    return found[0]


def _of_title(columns: Columns, free: list[int], titles: tuple[str, ...]) -> list[int]:
    wanted = [title.strip().casefold() for title in titles if title.strip()]
    bare = {n: _bare(columns.titles[n]) for n in free}
    exact = [n for n in free if bare[n] in wanted]
    begins = [n for n in free if any(_begins(bare[n], title) for title in wanted)]
    whole = [n for n in free if bare[n] in _WHOLE.get(columns.lms, ())]
    return exact or begins or whole


def _begins(text: str, title: str) -> bool:
    """Whether a text begins with these words: `homework 1` begins `homework 1: edges`, not `homework 10`."""
    return text.startswith(title) and not text[len(title) : len(title) + 1].isalnum()


def _bare(title: str) -> str:
    """A column's title without what the LMS adds to the assignment's."""
    return _AFTER.sub("", _BEFORE.sub("", title)).strip().casefold()


def _listed(titles: list[str]) -> list[str]:
    """Titles for a message: of a file that is no table they may be long, and there may be none."""
    said = [title.strip()[:_MOST_SAID] for title in titles if title.strip()]
    return said[:_MOST_LISTED] or ["–"]

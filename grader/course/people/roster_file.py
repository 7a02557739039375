"""A roster as some LMS wrote it → lines in our own words. Pure: bytes in, data out."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from grader.course.learning.answer import declined
from grader.words import plain

MOST_LINES, MOST_MB = 5000, 2
DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab"}
FIELDS = ("name", "first", "last", "email", "login", "number", "section", "role")
IDENTITY = ("email", "login", "number")
"""What a person is known by, in the order in which a line is matched."""

_SYNONYMS: Mapping[str, str] = {
    "name": "name | full name | student | student name | display name | 姓名 | 全名 | 学生姓名",
    "first": "first name | firstname | first | given name | given names | vorname | 名 | 名字",
    "last": "last name | lastname | last | surname | family name | nachname | 姓 | 姓氏",
    "email": "email | e-mail | mail | email address | e-mail address | mail address | e-mail-adresse | 邮箱 | 电子邮箱"
    " | 邮件 | 电子邮件 | 电子邮件地址 | 邮箱地址",
    "login": "login | username | user name | login id | sis login id | user id | userid | benutzername | anmeldename"
    " | netid | 用户名 | 登录名 | 账号",
    "number": "number | sid | student id | student number | student no | id number | sis user id | sis id | orgdefinedid"
    " | matrikelnummer | matriculation number | 学号 | 学生编号 | 编号",
    "section": "section | sections | section name | group | groups | class | kurs | gruppe | 班级 | 小组 | 组别 | 分组",
    "role": "role | roles | course role | rolle | 角色 | 身份",
}
COLUMNS = {same.strip(): field for field, names in _SYNONYMS.items() for same in names.split("|")}
_CANVAS_NOTES = ("points possible", "student, test", "test student")
"""Lines of a Canvas gradebook that are nobody: what a column is worth, the made-up student."""
_PROTECTED = re.compile(r'="(.*)"', re.S)
_GUARDED = re.compile(r"'[=+\-@＝＋－＠]")
_DECLARED = re.compile(r"sep=(.)", re.I)


@dataclass(frozen=True, slots=True)
class Row:
    """One line below the header. `values` are by our fields; what the file has no column for is missing."""

    line: int
    """Where it begins in the file, counted from 1."""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RosterFile:
    """What a file says, and how it was read."""

    rows: tuple[Row, ...]
    encoding: str
    delimiter: str
    columns: Mapping[str, str]
    """Our field → the file's own head."""
    ignored: tuple[str, ...]
    """Heads that mean nothing to us."""


def read_roster(data: bytes) -> RosterFile:
    """The lines of a roster. Raises `Declined` where it is none."""
    if len(data) > MOST_MB << 20:
        raise declined("roster.too-large", size=-(-len(data) >> 20), most=MOST_MB)
    text, encoding = decode(data)
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")) or "\0" in text:
        raise declined("roster.not-csv")
    if not text.strip():
        raise declined("roster.empty")
    if len(text.splitlines()) > 4 * MOST_LINES:
        raise declined("roster.too-many", most=MOST_LINES)
    delimiter, start = _delimiter(text)
    records = _records(text, delimiter, start)
    head = next(records, (0, []))[1]
    columns = _columns(head)
    if not any(columns.get(name) is not None for name in IDENTITY):
        raise declined("roster.no-header", found=plain(", ".join(head), 120))
    rows = tuple(_rows(records, columns, head))
    if len(rows) > MOST_LINES:
        raise declined("roster.too-many", most=MOST_LINES)
    known = set(columns.values())
    ignored = tuple(plain(name.strip(), 60) for at, name in enumerate(head) if at not in known and name.strip())
    named = {name: plain(head[at].strip(), 60) for name, at in columns.items()}
    return RosterFile(rows, encoding, DELIMITERS[delimiter], named, ignored)


def decode(data: bytes) -> tuple[str, str]:
    """Text and the name of its encoding. A byte order mark decides, then many zeros, then UTF-8, then looks."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), "UTF-16"
    sample = data[:4096]
    if sample.count(0) * 4 > len(sample):
        little = sample[1::2].count(0) >= sample[::2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", errors="replace"), "UTF-16"
    try:
        return data.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        pass
    chinese = _as_chinese(data)
    if chinese is not None:
        return chinese, "GB18030"
    try:
        return data.decode("cp1252"), "Latin-1"
    except UnicodeDecodeError:
        return data.decode("latin-1"), "Latin-1"


def _as_chinese(data: bytes) -> str | None:
    """Read as GB18030 where most signs are common ones: `ü` and a letter also make a sign, but hardly ever a common one."""
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return None
    foreign = [sign for sign in text if ord(sign) > 127]
    common = sum(1 for sign in foreign if _is_common(sign))
    return text if common * 10 >= len(foreign) * 7 else None


def _is_common(sign: str) -> bool:
    try:
        return len(sign.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


def _delimiter(text: str) -> tuple[str, int]:
    """What separates the cells, by which the head makes most sense, and how many lines to skip before it (`sep=;`)."""
    first = text.lstrip().split("\n", 1)[0].strip()
    declared = _DECLARED.fullmatch(first)
    if declared and declared[1] in DELIMITERS:
        return declared[1], 1
    skip = 1 if declared else 0

    def sense(delimiter: str) -> tuple[int, int]:
        head = next(_records(text, delimiter, skip), (0, []))[1]
        return len(_columns(head)), len(head)

    return max(DELIMITERS, key=sense), skip


def _records(text: str, delimiter: str, skip: int) -> Iterator[tuple[int, list[str]]]:
    """Records that hold something, each with the line where it begins."""
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    begins = 1
    try:
        for record in lines:
            if any(cell.strip() for cell in record):
                if skip:
                    skip -= 1
                else:
                    yield begins, record
            begins = lines.line_num + 1
    except csv.Error:
        raise declined("roster.broken", line=begins) from None


def _columns(head: list[str]) -> dict[str, int]:
    """Where each field stands; of two heads that mean the same, the first. A whole name wins over its parts."""
    found: dict[str, int] = {}
    for at, name in enumerate(head):
        meant = COLUMNS.get(_folded(name))
        if meant is not None:
            found.setdefault(meant, at)
    return found


def _folded(name: str) -> str:
    folded = unicodedata.normalize("NFKC", plain(name)).replace("_", " ").strip().strip("*:").lower()
    return " ".join(folded.split())


def _rows(records: Iterator[tuple[int, list[str]]], columns: Mapping[str, int], head: list[str]) -> Iterator[Row]:
    turned = "name" in columns and _folded(head[columns["name"]]) == "student"  # Canvas writes `Osei, Ada`
    for line, record in records:
        cells = {name: clean(record[at]) for name, at in columns.items() if at < len(record)}
        if turned and _is_note(cells):
            continue
        yield Row(line, _values(cells, turned=turned))


def _is_note(cells: Mapping[str, str]) -> bool:
    """Whether a line of a Canvas gradebook is nobody's; a line `Manual Posting` has no cell of ours at all."""
    is_noted = cells.get("name", "").lower() in _CANVAS_NOTES and not cells.get("number")
    return is_noted or not any(cells.values())


def _values(cells: Mapping[str, str], *, turned: bool) -> dict[str, str]:
    values = {name: cells[name] for name in ("name", "section", "role", *IDENTITY) if name in cells}
    parts = [cells[name] for name in ("first", "last") if cells.get(name)]
    first, last = cells.get("first", ""), cells.get("last", values.get("name", ""))
    is_german = first and "last" not in cells and first not in last  # `Name` is the family name beside `Vorname`
    if parts and (is_german or not values.get("name")):
        values["name"] = join_name(first, last)
    elif turned and not parts and values.get("name", "").count(",") == 1:
        last, first = (part.strip() for part in values["name"].split(","))
        values["name"] = join_name(first, last)
    for name in ("login", "number"):
        if name in values:
            values[name] = values[name].removeprefix("#")  # Brightspace marks its ids so
    if "email" in values:
        values["email"] = values["email"].lower()
    return values


def join_name(first: str, last: str) -> str:
    """First and last as the language writes them: 陈宇, but Ada Osei."""
    is_chinese = bool(first and last) and all("一" <= sign <= "鿿" for sign in first + last)
    return f"{last}{first}" if is_chinese else f"{first} {last}".strip()


def clean(cell: str) -> str:
    """One line of plain text: no control or direction characters, no `="…"` of a spreadsheet, no guard of ours."""
    text = " ".join(plain(cell.replace("\n", " ").replace("\r", " "), 10**6).split())
    protected = _PROTECTED.fullmatch(text)
    if protected:
        text = protected[1].strip()
    return text[1:] if _GUARDED.match(text) else text

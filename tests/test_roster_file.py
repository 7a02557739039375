"""Rosters as LMS and spreadsheets write them: encodings, separators, columns, and what is no roster."""

from __future__ import annotations

import codecs

import pytest

from grader.course.people.roster_file import MOST_LINES, RosterFile, Row, clean, join_name, read_roster
from grader.errors import Declined
from grader.words import catalogue

PLAIN = "name,email,login,number,section,role\nAda Osei,ada@example.org,ada1,1001,A,student\n"


def read(text: str, encoding: str = "utf-8") -> RosterFile:
    return read_roster(text.encode(encoding))


def only(text: str) -> dict[str, str]:
    (row,) = read(text).rows
    return dict(row.values)


def test_every_field_is_read() -> None:
    assert only(PLAIN) == {
        "name": "Ada Osei",
        "email": "ada@example.org",
        "login": "ada1",
        "number": "1001",
        "section": "A",
        "role": "student",
    }


@pytest.mark.parametrize(
    ("head", "line", "expected"),
    [
        (  # Canvas
            "Student,ID,SIS User ID,SIS Login ID,Section",
            '"Osei, Ada",55,1001,ada1,Lab A',
            {"name": "Ada Osei", "number": "1001", "login": "ada1", "section": "Lab A"},
        ),
        (  # Moodle
            "First name,Last name,Email address,ID number,Username,Groups",
            "Ada,Osei,Ada@Example.org,1001,ada1,A",
            {
                "name": "Ada Osei",
                "email": "ada@example.org",
                "number": "1001",
                "login": "ada1",
                "section": "A",
            },
        ),
        (  # Blackboard
            '"Last Name","First Name","Username","Student ID","Last Access","Availability"',
            '"Osei","Ada","ada1","1001","2026-09-01","Yes"',
            {"name": "Ada Osei", "login": "ada1", "number": "1001"},
        ),
        (  # Brightspace
            "OrgDefinedId,Username,Last Name,First Name,Email,Sections,End-of-Line Indicator",
            "#1001,#ada1,Osei,Ada,ada@example.org,A,#",
            {"name": "Ada Osei", "number": "1001", "login": "ada1", "email": "ada@example.org", "section": "A"},
        ),
        (  # Gradescope
            "First Name,Last Name,SID,Email,Role",
            "Ada,Osei,1001,ada@example.org,Student",
            {"name": "Ada Osei", "number": "1001", "email": "ada@example.org", "role": "Student"},
        ),
        ("Name;Vorname;E-Mail;Matrikelnummer", "Osei;Ada;ada@example.org;1001", {"name": "Ada Osei", "number": "1001"}),
        (
            "姓名,邮箱,用户名,学号,班级,角色",
            "陈宇,chen@example.org,chen1,1003,B,学生",
            {"name": "陈宇", "section": "B"},
        ),
        ("姓,名,邮箱", "陈,宇,chen@example.org", {"name": "陈宇"}),
        ("Student_ID\t*E-mail:\tFULL  NAME", "1001\tada@example.org\tAda Osei", {"name": "Ada Osei", "number": "1001"}),
    ],
    ids=["canvas", "moodle", "blackboard", "brightspace", "gradescope", "german", "chinese", "chinese-parts", "odd"],
)
def test_columns_of_an_lms_are_known(head: str, line: str, expected: dict[str, str]) -> None:
    assert expected.items() <= only(f"{head}\n{line}\n").items()


def test_points_possible_of_canvas_is_nobody() -> None:
    text = "Student,ID,SIS User ID,SIS Login ID,Section,HW (1)\n    Points Possible,,,,,10\nAda Osei,5,1001,ada1,A,3\n"
    assert only(text)["login"] == "ada1"


@pytest.mark.parametrize(
    ("data", "said", "name"),
    [
        (codecs.BOM_UTF8 + "name,email\n陈宇,c@example.org\n".encode(), "UTF-8", "陈宇"),
        ("name,email\n陈宇,c@example.org\n".encode("utf-16"), "UTF-16", "陈宇"),
        ("name,email\nAda Osei,c@example.org\n".encode("utf-16-be"), "UTF-16", "Ada Osei"),
        ("姓名,邮箱\n陈宇,c@example.org\n".encode("gb18030"), "GB18030", "陈宇"),
        ("姓名,邮箱\n朱镕基,c@example.org\n".encode("gb18030"), "GB18030", "朱镕基"),
        ("name,email\nJürgen Größ,c@example.org\n".encode("latin-1"), "Latin-1", "Jürgen Größ"),
        ("name,email\nZoë O’Neil,c@example.org\n".encode("cp1252"), "Latin-1", "Zoë O’Neil"),
    ],
    ids=["utf-8-bom", "utf-16-bom", "utf-16-without", "gb18030", "gbk-only", "latin-1", "windows"],
)
def test_encoding_is_found_and_said(data: bytes, said: str, name: str) -> None:
    file = read_roster(data)
    assert (file.encoding, file.rows[0].values["name"]) == (said, name)


@pytest.mark.parametrize(("sign", "word"), [(",", "comma"), (";", "semicolon"), ("\t", "tab")])
def test_separator_is_found_and_said(sign: str, word: str) -> None:
    file = read(f"name{sign}email\nAda{sign}ada@example.org\n")
    assert (file.delimiter, file.rows[0].values["name"]) == (word, "Ada")


def test_separator_that_the_file_declares_is_taken() -> None:
    assert only("sep=;\nname;email\nOsei, Ada;ada@example.org\n")["name"] == "Osei, Ada"


def test_quoted_line_end_stays_in_its_cell_and_lines_are_counted_in_the_file() -> None:
    file = read('name,email\n"Ada\nOsei",ada@example.org\n\n,\nBen,ben@example.org\n')
    assert [(row.line, row.values["name"]) for row in file.rows] == [(2, "Ada Osei"), (6, "Ben")]


def test_carriage_returns_end_lines() -> None:
    assert len(read("name,email\r\nAda,ada@example.org\r\nBen,ben@example.org\r\n").rows) == 2


def test_short_line_lacks_its_last_cells() -> None:
    assert only("name,email,section\nAda,ada@example.org\n") == {"name": "Ada", "email": "ada@example.org"}


def test_columns_that_mean_nothing_are_told() -> None:
    assert read("name,email,Quiz 1,\nAda,ada@example.org,3,\n").ignored == ("Quiz 1",)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Ada\u202eiesO", "AdaiesO"),
        ("  Ada \t Osei ", "Ada Osei"),
        ("Ada\x00\x1b[31m", "Ada[31m"),
        ('="00123"', "00123"),
        ("'=1+1", "=1+1"),
        ("'tHooft", "'tHooft"),
        ("<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>"),
    ],
)
def test_cell_becomes_one_line_of_plain_text(cell: str, expected: str) -> None:
    assert clean(cell) == expected


@pytest.mark.parametrize(
    ("first", "last", "name"), [("Ada", "Osei", "Ada Osei"), ("宇", "陈", "陈宇"), ("", "陈", "陈")]
)
def test_names_are_joined_as_their_language_does(first: str, last: str, name: str) -> None:
    assert join_name(first, last) == name


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "roster.empty"),
        (b" \n\n", "roster.empty"),
        (b",,\n,,\n", "roster.no-header"),
        (b"Ada Osei,ada@example.org\n", "roster.no-header"),
        (b"name,points\nAda,3\n", "roster.no-header"),
        (b"PK\x03\x04 an xlsx", "roster.not-csv"),
        (b"name,email\nAda\0,ada@example.org\n", "roster.not-csv"),
        (b"name,email\n" + b'"' + b"a" * 200_000, "roster.broken"),
        (b"x" * (2 << 20) + b"y", "roster.too-large"),
        (b"name,email\n" + b"a,a@example.org\n" * (MOST_LINES + 1), "roster.too-many"),
    ],
)
def test_what_is_no_roster_is_declined(data: bytes, code: str) -> None:
    with pytest.raises(Declined) as caught:
        read_roster(data)
    assert caught.value.code == code and code in catalogue()


def test_missing_header_names_the_expected_columns() -> None:
    with pytest.raises(Declined, match="email, login or number"):
        read("Ada,Osei\n")


def test_file_of_the_largest_size_is_read() -> None:
    assert len(read("name,email\n" + "a,a@example.org\n" * MOST_LINES).rows) == MOST_LINES


def test_rows_compare_by_what_they_say() -> None:
    assert read(PLAIN).rows == (Row(2, only(PLAIN)),)


def test_lines_of_canvas_that_are_nobody_are_left_out() -> None:
    head = "Student,ID,SIS User ID,SIS Login ID,Section,HW (1)\n"
    notes = ",,,,,Manual Posting\n    Points Possible,,,,,10\n"
    found = read(f'{head}{notes}"Osei, Ada",5,1001,ada1,A,3\n"Student, Test",9,,0f3b,A,\n')
    assert [row.values["name"] for row in found.rows] == ["Ada Osei"]

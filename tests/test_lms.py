"""The LMS round trip: files in the published formats come back with one column filled and no other byte changed."""

from __future__ import annotations

import codecs
import csv
import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.course.gradebook.lms import Filled, Wanted, fill
from grader.course.gradebook.lms_columns import Lms
from grader.course.gradebook.sheet import sheet_of
from grader.errors import Declined, UnreadableFile
from grader.model import Person, Text

ADA = Person("p-ada", "autumn", name="Ada Osei", email="ada@example.org", login="ada1", number="1001")
BEN = Person("p-ben", "autumn", name="Ben Carter", email="ben@example.org", login="ben1", number="1002")
CHEN = Person("p-chen", "autumn", name="陈宇", email="chen@example.org", login="chen1", number="1003")
GRADES = {"p-ada": 17.5, "p-ben": 20.0, "p-chen": 0.0}

CANVAS = (
    "\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,Homework 1 (4711),Homework 10 (4720),Current Score,Notes\r\n"
    ",,,,,Manual Posting,,,\r\n"
    "    Points Possible,,,,,20.00,20.00,(read only),\r\n"
    '"Osei, Ada",31,1001,ADA1,A,,,88.1,"says ""hi"",\nthen leaves"\n'
    '"Carter, Ben",32,1002,ben1,A,EX,,,\r\n'
    "陈宇,33,1003,chen1,B,3,4,5,\r\n"
    '"Who, Else",34,1999,who,B,1,2,3,=1+1\r\n'
    "\r\n"
    '"Student, Test",99,,,A,,,,'
)


def wanted(**more: Any) -> Wanted:
    values: dict[str, Any] = {
        "assignment": "hw-1",
        "title": Text("Homework 1", "作业 1"),
        "points": 20.0,
        "people": (ADA, BEN, CHEN),
        "grades": GRADES,
    }
    return Wanted(**{**values, **more})


def filled(text: str, encoding: str = "utf-8", **more: Any) -> Filled:
    return fill(text.encode(encoding), wanted(**more))


def test_canvas_file_comes_back_with_only_our_cells_changed() -> None:
    done = filled(CANVAS)
    expected = CANVAS.replace("ADA1,A,,", "ADA1,A,17.5,").replace("chen1,B,3,", "chen1,B,0,")
    assert done.data == expected.encode()
    assert (done.lms, done.column, done.filled) == (Lms.CANVAS, "Homework 1 (4711)", 2)


def test_person_of_the_file_whom_nobody_knows_is_named_and_left_alone() -> None:
    assert filled(CANVAS).unmatched == ("Who, Else (1999)",)


def test_excused_cell_stays_excused() -> None:
    assert filled(CANVAS).kept == ("Carter, Ben (1002)",)


def test_learner_who_is_not_in_the_file_is_told() -> None:
    gone = Person("p-dee", "autumn", name="Dee", email="dee@example.org")
    assert filled(CANVAS, people=(ADA, BEN, CHEN, gone)).absent == (gone,)


def test_learner_who_may_still_hand_in_keeps_the_cell() -> None:
    done = filled(CANVAS, grades={**GRADES, "p-chen": None})
    assert "chen1,B,3,4,5" in done.data.decode() and done.waiting == ("陈宇 (1003)",)


MOODLE = (
    "\ufeffIdentifier,Full name,Email address,Status,Grade,Maximum grade,Grade can be changed,Last modified (grade)\n"
    '"Participant 51","Ada Osei",Ada@Example.org,"Submitted for grading - ",,20.00,Yes,-\n'
    '"Participant 52","Ben Carter",ben@example.org,No submission,"",20.00,Yes,-\n'
    '"Participant 53",陈宇,chen@example.org,No submission,7.00,20.00,No,-\n'
)
FILES = {
    "moodle worksheet": (
        MOODLE,
        MOODLE.replace('grading - ",,', 'grading - ",17.5,').replace('"",20', '"20",20'),
    ),
    "moodle gradebook": (
        "First name,Last name,ID number,Email address,Assignment: Homework 1 (Real),Course total (Real)\n"
        "Ada,Osei,1001,ada@example.org,-,-\n",
        "First name,Last name,ID number,Email address,Assignment: Homework 1 (Real),Course total (Real)\n"
        "Ada,Osei,1001,ada@example.org,17.5,-\n",
    ),
    "blackboard": (
        '"Last Name"\t"First Name"\t"Username"\t"Student ID"\t"Availability"\t"Homework 1 [Total Pts: 20 Score] |3229"\t"Week 2 [Total Pts: 5 Score] |3230"\n'
        '"Osei"\t"Ada"\t"ada1"\t"1001"\t"Yes"\t""\t"4.00"\n',
        '"Last Name"\t"First Name"\t"Username"\t"Student ID"\t"Availability"\t"Homework 1 [Total Pts: 20 Score] |3229"\t"Week 2 [Total Pts: 5 Score] |3230"\n'
        '"Osei"\t"Ada"\t"ada1"\t"1001"\t"Yes"\t"17.5"\t"4.00"\n',
    ),
    "brightspace": (
        "OrgDefinedId,Username,Homework 1 Points Grade <Numeric MaxPoints:20 Weight:5>,End-of-Line Indicator\r\n"
        "#1001,#ada1,,#\r\n#1002,#ben1,12,#",
        "OrgDefinedId,Username,Homework 1 Points Grade <Numeric MaxPoints:20 Weight:5>,End-of-Line Indicator\r\n"
        "#1001,#ada1,17.5,#\r\n#1002,#ben1,20,#",
    ),
    "gradescope course": (
        "First Name,Last Name,SID,Email,Homework 1,Homework 1 - Max Points,Homework 1 - Submission Time\n"
        "Ada,Osei,1001,ada@example.org,,20.0,\n",
        "First Name,Last Name,SID,Email,Homework 1,Homework 1 - Max Points,Homework 1 - Submission Time\n"
        "Ada,Osei,1001,ada@example.org,17.5,20.0,\n",
    ),
    "gradescope assignment": (
        "Name,SID,Email,Total Score,Max Points,Status,Submission ID\nAda Osei,1001,ada@example.org,,20.0,Missing,\n",
        "Name,SID,Email,Total Score,Max Points,Status,Submission ID\nAda Osei,1001,ada@example.org,17.5,20.0,Missing,\n",
    ),
    "canvas with semicolons and decimal commas": (
        "Student;ID;SIS Login ID;Section;Homework 1 (4711)\n    Points Possible;;;;20,0\nOsei;31;ada1;A;9,5\n",
        "Student;ID;SIS Login ID;Section;Homework 1 (4711)\n    Points Possible;;;;20,0\nOsei;31;ada1;A;17,5\n",
    ),
    "mixed line ends and a short row": (
        'Email,Name,Homework 1\r"ada@example.org","Ada"\r\n\n ben@example.org ,Ben, 1\r',
        'Email,Name,Homework 1\r"ada@example.org","Ada",17.5\r\n\n ben@example.org ,Ben,20\r',
    ),
    "a first line that only Excel understands": (
        "sep=;\r\nEmail;Homework, 1;Homework 1\r\nada@example.org;,,,;\r\n",
        "sep=;\r\nEmail;Homework, 1;Homework 1\r\nada@example.org;,,,;17.5\r\n",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_file_of_a_known_form_changes_in_one_column_only(name: str) -> None:
    before, after = FILES[name]
    assert filled(before).data.decode() == after


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-16-le", "gb18030"])
def test_file_in_another_encoding_comes_back_in_it(encoding: str) -> None:
    text = "姓名,学号,作业 1\n陈宇,1003,\n王五，乙,1999,5\n"
    done = filled(text, encoding)
    assert done.data == text.replace("1003,", "1003,0").encode(encoding)
    assert done.unmatched == ("王五，乙 (1999)",)


def test_western_names_of_windows_are_read_as_such() -> None:
    assert filled("Name,Email,Homework 1\nZoë Müller,zoe@example.org,\n", "cp1252").unmatched == (
        "Zoë Müller (zoe@example.org)",
    )


def test_locked_grade_in_moodle_stays() -> None:
    assert filled(MOODLE).kept == ("陈宇 (chen@example.org)",)


def test_row_that_names_two_of_our_people_is_ambiguous() -> None:
    done = filled("Email,Username,Homework 1\nada@example.org,ben1,\n")
    assert (done.filled, done.unmatched) == (0, ("ada@example.org",))


def test_person_in_two_rows_is_filled_in_neither() -> None:
    assert filled("Email,Homework 1\nada@example.org,\nADA@example.org,\n").filled == 0


def test_number_that_two_of_our_people_share_is_ambiguous() -> None:
    twin = Person("p-twin", "autumn", number="1001")
    assert filled("SID,Homework 1\n1001,\n", people=(ADA, twin)).unmatched == ("1001",)


def test_canvas_number_never_outweighs_a_login() -> None:
    """Canvas numbers people itself: its 1002 may be somebody else than the student number 1002."""
    text = "Student,ID,SIS Login ID,Homework 1 (1)\nAda,1002,ada1,\n"
    assert filled(text).data.decode().endswith("ada1,17.5\n")


def test_stranger_with_the_canvas_number_of_one_of_ours_takes_nothing() -> None:
    done = filled("Student,ID,SIS Login ID,Homework 1 (1)\nAda,31,ada1,\nSam,1001,sam,\n")
    assert (done.data.decode().splitlines()[1:], done.unmatched) == (
        ["Ada,31,ada1,17.5", "Sam,1001,sam,"],
        ("Sam (sam)",),
    )


def test_canvas_number_counts_where_nothing_better_stands() -> None:
    assert filled("Student,ID,SIS Login ID,Homework 1 (1)\nAda,1001,,\n").filled == 1


@pytest.mark.parametrize(
    ("text", "more", "code"),
    [
        ("Email address,Assignment: Homework 1 (Percentage)\n", {}, "lms.which-column"),
        ("Email address,Assignment: Homework 1 (Feedback)\n", {"column": "Homework 1 (Feedback)"}, "lms.no-column"),
        ("Email,Essay,Quiz\n", {}, "lms.which-column"),
        ("Email,Homework 10\n", {}, "lms.which-column"),
        ("Email,Homework 1 (1),Homework 1 (2)\n", {}, "lms.which-column"),
        ("Email,Essay\n", {"column": "Homework 2"}, "lms.no-column"),
        ("Email,Essay\n", {"column": "Email"}, "lms.no-column"),
        (CANVAS, {"column": "Current Score"}, "lms.read-only"),
        ("Essay,Homework 1\n", {}, "lms.nobody"),
        (CANVAS, {"points": 10.0}, "lms.other-points"),
        ("Username,Homework 1 [Total Pts: 0 Score] |1\nada1,\n", {"scale": True}, "lms.other-points"),
    ],
)
def test_file_that_does_not_fit_is_refused_with_what_to_do(text: str, more: dict[str, Any], code: str) -> None:
    with pytest.raises(Declined) as refused:
        filled(text, **more)
    assert refused.value.code == code


def test_refused_column_names_those_that_there_are() -> None:
    with pytest.raises(Declined, match="There are: Essay, Quiz"):
        filled("Email,Essay,Quiz\n", column="Homework 1")


def test_refusal_of_a_file_without_other_columns_says_so() -> None:
    with pytest.raises(Declined, match="Name one of: –"):
        filled("Email\n")


def test_other_column_can_be_asked_for_by_its_title_alone() -> None:
    assert filled(CANVAS, column="homework 10").column == "Homework 10 (4720)"


def test_other_points_are_scaled_when_asked() -> None:
    done = filled("Email,Homework 1,Homework 1 - Max Points\nada@example.org,,30\n", scale=True)
    assert done.data.decode().endswith("26.25,30\n")


@pytest.mark.parametrize(
    "data", [b"", codecs.BOM_UTF8, b'Email,Homework 1\n"ada', codecs.BOM_UTF16_LE + b"E\0m"], ids=str
)
def test_file_that_is_no_table_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        fill(data, wanted())


PIECES = [b"a", b'"', b",", b";", b"\t", b"\r", b"\n", b"\r\n", b'""', b"\xe9", b"\xc4\xe3", b" ", b"1.5", b"sep=;\n"]
MARKS = [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE]


@given(st.sampled_from(MARKS), st.lists(st.sampled_from(PIECES)).map(b"".join) | st.binary(max_size=60))
def test_any_bytes_that_can_be_cut_into_cells_come_back_as_they_were(mark: bytes, data: bytes) -> None:
    try:
        sheet = sheet_of(mark + data)
    except UnreadableFile:
        return
    assert sheet.emit() == mark + data


@given(st.lists(st.lists(st.text(alphabet='a",\n é中;'), min_size=2, max_size=4), min_size=1, max_size=6))
def test_cells_are_read_as_a_reader_of_csv_reads_them(rows: list[list[str]]) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerows([["head, of", "a", "table"], *rows])
    sheet = sheet_of(file.getvalue().encode())
    assert [sheet.row(n) for n in range(1, len(sheet.lines))] == rows

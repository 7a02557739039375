"""batch on what Moodle, Canvas and Gradescope pack: who and what for, archives that would harm, and going on after a kill."""

from __future__ import annotations

import json
import os
import stat
import struct
import zipfile
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import nullcontext
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import fakes
import pytest
from cli_world import Command, Ended, commands

from grader.cli import batch, session, unzip
from grader.cli.answers import FILE_CAP, told_of
from grader.cli.lms_files import owner_of, stems
from grader.course.handin.uploads import MOST_MB, read_upload
from grader.errors import UnknownExercise
from grader.model import Exercise, Mode, Outcome, Verdict

MOODLE = "Ann Lee_4711_assignsubmission_file_"
CODE = "def corr2d(X, K):\n    return X\n"
Files = dict[str, str | bytes]
Pack = Callable[..., Path]


@cache
def course() -> Any:
    """The course, read once, in the version that the judge of these tests speaks of."""
    listed = tuple(replace(one, version="0") for one in session.catalog().exercises)
    by_id = {one.id: one for one in listed}

    def exercise(id: str) -> Exercise:
        if id not in by_id:
            raise UnknownExercise(id)
        return by_id[id]

    return SimpleNamespace(exercises=listed, exercise=exercise)


@pytest.fixture
def asked() -> list[str]:
    """Every answer that came to the judge."""
    return []


@pytest.fixture
def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, asked: list[str]
) -> Command:
    """Runs a command with a judge that goes by the answer: `not-passed`, `fail` (our fault), else passed."""
    found = course()
    run = commands(monkeypatch, capsys, tmp_path)
    monkeypatch.setattr(session, "catalog", lambda lenient=False: found)
    monkeypatch.setattr(session, "judge", lambda jobs=None: nullcontext(SimpleNamespace(grade=grade)))

    def grade(exercise: str, answer: Any, *, mode: Mode, seed: int) -> Future[Verdict]:
        asked.append(str(answer))
        outcome = {"not-passed": Outcome.FAILED, "fail": Outcome.INTERNAL}.get(str(answer), Outcome.PASSED)
        passed = outcome is Outcome.PASSED
        done: Future[Verdict] = Future()
        done.set_result(Verdict(exercise, "0", mode, outcome, passed, int(passed), 1, seed, ()))
        return done

    return run


@pytest.fixture(params=["folder", "zip"])
def pack(request: pytest.FixtureRequest, tmp_path: Path) -> Pack:
    """Files as a folder, or as an archive of the same names."""

    def folder(files: Files) -> Path:
        for name, content in files.items():
            file = tmp_path / "in" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path / "in"

    return folder if request.param == "folder" else lambda files: zipped(tmp_path / "in.zip", files)


def zipped(path: Path | BytesIO, files: Files) -> Any:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def inner(files: Files) -> bytes:
    return bytes(zipped(BytesIO(), files).getvalue())


def rows(ended: Ended) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ended.out.splitlines()]


def told(ended: Ended, *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in names) for row in rows(ended)]


def notebook(*cells: str) -> str:
    return json.dumps({"nbformat": 4, "cells": [{"cell_type": "code", "source": cell} for cell in cells]})


# ---------- whose file, and what for ----------


def test_moodle_download_names_people(run: Command, pack: Pack) -> None:
    ended = run("batch", pack({f"{MOODLE}/corr2d.py": "ok", "李 雷_7_assignsubmission_file_/laplacian.py": "ok"}))
    assert told(ended, "learner", "lms_id", "exercise", "late") == [
        ("Ann Lee", "4711", "corr2d", None),
        ("李 雷", "7", "laplacian", None),
    ]


def test_moodle_download_without_folders_names_people(run: Command, pack: Pack) -> None:
    ended = run("batch", pack({f"{MOODLE}corr2d.py": "ok"}))
    assert told(ended, "learner", "lms_id", "exercise") == [("Ann Lee", "4711", "corr2d")]


def test_canvas_download_names_people_and_lateness(run: Command, pack: Pack) -> None:
    ended = run("batch", pack({"doejane_LATE_12_345_corr2d.py": "ok", "leeann_13_346_corr2d-2.py": "ok"}))
    assert told(ended, "learner", "lms_id", "late", "exercise") == [
        ("doejane", "12", True, "corr2d"),
        ("leeann", "13", False, "corr2d"),
    ]


def test_gradescope_export_names_people_by_its_own_list(run: Command, pack: Pack) -> None:
    people = (
        "submission_9:\n  :submitters:\n  - :name: Ann Lee\n    :sid: '100'\n    :email: a@b.c\n"
        "  - :name: Jane Doe\n    :sid: '101'\n  :created_at: !ruby/object:ActiveSupport::TimeWithZone\n    utc: 2026-01-01\n"
    )
    root = "assignment_1_export"
    ended = run("batch", pack({f"{root}/submission_metadata.yml": people, f"{root}/submission_9/corr2d.py": "ok"}))
    assert told(ended, "learner", "lms_id", "exercise") == [("Ann Lee & Jane Doe", "100 & 101", "corr2d")]
    assert "Ignored" not in ended.err


@pytest.mark.parametrize("people", ["- 1\n", "submission_9: 3\n", "a: [", "submission_9:\n  :submitters: x\n", "\0"])
def test_gradescope_list_that_is_damaged_costs_the_names_only(run: Command, pack: Pack, people: str) -> None:
    ended = run("batch", pack({"submission_metadata.yml": people, "submission_9/corr2d.py": "ok"}))
    assert (ended.code, told(ended, "learner", "lms_id")) == (0, [("submission_9", "9")])


def test_plain_folders_have_nobody(run: Command, pack: Pack) -> None:
    assert told(run("batch", pack({"corr2d/a.py": "ok"})), "exercise", "learner", "late") == [("corr2d", None, None)]


def test_root_folder_of_an_archive_says_nothing(run: Command, tmp_path: Path) -> None:
    ended = run("batch", zipped(tmp_path / "a.zip", {"hand-ins/corr2d/a.py": "ok"}))
    assert told(ended, "exercise", "outcome") == [("corr2d", "passed")]


@pytest.mark.parametrize(
    "name", ["laplacian.py", "laplacian-1.py", "laplacian (2).py", "homework.py", "homework.ipynb"]
)
def test_exercise_is_found_by_name_or_by_what_is_defined(run: Command, pack: Pack, name: str) -> None:
    code = "def laplacian_kernel():\n    return K\n"
    content = notebook(code) if name.endswith("ipynb") else code
    assert told(run("batch", pack({f"{MOODLE}/{name}": content})), "exercise", "outcome") == [("laplacian", "passed")]


def test_answer_without_code_is_found_by_name(run: Command, pack: Pack) -> None:
    assert told(run("batch", pack({"doe_1_2_y1-y2-3.json": '"b"'})), "exercise", "outcome") == [("y1-y2", "passed")]


@pytest.mark.parametrize(
    ("code", "said"), [("x = 1", "defines what none asks for"), ("class Conv2D: 0", "conv2d-layer-fix, registered-fix")]
)
def test_file_for_no_single_exercise_is_named(run: Command, pack: Pack, code: str, said: str) -> None:
    ended = run("batch", pack({f"{MOODLE}/work.py": code, "b_1_2_corr2d.py": "ok"}))
    assert told(ended, "outcome", "learner") == [("error", "Ann Lee"), ("passed", "b")]
    assert "work.py" in ended.err and said in ended.err


def test_exercise_asked_for_counts_before_names(run: Command, pack: Pack) -> None:
    ended = run("batch", pack({f"{MOODLE}/laplacian.py": "ok"}), "--exercise", "corr2d")
    assert told(ended, "exercise") == [("corr2d",)]


def test_newest_of_several_counts_and_the_others_are_named(run: Command, pack: Pack) -> None:
    names = ["doe_1_9_corr2d.py", "doe_1_20_corr2d-2.py", "doe_1_15_corr2d-1.py", "lee_2_3_corr2d.py"]
    ended = run("batch", pack(dict.fromkeys(names, "ok")))
    assert [Path(row["file"]).name for row in rows(ended)] == ["doe_1_20_corr2d-2.py", "lee_2_3_corr2d.py"]
    assert ended.err.count("Not graded: ") == 2 and "doe_1_20_corr2d-2.py counts" in ended.err


@pytest.mark.parametrize("solution", ["doe_1_2_corr2d.py", "doe_1_2_homework.py"])
def test_scratch_file_is_no_newer_solution(run: Command, pack: Pack, solution: str) -> None:
    ended = run("batch", pack({solution: CODE, "doe_1_3_scratch-4.py": "x = 1"}), "--exercise", "corr2d")
    assert [Path(row["file"]).name for row in rows(ended)] == [solution]


def test_one_person_may_hand_in_several_exercises(run: Command, pack: Pack) -> None:
    ended = run("batch", pack({f"{MOODLE}/corr2d.py": "ok", f"{MOODLE}/laplacian.py": "ok"}))
    assert told(ended, "exercise") == [("corr2d",), ("laplacian",)]


def test_archive_that_a_person_handed_in_is_opened(run: Command, pack: Pack) -> None:
    ended = run("batch", pack({f"{MOODLE}/work.zip": inner({"work/corr2d.py": "ok", "__MACOSX/._corr2d.py": "x"})}))
    assert told(ended, "learner", "exercise", "outcome") == [("Ann Lee", "corr2d", "passed")]


def test_damaged_notebook_costs_its_own_row(run: Command, pack: Pack) -> None:
    ended = run("batch", pack({"a_1_2_corr2d.ipynb": notebook(CODE)[:50], "b_2_3_corr2d.ipynb": notebook(CODE)}))
    assert (ended.code, told(ended, "learner", "outcome")) == (1, [("a", "error"), ("b", "passed")])
    assert "it ends in the middle" in ended.err


def test_damage_is_told_where_the_exercise_is_not_known(run: Command, pack: Pack) -> None:
    assert "it ends in the middle" in run("batch", pack({f"{MOODLE}/homework.ipynb": notebook(CODE)[:50]})).err


def test_cell_left_out_is_told(run: Command, pack: Pack) -> None:
    ended = run("batch", pack({"a_1_2_corr2d.ipynb": notebook(CODE, "def (")}))
    assert "Code cell 2, line 1, is not valid Python" in rows(ended)[0]["feedback"][0]


def test_line_of_a_notebook_is_told_by_its_cell() -> None:
    upload = read_upload("a.ipynb", notebook("import torch", f"%time\n{CODE}").encode())
    told = told_of(upload, fakes.verdict(False, misconception_line=5), "en")
    assert told == ["Line 5 of the code is line 3 of code cell 2."]


def test_python_file_in_utf_16_is_read(run: Command, pack: Pack, asked: list[str]) -> None:
    run("batch", pack({"corr2d/a.py": CODE.encode("utf-16")}))
    assert asked == [CODE]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("a_b_12_345_x_y.py", ("a_b", "12", "x_y.py")),
        ("o'neil-smith_LATE_1_2_hw-1.py", ("o'neil-smith", "1", "hw-1.py")),
        ("Participant_77_assignsubmission_file_hw.py", ("Participant", "77", "hw.py")),
    ],
)
def test_owner_stands_in_the_name(name: str, found: tuple[str, str, str]) -> None:
    owner = owner_of((name,), {})
    assert owner and (owner.name, owner.id, owner.file) == found


@pytest.mark.parametrize("name", ["corr2d.py", "a_1.py", "test_1_x.py", "_assignsubmission_file_.py", "submission_1"])
def test_plain_name_has_no_owner(name: str) -> None:
    assert owner_of((name,), {}) is None


@pytest.mark.parametrize(
    ("name", "found"), [("a.py", ("a", 0)), ("a-3.py", ("a", 3)), ("a (1).ipynb", ("a", 1)), ("a-b.py", ("a-b", 0))]
)
def test_stem_is_without_what_comes_again(name: str, found: tuple[str, int]) -> None:
    assert stems(name) == found


def test_bound_of_a_file_is_the_same_everywhere() -> None:
    assert FILE_CAP == MOST_MB << 20


# ---------- archives that would harm ----------


def refused(run: Command, tmp_path: Path, files: Files, *, code: int = 0) -> str:
    """What stderr says of an archive with one good file and these."""
    ended = run("batch", zipped(tmp_path / "a.zip", {"corr2d/good.py": "ok", **files}))
    assert told(ended, "outcome")[-1:] == [("passed",)] and ended.code == code
    return ended.err


@pytest.mark.parametrize(
    "name", ["../corr2d/x.py", "/corr2d/x.py", "corr2d/../../x.py", "..\\corr2d\\x.py", "C:\\x.py", "C:/x.py"]
)
def test_name_that_leads_out_is_refused(run: Command, tmp_path: Path, name: str) -> None:
    assert "its name leads out of the archive" in refused(run, tmp_path, {name: "ok"})
    assert not (tmp_path / "x.py").exists() and not (tmp_path.parent / "x.py").exists()


def test_link_is_refused(run: Command, tmp_path: Path) -> None:
    link = zipfile.ZipInfo("corr2d/link.py")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("corr2d/z.py", "ok")
    ended = run("batch", tmp_path / "a.zip")
    assert told(ended, "outcome") == [("passed",)] and "it is a link" in ended.err


def test_deep_name_is_refused(run: Command, tmp_path: Path) -> None:
    assert "folders deep" in refused(run, tmp_path, {"corr2d/" + "a/" * 20 + "x.py": "ok"})


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_name_that_stands_twice_is_refused(run: Command, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("corr2d/a.py", "ok")
        archive.writestr("corr2d/a.py", "not-passed")
    ended = run("batch", tmp_path / "a.zip")
    assert told(ended, "outcome") == [("passed",)] and "it stands there twice" in ended.err


def test_bomb_costs_its_own_row_and_is_not_unpacked(run: Command, tmp_path: Path) -> None:
    assert "unpacks to more than 200 times its size" in refused(run, tmp_path, {"corr2d/a.py": " " * 4_000_000}, code=1)


def test_large_file_costs_its_own_row(run: Command, tmp_path: Path) -> None:
    assert "is larger than 5 MB" in refused(run, tmp_path, {"corr2d/a.py": os.urandom(FILE_CAP + 1)}, code=1)


def test_encrypted_file_costs_its_own_row(run: Command, tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"corr2d/a.py": "ok", "corr2d/b.py": "ok"})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\1\2") + 8] |= 1
    path.write_bytes(data)
    ended = run("batch", path)
    assert told(ended, "outcome") == [("error",), ("passed",)] and "is encrypted" in ended.err


def test_file_whose_bytes_are_damaged_costs_its_own_row(run: Command, tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"corr2d/a.py": "ok" * 40, "corr2d/b.py": "ok"})
    data = bytearray(path.read_bytes())
    data[45] ^= 0xFF
    path.write_bytes(data)
    ended = run("batch", path)
    assert told(ended, "outcome") == [("error",), ("passed",)] and "is damaged within its archive" in ended.err


def test_archive_in_an_archive_in_an_archive_is_refused(run: Command, tmp_path: Path) -> None:
    nested = inner({"deep.zip": inner({"corr2d.py": "ok"})})
    assert "archives within archives are opened once" in refused(run, tmp_path, {"corr2d/n.zip": nested})


@pytest.mark.parametrize("content", [b"PK no archive", b"", inner({"a.py": "ok"})[:-9]])
def test_damaged_archive_of_a_person_keeps_a_line(run: Command, tmp_path: Path, content: bytes) -> None:
    ended = run("batch", zipped(tmp_path / "a.zip", {f"{MOODLE}/work.zip": content, "b_1_2_corr2d.py": "ok"}))
    assert told(ended, "learner", "outcome") == [("Ann Lee", "error"), ("b", "passed")]


def test_total_is_bounded(run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unzip, "MOST_TOTAL", 10)
    assert "more than a gigabyte" in refused(run, tmp_path, {"laplacian/x.py": "x" * 9})


def test_number_of_files_is_bounded(run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unzip, "MOST_FILES", 3)
    ended = run("batch", zipped(tmp_path / "a.zip", {f"corr2d/{n}.py": "ok" for n in range(4)}))
    assert ended.code == 2 and "more than 3 files" in ended.err


def test_directory_that_lies_about_its_length_is_refused(run: Command, tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"corr2d/a.py": "ok"})
    data = bytearray(path.read_bytes())
    at = data.index(b"PK\5\6")
    data[at + 12 : at + 16] = struct.pack("<I", 0xFFFFFFFF)
    path.write_bytes(data)
    assert run("batch", path).code == 2


@pytest.mark.parametrize("content", [b"", b"PK", b"no archive" * 100])
def test_what_is_no_archive_is_wrong_use(run: Command, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(content)
    ended = run("batch", tmp_path / "a.zip")
    assert (ended.code, "is no zip archive" in ended.err) == (2, True)


# ---------- going on ----------


@pytest.fixture
def three(tmp_path: Path) -> Path:
    (tmp_path / "in" / "corr2d").mkdir(parents=True)
    for name in "abc":
        (tmp_path / "in" / "corr2d" / f"{name}.py").write_text("ok")
    return tmp_path / "in"


def test_rows_that_are_kept_are_not_graded_again(run: Command, asked: list[str], three: Path, tmp_path: Path) -> None:
    first = run("batch", three, "--resume", tmp_path / "rows.jsonl")
    again = run("batch", three, "--resume", tmp_path / "rows.jsonl")
    assert (len(asked), again.out) == (3, first.out)


@pytest.mark.parametrize("cut", [1, 40, 300])
def test_torn_last_line_is_graded_again(run: Command, asked: list[str], three: Path, tmp_path: Path, cut: int) -> None:
    kept = tmp_path / "rows.jsonl"
    first = run("batch", three, "--resume", kept)
    kept.write_bytes(kept.read_bytes()[:-cut])
    again = run("batch", three, "--resume", kept)
    assert len(asked) == 4 and [row["file"] for row in rows(again)] == [row["file"] for row in rows(first)]
    assert len(kept.read_text().splitlines()) == 3


def test_file_that_changed_is_graded_again(run: Command, asked: list[str], three: Path, tmp_path: Path) -> None:
    run("batch", three, "--resume", tmp_path / "rows.jsonl")
    (three / "corr2d" / "b.py").write_text("not-passed")
    again = run("batch", three, "--resume", tmp_path / "rows.jsonl")
    assert (len(asked), told(again, "outcome")) == (4, [("passed",), ("failed",), ("passed",)])


def test_our_fault_is_graded_again(run: Command, asked: list[str], three: Path, tmp_path: Path) -> None:
    (three / "corr2d" / "b.py").write_text("fail")
    run("batch", three, "--resume", tmp_path / "rows.jsonl")
    run("batch", three, "--resume", tmp_path / "rows.jsonl")
    assert len(asked) == 4 and len((tmp_path / "rows.jsonl").read_text().splitlines()) == 2


def test_row_is_kept_before_it_is_given(
    run: Command, three: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kill at any row: what was acknowledged stands in the file."""

    class Killed(BaseException):
        """As a kill: nothing catches it."""

    seen: list[int] = []

    def confirm(row: dict[str, Any]) -> None:
        seen.append(len((tmp_path / "rows.jsonl").read_text().splitlines()))
        if len(seen) == 2:
            raise Killed

    monkeypatch.setattr(batch, "writer", lambda *_: nullcontext(confirm))
    with pytest.raises(Killed):
        run("batch", three, "--resume", tmp_path / "rows.jsonl")
    assert seen == [1, 2]


def test_fault_of_a_file_is_kept_once(run: Command, three: Path, tmp_path: Path) -> None:
    (three / "corr2d" / "d.py").mkdir()
    for _ in range(2):
        run("batch", three, "--resume", tmp_path / "rows.jsonl")
    assert (tmp_path / "rows.jsonl").read_text().count("d.py is a folder") == 1


@pytest.mark.parametrize("content", ["notes of mine\n", '{"a": 1}\n', "[]\n"])
def test_file_of_something_else_is_not_written_to(run: Command, three: Path, tmp_path: Path, content: str) -> None:
    (tmp_path / "notes").write_text(content)
    assert run("batch", three, "--resume", tmp_path / "notes").code == 2
    assert (tmp_path / "notes").read_text() == content


def test_one_file_for_both_is_wrong_use(run: Command, three: Path, tmp_path: Path) -> None:
    assert run("batch", three, "--resume", tmp_path / "x", "--output", tmp_path / "x").code == 2

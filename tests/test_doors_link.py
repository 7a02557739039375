"""`python -m grader link`: the link alone on stdout, what it is for on stderr, and one line for every wrong use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from class_world import COURSE, a_course
from cli_world import Command, runner

from grader.course.people.people import People
from grader.store import Store


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    monkeypatch.setenv("DOJO_DATA_DIR", str(tmp_path / "data"))
    a_course(tmp_path / "data").close()
    return runner(capsys)


def person_of(folder: Path, url: str) -> str:
    store = Store.open(folder)
    try:
        return People(store).join(url.strip().rpartition("/")[2], name="Nia")[1].id
    finally:
        store.close()


def test_link_stands_alone_on_stdout(run: Command) -> None:
    told = run("link", COURSE, "--role", "admin")
    assert told.code == 0 and re.fullmatch(r"http://localhost:8501/join/[\w-]{43}\n", told.out)
    assert re.fullmatch(r"For somebody new, admin of autumn: one use, until .{16} UTC\.\n", told.err)


@pytest.mark.parametrize("named", ["p-ada", "ADA@example.org", "ada1"])
def test_link_is_for_the_person_who_is_named(run: Command, named: str, tmp_path: Path) -> None:
    told = run("link", COURSE, "--person", named, "--base", "https://dojo.example.org/x/")
    assert told.out.startswith("https://dojo.example.org/x/join/")
    assert person_of(tmp_path / "data", told.out) == "p-ada"


def test_link_has_the_hours_uses_and_section_that_were_asked_for(run: Command) -> None:
    told = run("link", COURSE, "--role", "learner", "--uses", "3", "--hours", "0.5", "--section", "A")
    assert told.err.startswith("For somebody new, learner of autumn: 3 uses, until ")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["summer", "--role", "learner"], "no course 'summer'. There are: autumn, other. Make one: .* course .* demo"),
        ([COURSE, "--role", "king"], "'king' is not one of"),
        ([COURSE, "--person", "nobody"], "nobody"),
        ([COURSE, "--person", "ada1", "--role", "admin"], "ada1 has the role learner"),
        ([COURSE, "--role", "admin", "--uses", "2"], "one use"),
        ([COURSE, "--hours", "0"], "hours"),
        ([COURSE, "--base", "dojo.example.org"], "--base"),
    ],
)
def test_wrong_use_ends_with_one_line(run: Command, arguments: list[str], said: str) -> None:
    told = run("link", *arguments)
    assert (told.code, told.out, told.err.count("\n")) == (2, "", 1) and re.search(said, told.err)


def test_link_makes_neither_course_nor_folder(run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOJO_DATA_DIR", str(tmp_path / "elsewhere"))
    told = run("link", COURSE, "--role", "admin")
    assert (told.code, told.out) == (2, "") and not (tmp_path / "elsewhere").exists()

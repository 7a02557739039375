"""The commands roster and person: what they print, what they do, how they end."""

from __future__ import annotations

import csv
import json
import stat
from pathlib import Path

import pytest
from class_world import ADA, COURSE, NOON, a_course
from cli_world import Command, runner

from grader.cli.folder import store as folder_store
from grader.course.access import Operator
from grader.course.people.roster import Roster
from grader.model import Person
from grader.store import people


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("data")
    a_course(data).close()
    return data


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path) -> Command:
    monkeypatch.setenv("DOJO_DATA_DIR", str(folder))
    return runner(capsys)


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "people.csv"
    file.write_text(text, "utf-8")
    return file


def found(text: str) -> list[Person]:
    with folder_store() as opened, opened.read() as connection:
        return people.matching(connection, text)


@pytest.mark.parametrize("words", [("roster",), ("person", "export"), ("person", "erase"), ("person",)])
def test_help_shows_an_example(run: Command, words: tuple[str, ...]) -> None:
    assert f"Example: python -m grader {' '.join(words)}" in run(*words, "--help").out


def test_dry_run_says_each_line_and_changes_nothing(run: Command, tmp_path: Path) -> None:
    file = written(tmp_path, "name,email,section\nDry Run,dry@example.org,A\nAda Osei,ada@example.org,A\n")
    ended = run("roster", COURSE, file, "--dry-run")
    assert (ended.code, [line.split()[2] for line in ended.out.splitlines()]) == (0, ["new", "same"])
    assert "Nothing was changed: 1 new, 1 same. Read as UTF-8, comma." in ended.err
    assert found("dry@example.org") == []


def test_refused_line_ends_with_1_and_the_good_ones_are_in(run: Command, tmp_path: Path) -> None:
    ended = run("roster", COURSE, written(tmp_path, "name,email\nGood One,good@example.org\nBad One,bad\n"))
    assert ended.code == 1 and "line 3    refused  Bad One · bad  (bad is no email address.)" in ended.out
    assert [person.name for person in found("good@example.org")] == ["Good One"]


def test_hostile_name_reaches_the_terminal_as_text(run: Command, tmp_path: Path) -> None:
    ended = run("roster", COURSE, written(tmp_path, "name,email\n\x1b[31m\u202eRed,red@example.org\n"), "--dry-run")
    assert "\x1b" not in ended.out and "\u202e" not in ended.out and "[31mRed" in ended.out


def test_links_are_written_for_those_who_never_came_in_and_for_nobody_else_to_read(
    run: Command, tmp_path: Path
) -> None:
    out = tmp_path / "links.csv"
    file = written(tmp_path, "name,email\n=cmd(),merge@example.org\n")
    assert run("roster", COURSE, file, "--links", out, "--base", "https://dojo.example.org/").code == 0
    rows = list(csv.reader(out.read_text("utf-8").splitlines()))
    assert rows[0] == ["name", "email", "login", "section", "link"] and rows[1][:2] == ["'=cmd()", "merge@example.org"]
    assert rows[1][4].startswith("https://dojo.example.org/join/") and stat.S_IMODE(out.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("roster", "nowhere", "FILE"), "There is no course 'nowhere'"),
        (("roster", COURSE, "missing.csv"), "There is no file missing.csv"),
        (("roster", COURSE, "FILE", "--links", "FILE"), "--links wants a new file"),
        (("person", "export", "nobody"), "Nobody here has the id"),
        (("person", "erase", "ada@example.org"), "Say --yes"),
    ],
)
def test_wrong_use_ends_with_2_and_one_line(run: Command, tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    file = written(tmp_path, "name,email\nA,a@example.org\n")
    ended = run(*(file if word == "FILE" else word for word in words))
    assert ended.code == 2 and said in ended.err and ended.err.count("\n") == 1


def test_export_prints_everything_of_the_person(run: Command) -> None:
    ended = run("person", "export", "ada@example.org")
    assert ended.code == 0 and json.loads(ended.out)["person"]["name"] == "Ada Osei"


def test_login_that_fits_two_courses_names_both(run: Command) -> None:
    with folder_store() as store:
        twin = Person("p-twin", "other", name="Ada Elsewhere", login=ADA.login)
        store.write(lambda connection: people.add(connection, twin, NOON)).result()
    ended = run("person", "export", ADA.login)
    assert ended.code == 2 and "p-ada (autumn, learner), p-twin (other, learner)" in ended.err


def test_erase_leaves_nobody(run: Command) -> None:
    ended = run("person", "erase", "chen@example.org", "--yes")
    assert ended.code == 0 and "Erased." in ended.err and found("chen1") == []
    assert run("person", "erase", "p-chen", "--yes").err == "Was erased already.\n"


def test_drop_missing_says_who_leaves(run: Command, tmp_path: Path) -> None:
    run("roster", COURSE, written(tmp_path, "name,email\nStays Here,stays@example.org\n"))
    ended = run("roster", COURSE, tmp_path / "people.csv", "--drop-missing")
    assert "missing   left     Ben Carter" in ended.out
    with folder_store() as store:
        assert Roster(store).find(Operator(COURSE), "ben1").has_left

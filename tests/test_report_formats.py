"""Reports for people and programs: Gradescope, GitHub Classroom, JUnit, HTML; nothing of a learner's does anything in them."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import nullcontext
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import fakes
import pytest
from cli_world import Command, commands

from grader.cli import session
from grader.cli.html_report import Speech, page
from grader.cli.junit import junit
from grader.model import LANGS, Lang, Mode, Outcome, Verdict

HOSTILE = "</pre><img src=x onerror=alert(1)>&\x1b[31m\u202e\x00]]>\ufffe=cmd()"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Command:
    """Runs a command with a judge that goes by the answer: `wrong`, `fail` (our fault), `wrong in hidden`, `load`, else passed."""
    run = commands(monkeypatch, capsys, tmp_path)
    course = SimpleNamespace(exercises=(fakes.CORR2D,), exercise=lambda id: fakes.CORR2D)
    monkeypatch.setattr(session, "catalog", lambda lenient=False: course)
    monkeypatch.setattr(session, "judge", lambda jobs=None: nullcontext(SimpleNamespace(grade=grade)))
    return run


def grade(exercise: str, answer: Any, *, mode: Mode, seed: int) -> Future[Verdict]:
    outcome = {"fail": Outcome.INTERNAL, "load": Outcome.ERROR}.get(answer)
    said = fakes.verdict(answer != "wrong", seed=seed, stdout=HOSTILE)
    if answer == "wrong in hidden":
        checks = (*fakes.verdict(True).checks[:1], *fakes.verdict(False).checks[1:])
        said = fakes.verdict(False, checks=checks)
    if outcome:
        said = fakes.verdict(False, outcome=outcome, checks=(), score=0, misconception=None)
    done: Future[Verdict] = Future()
    done.set_result(said)
    return done


@pytest.fixture
def answer(tmp_path: Path) -> Any:
    def written(text: str, name: str = "a.py") -> Path:
        (tmp_path / name).write_text(text)
        return tmp_path / name

    return written


# ---------- Gradescope ----------


def gradescope(run: Command, file: Path, *more: str) -> dict[str, Any]:
    return dict(json.loads(run("grade", "corr2d", file, "--format", "gradescope", *more).out))


def test_gradescope_has_the_published_keys(run: Command, answer: Any) -> None:
    wanted = "score execution_time output output_format test_output_format test_name_format visibility stdout_visibility tests extra_data"
    assert list(gradescope(run, answer("wrong"))) == wanted.split()


def test_gradescope_test_has_the_published_keys(run: Command, answer: Any) -> None:
    wanted = "score max_score status name number output tags visibility"
    assert list(gradescope(run, answer("wrong"))["tests"][0]) == wanted.split()


def test_gradescope_points_add_up_to_the_score(run: Command, answer: Any) -> None:
    told = gradescope(run, answer("wrong"))
    assert sum(test["score"] for test in told["tests"]) == told["score"]
    assert sum(test["max_score"] for test in told["tests"]) == 13


def test_gradescope_says_the_mistake(run: Command, answer: Any) -> None:
    assert gradescope(run, answer("wrong"))["output"].startswith("You flipped the kernel.")


def test_gradescope_speaks_chinese(run: Command, answer: Any) -> None:
    assert gradescope(run, answer("wrong"), "--lang", "zh")["output"].startswith("你把卷积核翻转了。")


def test_gradescope_hides_hidden_checks_until_published(run: Command, answer: Any) -> None:
    tests = gradescope(run, answer("wrong"))["tests"]
    assert [test["visibility"] for test in tests[:2]] == ["visible", "after_published"]


@pytest.mark.parametrize("when", ["hidden", "after_due_date", "visible"])
def test_gradescope_shows_hidden_checks_when_told(run: Command, answer: Any, when: str) -> None:
    assert gradescope(run, answer("wrong"), "--hidden-checks", when)["tests"][1]["visibility"] == when


def test_gradescope_shows_expected_and_got_of_visible_checks_only(run: Command, answer: Any) -> None:
    tests = gradescope(run, answer("wrong"))["tests"]
    assert "19" in tests[0]["output"] and not re.search(r"\d{2}", tests[1]["output"])


@pytest.mark.parametrize(("when", "place"), [("after_published", "test"), ("hidden", "test"), ("visible", "output")])
def test_gradescope_tells_what_hidden_checks_found_when_it_shows_them(
    run: Command, answer: Any, when: str, place: str
) -> None:
    told = gradescope(run, answer("wrong in hidden"), "--hidden-checks", when)
    found = {"output": told["output"], "test": told["tests"][1]["output"]}
    assert [name for name, text in found.items() if "You flipped the kernel." in text] == [place]


def test_gradescope_file_is_written_where_it_is_wanted(run: Command, answer: Any, tmp_path: Path) -> None:
    ended = run("grade", "corr2d", answer("wrong"), "--format", "gradescope", "--output", tmp_path / "results.json")
    assert (ended.code, ended.out, json.loads((tmp_path / "results.json").read_text())["score"]) == (1, "", 6)


@pytest.mark.parametrize("name", ["gone.py", "cut.ipynb", "folder.py"])
def test_gradescope_gets_a_result_where_the_file_cannot_be_read(run: Command, tmp_path: Path, name: str) -> None:
    (tmp_path / "cut.ipynb").write_text('{"cells": [')
    (tmp_path / "folder.py").mkdir()
    ended = run("grade", "corr2d", tmp_path / name, "--format", "gradescope")
    told = json.loads(ended.out)
    assert (ended.code, told["score"], told["tests"]) == (1, 0, []) and name in told["output"]


def test_gradescope_gets_nothing_for_our_fault(run: Command, answer: Any, tmp_path: Path) -> None:
    ended = run("grade", "corr2d", answer("fail"), "--format", "gradescope", "--output", tmp_path / "results.json")
    assert (ended.code, (tmp_path / "results.json").exists()) == (3, False)


def test_unreadable_file_is_still_wrong_use_for_people(run: Command, tmp_path: Path) -> None:
    assert run("grade", "corr2d", tmp_path / "gone.py").code == 2


def test_output_that_cannot_be_written_is_wrong_use(run: Command, answer: Any) -> None:
    ended = run("grade", "corr2d", answer("ok"), "--output", "/no/such/folder/x")
    assert (ended.code, "cannot be written" in ended.err) == (2, True)


# ---------- GitHub Classroom ----------


def test_classroom_has_what_the_reporter_reads(run: Command, answer: Any) -> None:
    told = json.loads(run("grade", "corr2d", answer("wrong"), "--format", "classroom").out)
    assert (told["version"], told["status"], told["max_score"]) == (1, "fail", 13)
    assert list(told["tests"][0]) == [
        "name",
        "status",
        "score",
        "message",
        "test_code",
        "filename",
        "line_no",
        "duration",
    ]


@pytest.mark.parametrize(("text", "status", "tests"), [("ok", "pass", 9), ("load", "error", 9)])
def test_classroom_status_is_one_of_three(run: Command, answer: Any, text: str, status: str, tests: int) -> None:
    told = json.loads(run("grade", "corr2d", answer(text), "--format", "classroom").out)
    assert (told["status"], len(told["tests"])) == (status, tests)


def test_classroom_gets_a_result_where_the_file_cannot_be_read(run: Command, tmp_path: Path) -> None:
    told = json.loads(run("grade", "corr2d", tmp_path / "gone.py", "--format", "classroom").out)
    assert (told["status"], told["tests"][0]["score"]) == ("error", 0) and "gone.py" in told["tests"][0]["message"]


# ---------- JUnit ----------


def suite(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


def test_junit_counts_what_it_lists(run: Command, answer: Any) -> None:
    root = suite(run("grade", "corr2d", answer("wrong"), "--format", "junit").out)
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("9", "4", "0")
    assert (len(root.findall(".//testcase")), len(root.findall(".//failure"))) == (9, 4)


def test_junit_of_a_file_that_cannot_be_read_is_one_error(run: Command, tmp_path: Path) -> None:
    root = suite(run("grade", "corr2d", tmp_path / "gone.py", "--format", "junit").out)
    assert (root.get("tests"), root.get("errors")) == ("1", "1")


def test_junit_of_a_batch_has_a_suite_a_file(run: Command, answer: Any, tmp_path: Path) -> None:
    (tmp_path / "corr2d").mkdir()
    for name in ("a", "b"):
        answer("wrong" if name == "a" else "ok", f"corr2d/{name}.py")
    root = suite(run("batch", tmp_path, "--exercise", "corr2d", "--format", "junit").out)
    assert [Path(one.get("name", "")).name for one in root] == ["a.py", "b.py"]


def hostile_row() -> dict[str, Any]:
    check = {"id": "a", "title": HOSTILE, "visibility": "public", "required": True, "outcome": "failed", "points": 0}
    check |= {"max_points": 1, "message": HOSTILE, "expected": None, "got": None}
    return {
        "file": HOSTILE, "exercise": HOSTILE, "version": "0", "outcome": "failed", "passed": False, "score": 0,
        "max_score": 1, "seed": 1, "misconception": HOSTILE, "feedback": [HOSTILE], "checks": [check], "stdout": HOSTILE,
        "timings_ms": {"total": 1.0}, "learner": HOSTILE + "\udc80", "lms_id": HOSTILE, "late": True,
    }  # fmt: skip


def test_hostile_text_is_text_in_junit() -> None:
    case = suite(junit([hostile_row()])).find(".//testcase")
    assert case is not None and "<img src=x onerror=alert(1)>" in case.get("name", "")


# ---------- HTML ----------


class Tags(HTMLParser):
    """Every tag with its attributes, and the text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        if tag not in ("meta", "img", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("lang", LANGS)
def test_hostile_text_is_text_in_html(lang: Lang) -> None:
    text = page([hostile_row()], Speech.of([], lang))
    tags = Tags(text)
    assert "img" not in {tag for tag, _ in tags.found} and tags.open == []
    assert not {"\x1b", "\u202e", "\x00"} & set(text) and not any(
        a.startswith("on") for _, at in tags.found for a in at
    )


@pytest.mark.parametrize("lang", LANGS)
def test_page_asks_for_nothing(run: Command, answer: Any, lang: Lang) -> None:
    text = run("batch", answer("wrong"), "--exercise", "corr2d", "--format", "html", "--lang", lang).out
    tags = Tags(text)
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in tags.found} and "url(" not in text
    assert all((at.get("href") or "#").startswith("#") and "src" not in at for _, at in tags.found)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ("1 files, 0 passed", "Not yet", "You flipped the kernel")),
        ("zh", ("共 1 份文件", "未通过", "你把卷积核翻转了")),
    ],
)
def test_page_speaks_both_languages(run: Command, answer: Any, lang: Lang, said: tuple[str, ...]) -> None:
    text = run("batch", answer("wrong"), "--exercise", "corr2d", "--format", "html", "--lang", lang).out
    assert [word for word in said if word not in text] == []


# ---------- batch: where it goes ----------


def test_json_is_one_list(run: Command, answer: Any) -> None:
    found = json.loads(run("batch", answer("wrong"), "--exercise", "corr2d", "--format", "json").out)
    assert [row["outcome"] for row in found] == ["failed"]


def test_csv_tells_whose_file_it_is(run: Command, answer: Any) -> None:
    file = answer("wrong", "=doe_LATE_1_2_corr2d.py")
    sheet = list(csv.DictReader(io.StringIO(run("batch", file.parent, "--exercise", "corr2d", "--format", "csv").out)))
    assert [(line["learner"], line["lms_id"], line["late"]) for line in sheet] == [("'=doe", "1", "True")]


@pytest.fixture
def folder(tmp_path: Path, answer: Any) -> Iterator[Path]:
    (tmp_path / "in").mkdir()
    answer("ok", "in/a.py")
    yield tmp_path / "in"


@pytest.mark.parametrize("format", ["jsonl", "json", "csv", "html", "junit", "text"])
def test_output_holds_what_would_be_printed(run: Command, folder: Path, tmp_path: Path, format: str) -> None:
    printed = run("batch", folder, "--exercise", "corr2d", "--format", format).out
    ended = run("batch", folder, "--exercise", "corr2d", "--format", format, "--output", tmp_path / "out")
    written = (tmp_path / "out").read_text("utf-8")
    seed = re.compile(r'("seed": |"seed" value="|,)\d{5,}')
    assert ended.out == "" and seed.sub("", written) == seed.sub("", printed)


def test_output_is_not_touched_when_it_fails(run: Command, folder: Path, tmp_path: Path, monkeypatch: Any) -> None:
    (tmp_path / "out").write_text("before")
    monkeypatch.setattr(session, "judge", lambda jobs=None: (_ for _ in ()).throw(RuntimeError))
    assert run("batch", folder, "--exercise", "corr2d", "--output", tmp_path / "out").code == 3
    assert (tmp_path / "out").read_text() == "before" and [p.name for p in tmp_path.glob(".out*")] == []

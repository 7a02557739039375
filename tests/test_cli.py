"""The commands: exit codes, one clear line for wrong use and for our fault, JSON alone on stdout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from cli_world import EXERCISES, Command, commands

from grader.cli import session
from grader.dispatch import Dispatch

ROOT = Path(__file__).parents[1]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Command:
    return commands(monkeypatch, capsys, tmp_path)


@pytest.fixture
def answer(tmp_path: Path) -> Path:
    file = tmp_path / "answer.py"
    file.write_text("ok")
    return file


def program(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "grader", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=os.environ | environ, check=False)


# ---------- list and help ----------


def test_list_names_every_exercise_of_the_course(run: Command) -> None:
    listed = json.loads(run("list", "--format", "json").out)
    assert {"corr2d"} <= {e["id"] for e in listed}


def test_list_has_the_documented_keys(run: Command) -> None:
    assert list(json.loads(run("list", "--format", "json").out)[0]) == [
        "id",
        "concept",
        "kind",
        "title",
        "entry",
        "points",
    ]


def test_list_speaks_chinese(run: Command) -> None:
    assert "从零实现互相关" in run("list", "--lang", "zh").out


def test_list_needs_no_torch() -> None:
    code = "import sys; from grader.cli import main; main(['list']); sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("name", ["list", "grade", "batch", "check", "new", "doctor", "cell", "bench"])
def test_help_shows_an_example(run: Command, name: str) -> None:
    assert f"Example: python -m grader {name}" in run(name, "--help").out


def test_no_command_shows_the_help(run: Command) -> None:
    assert (ended := run()).code == 0 and "grade" in ended.out


def test_list_into_a_closed_pipe_says_nothing() -> None:
    done = subprocess.run(
        f"{sys.executable} -m grader list | true", shell=True, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""


# ---------- wrong use ----------


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["doctr"], "No such command 'doctr'. Did you mean 'doctor'?"),
        (["grade"], "Missing argument 'EXERCISE'."),
        (["grade", "corr2e", "x.py"], 'There is no exercise "corr2e". Did you mean corr2d'),
        (["grade", "corr2d", "/no/such.py"], "There is no file /no/such.py."),
        (["grade", "corr2d", "/"], "/ is a folder. Name the file in it."),
        (["grade", "corr2d", "x.py", "--lang", "fr"], "Invalid value for '--lang': 'fr' is not one of 'en', 'zh'."),
        (["grade", "corr2d", "x.py", "--seed", "-1"], "Invalid value for '--seed'"),
        (["grade", "corr2d", "x.py", "--colour"], "No such option: --colour"),
        (["list", "--format", "xml"], "'xml' is not one of 'text', 'json'."),
        (["batch", "/no/such"], "There is no file or folder /no/such."),
        (["batch", __file__], "Say what it is for with --exercise."),
        (["check", "corr2e"], "Did you mean corr2d"),
        (["check", "matmul/corr2d"], "Did you mean corr2d/corr2d?"),
        (["new", "Sobel"], "'Sobel' is not CONCEPT/ID."),
        (["new", "corr2d/corr2d"], "There is an exercise corr2d already."),
        (["cell", "/no/such.py"], "There is no file /no/such.py."),
    ],
)
def test_wrong_use_is_one_clear_line(run: Command, arguments: list[str], said: str) -> None:
    ended = run(*arguments)
    assert (ended.code, ended.out, ended.err.count("\n"), said in ended.err) == (2, "", 1, True), ended.err


def test_unreadable_file_is_one_clear_line(run: Command, tmp_path: Path) -> None:
    (tmp_path / "loop.py").symlink_to(tmp_path / "loop.py")
    assert (ended := run("grade", "corr2d", tmp_path / "loop.py")).code == 2 and ended.err.count("\n") == 1


def test_hostile_name_is_inert_in_the_one_line(run: Command) -> None:
    assert not {"\x1b", "\u202e", "\x9b"} & set(run("grade", "corr2d", "\x1b[31m\u202e\x9b.py").err)


def test_wrong_setting_is_one_clear_line(run: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOJO_SLOTS", "many")
    assert (ended := run("list")).code == 2 and "DOJO_SLOTS" in ended.err


# ---------- grade ----------


def test_passing_submission_exits_0(run: Command, answer: Path) -> None:
    assert run("grade", "corr2d", answer).code == 0


def test_failing_submission_exits_1(run: Command, answer: Path) -> None:
    answer.write_text("not-passed")
    assert run("grade", "corr2d", answer).code == 1


def test_json_stands_alone_on_stdout(run: Command, answer: Path) -> None:
    ended = run("grade", "corr2d", answer, "--format", "json")
    assert (json.loads(ended.out)["outcome"], ended.err) == ("passed", "")


def test_seed_asked_for_is_the_seed_used(run: Command, answer: Path) -> None:
    assert json.loads(run("grade", "corr2d", answer, "--seed", "7", "--format", "json").out)["seed"] == 7


def test_seeds_differ_when_none_is_asked_for(run: Command, answer: Path) -> None:
    seeds = {json.loads(run("grade", "corr2d", answer, "--format", "json").out)["seed"] for _ in range(2)}
    assert len(seeds) == 2


def test_our_fault_exits_3_with_one_line_and_a_reference(run: Command, answer: Path) -> None:
    answer.write_text("fail")
    ended = run("grade", "corr2d", answer)
    assert (ended.code, ended.out, ended.err.count("\n"), "Reference 7f3a" in ended.err) == (3, "", 1, True)


def test_our_fault_is_valid_json_too(run: Command, answer: Path) -> None:
    answer.write_text("fail")
    assert json.loads(run("grade", "corr2d", answer, "--format", "json").out)["outcome"] == "internal"


def test_judge_that_never_starts_is_our_fault(run: Command, answer: Path, tmp_path: Path) -> None:
    (tmp_path / "stillborn").touch()
    ended = run("grade", "corr2d", answer)
    assert (ended.code, "The judge does not start; this is our fault. Reference" in ended.err) == (3, True)


def test_crash_of_ours_shows_no_traceback(run: Command, answer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr(Dispatch, "grade", crash)
    ended = run("grade", "corr2d", answer)
    assert (ended.code, ended.err.count("\n"), "secret" in ended.err) == (3, 1, False)


def test_crash_of_ours_leaves_a_log(run: Command, answer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object, **__: object) -> None:
        raise RuntimeError("what happened")

    monkeypatch.setattr(Dispatch, "grade", crash)
    log = run("grade", "corr2d", answer).err.split("the log is ")[1].removesuffix(".\n")
    assert "what happened" in Path(log).read_text()


def test_broken_course_is_our_fault_in_one_line(run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "course.yaml").write_text("concepts: 3")
    monkeypatch.setenv("DOJO_EXERCISES", str(tmp_path))
    assert (ended := run("list")).code == 3 and ended.err.count("\n") == 1 and "course.yaml" in ended.err


def test_interrupted_command_says_so(run: Command, answer: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(session, "answer", interrupt)
    ended = run("grade", "corr2d", answer)
    assert (ended.code, ended.err) == (130, "Interrupted.\n")


def test_program_exits_with_the_code() -> None:
    assert program("grade", "corr2d", "/no/such.py").returncode == 2


def test_terminal_without_unicode_gets_question_marks() -> None:
    done = program("list", "--lang", "zh", PYTHONIOENCODING="ascii")
    assert (done.returncode, "???" in done.stdout) == (0, True)


def test_json_is_ascii_where_the_terminal_is() -> None:
    done = program("list", "--format", "json", PYTHONIOENCODING="ascii")
    assert json.loads(done.stdout)[0]["title"]["zh"] and EXERCISES.is_dir()

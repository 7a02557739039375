"""batch: input order, every damaged file its own row, spreadsheets that run nothing."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from cli_world import Command, Ended, commands


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Command:
    return commands(monkeypatch, capsys, tmp_path)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in" / "corr2d").mkdir(parents=True)
    return tmp_path / "in"


def rows(ended: Ended) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ended.out.splitlines()]


def fill(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / "corr2d" / f"{name}.py").write_text(text)


def names(ended: Ended) -> list[str]:
    return [Path(row["file"]).stem for row in rows(ended)]


def test_rows_come_in_input_order(run: Command, folder: Path) -> None:
    fill(folder, a="later", b="ok", c="slow", d="ok")
    assert names(run("batch", folder)) == ["a", "b", "c", "d"]


def test_row_is_a_report_with_its_file(run: Command, folder: Path) -> None:
    fill(folder, a="ok")
    assert list(rows(run("batch", folder))[0])[:3] == ["file", "exercise", "version"]


def test_damaged_row_has_the_same_keys(run: Command, folder: Path) -> None:
    fill(folder, a="ok")
    (folder / "corr2d" / "b.py").mkdir()
    good, damaged = rows(run("batch", folder))
    assert list(good) == list(damaged)


def test_all_passed_exits_0(run: Command, folder: Path) -> None:
    fill(folder, a="ok", b="ok")
    assert run("batch", folder).code == 0


def test_one_not_passed_exits_1(run: Command, folder: Path) -> None:
    fill(folder, a="ok", b="not-passed")
    assert run("batch", folder).code == 1


def test_our_fault_in_one_file_exits_3_and_the_rest_is_graded(run: Command, folder: Path) -> None:
    fill(folder, a="ok", b="fail", c="ok")
    ended = run("batch", folder)
    assert (ended.code, [row["outcome"] for row in rows(ended)]) == (3, ["passed", "internal", "passed"])


def test_folder_called_as_a_file_costs_its_own_row(run: Command, folder: Path) -> None:
    fill(folder, a="ok", c="ok")
    (folder / "corr2d" / "b.py").mkdir()
    ended = run("batch", folder)
    assert (ended.code, [row["outcome"] for row in rows(ended)]) == (1, ["passed", "error", "passed"])


def test_damaged_file_is_named_on_stderr(run: Command, folder: Path) -> None:
    (folder / "corr2d" / "b.py").mkdir()
    assert "b.py is a folder." in run("batch", folder).err


@pytest.mark.parametrize("target", ["solution.py", "nowhere.py", "/etc"])
def test_link_is_not_followed(run: Command, folder: Path, target: str) -> None:
    (folder.parent / "solution.py").write_text("ok")
    (folder / "corr2d" / "b.py").symlink_to(folder.parent / target)
    assert "is a link" in rows(run("batch", folder))[0]["feedback"][0]


def test_link_to_a_folder_is_not_followed(run: Command, folder: Path) -> None:
    fill(folder, a="ok")
    (folder / "laplacian").symlink_to(folder / "corr2d")
    assert [row["outcome"] for row in rows(run("batch", folder))] == ["passed"]


def test_pipe_does_not_stop_the_batch(run: Command, folder: Path) -> None:
    fill(folder, a="ok")
    os.mkfifo(folder / "corr2d" / "b.py")
    assert rows(run("batch", folder))[1]["feedback"][0].endswith("is not a file.")


def test_folder_that_is_no_exercise_costs_its_rows(run: Command, folder: Path) -> None:
    fill(folder, a="ok")
    (folder / "corr9d").mkdir()
    (folder / "corr9d" / "x.py").write_text("ok")
    assert "no exercise: corr9d" in rows(run("batch", folder))[1]["feedback"][0]


def test_other_files_are_named_and_ignored(run: Command, folder: Path) -> None:
    fill(folder, a="ok")
    (folder / "corr2d" / "notes.txt").write_text("ok")
    ended = run("batch", folder)
    assert (ended.code, len(rows(ended)), "Ignored" in ended.err and "notes.txt" in ended.err) == (0, 1, True)


def test_hidden_files_and_caches_are_left_out(run: Command, folder: Path) -> None:
    fill(folder, a="ok", **{".b": "ok"})
    (folder / "corr2d" / "__pycache__").mkdir()
    (folder / "corr2d" / "__pycache__" / "c.py").write_text("ok")
    assert names(run("batch", folder)) == ["a"]


def test_nothing_to_grade_is_wrong_use(run: Command, folder: Path) -> None:
    assert (ended := run("batch", folder)).code == 2 and ended.err.startswith("There is nothing to grade")


def test_any_file_goes_with_its_exercise(run: Command, folder: Path) -> None:
    (folder / "mine.txt").write_text("ok")
    assert run("batch", folder / "mine.txt", "--exercise", "corr2d").code == 0


def test_any_folder_goes_with_its_exercise(run: Command, folder: Path) -> None:
    (folder / "ann").mkdir()
    (folder / "ann" / "x.py").write_text("ok")
    assert [row["exercise"] for row in rows(run("batch", folder, "--exercise", "corr2d"))] == ["corr2d"]


def test_csv_has_a_head_and_a_line_for_each_file(run: Command, folder: Path) -> None:
    fill(folder, a="ok", b="not-passed")
    sheet = list(csv.DictReader(io.StringIO(run("batch", folder, "--format", "csv").out)))
    assert [(line["outcome"], line["score"]) for line in sheet] == [("passed", "1"), ("failed", "0")]


def test_file_name_is_no_formula_in_csv(run: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    Path("=cmd.py").write_text("ok")
    sheet = list(csv.DictReader(io.StringIO(run("batch", "=cmd.py", "--exercise", "corr2d", "--format", "csv").out)))
    assert sheet[0]["file"] == "'=cmd.py"


@pytest.mark.parametrize("format", ["jsonl", "csv", "text"])
def test_hostile_file_name_is_inert(run: Command, folder: Path, format: str) -> None:
    fill(folder, **{"\x1b[31m\u202e[bold]\x9b\nx": "ok"})
    ended = run("batch", folder, "--format", format)
    assert not {"\x1b", "\u202e", "\x9b"} & set(ended.out + ended.err)


def test_name_that_is_not_unicode_is_graded(run: Command, folder: Path) -> None:
    (folder / "corr2d" / os.fsdecode(b"\xff.py")).write_text("ok")
    assert [run("batch", folder, "--format", format).code for format in ("jsonl", "csv", "text")] == [0, 0, 0]


def test_text_shows_one_line_a_file(run: Command, folder: Path) -> None:
    fill(folder, a="ok", b="not-passed")
    assert [line[0] for line in run("batch", folder, "--format", "text").out.splitlines()] == ["✓", "✕"]


def test_more_files_than_are_held_at_once(run: Command, folder: Path) -> None:
    fill(folder, **{f"f{n:03}": "ok" for n in range(60)})
    assert names(run("batch", folder)) == [f"f{n:03}" for n in range(60)]

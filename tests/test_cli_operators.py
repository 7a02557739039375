"""doctor, cell and bench, with real cells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_world import Command, commands, runner

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Command:
    return commands(monkeypatch, capsys, tmp_path)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    sources = {"a": 'print("\\x1b[31m[bold]", torch.ones(1))', "b": "import os\nos.listdir('/')", "c": "1 / 0"}
    for name, source in sources.items():
        (tmp_path / f"{name}.py").write_text(source)
    return [tmp_path / f"{name}.py" for name in sources]


def test_cell_tells_one_object_a_file(run: Command, files: list[Path]) -> None:
    ended = run("cell", *files, "--format", "jsonl")
    rows = [json.loads(line) for line in ended.out.splitlines()]
    told = ([row["outcome"] for row in rows], list(rows[0]), ended.code, "\x1b" in ended.out)
    keys = ["file", "outcome", "stdout", "error", "wall_ms", "isolation"]
    assert told == (["passed", "refused", "error"], keys, 1, False)


def test_cell_without_policy_is_stopped_by_the_jail(run: Command, files: list[Path]) -> None:
    row = json.loads(run("cell", files[1], "--no-policy", "--format", "jsonl").out)
    assert ("PermissionError" in row["error"], "policy" in row["isolation"]["layers"]) == (True, False)


def test_doctor_tells_what_was_proved(run: Command) -> None:
    ended = run("doctor", "--format", "json", "--lang", "en")
    report = json.loads(ended.out)
    assert (report["tier"] == "full") == (ended.code == 0) and set(report) >= {
        "tier",
        "layers",
        "canaries",
        "weaknesses",
    }


def test_bench_measures_everything_that_its_table_shows(capsys: pytest.CaptureFixture[str]) -> None:
    ended = runner(capsys)("bench", "--quick", "--format", "markdown")
    assert ended.code == 0 and "| Cold : warm |" in ended.out and "| Throughput of corr2d" in ended.out

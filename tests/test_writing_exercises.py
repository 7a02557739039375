"""docs/writing-exercises.md, followed word by word: at its end there is an exercise with nothing to mend."""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from cli_world import little_course

from grader.authoring import checks

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "writing-exercises.md").read_text("utf-8")
STEP = re.compile(
    r"^`(?P<file>exercises/[^`\n]+)`\n\n(?P<fence>`{3,})\w+\n(?P<text>.*?)^(?P=fence)$|^```sh\n(?P<commands>.*?)^```$",
    re.M | re.S,
)
COMMANDS = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.M | re.S)


@dataclass(frozen=True)
class Followed:
    """The folder in which it was followed, and what each command said, in order."""

    folder: Path
    said: dict[str, str]


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Followed:
    """Write every file and run every command of the page, in reading order."""
    folder = tmp_path_factory.mktemp("tutorial")
    little_course(folder)
    python = folder / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n', "utf-8")
    python.chmod(0o755)
    said = {}
    for step in STEP.finditer(PAGE):
        if step["file"]:
            (folder / step["file"]).write_text(step["text"], "utf-8")
        for command in (step["commands"] or "").splitlines():
            said[command] = run(command, folder)
    return Followed(folder, said)


def run(command: str, folder: Path) -> str:
    """What a command of the page says."""
    ours = {
        "DOJO_EXERCISES": "exercises",
        "DOJO_DATA_DIR": str(folder / "data"),
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
    }
    done = subprocess.run(
        command, shell=True, cwd=folder, env=os.environ | ours, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


def test_nothing_is_to_mend_at_the_end(followed: Followed) -> None:
    assert followed.said[".venv/bin/python -m grader check window-max"] == "Nothing to mend in window-max.\n"


def test_model_answer_passes_at_the_end(followed: Followed) -> None:
    (said,) = (said for command, said in followed.said.items() if " grade window-max " in command)
    assert "6 of 6" in said, said


def test_page_shows_every_file_of_the_exercise_whole(followed: Followed) -> None:
    made = {
        str(file.relative_to(followed.folder)) for file in followed.folder.glob("exercises/design/window-max/**/*.*")
    }
    assert made == {step["file"] for step in STEP.finditer(PAGE) if step["file"]}


def test_every_command_of_the_page_is_run(followed: Followed) -> None:
    assert len(followed.said) == sum(block.count("\n") for block in COMMANDS) == 4


def test_every_kind_of_check_stands_in_the_table() -> None:
    made = {
        name
        for name, f in inspect.getmembers(checks, inspect.isfunction)
        if inspect.signature(f).return_annotation == "Check"
    }
    assert made == set(re.findall(r"^\| `(\w+)` \|", PAGE, re.M))

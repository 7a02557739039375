"""The words outside the program tell the truth about it: commands, settings and links exist."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])


def _commands() -> list[str]:
    found = {name for doc in DOCS for name in re.findall(r"python -m grader ([a-z-]+)", doc.read_text("utf-8"))}
    return sorted(found)


def test_readme_names_commands() -> None:
    assert {"grade", "list", "check", "new", "doctor", "bench"} <= set(_commands())


@pytest.mark.parametrize("name", _commands())
def test_documented_command_exists(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "grader", name, "--help"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_documented_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    named = {t for doc in DOCS for t in re.findall(r"`make ([a-z]+)", doc.read_text("utf-8"))}
    assert [t for t in sorted(named) if not re.search(rf"^{t}:", makefile, re.M)] == []


@pytest.mark.parametrize("doc", DOCS, ids=lambda p: p.name)
def test_links_to_files_lead_somewhere(doc: Path) -> None:
    targets = re.findall(r"\]\((?!https?://|#|mailto:)([^)#\s]+)", doc.read_text("utf-8"))
    assert [t for t in targets if not (doc.parent / t).exists()] == []


def test_every_setting_is_documented() -> None:
    settings = set(re.findall(r"DOJO_[A-Z_]+", (ROOT / "grader" / "settings.py").read_text("utf-8")))
    readme = "".join(doc.read_text("utf-8") for doc in DOCS)
    assert settings and [name for name in sorted(settings) if name not in readme] == []

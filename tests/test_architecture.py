"""The tree is the architecture: layers, forbidden words, and a web process without torch."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCES = sorted(
    [ROOT / "app.py", *ROOT.glob("grader/**/*.py"), *ROOT.glob("ui/**/*.py"), *ROOT.glob("exercises/**/*.py")]
)


def test_import_contracts_are_kept() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).parent / "lint-imports")], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    "module",
    ["grader.cli", "grader.course", "grader.dispatch", "grader.sandbox.pool", "grader.catalog", "ui.parts.services"],
)
def test_web_side_module_imports_no_torch(module: str) -> None:
    code = f"import sys, {module}; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-W", "ignore", "-c", code], cwd=ROOT, check=False).returncode == 0


def test_no_pickle_anywhere() -> None:
    word = re.compile(r"^\s*(?:import|from)\s+(?:pickle|dill|shelve|marshal)\b|torch\.load\(", re.M)
    # exercises/*/wrong and attack programs are learner-side code: they may try
    ours = [p for p in SOURCES if "wrong" not in p.parts]
    assert [p for p in ours if word.search(p.read_text("utf-8"))] == []


def test_sql_only_in_store() -> None:
    word = re.compile(r"^\s*(?:import|from)\s+(?:sqlalchemy|sqlite3|alembic)\b", re.M)
    assert [p for p in SOURCES if word.search(p.read_text("utf-8")) and "store" not in p.parts] == []


def test_only_the_policy_knows_restrictedpython() -> None:
    word = re.compile(r"^\s*(?:import|from)\s+RestrictedPython\b", re.M)
    assert {p.parent.name for p in SOURCES if word.search(p.read_text("utf-8"))} == {"sandbox"}

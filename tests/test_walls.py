"""The tier is what was proved: each wall taken away, by us or by the kernel, lowers it and is named with its remedy."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from class_world import a_course

from grader.model import LANGS
from grader.sandbox.canaries import LAYERS
from grader.sandbox.doctor import doctor
from grader.sandbox.jail import Walls
from grader.sandbox.pool import CellCase, Job, Pool, Ran
from grader.words import say

ROOT = Path(__file__).parents[1]
FACTS = {"doctor.cuda-build", "doctor.root"}
"""Weaknesses of a host that are no missing wall."""


@pytest.fixture(scope="module", params=list(Walls.ALL), ids=lambda wall: str(wall.name).lower())
def without(request: pytest.FixtureRequest) -> Iterator[tuple[str, Pool]]:
    """A pool with one wall missing, and the name of its layer."""
    with Pool(walls=Walls.ALL & ~request.param) as pool:
        yield str(request.param.name).lower(), pool


@pytest.mark.proof
def test_missing_wall_lowers_the_tier_and_is_named(without: tuple[str, Pool]) -> None:
    layer, pool = without
    report = doctor(pool)
    named = {weak.code for weak in report.weaknesses} - FACTS
    assert (report.isolation.tier, named) == ("language", {f"doctor.{layer}", "doctor.language-tier"})
    assert report.isolation.layers == tuple(other for other in LAYERS if other != layer)


@pytest.mark.parametrize("lang", LANGS)
def test_missing_wall_has_a_remedy(without: tuple[str, Pool], lang: Any) -> None:
    told = [say(weak, lang) for weak in doctor(without[1]).weaknesses]
    assert told and all("?" not in text and len(text) > 20 for text in told)


def test_code_is_run_and_judged_with_a_wall_missing(without: tuple[str, Pool]) -> None:
    run = without[1].run(Job("def f(): return 2", "f", (CellCase([]),)))
    assert (run.cases[0].ran, run.cases[0].value) == (Ran.RETURNED, 2)


# ---------- what the kernel, or a container around us, may refuse ----------

_BEHIND = """
import errno, runpy, sys, pyseccomp as s
rules = s.SyscallFilter(defaction=s.ALLOW)
{rules}
rules.load()
program, *_ = sys.argv = {argv!r}
runpy.run_module(program, run_name="__main__")
"""
_KERNELS = {
    "landlock": "rules.add_rule(s.ERRNO(errno.ENOSYS), 444)\nrules.add_rule(s.ERRNO(errno.ENOSYS), 446)",
    "seccomp": "rules.add_rule(s.ERRNO(errno.EINVAL), 'prctl', s.Arg(0, s.EQ, 22))",
}


def behind(rules: str, *argv: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """A program of ours on a kernel that refuses something."""
    source = _BEHIND.format(rules=rules, argv=list(argv))
    return subprocess.run(
        [sys.executable, "-c", source],
        cwd=ROOT,
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


@pytest.mark.proof
@pytest.mark.parametrize("layer", _KERNELS)
def test_wall_that_the_kernel_refuses_lowers_the_tier(layer: str) -> None:
    done = behind(_KERNELS[layer], "grader", "doctor", "--format", "json")
    report = json.loads(done.stdout)
    named = {weak["code"] for weak in report["weaknesses"]} - FACTS
    assert (done.returncode, report["tier"]) == (1, "language")
    assert named == {f"doctor.{layer}", "doctor.language-tier"}


@pytest.mark.proof
def test_server_for_others_does_not_start_with_a_wall_missing(tmp_path: Path) -> None:
    a_course(tmp_path).close()
    argv = [
        "streamlit",
        "run",
        "app.py",
        "--server.address",
        "127.0.0.1",
        "--server.port",
        "8719",
        "--server.headless",
        "true",
    ]
    done = behind(_KERNELS["landlock"], *argv, DOJO_HOSTS="dojo.example.org", DOJO_DATA_DIR=str(tmp_path))
    said = [line for line in done.stderr.splitlines() if line.startswith("Kernel Dojo cannot start.")]
    assert (done.returncode, len(said)) == (2, 1), done.stderr
    assert "DOJO_HOSTS" in said[0] and "python -m grader doctor" in said[0]

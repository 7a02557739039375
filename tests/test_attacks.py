"""What must happen: every program of tests/attacks has its effect where nothing protects, and none behind the jail.

The programs run in throw-away worlds (see `throwaway`); what they did is seen from outside (see `attack_world`).
"""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from attack_corpus import ATTACKS, EFFECTS, Program, corpus
from attack_run import SHOWING
from proof import count, record

ROOT = Path(__file__).parents[1]
PROGRAMS = corpus()
AREAS = [
    "classes",
    "crash",
    "environment",
    "files",
    "format",
    "frames",
    "kernel",
    "memory",
    "namespaces",
    "network",
    "numpy",
    "output",
    "parser",
    "proc",
    "processes",
    "restricted",
    "shared",
    "time",
    "torch",
]
FEWEST = 120
SECONDS = count(400, 1500)

pytestmark = [pytest.mark.proof, pytest.mark.timeout(SECONDS + 60)]

Rows = Mapping[tuple[str, str], list[Mapping[str, Any]]]


def world(*levels: str) -> list[dict[str, Any]]:
    """Every program at these levels in one throw-away world. Fails with the remedy where there can be none."""
    command = [sys.executable, str(ROOT / "tests/attack_run.py"), "--seconds", str(SECONDS), "--levels", *levels]
    secret = f"dojo-{secrets.token_hex(8)}"
    environment = {"DOJO_SECRET": secret, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "PATH": os.defpath}
    environment["OPENBLAS_NUM_THREADS"] = "1"  # only a process of one thread can make a user namespace
    ended = subprocess.run(
        [*command, "--rounds", str(count(1, 3))], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert ended.returncode == 0, ended.stderr[-2000:] or "the world ended before its time"
    return [json.loads(line) for line in ended.stdout.splitlines()]


@pytest.fixture(scope="module")
def rows() -> Rows:
    """(program, level) → what each round showed."""
    with ThreadPoolExecutor() as two:
        bare = two.submit(world, "control", "policy")
        walled = two.submit(world, "jail", "both", *SHOWING)
    found: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in bare.result() + walled.result():
        found[row["program"], row["level"]].append(row)
    return found


def effects(rows: Rows, level: str) -> list[str]:
    """The programs that had their effect at a level, in any round."""
    return [program for (program, at), shown in rows.items() if at == level and any(row["effect"] for row in shown)]


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_attack_works_in_the_control_and_never_behind_the_jail(rows: Rows, program: Program) -> None:
    control, jail, both = (rows[program.name, level] for level in ("control", "jail", "both"))
    assert all(row["effect"] for row in control) or not program.counts_here, control
    assert not any(row["effect"] for row in jail), jail
    assert not any(row["effect"] for row in both), both


def test_policy_alone_stops_what_it_claims_to_stop(rows: Rows) -> None:
    open_to_it = {program.name for program in PROGRAMS if program.policy}
    assert set(effects(rows, "policy")) <= open_to_it


@pytest.mark.parametrize("level", SHOWING)
def test_missing_wall_is_seen(rows: Rows, level: str) -> None:
    assert set(effects(rows, level)) == set(SHOWING[level].split())


def test_enough_programs_of_every_area_count(rows: Rows) -> None:
    counted = [program for program in PROGRAMS if any(row["effect"] for row in rows[program.name, "control"])]
    assert len(counted) >= FEWEST
    assert {program.area for program in counted} == set(AREAS)
    reached = {level: len(effects(rows, level)) for level in ("control", "policy", "jail", "both")}
    record(
        "attacks",
        programs=len(PROGRAMS),
        areas=dict(sorted(Counter(program.area for program in counted).items())),
        rounds=count(1, 3),
        control_effects=reached["control"],
        policy_only_effects=reached["policy"],
        policy_only=sorted(effects(rows, "policy")),
        jail_only_effects=reached["jail"],
        both_effects=reached["both"],
        with_a_wall_missing={level: len(effects(rows, level)) for level in SHOWING},
    )


def test_every_program_says_its_goal_and_an_effect_that_is_observed() -> None:
    assert [program.name for program in PROGRAMS if len(program.goal) < 10 or program.effect not in EFFECTS] == []


def test_program_is_aimed_without_moving_its_lines() -> None:
    for program in PROGRAMS:
        aimed = program.aimed_at(defaultdict(str, CLAIM="x"))
        if not program.expand:
            assert aimed.count("\n") == (ATTACKS / f"{program.name}.py").read_text().count("\n")

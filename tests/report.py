"""`make prove` ends here: what the proofs and the benchmark found → the marked blocks of README, SECURITY and docs.

Usage: python tests/report.py PROOFS.jsonl BENCH.json
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from grader.cli.bench import table

ROOT = Path(__file__).parents[1]
CLAIMS = {
    "attacks": (
        "Attack programs, each at four levels, {rounds} rounds",
        "{programs} programs in {areas} areas. Effects: unprotected {control_effects}, policy only {policy_only_effects}, "
        "jail only {jail_only_effects}, both {both_effects}",
    ),
    "cheats": (
        "Cheats that a naive grader gives full marks",
        "{programs} programs; {scored_above_honest} score above their honest part",
    ),
    "memory": (
        "Memory of a cell searched for references, solutions, secrets and expected values",
        "{needles} needles in {scanned_mb} MB: {hits} hits",
    ),
    "wire": (
        "Random, mutated and hostile frames",
        "{frames} frames: {escaped} exceptions escaped, at most {worst_allocation_mb} MB allocated for one, "
        "memory grew by {rss_growth_mb} MB",
    ),
    "crawl": (
        "Steps of the crawl through what learner code is offered",
        "{steps} steps, {objects} objects, {doors} modules, frames or forbidden functions reached",
    ),
    "refusals": ("Refusals that learners meet, with line, reason and remedy, in both languages", "{habits}"),
    "kills": (
        "Kills of zygote, cells and judge at random moments",
        "{kills} kills under {submissions} submissions: {lost} lost, {twice} graded twice, {wrong} wrong; back after at "
        "most {back_within_s} s",
    ),
    "batch under kills": ("A batch whose processes are killed meanwhile", "{kills} kills, {rows} rows, all right"),
    "fairness": (
        "Endless loops of one person in front of another's run",
        "{loops} loops on {slots} slots: {before_the_other} went before it",
    ),
    "soak": (
        "Gradings in a row, a tenth of them hostile",
        "{gradings} gradings: descriptors {fds[0]} → {fds[1]}, processes {processes[0]} → {processes[1]}, zombies "
        "{zombies}, judge {judge_mb[0]} → {judge_mb[1]} MB, zygote {zygote_mb[0]} → {zygote_mb[1]} MB",
    ),
}
"""What a record proves, and its figures in words. A record without a claim is an error: nothing is left out."""

STAGES = {
    "draw": "The judge draws fresh inputs and plans the calls",
    "wait": "A cell that waits warm behind its walls is taken",
    "load": "The cell compiles the file under the policy and runs it",
    "cases": "The cell runs all calls; the judge compares each as it comes",
    "judge": "What is left of judging after the last call",
    "way": "Frames between the processes, threads, the queue",
}


def proofs(lines: str) -> str:
    """The table of SECURITY.md. Raises KeyError for a claim that was not proved, or a record that nobody claims."""
    found = {record.pop("proof"): record for record in map(json.loads, lines.splitlines())}
    if unknown := set(found) - set(CLAIMS):
        raise KeyError(f"no claim for {sorted(unknown)}")
    rows = [f"| {what} | {said.format(**found[name])} |" for name, (what, said) in CLAIMS.items()]
    return "\n".join(["| Proof | Found |", "|---|---|", *rows])


def stages(numbers: Mapping[str, Any]) -> str:
    """Where the milliseconds of a passing submission of corr2d go."""
    times = numbers["stages_ms"]
    rows = [f"| {what} | {times[name]['p50']} ms | {times[name]['p95']} ms |" for name, what in STAGES.items()]
    return "\n".join(["| Stage | p50 | p95 |", "|---|---|---|", *rows])


def bench(numbers: dict[str, Any]) -> str:
    """The table of the README."""
    return "\n".join(
        ["| What | Measured | Wanted |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in table(numbers))]
    )


def write(file: Path, name: str, text: str) -> None:
    """Replace what stands between `<!-- name: … -->` and `<!-- /name -->`; a sentence above the table stays."""
    block = re.compile(rf"(<!-- {name}\b[^>]*-->\n(?:(?!\|).*\n)*)(?:\|.*\n)*(<!-- /{name} -->)")
    written, n = block.subn(lambda m: f"{m[1]}{text}\n{m[2]}", file.read_text("utf-8"))
    if n != 1:
        raise SystemExit(f"{file.name} has {n} blocks named {name}, not one")
    file.write_text(written, "utf-8")


def main(found: Path, measured: Path) -> None:
    """Write every block."""
    numbers = json.loads(measured.read_text("utf-8"))
    write(ROOT / "SECURITY.md", "proofs", proofs(found.read_text("utf-8")))
    write(ROOT / "docs" / "performance.md", "stages", stages(numbers))
    write(ROOT / "README.md", "bench", bench(numbers))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))

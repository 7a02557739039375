"""`make prove` ends here: what the proofs and the benchmark found → the marked blocks of README, SECURITY and docs.

Usage: python tests/report.py PROOFS.jsonl BENCH.json
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from grader.cli.bench import table

ROOT = Path(__file__).parents[1]


def claims(found: dict[str, list[dict[str, Any]]]) -> Iterator[tuple[str, str]]:
    """What was proved, and what was found. Takes its records out of `found`; raises KeyError for a missing one."""
    (one,) = found.pop("attacks")
    yield (
        f"{one['programs']} attack programs in {len(one['areas'])} areas, each at four levels, {one['rounds']} rounds",
        f"effects without walls {one['control_effects']}, with the policy alone {one['policy_only_effects']}, "
        f"with the jail alone **{one['jail_only_effects']}**, with both **{one['both_effects']}**",
    )
    (one,) = found.pop("cheats")
    yield (
        f"{one['programs']} cheats that a naive grader gives full marks, {one['seeds']} seeds",
        f"**{one['scored_above_honest']}** score above their honest part",
    )
    (one,) = found.pop("memory")
    yield (
        f"{one['scanned_mb']} MB of a cell's memory searched for {one['needles']} references, solutions, secrets, expected values",
        f"**{one['hits']}** hits",
    )
    (frames,), (judge,), (talk,) = found.pop("wire"), found.pop("wire.judge"), found.pop("wire.talk")
    bombs = found.pop("wire.bomb")
    yield (
        f"{frames['frames']:,} mutated frames of a cell, {judge['frames']:,} of the judge, {talk['conversations']:,} conversations",
        f"**{frames['escaped'] + judge['escaped']}** exceptions escaped; memory grew by {frames['rss_growth_mb']} MB",
    )
    yield f"{len(bombs)} bombs of up to 8 MB", f"at most {max(bomb['allocated_mb'] for bomb in bombs)} MB allocated"
    (one,), (facade,) = found.pop("crawl"), found.pop("facade")
    yield (
        f"{one['steps']:,} steps through the {facade['offered']:,} names on offer, {one['calls']:,} calls",
        f"**{one['doors']}** modules, frames, code objects or forbidden functions reached",
    )
    (one,) = found.pop("refusals")
    yield f"{one['habits']} refused habits of learners", "each with line, reason and remedy, in both languages"
    (one,), (batch,) = found.pop("kills"), found.pop("batch under kills")
    yield (
        f"{one['kills']} kills of judge, zygote and cells at random moments, under {one['submissions']} submissions",
        f"**{one['lost']}** lost, **{one['twice']}** graded twice, **{one['wrong']}** wrong; back after {one['back_median_s']} s, at most {one['back_within_s']} s",
    )
    yield f"{batch['kills']} kills under a batch of {batch['rows']} files", "every row right"
    yield (
        "20 endless loops of one person in front of another's run",
        ", ".join(f"{one['before_the_other']} before it on {one['slots']} slots" for one in found.pop("fairness")),
    )
    (one,) = found.pop("soak")
    yield (
        f"{one['gradings']:,} gradings in a row, {one['hostile']} of them hostile",
        f"{one['wrong']} wrong; descriptors {one['fds'][0]} → {one['fds'][1]}, processes {one['processes'][0]} → {one['processes'][1]}, "
        f"zombies {one['zombies']}, judge {one['judge_mb'][0]} → {one['judge_mb'][1]} MB, zygote {one['zygote_mb'][0]} → {one['zygote_mb'][1]} MB",
    )


def content(found: dict[str, list[dict[str, Any]]]) -> Iterator[tuple[str, str]]:
    """What was found about the exercises. Takes its records out of `found`; raises KeyError for a missing one."""
    tried, right, starters = found.pop("content.seeds"), found.pop("content.right"), found.pop("content.starters")
    seeds = tried[0]["seeds"]
    yield (
        f"Model answers of {len(tried)} exercises and {sum(one['wrong'] for one in tried)} catalogued wrong answers, {seeds} seeds each",
        f"**{sum(one['findings'] for one in tried)}** cases of a model answer without full marks, or of a wrong answer that passes or gets other feedback than its own",
    )
    yield (
        f"{sum(one['answers'] for one in right)} right answers in other styles, {seeds} seeds each",
        f"**{sum(one['lost'] for one in right)}** do not pass",
    )
    yield f"{len(starters)} starters, {seeds} seeds each", f"**{sum(one['passed'] for one in starters)}** pass"
    (one,) = found.pop("mutants")
    yield (
        f"{one['mutants']:,} mutants of the model answers and references of {one['exercises']} exercises",
        f"**{one['killed'] / one['mutants']:.1%}** noticed; each of the others is in `tests/mutants.yaml` with the reason",
    )
    (one,) = found.pop("naming")
    true = one["programs"] - one["unnamed"]
    yield (
        f"{one['programs']} fresh wrong programs to {one['exercises']} exercises, written from the statements, most of them without a look at the catalogue",
        f"**{one['share']:.1%}** of the {true} with a true name get it, **{one['wrong']}** get an untrue one",
    )


STAGES = {
    "draw": "The judge draws fresh inputs and plans the calls",
    "wait": "A cell that waits warm behind its walls is taken",
    "load": "The cell compiles the file under the policy and runs it",
    "cases": "The cell runs all calls; the judge compares each as it comes",
    "judge": "What is left of judging after the last call",
    "way": "Frames between the processes, threads, the queue",
}


def records(lines: str) -> dict[str, list[dict[str, Any]]]:
    """What the proofs wrote down, by name."""
    found: dict[str, list[dict[str, Any]]] = {}
    for record in map(json.loads, lines.splitlines()):
        found.setdefault(record["proof"], []).append(record)
    return found


def rows(found: Iterator[tuple[str, str]], head: tuple[str, str]) -> str:
    """A table of two columns."""
    return "\n".join([f"| {head[0]} | {head[1]} |", "|---|---|", *(f"| {what} | {said} |" for what, said in found)])


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
    proved = records(found.read_text("utf-8"))
    write(ROOT / "docs" / "content.md", "content", rows(content(proved), ("Tried", "Found")))
    write(ROOT / "SECURITY.md", "proofs", rows(claims(proved), ("Proved with", "Found")))
    if proved:
        raise SystemExit(f"nobody claims {sorted(proved)}")
    write(ROOT / "docs" / "performance.md", "stages", stages(numbers))
    write(ROOT / "README.md", "bench", bench(numbers))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))

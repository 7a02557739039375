"""bench: speed, memory and limits of this host, as JSON, text or the table of the README."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from grader.cli import session
from grader.cli.console import print_json, progress
from grader.errors import DojoError
from grader.model import Json

if TYPE_CHECKING:
    from grader.catalog import Catalog
    from grader.model import Exercise

FIRST = "corr2d"
SLOWEST = 3


class What(StrEnum):
    """What `bench` measures."""

    GRADER = "grader"
    COURSE = "course"


class Format(StrEnum):
    """How `bench` prints."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command("bench")(bench)


def bench(
    quick: Annotated[bool, typer.Option("--quick", help="Seconds instead of a minute; rougher numbers.")] = False,
    format: Annotated[Format, typer.Option(help="How to print.")] = Format.TEXT,
    what: Annotated[What, typer.Option(help="The grader, or a class and its dashboards.")] = What.GRADER,
) -> int:
    """Measure this host: latency (cold, warm, floor), whole submissions, throughput, memory, limits.

    Of a course: handing in at the deadline, the transaction of a verdict, and every dashboard of the data folder.

    Example: python -m grader bench --format markdown
    """
    with progress("Measuring, about a minute" if not quick else "Measuring"):
        numbers, rows = _measured(what, quick=quick)
    if format is Format.JSON:
        print_json(numbers, indent=1)
    elif format is Format.MARKDOWN:
        print("| What | Measured | Wanted |\n|---|---|---|")
        print("\n".join(f"| {' | '.join(row)} |" for row in rows))
    else:
        print("\n".join(f"{name:<58} {got:<28} {wanted}".rstrip() for name, got, wanted in rows))
    return 0


def _measured(what: What, *, quick: bool) -> tuple[dict[str, Any], list[tuple[str, str, str]]]:
    if what is What.GRADER:
        numbers = measured(session.catalog(), quick=quick)
        return numbers, list(table(numbers))
    from grader.cli import bench_course
    from grader.settings import Settings

    numbers = bench_course.measured(session.catalog(), Settings.load().data_dir, quick=quick)
    return numbers, list(bench_course.table(numbers))


def measured(catalog: Catalog, *, quick: bool) -> dict[str, Any]:
    """All numbers of one run."""
    from grader.cli import measure
    from grader.sandbox.pool import Pool

    counts = measure.QUICK if quick else measure.FULL
    sources = model_answers(catalog)
    began = time.monotonic()
    numbers: dict[str, Any] = {"host": measure.host(), "cold_ms": measure.cold(counts)}
    with Pool() as pool:
        numbers |= measure.cells(pool, counts)
        numbers["isolation"] = {"tier": pool.isolation.tier, "layers": list(pool.isolation.layers)}
    started = time.monotonic()
    with session.judge() as dispatch:
        session.answer(dispatch, dispatch.info())
        numbers["ready_s"] = round(time.monotonic() - started, 1)
        numbers["submission_ms"] = measure.submissions(dispatch, sources, counts)
        numbers["stages_ms"] = measure.stages(dispatch, *sources[0], counts)
        numbers["throughput"] = measure.throughput(dispatch, *sources[0], counts)
    warm = numbers["warm_ms"]["p50"]
    numbers["cold_to_warm"] = round(numbers["cold_ms"]["p50"] / warm, 1)
    numbers["warm_to_floor"] = round(warm / numbers["floor_ms"]["p50"], 1)
    return numbers | {"took_s": round(time.monotonic() - began, 1)}


def model_answers(catalog: Catalog) -> list[tuple[Exercise, Json]]:
    """Every exercise with its model answer, corr2d first."""
    answers: list[tuple[Exercise, Json]] = []
    for exercise in sorted(catalog.exercises, key=lambda e: e.id != FIRST):
        name = "solution.py" if exercise.kind.is_code else "solution.json"
        file = catalog.folder_of(exercise.id) / name
        if not file.is_file():
            raise DojoError(f"{exercise.concept}/{exercise.id} has no {name}")
        text = file.read_text("utf-8")
        answers.append((exercise, text if exercise.kind.is_code else json.loads(text)))
    return answers


def table(numbers: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What was measured, the number, and what it should reach."""
    host, memory, forks = numbers["host"], numbers["memory_mb"], numbers["forks"]
    about = f"{host['cpus']} CPUs, {host['system']}, Python {host['python']}, torch {host['torch']}"
    yield "Host", about, ""
    yield "Isolation", f"{numbers['isolation']['tier']}: {', '.join(numbers['isolation']['layers'])}", "full"
    yield "Cold: Python, import torch, one 3×3 case, no jail", _ms(numbers["cold_ms"]), ""
    yield "Warm: a jailed cell, one 3×3 case", _ms(numbers["warm_ms"]), ""
    yield "Cold : warm", f"{numbers['cold_to_warm']} : 1", "≥ 50 : 1"
    yield "Floor: the zygote forks and the child ends", _ms(numbers["floor_ms"]), ""
    yield "Warm : floor", f"{numbers['warm_to_floor']} : 1", "≤ 2 : 1"
    yield from _submissions(numbers["submission_ms"])
    through = numbers["throughput"]
    yield f"Throughput of {FIRST} on {through['slots']} cores", f"{through['per_second']} a second", "≥ 25 on two cores"
    yield "Judge and zygote ready after", f"{numbers['ready_s']} s", ""
    yield "Memory of the zygote", f"{memory['zygote']} MB", "≤ 400 MB"
    yield "Memory of a cell, its own", f"{memory['cell']} MB", "≤ 10 MB"
    yield "A hang is stopped late by at most", f"{numbers['overrun_ms']['max']} ms", "≤ 300 ms"
    yield (
        f"{forks['n']} forks that train a network",
        f"{forks['different']} result{'s' * (forks['different'] > 1)}",
        "1 result",
    )


def _submissions(times: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The first exercise by itself, the others as one, and the slowest by name."""
    others = {id: each for id, each in times.items() if id != FIRST}
    yield f"Whole passing submission of {FIRST}", _ms(times[FIRST]), "p50 ≤ 40 ms, p95 ≤ 80 ms"
    if others:
        middle = statistics.median(each["p50"] for each in others.values())
        yield f"The same for {len(others)} other exercises", f"median of their p50 {middle:.1f} ms", ""
    for id in sorted(others, key=lambda id: others[id]["p50"])[: -1 - SLOWEST : -1]:
        yield f"The same for {id}, one of the slowest", _ms(others[id]), ""


def _ms(times: dict[str, Any]) -> str:
    return f"p50 {times['p50']} ms, p95 {times['p95']} ms" if times["n"] > 3 else f"{times['p50']} ms"

"""bench --what course: what a class and its dashboards cost on this host, as rows of the table of docs/performance.md."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from grader.cli import measure_course as measure
from grader.cli.measure import host, spread
from grader.course.access import Operator
from grader.model import Json, Role
from grader.store import Store, health, people
from grader.store.connect import FILE

if TYPE_CHECKING:
    from grader.catalog import Catalog

SLOWEST_MS, AIM_MS, SUBMIT_MS = 200, 20, 50


def measured(catalog: Catalog, folder: Path, *, quick: bool) -> dict[str, Any]:
    """All numbers: handing in and verdicts in a folder that goes afterwards, dashboards in the one of the settings."""
    counts, began = measure.QUICK if quick else measure.FULL, time.monotonic()
    there = folder if folder.is_dir() else None
    with measure.small_course(catalog, there, counts) as (store, took):
        numbers: dict[str, Any] = {
            "host": host(),
            "demo": {"submissions": counts.submissions, "seconds": round(took, 1)},
            "submit_ms": measure.deadline(catalog, store, counts),
            "verdict_ms": measure.verdict_transactions(catalog, store, counts),
        }
    if (folder / FILE).exists():
        numbers |= _dashboards(catalog, folder, counts)
    return numbers | {"took_s": round(time.monotonic() - began, 1)}


def _dashboards(catalog: Catalog, folder: Path, counts: measure.Counts) -> dict[str, Any]:
    store = Store.visit(folder)
    try:
        with store.read() as connection:
            courses = people.course_ids(connection)
            size = health.counts(connection, datetime.now(UTC)).submissions
            crowd = people.of_course(connection, courses[0], Role.LEARNER) if courses else []
        if not crowd:
            return {}
        data = {"submissions": size, "learners": len(crowd), "mb": (folder / FILE).stat().st_size >> 20}
        looks = looks_of(catalog, store, courses[0], crowd[len(crowd) // 2].id)
        return {"data": data, "dashboards_ms": {name: _timed(look, counts.looks) for name, look in looks.items()}}
    finally:
        store.close()


def _timed(look: Callable[[], object], times: int) -> dict[str, Json]:
    """The first look, which finds nothing in memory, and those after it."""
    took = []
    for _ in range(times + 1):
        began = time.perf_counter()
        look()
        took.append((time.perf_counter() - began) * 1000)
    return {"first": round(took[0], 1), **spread(took[1:])}


def looks_of(catalog: Catalog, store: Store, course: str, learner: str) -> dict[str, Callable[[], object]]:
    """What the pages of staff ask for, each as its page does."""
    from grader.course.classroom.classroom import Classroom
    from grader.course.classroom.insight import Insight
    from grader.course.classroom.mistakes import Mistakes
    from grader.course.gradebook.gradebook import Gradebook
    from grader.course.homework.homework import Homework
    from grader.course.people.roster import Roster

    actor = Operator(course)
    classroom, mistakes = Classroom(catalog, store), Mistakes(catalog, store)
    gradebook = Gradebook(store)
    exercise = catalog.exercises[1].id
    top = mistakes.clusters(actor, most=1).listed[0]
    assignment = next((one.id for one in Homework(catalog, store).all(actor)), "")
    return {
        "Class: everybody in every exercise, who is stuck": lambda: classroom.now(actor),
        "Class: failures in common": lambda: classroom.mistakes(actor),
        "Learner: where one stands": lambda: classroom.profile(actor, learner),
        "Learner: attempts at one exercise": lambda: classroom.attempts(actor, learner, exercise),
        "Mistakes: clusters": lambda: mistakes.clusters(actor),
        "Mistakes: clusters of 7 days": lambda: mistakes.clusters(actor, days=7),
        "Mistakes: one cluster": lambda: mistakes.story(actor, top.exercise, top.signature),
        "Analysis: items": lambda: Insight(catalog, store).items(actor),
        "Analysis: submissions over time": lambda: Insight(catalog, store).timeline(actor),
        "Gradebook: one assignment": lambda: gradebook.sheet(actor, assignment),
        "Gradebook: all assignments": lambda: gradebook.whole(actor),
        "Gradebook: ledger of one": lambda: gradebook.ledger(actor, learner, assignment),
        "Assignments: as a learner sees them": lambda: Homework(catalog, store).mine(learner),
        "People": lambda: Roster(store).everybody(actor),
    }


def table(numbers: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What was measured, the number, and what it should reach."""
    about, made = numbers["host"], numbers["demo"]
    yield "Host", f"{about['cpus']} CPUs, {about['system']}, Python {about['python']}", ""
    yield (
        "Demo course, written with its rollups",
        f"{made['submissions'] / made['seconds']:.0f} submissions a second",
        "",
    )
    submit = numbers["submit_ms"]
    yield f"Submit, durable, {measure.PEOPLE} people", _ms(submit), f"p95 ≤ {SUBMIT_MS} ms"
    yield "Submits a second, and as many verdicts", f"{submit['per_second']}", f"{measure.PER_SECOND}"
    yield "Submits and verdicts that were refused", f"{submit['errors']}", "0"
    yield f"Verdict with all that follows, at attempt {measure.ATTEMPTS}", _ms(numbers["verdict_ms"]), ""
    if "data" in numbers:
        data = numbers["data"]
        size = f"{data['submissions']:,} submissions of {data['learners']} learners, {data['mb']} MB"
        yield "Dashboards, asked with", size, ""
        for name, times in numbers["dashboards_ms"].items():
            yield name, f"{_ms(times)}, first {times['first']} ms", f"≤ {SLOWEST_MS} ms, aim {AIM_MS} ms"


def _ms(times: dict[str, Any]) -> str:
    return f"p50 {times['p50']} ms, p95 {times['p95']} ms"

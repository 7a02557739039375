"""Item analysis against independent computations, and submissions over time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import fakes
import numpy as np
import pytest
from class_world import ADA, BEN, CHEN, COURSE, EVE, INES, NOON, TOM, a_course, homework
from insight_world import SHAPE, VALUES, emptied, hand_in, judged

from grader.course.classroom import bootstrap
from grader.course.classroom.insight import LEAST, NUMBERS, Estimate, Insight, Item, analysed
from grader.errors import NotAllowed
from grader.model import CheckFacts, Exercise, Kind, Outcome, Text
from grader.store import Store, assignments, audit

WORD = Text("a", "a")
Row = tuple[str, str, int, bool, int, int | None, int]


def exercise(id: str, minutes: int = 10) -> Exercise:
    facts = (CheckFacts("a", WORD, 6), CheckFacts("b", WORD, 4, hidden=True))
    return Exercise(id, "c", Kind.FUNCTION, WORD, WORD, WORD, (), WORD, facts, minutes=minutes)


FIVE = tuple(exercise(f"e{n}") for n in range(5))


def a_class(learners: int, seed: int = 1) -> list[Row]:
    """Five exercises, tried by most; who is able passes more, and sooner."""
    rng = np.random.default_rng(seed)
    rows: list[Row] = []
    for n in range(learners):
        ability = rng.normal()
        for e in range(5):
            if rng.random() < 0.15:
                continue
            passed = bool(rng.random() < 1 / (1 + np.exp(e / 2 - 1 - ability)))
            attempts = int(rng.integers(1, 7))
            at = int(rng.integers(1, attempts + 1)) if passed else None
            rows.append(
                (f"p{n}", f"e{e}", 10 if passed else int(rng.integers(0, 10)), passed, attempts, at, 60 + 37 * n)
            )
    return rows


def only(rows: list[Row], exercises: tuple[Exercise, ...] = FIVE, tallies: Any = None) -> dict[str, Item]:
    return {item.exercise: item for item in analysed(rows, tallies or {}, exercises)}


# ---------- The numbers ----------


def plainly(rows: list[Row], id: str, learners: list[str]) -> dict[str, float]:
    """Each number of one exercise worked out learner by learner; somebody may stand in `learners` more than once."""
    by: dict[str, dict[str, Row]] = {}
    for row in rows:
        by.setdefault(row[0], {})[row[1]] = row
    passed, first, attempts, minutes, own, rest = [], [], [], [], [], []
    for learner in learners:
        done = by.get(learner, {})
        if id not in done:
            continue
        _, _, best, has_passed, tries, at, active = done[id]
        passed.append(has_passed)
        first.append(at == 1)
        attempts.append(at if at is not None else tries)
        if has_passed:
            minutes.append(active / 60)
        others = [one[2] / 10 for name, one in done.items() if name != id]
        if len(others) >= 3:
            own.append(best / 10)
            rest.append(float(np.mean(others)))
    return {
        "passed": float(np.mean(passed)),
        "first_try": float(np.mean(first)),
        "attempts": float(np.median(attempts)),
        "minutes": float(np.median(minutes)),
        "discrimination": float(np.corrcoef(own, rest)[0, 1]),
    }


@pytest.mark.parametrize("name", NUMBERS)
def test_number_is_what_a_plain_count_says(name: str) -> None:
    rows = a_class(160)
    everybody = sorted({row[0] for row in rows}, key=lambda id: int(id[1:]))
    for id, item in only(rows).items():
        assert getattr(item, name).value == pytest.approx(plainly(rows, id, everybody)[name])


@pytest.mark.parametrize("name", NUMBERS)
def test_interval_is_that_of_a_plain_bootstrap_over_the_same_draws(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap, "DRAWS", 120)
    monkeypatch.setattr(bootstrap.weights_of, "__defaults__", (120, 5))
    rows = a_class(110)
    everybody = list(dict.fromkeys(row[0] for row in rows))
    drawn = np.random.default_rng(5).integers(0, len(everybody), (120, len(everybody)))
    again = [plainly(rows, "e2", [everybody[n] for n in draw])[name] for draw in drawn]
    found: Estimate = getattr(only(rows)["e2"], name)
    assert [found.low, found.high] == pytest.approx(list(np.percentile(again, (5, 95))))


def test_interval_holds_the_truth_about_nine_times_in_ten() -> None:
    rng = np.random.default_rng(8)
    held = 0
    for _ in range(200):
        values = (rng.random((50, 1)) < 0.4).astype(float)
        low, high = bootstrap.bounds(bootstrap.means(values, bootstrap.weights_of(50, 300, int(rng.integers(2**31)))))
        held += bool(low[0] <= 0.4 <= high[0])
    assert 165 <= held <= 197


def test_same_class_gives_the_same_interval_again() -> None:
    assert analysed(a_class(40), {}, FIVE) == analysed(a_class(40), {}, FIVE)


@pytest.mark.parametrize("weights", [[1, 1, 1, 1], [2, 1, 1, 0], [0, 0, 0, 4], [4, 0, 0, 0], [0, 2, 2, 0]])
def test_weighted_median_is_that_of_the_drawn_values(weights: list[int]) -> None:
    values = np.array([[7.0], [1.0], [3.0], [3.5]])
    drawn = np.repeat(values[:, 0], weights)
    assert bootstrap.medians(values, np.array([weights], float))[0, 0] == np.median(drawn)


def test_discrimination_is_high_where_the_able_pass_and_below_zero_where_they_fail() -> None:
    rows: list[Row] = [
        (f"p{n}", f"e{e}", 10 if (n >= 30) != (e == 0) else n % 5, (n >= 30) != (e == 0), 1, 1, 60)
        for n in range(60)
        for e in range(5)
    ]
    found = only(rows)
    assert (found["e0"].discrimination.high or 1) < 0 < 0.3 < (found["e4"].discrimination.low or 0)


# ---------- What is not said ----------


def test_nothing_is_said_of_fewer_than_thirty_learners() -> None:
    item = only(a_class(LEAST - 1))["e0"]
    assert {(getattr(item, name).value, getattr(item, name).why) for name in NUMBERS} == {(None, "few")}
    assert (item.tried <= 29, item.findings) == (True, ())


def test_a_number_that_rests_on_fewer_than_the_others_is_left_out_alone() -> None:
    rows: list[Row] = [(f"p{n}", "e0", 10, n < 20, 2, 2 if n < 20 else None, 60) for n in range(40)]
    item = only(rows)["e0"]
    assert (item.passed.value, item.minutes.n, item.minutes.why) == (0.5, 20, "few")


def test_no_discrimination_where_everybody_has_the_same_points() -> None:
    rows: list[Row] = [(f"p{n}", f"e{e}", 10, True, 1, 1, 60) for n in range(40) for e in range(5)]
    assert only(rows)["e0"].discrimination.why == "alike"


def test_exercise_that_nobody_tried_or_that_left_the_course_is_no_item() -> None:
    rows = a_class(40) + [("p1", "gone", 1, False, 1, None, 60)]
    assert list(only(rows, (*FIVE, exercise("new")))) == [one.id for one in FIVE]


@pytest.mark.parametrize(
    ("passing", "code"), [(8, "hard"), (18, None), (40, "easy"), (37, None)], ids=["few", "close", "all", "nearly all"]
)
def test_finding_needs_the_whole_interval(passing: int, code: str | None) -> None:
    rows: list[Row] = [
        (f"p{n}", "e0", 10 * (n < passing), n < passing, 1, 1 if n < passing else None, 60) for n in range(40)
    ]
    found = set(only(rows)["e0"].findings) & {"hard", "easy"}
    assert found == ({code} if code else set())


@pytest.mark.parametrize(("attempts", "minutes", "codes"), [(6, 30, ("many", "long")), (1, 5, ("easy",))])
def test_finding_speaks_of_many_attempts_and_of_long_work(attempts: int, minutes: int, codes: tuple[str, ...]) -> None:
    rows: list[Row] = [(f"p{n}", "e0", 10, True, attempts, attempts, 60 * minutes) for n in range(40)]
    assert only(rows)["e0"].findings == codes


def test_check_counts_what_was_decided_and_not_what_was_skipped() -> None:
    tallies = {"e0": {"b": {"passed": 3, "failed": 1, "timeout": 1, "skipped": 9, "internal": 2}, "a": {"skipped": 2}}}
    (rate,) = only(a_class(40), tallies=tallies)["e0"].checks
    assert (rate.id, rate.passed, rate.decided) == ("b", 3, 5)


# ---------- From the store ----------


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = a_course(tmp_path_factory.mktemp("data"))
    yield store
    store.close()


@pytest.fixture
def store(opened: Store) -> Store:
    return emptied(opened)


@pytest.fixture
def insight(store: Store) -> Insight:
    return Insight(fakes.FakeCatalog(), store)


def tried(insight: Insight, **wanted: str) -> dict[str, int]:
    return {item.exercise: item.tried for item in insight.items(INES.id, **wanted)}


def assign(store: Store, *parts: str) -> None:
    one = homework(parts=[{"exercise": part, "points": 1} for part in parts])
    dates = (one.opens, one.due, one.closes)
    store.write(lambda c: assignments.save(c, COURSE, one.id, dates, one.model_dump_json())).result()


def test_learners_of_the_course_are_counted_and_staff_are_not(store: Store, insight: Insight) -> None:
    for who in (ADA, BEN, CHEN, TOM, EVE):
        hand_in(store, who, judged({"random": SHAPE}))
    assert tried(insight) == {"corr2d": 3}


def test_section_and_assignment_narrow_the_items(store: Store, insight: Insight) -> None:
    for who in (ADA, CHEN):
        hand_in(store, who, judged({}))
    hand_in(store, ADA, judged({}, exercise="edges-mcq"))
    assign(store, "edges-mcq")
    assert (tried(insight, section="B"), tried(insight, assignment="hw-1")) == ({"corr2d": 1}, {"edges-mcq": 1})


def test_a_new_verdict_is_in_the_numbers_at_once(store: Store, insight: Insight) -> None:
    hand_in(store, ADA, judged({}))
    before = tried(insight)
    hand_in(store, BEN, judged({}))
    assert (before, tried(insight)) == ({"corr2d": 1}, {"corr2d": 2})


def test_nothing_is_worked_out_again_until_something_changes(
    store: Store, insight: Insight, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []

    def counted(*_: object) -> tuple[Item, ...]:
        calls.append(1)
        return ()

    monkeypatch.setattr("grader.course.classroom.insight.analysed", counted)
    hand_in(store, ADA, judged({}))
    for _ in range(3):
        insight.items(INES.id)
    store.write(lambda c: audit.note(c, COURSE, INES.id, "regrade.applied", "1", NOON)).result()
    insight.items(INES.id)
    assert len(calls) == 2


def test_check_tallies_of_the_course_reach_the_item(store: Store, insight: Insight) -> None:
    hand_in(store, ADA, judged({"random": VALUES, "edges": Outcome.SKIPPED}))
    hand_in(store, BEN, judged({}))
    (item,) = insight.items(INES.id)
    assert {rate.id: (rate.passed, rate.decided) for rate in item.checks if rate.id in ("random", "edges")} == {
        "random": (1, 2),
        "edges": (1, 1),
    }


def test_quiet_days_stand_in_the_timeline_too(store: Store, insight: Insight) -> None:
    hand_in(store, ADA, judged({"random": VALUES}), hours=-72)
    hand_in(store, ADA, judged({}), hours=0)
    days = insight.timeline(INES.id).days
    assert [(one.day[-2:], one.submissions, one.passed) for one in days] == [
        ("27", 1, 0),
        ("28", 0, 0),
        ("01", 0, 0),
        ("02", 1, 1),
    ]


def test_due_day_is_that_of_the_courses_own_clock(store: Store, insight: Insight) -> None:
    late = NOON + timedelta(hours=11, minutes=30)  # half past midnight in Berlin
    one = homework(due=late)
    store.write(
        lambda c: assignments.save(c, COURSE, one.id, (one.opens, late, one.closes), one.model_dump_json())
    ).result()
    assert [due.day for due in insight.timeline(INES.id).due] == ["2026-03-03"]


def test_timeline_of_an_assignment_counts_its_own_exercises(store: Store, insight: Insight) -> None:
    hand_in(store, ADA, judged({}))
    hand_in(store, ADA, judged({}, exercise="edges-mcq"))
    assign(store, "edges-mcq")
    assert [one.submissions for one in insight.timeline(INES.id, assignment="hw-1").days] == [1]


@pytest.mark.parametrize("who", [ADA.id, "p-nobody"])
def test_learner_and_stranger_are_told_nothing(insight: Insight, who: str) -> None:
    for ask in (
        lambda: insight.items(who),
        lambda: insight.timeline(who),
        lambda: insight.assignments(who),
    ):
        with pytest.raises(NotAllowed):
            ask()


def test_another_course_is_told_nothing_of_this_one(store: Store, insight: Insight) -> None:
    hand_in(store, ADA, judged({}))
    assert (insight.items(EVE.id), insight.timeline(EVE.id).days) == ((), ())

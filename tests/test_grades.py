"""Grades follow from submissions, dates and late policy, whatever came first."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal

import pytest
from class_world import ADA, BEN, COURSE, INES, NOON, a_course, homework, submit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Table, insert, select
from store_world import FakeCourse, handed_in, internal, verdict

from grader.course.homework import grades
from grader.course.homework.assignment import Assignment
from grader.course.homework.homework import Homework, NewDates
from grader.course.learning.grading import GRADER
from grader.course.people.roster import Roster
from grader.model import Person, Role
from grader.store import Store, assignments, people, submissions
from grader.store import grades as rows
from grader.store import schema as tables
from grader.store.assignments import Extension
from grader.store.grades import GradeRow

TEN_A_DAY: dict[str, Any] = {"percent_per_day": 10}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = a_course(tmp_path)
    yield made
    made.close()


def at(hours: float) -> Any:
    return NOON + timedelta(hours=hours)


def set_homework(store: Store, *assignments: Assignment, now: float = 0) -> Homework:
    use = Homework(FakeCourse(), store, clock=lambda: at(now))
    use.save(INES.id, *assignments)
    return use


def grade(store: Store, who: Person = ADA, exercise: str = "corr2d", assignment: str = "hw-1") -> GradeRow | None:
    with store.read() as connection:
        return rows.of_learner(connection, who.id).get((assignment, exercise))


def points(store: Store, **where: Any) -> float | None:
    found = grade(store, **where)
    return None if found is None else found.points


def test_grade_is_the_share_of_the_points_that_the_exercise_is_worth(store: Store) -> None:
    set_homework(store, homework())
    submit(store, ADA, 3)
    assert points(store) == 6.0


def test_later_worse_submission_does_not_lower_the_best(store: Store) -> None:
    set_homework(store, homework())
    first = submit(store, ADA, 4, hours=-2)
    submit(store, ADA, 1, hours=-1)
    found = grade(store)
    assert found and (found.points, found.submission, found.attempts) == (8.0, first, 2)


def test_better_but_late_submission_counts_only_if_it_is_worth_more(store: Store) -> None:
    set_homework(store, homework(late=TEN_A_DAY))
    submit(store, ADA, 4, hours=-1)
    submit(store, ADA, 5, hours=60)
    assert points(store) == 8.0  # 10 · 70 % = 7


def test_last_counts_where_the_assignment_says_so(store: Store) -> None:
    set_homework(store, homework(counts="last"))
    submit(store, ADA, 4, hours=-2)
    submit(store, ADA, 1, hours=-1)
    assert points(store) == 2.0


def test_newest_counts_until_the_learner_chooses(store: Store) -> None:
    use = set_homework(store, homework(counts="chosen"))
    first = submit(store, ADA, 4, hours=-2)
    submit(store, ADA, 1, hours=-1)
    before = points(store)
    use.choose(ADA.id, "hw-1", "corr2d", first)
    assert (before, points(store)) == (2.0, 8.0)


@pytest.mark.parametrize("hours", [-7 * 24 - 0.01, 72.01])
def test_submission_outside_the_dates_is_practice(store: Store, hours: float) -> None:
    set_homework(store, homework())
    submit(store, ADA, 5, hours=hours)
    assert grade(store) is None


def test_submission_made_before_closing_counts_though_graded_after_it(store: Store) -> None:
    set_homework(store, homework(closes=NOON))
    submit(store, ADA, 5, hours=-1e-7 / 3600)  # its verdict comes a second later
    assert points(store) == 10.0


def test_fault_of_ours_is_no_attempt_and_no_grade(store: Store) -> None:
    set_homework(store, homework())
    id = submit(store, ADA, 2, hours=-2)
    failed = store.add_submission(_another(store, id))
    store.save_verdict(failed, internal(), GRADER, at(0), grades.after_verdict).result()
    found = grade(store)
    assert found and (found.submission, found.attempts) == (id, 1)


def _another(store: Store, id: int) -> Any:
    before = store.submission(id)
    assert before is not None
    return handed_in(before.learner, before.exercise, (at(-1) - handed_in().at).total_seconds() / 60)


def test_extension_given_afterwards_takes_lateness_back(store: Store) -> None:
    use = set_homework(store, homework(late=TEN_A_DAY))
    submit(store, ADA, 5, hours=30)
    before = points(store)
    use.extend(INES.id, "hw-1", NewDates("learner", ADA.id, due=at(48)))
    after = points(store)
    use.withdraw(INES.id, "hw-1", "learner", ADA.id)
    assert (before, after, points(store)) == (8.0, 10.0, 8.0)


def test_own_extension_wins_over_the_section_s_and_leaves_others_alone(store: Store) -> None:
    use = set_homework(store, homework(late=TEN_A_DAY))
    for who in (ADA, BEN):
        submit(store, who, 5, hours=30)
    use.extend(INES.id, "hw-1", NewDates("section", "A", due=at(24)))
    use.extend(INES.id, "hw-1", NewDates("learner", ADA.id, due=at(48)))
    assert (points(store, who=ADA), points(store, who=BEN)) == (10.0, 9.0)


def test_learner_who_moves_to_another_section_has_its_dates(store: Store) -> None:
    use = set_homework(store, homework(late=TEN_A_DAY))
    submit(store, ADA, 5, hours=30)
    use.extend(INES.id, "hw-1", NewDates("section", "B", due=at(48)))
    before = points(store)
    Roster(store).change(INES.id, ADA.id, section="B")
    assert (before, points(store)) == (8.0, 10.0)


BANKED: dict[str, Any] = {"percent_per_day": 10, "uses_bank": True}


def test_bank_pays_in_the_order_in_which_assignments_are_due(store: Store) -> None:
    later = homework("hw-2", due=at(24), closes=at(96), late=BANKED, parts=[{"exercise": "edges", "points": 10}])
    set_homework(store, later, homework(late=BANKED, parts=[{"exercise": "corr2d", "points": 10}]))
    _bank(store, 2)
    submit(store, ADA, 5, exercise="edges", hours=24 + 47)  # two days late: the bank pays both
    before = points(store, exercise="edges", assignment="hw-2")
    submit(store, ADA, 5, hours=1)  # due earlier, one day late: one of the days goes here
    found = grade(store, exercise="edges", assignment="hw-2")
    assert before == 10.0 and points(store) == 10.0
    assert found and (found.days_late, found.days_banked, found.points) == (2, 1, 9.0)


def test_days_of_one_assignment_are_paid_once_for_all_its_exercises(store: Store) -> None:
    set_homework(store, homework(late=BANKED))
    _bank(store, 1)
    submit(store, ADA, 5, hours=1)
    submit(store, ADA, 5, exercise="edges", hours=2)
    assert (points(store), points(store, exercise="edges")) == (10.0, 10.0)


def _bank(store: Store, days: int) -> None:
    def work(connection: Any) -> None:
        people.add_course(connection, COURSE, "Autumn", "Europe/Berlin", NOON, late_days=days)
        grades.refresh_all(connection, COURSE)

    store.write(work).result()


def test_verdict_of_another_grader_changes_the_grade(store: Store) -> None:
    set_homework(store, homework())
    id = submit(store, ADA, 2)
    store.save_verdict(id, verdict(5), "2", at(1), grades.after_verdict).result()
    assert points(store) == 10.0


def test_exercise_taken_out_of_an_assignment_has_no_grade_there(store: Store) -> None:
    set_homework(store, homework())
    submit(store, ADA, 5)
    set_homework(store, homework(parts=[{"exercise": "edges", "points": 10}]))
    assert grade(store) is None


# ---------- incremental == rebuilt ----------

_numbers = itertools.count(1)
HOURS = st.sampled_from([-200.0, -50.0, -1.0, 0.0, 5.0, 23.99, 25.0, 47.0, 60.0, 71.0, 90.0, 130.0])
LATE = st.sampled_from([{}, TEN_A_DAY, BANKED, {**BANKED, "grace_minutes": 400, "floor_percent": 50}])
STEPS = st.one_of(
    st.tuples(st.just("submit"), st.integers(0, 1), st.sampled_from(["corr2d", "edges"]), HOURS, st.integers(0, 5)),
    st.tuples(st.just("extend"), st.sampled_from(["hw-1", "hw-2"]), st.booleans(), HOURS),
    st.tuples(st.just("withdraw"), st.sampled_from(["hw-1", "hw-2"]), st.booleans()),
    st.tuples(st.just("save"), st.sampled_from(["hw-1", "hw-2"]), LATE, st.sampled_from(["best", "last", "chosen"])),
    st.tuples(st.just("bank"), st.integers(0, 3)),
)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(STEPS, min_size=4, max_size=12))
def test_grades_kept_up_to_date_equal_grades_from_nothing(store: Store, steps: list[Any]) -> None:
    course = f"c{next(_numbers)}"
    both = [Person(f"{course}-{i}", course, Role.LEARNER, section="S") for i in (0, 1)]

    def work(connection: Any) -> int:
        """In one transaction, so that an example waits for the disk once."""
        _bank_of(connection, course, 1)
        for one in both:
            people.add(connection, one, NOON)
        _save(connection, course, homework(late=BANKED))
        _save(connection, course, homework("hw-2", due=at(24), closes=at(96), late=TEN_A_DAY))
        for step in steps:
            _do(connection, course, both, step)
        return grades.rebuild(connection, course)

    assert store.write(work).result() == 0


def _do(connection: Any, course: str, both: list[Person], step: Any) -> None:
    match step:
        case ("submit", who, exercise, hours, score):
            hand_in(connection, both[who], exercise, hours, score)
        case ("extend", id, to_one, hours):
            kind, target = _target(both, to_one)
            assignments.extend(connection, course, Extension(id, kind, target, None, at(hours), None, "", "p", NOON))
            if to_one:
                grades.refresh(connection, course, target, assignment=id)
            else:
                grades.refresh_all(connection, course, id)
        case ("withdraw", id, to_one):
            kind, target = _target(both, to_one)
            assignments.withdraw(connection, course, id, kind, target)
            grades.refresh_all(connection, course, id)
        case ("save", id, late, counts):
            due = NOON if id == "hw-1" else at(24)
            _save(connection, course, homework(id, due=due, closes=at(96), late=late, counts=counts))
        case ("bank", days):
            _bank_of(connection, course, days)
            grades.refresh_all(connection, course)


def _target(both: list[Person], to_one: bool) -> tuple[Literal["section", "learner"], str]:
    return ("learner", both[0].id) if to_one else ("section", "S")


def _save(connection: Any, course: str, one: Assignment) -> None:
    assignments.save(connection, course, one.id, (one.opens, one.due, one.closes), one.model_dump_json())
    grades.refresh_all(connection, course, one.id)


def _bank_of(connection: Any, course: str, days: int) -> None:
    people.add_course(connection, course, course, "Europe/Berlin", NOON, late_days=days)


def hand_in(connection: Any, who: Person, exercise: str, hours: float, score: int) -> None:
    """A submission with its verdict, inside a transaction."""
    minutes = (at(hours) - handed_in().at).total_seconds() / 60
    id = submissions.add(connection, handed_in(who.id, exercise, minutes))
    judged = verdict(score, exercise=exercise)
    submissions.save_verdict(connection, id, judged, GRADER, at(hours), grades.after_verdict)


def _other(table: Table, n: int) -> dict[str, Any]:
    return {"key": f"many-{n}"} if table is tables.submissions else {"score": n % 5}


def test_refresh_with_many_attempts_is_fast(store: Store) -> None:
    set_homework(store, homework(late=BANKED))

    def timed(connection: Any) -> float:
        hand_in(connection, ADA, "corr2d", -100, 0)
        for table, mine in ((tables.submissions, "id"), (tables.verdicts, "submission")):
            first = dict(connection.execute(select(table)).mappings().one())
            more = [first | {mine: first[mine] + n, "at": at(n - 100), **_other(table, n)} for n in range(1, 72)]
            connection.execute(insert(table), more)
        spent = []
        for _ in range(5):
            started = time.thread_time()
            grades.refresh(connection, COURSE, ADA.id, "corr2d")
            spent.append(time.thread_time() - started)
        return min(spent)

    assert store.write(timed).result() < 0.006  # 1.5 ms on a machine that does nothing else

"""What was acknowledged survives kill -9: a child writes and says what it was promised, until it is killed."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from class_world import COURSE, NOON, a_course, homework
from proof import count, record
from sqlalchemy import func, select
from store_world import CODE, FakeCourse, FakeGrader, until, verdict

from grader.course import Learning
from grader.course.homework import grades
from grader.course.learning.grading import GRADER
from grader.model import Person, Role
from grader.store import Connection, Store, assignments, people
from grader.store.schema import submissions, verdicts
from grader.store.schema_courses import grades as grades_table

ROUNDS, DEADLINES = count(4, 20), count(2, 20)
TESTS = Path(__file__).parent
VICTIM = """
import sys, threading
from pathlib import Path
from store_world import CODE, at, handed_in, verdict
from grader.store import Store

store, gate = Store.open(Path(sys.argv[1])), threading.Lock()

def say(*words):
    with gate:
        print(*words, flush=True)

def work(n):
    while True:
        id = store.add_submission(handed_in(f"learner-{n}", key=f"{sys.argv[2]}-{n}-{next(count)}"))
        say("saved", id)
        store.save_verdict(id, verdict(), "1", at(1)).result()
        say("graded", id)

from itertools import count as numbers
count = numbers()
for n in range(4):
    threading.Thread(target=work, args=(n,)).start()
"""


def acknowledged_until_killed(folder: Path, round: int) -> list[tuple[str, int]]:
    """Start the victim, kill it at a random moment → what it had said by then."""
    command = [sys.executable, "-c", VICTIM, str(folder), str(round)]
    environment = {"PYTHONPATH": f"{TESTS.parent}:{TESTS}"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as victim:
        assert victim.stdout
        lines = [victim.stdout.readline()]
        time.sleep(random.Random(round).uniform(0.0, 0.4))
        victim.kill()
        lines += victim.stdout.readlines()
    whole = [line.split() for line in lines if line.endswith("\n")]
    return [(word, int(id)) for word, id in whole]


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[str, int]]]:
    """A folder that saw several kills, and everything that was acknowledged in it."""
    folder = tmp_path_factory.mktemp("killed")
    return folder, [said for round in range(ROUNDS) for said in acknowledged_until_killed(folder, round)]


def test_acknowledged_submission_survives_kill(after: tuple[Path, list[tuple[str, int]]]) -> None:
    store = Store.open(after[0])
    found = [store.submission(id) for word, id in after[1] if word == "saved"]
    store.close()
    assert len(found) >= ROUNDS and all(one is not None and one.answer == CODE for one in found)


def test_acknowledged_verdict_survives_kill(after: tuple[Path, list[tuple[str, int]]]) -> None:
    store = Store.open(after[0])
    found = [store.submission(id) for word, id in after[1] if word == "graded"]
    store.close()
    assert found and all(one is not None and one.verdict is not None for one in found)


def test_progress_is_right_after_kill(after: tuple[Path, list[tuple[str, int]]]) -> None:
    store = Store.open(after[0])
    before = [store.standings(f"learner-{n}") for n in range(4)]
    store.rebuild_rollups()
    rebuilt = [store.standings(f"learner-{n}") for n in range(4)]
    store.close()
    assert before == rebuilt


# ---------- at the deadline of a class ----------

CROWD = 12
AT_THE_DEADLINE = """
import sys, threading, time
from concurrent.futures import Future
from itertools import count
from pathlib import Path
from store_world import CODE, FakeCourse, FakeGrader, at, verdict
from grader.course import Learning
from grader.errors import Declined
from grader.store import Store

class Judge(FakeGrader):
    # each answer takes its time, so that a kill finds some handed in, some judged, some saved
    def grade(self, exercise, answer, /, **how):
        future = Future()
        threading.Timer(0.02, lambda: future.set_result(verdict(5, exercise=exercise))).start()
        return future

store, gate = Store.open(Path(sys.argv[1])), threading.Lock()
learning = Learning(FakeCourse(), store, Judge(), clock=lambda: at(24 * 60))
learning.start()

def hand_in(n):
    for turn in count():
        key = f"{sys.argv[2]}-{turn}"
        try:
            id = learning.submit(f"p-{n}", ("corr2d", "edges")[turn % 2], CODE, key)
        except Declined:
            time.sleep(0.005)
            continue
        with gate:
            print(f"p-{n}", key, flush=True)

for n in range(int(sys.argv[3])):
    threading.Thread(target=hand_in, args=(n,)).start()
"""


def hand_in_until_killed(folder: Path, round: int) -> list[tuple[str, str]]:
    """A class hands in, its server is killed → learner and key of everything that was acknowledged."""
    command = [sys.executable, "-c", AT_THE_DEADLINE, str(folder), str(round), str(CROWD)]
    environment = {"PYTHONPATH": f"{TESTS.parent}:{TESTS}"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as victim:
        assert victim.stdout
        lines = [victim.stdout.readline() for _ in range(CROWD)]
        time.sleep(random.Random(round).uniform(0.05, 0.5))
        victim.kill()
        lines += victim.stdout.readlines()
    whole = [line.split() for line in lines if line.endswith("\n")]
    return [(learner, key) for learner, key in whole]


@pytest.fixture(scope="module")
def deadline(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, list[tuple[str, str]], int]:
    """A class whose server was killed again and again, started once more: what it had promised, and how much was open."""
    folder = tmp_path_factory.mktemp("deadline")
    store, work = a_course(folder), homework(late={"grace_minutes": 5})

    def fill(connection: Connection) -> None:
        people.add_all(connection, [Person(f"p-{n}", COURSE, Role.LEARNER) for n in range(CROWD)], NOON)
        assignments.save(connection, COURSE, work.id, (work.opens, work.due, work.closes), work.model_dump_json())

    store.write(fill).result()
    store.close()
    said = [pair for round in range(DEADLINES) for pair in hand_in_until_killed(folder, round)]
    store = Store.open(folder)
    was_open = len(store.open_submissions(NOON))
    learning = Learning(FakeCourse(), store, FakeGrader(verdict(5)), clock=lambda: NOON, every_s=0.02)
    learning.start()
    assert until(lambda: not store.open_submissions(NOON))
    learning.close()
    record("kill-at-deadline", rounds=DEADLINES, acknowledged=len(said), open=was_open)
    return store, said, was_open


Deadline = tuple[Store, list[tuple[str, str]], int]


def test_everything_acknowledged_at_the_deadline_is_there(deadline: Deadline) -> None:
    store, said, _ = deadline
    assert len(said) >= DEADLINES * CROWD and all(store.submission_with_key(*pair) for pair in said)


def test_kill_found_submissions_without_a_verdict(deadline: Deadline) -> None:
    assert deadline[2] > 0


def test_every_submission_has_one_verdict_after_the_restart(deadline: Deadline) -> None:
    with deadline[0].read() as connection:
        handed_in = connection.execute(select(func.count()).select_from(submissions)).scalar_one()
        judged = select(func.count(), func.count(func.distinct(verdicts.c.submission))).where(
            verdicts.c.grader == GRADER
        )
        assert tuple(connection.execute(judged).one()) == (handed_in, handed_in)


def test_everybody_has_a_grade_for_each_exercise_that_was_acknowledged(deadline: Deadline) -> None:
    with deadline[0].read() as connection:
        rows = connection.execute(select(grades_table.c.learner, grades_table.c.exercise, grades_table.c.points))
        found = {(learner, exercise): points for learner, exercise, points in rows}
    acknowledged = {(learner, ("corr2d", "edges")[int(key.rsplit("-", 1)[1]) % 2]) for learner, key in deadline[1]}
    assert acknowledged <= found.keys() and set(found.values()) == {10.0}


def test_rollups_are_right_after_the_restart(deadline: Deadline) -> None:
    wrong = deadline[0].rebuild_rollups().wrong
    assert wrong == 0 == deadline[0].write(lambda connection: grades.rebuild(connection, COURSE)).result()

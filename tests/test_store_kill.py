"""What was acknowledged survives kill -9: a child writes and says what it was promised, until it is killed."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from store_world import CODE

from grader.store import Store

ROUNDS = 4
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

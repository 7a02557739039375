"""What must happen: a cell inherits nothing, and whatever dies, nothing of a pool is left. The attacks are in `attacks`.

Loopback only, bounded, and nothing is killed but what was started here, by pidfd.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.sandbox.handles import ZygoteProcess
from grader.sandbox.jail import Walls
from grader.sandbox.pool import CellCase, Job, JobRun, Pool, Ran

HEAD = """
import ctypes, errno, mmap, os, resource, select, signal, socket, threading

libc = ctypes.CDLL(None, use_errno=True)

def checked(result):
    if result < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return result
"""


def attack(body: str, *args: Any) -> Job:
    """A program whose `f` says done when its attack worked."""
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    return Job(f"{HEAD}\ndef f(*args):\n{lines}\n    return 'done'\n", "f", (CellCase(list(args)),), policy=False)


def outcome(run: JobRun) -> Any:
    ended = run.cases[0]
    return ended.value if ended.ran is Ran.RETURNED else ended.ran


def test_only_two_pipes_are_open(pool: Pool) -> None:
    body = "found = []\nfor fd in range(64):\n    try:\n        os.lseek(fd, 0, 1)\n        found.append(-fd)\n    except OSError as error:\n        found += [fd] * (error.errno == errno.ESPIPE)\nreturn found"
    assert outcome(pool.run(attack(body))) == [0, 1]


def test_environment_holds_nothing_of_ours(mortal: Pool) -> None:
    known = {
        "PATH",
        "LANG",
        "PYTHONPATH",
        "CUDA_VISIBLE_DEVICES",
        "PYTHONDONTWRITEBYTECODE",
        "OMP_NUM_THREADS",
        "MKL_NUM_THREADS",
    }
    known |= {"OPENBLAS_NUM_THREADS", "LC_CTYPE"}
    found = outcome(mortal.run(attack("return sorted(os.environ)")))
    assert {name for name in found if not name.startswith(("KMP_", "TORCH", "CUDA_"))} <= known


SECRET = ("dojo-secret-", "7c1e55aa90")
SCAN = """
def scan(first, second):
    hits = 0
    for line in open("/proc/self/maps"):
        place, rights = line.split()[:2]
        start, end = (int(n, 16) for n in place.split("-"))
        if rights.startswith("rw") and "[v" not in line and end - start < 1 << 28:
            memory = ctypes.string_at(start, end - start)
            at = memory.find(first)
            while at >= 0:
                hits += memory[at + len(first) : at + len(first) + len(second)] == second
                at = memory.find(first, at + 1)
            del memory
    return hits
"""


def test_memory_of_a_cell_holds_no_secret_of_the_judge(mortal: Pool) -> None:
    halves = [part.encode() for part in SECRET]
    marker = [b"def corr2d(X, K):\n    h,", b" w = K.shape\n    Y = torch"]  # a text that every zygote holds
    job = Job(HEAD + SCAN, "scan", (CellCase(list(marker)), CellCase(list(halves))), policy=False, cpu_s=20, total_s=60)
    found, secrets = mortal.run_behind(job, Walls.NONE).cases
    assert isinstance(found.value, int) and found.value > 0
    assert secrets.value == 0


@pytest.fixture(scope="module")
def mortal() -> Iterator[Pool]:
    """A pool of its own: its judge holds a secret, and its zygote gets killed."""
    os.environ["DOJO_SECRET"] = "".join(SECRET)
    try:
        with Pool() as own:
            own.run(Job(f"x = {''.join(SECRET)!r}", None))
            yield own
    finally:
        del os.environ["DOJO_SECRET"]


def ended(pidfd: int, within_s: float = 10.0) -> bool:
    """Whether the process of a pidfd has ended or ends in this time."""
    return bool(select.select([pidfd], [], [], within_s)[0])


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def kill(pid: int) -> None:
    """Kill a process that this test started, through its pidfd, and wait for its end."""
    pidfd = os.pidfd_open(pid)
    signal.pidfd_send_signal(pidfd, signal.SIGKILL)
    assert ended(pidfd)
    os.close(pidfd)


def test_pool_goes_on_after_its_zygote_was_killed(mortal: Pool) -> None:
    before = mortal.facts()["pid"]
    kill(before)
    run = mortal.run(Job("def f(n): return n", "f", (CellCase([4]),)))
    assert (run.cases[0].value, mortal.facts()["pid"] != before) == (4, True)


def test_job_is_run_again_when_its_zygote_dies_under_it(mortal: Pool) -> None:
    source = "import time\ndef f(n):\n    time.sleep(1.0)\n    return n"
    got: list[JobRun] = []
    thread = threading.Thread(target=lambda: got.append(mortal.run(Job(source, "f", (CellCase([1]), CellCase([2]))))))
    thread.start()
    time.sleep(0.5)
    kill(mortal.facts()["pid"])
    thread.join(100)
    assert [case.value for case in got[0].cases] == [1, 2]


def test_close_leaves_no_process() -> None:
    own = Pool(walls=Walls.NONE)
    own.start()
    zygote = own.facts()["pid"]
    held = [os.pidfd_open(pid) for pid in (zygote, *children(zygote))]
    own.close()
    gone = [ended(pidfd, 5) for pidfd in held]
    for pidfd in held:
        os.close(pidfd)
    assert len(gone) > 1 and all(gone)


PARENT = """
import sys, threading, time
from grader.sandbox.pool import CellCase, Job, Pool
pool = Pool()
pool.start()
source = "def f():\\n    while True:\\n        pass"
threading.Thread(target=lambda: pool.run(Job(source, "f", (CellCase([]),), cpu_s=60)), daemon=True).start()
time.sleep(0.5)
print(pool.facts()["pid"], flush=True)
time.sleep(60)
"""


def test_zygote_and_running_cells_die_with_their_judge() -> None:
    root = Path(__file__).parents[1]
    with subprocess.Popen([sys.executable, "-c", PARENT], cwd=root, stdout=subprocess.PIPE, text=True) as judge:
        assert judge.stdout is not None
        zygote = int(judge.stdout.readline())
        held = [os.pidfd_open(pid) for pid in (zygote, *children(zygote))]
        judge.kill()
        gone = [ended(pidfd) for pidfd in held]
    for pidfd in held:
        os.close(pidfd)
    assert len(gone) > 2 and all(gone)


# ---------- without walls: the language tier ----------


@pytest.fixture(scope="module")
def unwalled() -> Iterator[Pool]:
    with Pool(walls=Walls.NONE) as own:
        yield own


def test_host_without_walls_is_the_language_tier(unwalled: Pool) -> None:
    assert (unwalled.isolation.tier, unwalled.isolation.layers) == ("language", ("policy",))


def test_language_tier_refuses_and_runs(unwalled: Pool) -> None:
    refused = unwalled.run(Job("import os", None)).loaded
    assert (refused, unwalled.run(Job("def f(): return 2", "f", (CellCase([]),))).cases[0].value) == (Ran.REFUSED, 2)


def test_language_tier_keeps_the_deadline(unwalled: Pool) -> None:
    run = unwalled.run(Job("def f():\n    while True:\n        pass", "f", (CellCase([]),), cpu_s=0.3))
    assert run.cases[0].ran is Ran.TIMEOUT


def test_weak_host_gets_remedies(unwalled: Pool) -> None:
    from grader.sandbox.doctor import doctor

    codes = {weak.code for weak in doctor(unwalled).weaknesses}
    assert codes == {"doctor.seccomp", "doctor.landlock", "doctor.rlimits", "doctor.language-tier"}


def test_zygote_kills_where_there_are_no_pidfds() -> None:
    zygote = ZygoteProcess(64)
    zygote.keep_waiting(1, Walls.NONE)
    cell = zygote.cell(Walls.NONE)
    held = os.pidfd_open(cell.pid)
    os.close(cell._pidfd or 0)
    cell._pidfd = None
    cell.end()
    gone = ended(held)
    os.close(held)
    zygote.close()
    assert gone

"""Runs attack programs inside a throw-away world and prints a JSON line for each program and level.

    python tests/attack_run.py --levels control policy [--rounds 1] [--only area/name …]
    python tests/attack_run.py --levels jail both no-seccomp no-rlimits rlimits-only

- control  nothing protects: no walls, no policy, the environment inherited, deadlines far off
- policy   the language policy and the deadline, no walls (the language tier)
- jail     the walls, plain Python (`python -m grader cell --no-policy`)
- both     what learners get
- no-…     some walls missing, for the programs of `SHOWING`: the proof that a hole would be seen
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import select
import signal
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import throwaway
from attack_corpus import Program, corpus
from attack_victim import Victim, fork, text_of
from attack_world import Targets, processes, secret_numbers, wait_until_gone

from grader.errors import SandboxError
from grader.sandbox import handles
from grader.sandbox.jail import Walls
from grader.sandbox.pool import CellCase, Job, Pool

MEMORY_MB = 64
LIMIT_S = 0.3
OVERRUN_S = 0.3
"""What a deadline may be passed by."""
HANG_S, CONTROL_S = 0.7, 1.5
"""How long an unprotected program runs at most: one that never ends is seen past a deadline with its overrun."""
PRINT_CAP, UNPRINTED = 65_536, 1 << 22
UNPROTECTED = ("control", "policy")
WALLS = {
    "control": Walls.NONE,
    "policy": Walls.NONE,
    "jail": Walls.ALL,
    "both": Walls.ALL,
    "no-seccomp": Walls.RLIMITS | Walls.LANDLOCK,
    "no-rlimits": Walls.LANDLOCK | Walls.SECCOMP,
    "rlimits-only": Walls.RLIMITS,
}
SHOWING = {
    "no-seccomp": """network/udp network/netlink shared/system_v_memory shared/message processes/slow_down processes/wake
        processes/watch_by_clock kernel/keys kernel/rename_oneself environment/host_name""",
    "no-rlimits": "memory/tensor memory/list memory/mapping memory/heap memory/grow_mapping memory/huge_pages",
    "rlimits-only": "files/read files/make files/delete network/tcp processes/stop processes/read_memory proc/memory",
}
"""Level with a wall missing → programs that have their effect there."""
SETTLED_S = 5.0
TRIES = 2
"""A crash is believed when it comes again."""
NEXT = Job("def f(n): return n + 1", "f", (CellCase([1]),))
"""What the next learner hands in."""
ASKED_AGAIN = 2
"""A program that seems to run too long is asked again, and a control that shows nothing: a busy machine is late or hides an
effect once, not every time."""

WAITED: list[float] = []
"""Seconds that each cell since the last clearing was ready and had no core: a busy machine's, not an attack's."""


ENDED: set[int] = set()
"""The cells that were killed since the last settling."""


class WatchedCell(handles.CellProcess):
    """A cell that notes, when it is ended, how long it had to wait since its job began."""

    _before: float | None = None

    def cpu_s(self) -> float | None:
        if self._before is None:
            self._before = self.queued_s()
        return super().cpu_s()

    def end(self) -> None:
        WAITED.append(max(0.0, self.queued_s() - (self._before or 0.0)))
        super().end()
        ENDED.add(self.pid)


@dataclass(frozen=True, slots=True)
class Shown:
    """What one run of a program showed of itself."""

    stdout: str
    ended: str
    error: str
    seconds: float
    verdict: bool


class World:
    """Targets, victim and pool of one throw-away world, and what happens to them."""

    def __init__(self, protected: bool) -> None:
        self._secret = os.environ["DOJO_SECRET"]
        handles.CellProcess = WatchedCell  # type: ignore[misc]
        if not protected:
            library = throwaway.lend_library()
            sys.path += library.split(":")
            handles._ENVIRONMENT = os.environ | {"PYTHONPATH": f"{os.environ['PYTHONPATH']}:{library}"}
        self.pool = Pool(memory_mb=MEMORY_MB, walls=Walls.ALL if protected else Walls.NONE)
        self.pool.start()
        self._uid = int(str(self.pool.facts()["uid"]))
        self._targets = Targets(self._secret, self._uid)
        self._victim = Victim(self._secret, self._uid)
        self._untouched = self._victim.state()
        self._claim = ""

    def attack(self, program: Program, level: str) -> dict[str, Any]:
        """Run a program at a level; whether it had its effect, and how it ended."""
        shown = self._once(program, level)
        hoped_for = level == "control" or level in SHOWING
        for _ in range(ASKED_AGAIN if hoped_for or program.effect in ("time", "grader") else 0):
            if shown["effect"] == hoped_for:
                break
            shown = self._once(program, level)
        return {"program": program.name, "level": level} | shown

    def _once(self, program: Program, level: str) -> dict[str, Any]:
        self._claim = secrets.token_hex(8)
        self._end_survivors()
        if (before := self._seen())["victim"] != self._untouched:  # what another program did, too late to be its effect
            self._replace_victim()
            before = self._seen()
        ran = self._run(program, level)
        self._settle()
        after = self._seen() | {"arrivals": self._targets.arrivals(), "survivors": self._survivors()}
        effect = self._effects(ran, before, after)[program.effect]
        self._mend(before, after)
        return {
            "effect": effect,
            "ended": ran.ended,
            "said": ran.stdout[:200],
            "error": ran.error,
            "s": round(ran.seconds, 2),
        }

    # What is seen.

    def _seen(self) -> dict[str, Any]:
        zygote = int(str(self.pool.facts()["pid"]))
        return {
            "file": self._targets.files(),
            "ipc": self._targets.ipc(),
            "victim": self._victim.state(),
            "zygote": (zygote, _is_stopped(zygote)),
        }

    def _effects(self, ran: Shown, before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, bool]:
        numbers = f"127.{secret_numbers(self._secret)}"
        return {
            "leak": self._secret in ran.stdout or numbers in ran.stdout,
            "claim": self._claim in ran.stdout,
            "arrival": bool(after["arrivals"]),
            "survivor": bool(after["survivors"]),
            "time": ran.seconds > LIMIT_S + OVERRUN_S,
            "output": len(ran.stdout) > PRINT_CAP,
            "grader": not ran.verdict,
        } | {part: before[part] != after[part] for part in ("file", "ipc", "victim", "zygote")}

    def _survivors(self) -> list[int]:
        """Processes that are neither ours nor a cell."""
        alive = processes()
        ours = {os.getpid(), self._victim.pid, int(str(self.pool.facts()["pid"]))}
        return [pid for pid in alive if not ours & set(_line_of(pid, alive))]

    def _end_survivors(self) -> None:
        """Kill what outlived its cell. One may fork while the others are looked for: it takes two looks that see none."""
        deadline, clean = time.monotonic() + SETTLED_S, 0
        while clean < 2 and time.monotonic() < deadline:
            left = self._survivors()
            for pid in left:
                wait_until_gone(pid)
            clean = 0 if left else clean + 1

    def _settle(self) -> None:
        """Wait until the cells that were killed are gone: what they left behind has then become ours."""
        deadline = time.monotonic() + SETTLED_S
        while ENDED & processes().keys() and time.monotonic() < deadline:
            time.sleep(0.002)
        ENDED.clear()

    def _replace_victim(self) -> None:
        self._victim.end()
        self._victim = Victim(self._secret, self._uid)
        self._untouched = self._victim.state()

    def _mend(self, before: Mapping[str, Any], after: Mapping[str, Any]) -> None:
        """Put right what an attack changed."""
        self._end_survivors()
        if after["zygote"][1]:
            os.kill(after["zygote"][0], signal.SIGCONT)
        if before["file"] != after["file"] or before["ipc"] != after["ipc"]:
            self._targets.renew()
        if before["victim"] != after["victim"]:
            self._replace_victim()

    # How it is run.

    def _run(self, program: Program, level: str) -> Shown:
        victim = {"VICTIM": self._victim.pid, "ADDRESS": self._victim.address, "LENGTH": self._victim.length}
        own = {"CLAIM": self._claim, "LIMIT_MB": MEMORY_MB}
        text = program.aimed_at(self._targets.values() | victim | own)
        seconds, cap = (HANG_S if program.effect == "time" else CONTROL_S, UNPRINTED)
        if level == "control" and program.control == "naive":
            return self._run_naively(text, seconds)
        if level in ("policy", "jail", "both"):
            seconds, cap = LIMIT_S, PRINT_CAP
        policy = level in ("policy", "both")
        job = Job(text, None, policy=policy, cpu_s=seconds, wall_s=seconds, print_cap=cap)
        return self._run_in_cell(job, WALLS[level], asked_next=program.effect == "grader")

    def _run_in_cell(self, job: Job, walls: Walls, asked_next: bool) -> Shown:
        zygote = self.pool.facts()["pid"]
        WAITED.clear()
        try:
            run = self.pool.run(job) if walls in (Walls.ALL, Walls.NONE) else self.pool.run_behind(job, walls)
            seconds = (run.timings_ms["load"] + run.timings_ms["run"]) / 1000 - sum(WAITED)
            good = not asked_next or self.pool.run(NEXT).cases[0].value == 2
        except SandboxError as fault:
            return Shown("", "internal", str(fault), 0.0, verdict=False)
        good &= self.pool.facts()["pid"] == zygote and seconds < TRIES * job.cpu_s + OVERRUN_S
        error = f"{run.load.type or run.load.code}: {run.load.text}" if run.load else ""
        return Shown(run.stdout, run.loaded.value, error, seconds, verdict=good)

    def _run_naively(self, text: str, seconds: float) -> Shown:
        """As other graders do: the learner's code runs in the grader, which holds answers, and then says its verdict."""
        verdict = secrets.token_hex(8)
        out, into = os.pipe()
        began = time.monotonic()
        pid = fork(lambda: _grade_naively(text, self._secret, into, verdict), self._uid)
        os.close(into)
        pidfd = os.pidfd_open(pid)
        said = _read_until(out, began + seconds)
        select.select([pidfd], [], [], 0.02)
        signal.pidfd_send_signal(pidfd, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        os.close(pidfd)
        ended = f"exit {os.waitstatus_to_exitcode(status)}"
        return Shown(said, ended, "", time.monotonic() - began, verdict=said.rstrip().endswith(verdict))


def _grade_naively(text: str, answer: str, into: int, verdict: str) -> None:
    os.dup2(into, 1)
    held = os.memfd_create("answer")
    os.write(held, answer.encode())
    os.dup2(held, 3)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115
    try:
        # What the control is for: learner code in the grader's own process.
        exec(compile(text, "<learner>", "exec"), {"__name__": "learner"})
    except Exception as error:
        print("error", type(error).__name__)
    print(verdict, flush=True)


def _read_until(fd: int, deadline: float) -> str:
    data = bytearray()
    while (left := deadline - time.monotonic()) > 0 and len(data) < UNPRINTED:
        if select.select([fd], [], [], left)[0]:
            chunk = os.read(fd, 65_536)
            if not chunk:
                break
            data += chunk
    os.close(fd)
    return data.decode(errors="replace")


def _is_stopped(pid: int) -> bool:
    return text_of(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split()[:1] in (["T"], ["t"])


def _line_of(pid: int, parents: Mapping[int, int]) -> Iterator[int]:
    """A process and its ancestors, without process 1 unless it is that."""
    yield pid
    while (pid := parents.get(pid, 0)) > 1:
        yield pid


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--levels", nargs="+", choices=WALLS, required=True)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--seconds", type=int, default=200, help="how long this world may exist")
    parser.add_argument("--only", nargs="*", default=[""], help="areas or programs")
    options = parser.parse_args()
    protected = not set(UNPROTECTED) & set(options.levels)
    if not protected and set(options.levels) - set(UNPROTECTED):
        parser.error("a world has walls or none: control and policy go together, and all others")
    throwaway.enter(options.seconds)
    world = World(protected)
    for _ in range(options.rounds):
        for program in corpus():
            for level in options.levels:
                shows = level not in SHOWING or program.name in SHOWING[level].split()
                if shows and program.name.startswith(tuple(options.only)):
                    print(json.dumps(world.attack(program, level)), flush=True)
    os._exit(0)  # and with process 1 everything in here ends


if __name__ == "__main__":
    main()

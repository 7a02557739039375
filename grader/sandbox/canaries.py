"""Canaries: small attacks of our own that show, in real cells, which walls hold. Imports no torch.

A layer counts only when its canary succeeds without walls (so that it can show anything at all) and fails behind that
layer alone. The policy is tried by a program that it has to refuse.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from grader.sandbox.jail import Walls
from grader.sandbox.job import CellCase, Job, JobRun, Ran

_TRY = """
import mmap, os, socket

def attempt(action):
    try:
        action()
    except BaseException as error:
        return type(error).__name__
    return "done"

def list_root():
    os.close(os.open("/", os.O_RDONLY))

def bind():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))

def fork():
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)

def canary(room):
    return {
        "files": attempt(list_root),
        "sockets": attempt(bind),
        "processes": attempt(fork),
        "signals": attempt(lambda: os.kill(os.getppid(), 0)),
        "memory": attempt(lambda: mmap.mmap(-1, room, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS).close()),
    }
"""

_HOLDS: dict[str, tuple[Walls, tuple[str, ...]]] = {
    "seccomp": (Walls.SECCOMP, ("files", "sockets", "processes", "signals")),
    "landlock": (Walls.LANDLOCK, ("files",)),
    "rlimits": (Walls.RLIMITS, ("processes", "memory")),
}
"""Layer → its walls, and what must not work behind them alone."""

LAYERS = (*_HOLDS, "policy")
"""Every layer of the full tier."""

Runs = Callable[[Job, Walls], JobRun]


@dataclass(frozen=True, slots=True)
class Proof:
    """What a layer's canary showed: `attempts` is how each attack ended behind that layer alone."""

    layer: str
    holds: bool
    attempts: dict[str, str]


def prove(run: Runs, memory_mb: int) -> tuple[Proof, ...]:
    """Try every layer in cells of its own."""
    room = (memory_mb + 64) << 20
    free = _attempts(run, Walls.NONE, room)
    proofs = []
    for layer, (walls, attacks) in _HOLDS.items():
        behind = _attempts(run, walls, room)
        holds = all(free.get(attack) == "done" and behind.get(attack, "done") != "done" for attack in attacks)
        proofs.append(Proof(layer, holds, {attack: behind.get(attack, "no answer") for attack in attacks}))
    refused = run(Job("import os\n", None), Walls.ALL).loaded is Ran.REFUSED
    return (*proofs, Proof("policy", refused, {"import": "refused" if refused else "done"}))


def _attempts(run: Runs, walls: Walls, room: int) -> dict[str, str]:
    """How each attack ended; empty when the cell did not answer, which proves nothing."""
    value = run(Job(_TRY, "canary", (CellCase([room]),), policy=False), walls).cases[0].value
    return {key: str(ending) for key, ending in value.items()} if isinstance(value, dict) else {}


def tier_of(proofs: tuple[Proof, ...]) -> str:
    """`full` when every layer holds, else `language`."""
    return "full" if all(proof.holds for proof in proofs) else "language"

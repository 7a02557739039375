"""Canaries: small attacks of our own that show, in real cells, which walls hold. Imports no torch.

A layer counts only when its canary succeeds without walls (so that it can show anything at all) and fails behind that
layer alone. The policy is tried by a program that it has to refuse. Then everything is tried behind all walls at once,
with what a cell must not have inherited: descriptors, variables, a way to be traced or to gain rights.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from grader.model import Isolation
from grader.sandbox.jail import Walls
from grader.sandbox.job import CellCase, Job, JobRun, Ran

_TRY = """
import ctypes, mmap, os, signal, socket

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

def execute():
    pid = os.posix_spawn("/bin/sh", ["sh", "-c", ":"], {})
    os.waitpid(pid, 0)

def trace():
    if ctypes.CDLL(None).ptrace(0, 0, 0, 0) < 0:
        raise PermissionError

def found(things):
    if not things:
        raise LookupError

def is_open(fd):
    try:
        os.fstat(fd)
    except OSError:
        return False
    return True

OF_TORCH = ("TORCH", "PYTORCH", "KMP_", "CUDA_")

def inherited(names):
    prctl = ctypes.CDLL(None).prctl
    return {
        "descriptors": attempt(lambda: found([fd for fd in range(2, 4096) if is_open(fd)])),
        "variables": attempt(lambda: found([n for n in os.environ if n not in names and not n.startswith(OF_TORCH)])),
        "dumpable": attempt(lambda: found(prctl(3, 0, 0, 0, 0))),
        "new privileges": attempt(lambda: found(prctl(39, 0, 0, 0, 0) != 1)),
        "session": attempt(lambda: found(os.getsid(0) != os.getpid())),
    }

def canary(room):
    return {
        "files": attempt(list_root),
        "sockets": attempt(bind),
        "processes": attempt(fork),
        "programs": attempt(execute),
        "signals": attempt(lambda: os.kill(os.getppid(), 0)),
        "memory": attempt(lambda: mmap.mmap(-1, room, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS).close()),
        "tracing": attempt(trace),  # last: the traced stop at the next signal
    }
"""

_HOLDS: dict[str, tuple[Walls, tuple[str, ...]]] = {
    "seccomp": (Walls.SECCOMP, ("files", "sockets", "processes", "programs", "tracing", "signals")),
    "landlock": (Walls.LANDLOCK, ("files", "programs")),
    "rlimits": (Walls.RLIMITS, ("processes", "programs", "memory")),
}
"""Layer → its walls, and what must not work behind them alone."""

_FORBIDDEN_ELSEWHERE = {"programs", "tracing"}
"""What a host may forbid everybody: these need not work without walls."""

LAYERS = (*_HOLDS, "policy")
"""Every layer of the full tier."""

WHOLE = "cell"
"""The proof of a whole cell: nothing inherited, and no attack possible behind all walls."""

_INHERITED = {"descriptors", "variables", "dumpable", "new privileges", "session"}
_EVERYTHING = _INHERITED | {attack for _, attacks in _HOLDS.values() for attack in attacks}

Runs = Callable[[Job, Walls], JobRun]


@dataclass(frozen=True, slots=True)
class Proof:
    """What a layer's canary showed: `attempts` is how each attack ended behind that layer alone."""

    layer: str
    holds: bool
    attempts: dict[str, str]


def prove(run: Runs, memory_mb: int, variables: Iterable[str]) -> tuple[Proof, ...]:
    """Try every layer in cells of its own, then a whole cell. `variables` are the names that its environment may have."""
    room = CellCase([(memory_mb + 64) << 20])
    free = _attempts(run, Walls.NONE, "canary", room)
    proofs = []
    for layer, (walls, attacks) in _HOLDS.items():
        behind = _attempts(run, walls, "canary", room)
        tried = {attack: behind.get(attack, "no answer") for attack in attacks}
        can_show = all(free.get(attack) == "done" for attack in attacks if attack not in _FORBIDDEN_ELSEWHERE)
        proofs.append(Proof(layer, can_show and all(map(_failed, tried.values())), tried))
    refused = run(Job("import os\n", None), Walls.ALL).loaded is Ran.REFUSED
    proofs.append(Proof("policy", refused, {"import": "refused" if refused else "done"}))
    whole = _attempts(run, Walls.ALL, "canary", room) | _attempts(
        run, Walls.NONE, "inherited", CellCase([list(variables)])
    )
    return (*proofs, Proof(WHOLE, set(whole) == _EVERYTHING and all(map(_failed, whole.values())), whole))


def _failed(ending: str) -> bool:
    return ending not in ("done", "no answer")


def _attempts(run: Runs, walls: Walls, entry: str, case: CellCase) -> dict[str, str]:
    """How each attack ended; empty when the cell did not answer, which proves nothing."""
    value = run(Job(_TRY, entry, (case,), policy=False), walls).cases[0].value
    return {key: str(ending) for key, ending in value.items()} if isinstance(value, dict) else {}


def isolation_of(proofs: tuple[Proof, ...]) -> Isolation:
    """Tier `full` when everything holds, else `language`, and the layers that hold."""
    layers = tuple(proof.layer for proof in proofs if proof.holds and proof.layer in LAYERS)
    return Isolation("full" if all(proof.holds for proof in proofs) else "language", layers)

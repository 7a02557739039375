"""What this host is worth: every layer proved by canaries in real cells, each weakness with its remedy. Imports no torch."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from dataclasses import dataclass

from grader.model import Isolation, Json, Message
from grader.sandbox.canaries import LAYERS, WHOLE, Proof
from grader.sandbox.job import Job, Ran
from grader.sandbox.pool import Pool

_LATE_S = 0.3
_HANG_S = 0.3


@dataclass(frozen=True, slots=True)
class Report:
    """`weaknesses` are message codes of `locale/sandbox.yaml`; a host without any is at the full tier."""

    isolation: Isolation
    proofs: tuple[Proof, ...]
    weaknesses: tuple[Message, ...]
    facts: Mapping[str, Json]

    @property
    def is_full(self) -> bool:
        return self.isolation.is_full

    def as_json(self) -> dict[str, Json]:
        """Plain JSON; weaknesses as codes and arguments."""
        return {
            "tier": self.isolation.tier,
            "layers": list(self.isolation.layers),
            "canaries": {proof.layer: {"holds": proof.holds, **proof.attempts} for proof in self.proofs},
            "weaknesses": [{"code": weak.code, "args": dict(weak.args)} for weak in self.weaknesses],
            "facts": dict(self.facts),
        }


def doctor(pool: Pool | None = None) -> Report:
    """Examine this host with a pool, or with one of its own. Raises SandboxError when no zygote can be started."""
    if pool is None:
        with Pool() as own:
            return doctor(own)
    pool.start()
    late_s = _lateness(pool)
    deadline = Proof("deadline", late_s <= _LATE_S, {"loop": f"stopped {late_s:.2f} s late"})
    facts = {
        "kernel": platform.release(),
        "system": platform.system(),
        "python": platform.python_version(),
        **pool.facts(),
    }
    proofs = (*pool.proofs, deadline)
    return Report(pool.isolation, proofs, tuple(_weaknesses(pool.isolation, proofs, facts)), facts)


def _lateness(pool: Pool) -> float:
    """Seconds of CPU time by which an endless loop outlives its limit."""
    run = pool.run(Job("while True:\n    pass\n", None, cpu_s=_HANG_S))
    return max(0.0, run.timings_ms["cpu"] / 1000 - _HANG_S) if run.loaded is Ran.TIMEOUT else float("inf")


def _weaknesses(isolation: Isolation, proofs: tuple[Proof, ...], facts: Mapping[str, Json]) -> list[Message]:
    broken = [proof.layer for proof in proofs if not proof.holds]
    if set(broken) & set(LAYERS):  # what one wall alone stops gets past a whole cell too: the missing wall is the news
        broken = [layer for layer in broken if layer != WHOLE]
    found = [Message(f"doctor.{layer}", {"kernel": facts["kernel"]}) for layer in broken]
    if not isolation.is_full:
        found.append(Message("doctor.language-tier"))
    if facts["uid"] == 0:
        found.append(Message("doctor.root"))
    if "+cpu" not in str(facts["torch"]) and facts["system"] == "Linux":
        found.append(Message("doctor.cuda-build", {"torch": facts["torch"]}))
    return found

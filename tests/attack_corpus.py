"""The attack programs of tests/attacks: one file each, with its goal and the effect that proves success in its docstring.

To add one, write tests/attacks/<area>/<name>.py: a script as an attacker would hand it in, which uses the upper-case
names below for what it aims at, under a docstring in YAML with the fields of `Program`. Prefer an effect that is seen
from outside; print CLAIM only after the attack worked. `python tests/attack_run.py` shows what it does at each level.
"""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

ATTACKS = Path(__file__).parent / "attacks"

EFFECTS = {
    "leak": "the world's secret is in what the program printed",
    "claim": "the program printed its token, which it does only after its attack worked",
    "file": "the open folder is not what it was",
    "arrival": "a connection, datagram or message arrived at a listener",
    "victim": "another process was signalled, stopped, changed or killed",
    "zygote": "the zygote was stopped or killed",
    "ipc": "a shared object (System V, message queue, /dev/shm) is new, changed or gone",
    "survivor": "a process outlives the cell",
    "time": "the program ran on more than 0.3 s past its deadline",
    "output": "more output was taken than the cap allows",
    "grader": "the grader gave no verdict, or a wrong one to the next program",
}

_VALUES = (
    "SECRET_FILE SECRET_ENV SECRET_KEY SECRET_QUEUE SECRET_SHM FOLDER PORT UDP_PORT SOCKET DATAGRAM ABSTRACT NETLINK "
    "QUEUE VICTIM ADDRESS LENGTH LIMIT_MB CLAIM"
)
"""Names in a program that the runner replaces by values of the world it attacks."""

_NAME = re.compile(rf"\b({'|'.join(_VALUES.split())})\b")


@dataclass(frozen=True, slots=True)
class Program:
    """One attack."""

    name: str
    """area/file."""
    goal: str
    effect: str
    """A key of `EFFECTS`."""
    text: str
    control: str = "cell"
    """Where it runs unprotected: `cell`, a fork of the zygote without walls, or `naive`, inside the grader's own process."""
    needs: str = ""
    """Conditions of the host without which the control cannot work: `x86_64`, the last `python` that has a fault, or files
    of /proc/sys with their highest values."""
    expand: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    """Name in the text → what stands there in truth, and how often: for programs too long or too deep to keep as files."""
    policy: str = ""
    """Why the language policy alone may let it succeed; empty where it must not."""

    @property
    def area(self) -> str:
        return self.name.partition("/")[0]

    @property
    def counts_here(self) -> bool:
        """Whether this host lets the control work at all."""
        return all(map(_is_met, filter(None, self.needs.split())))

    def aimed_at(self, values: Mapping[str, object]) -> str:
        """The program with the world's values for its upper-case names. Lines stay where they are."""
        doc = _docstring(self.text)
        head, body = self.text.split(doc, 1)
        body = _NAME.sub(lambda match: repr(values[match[0]]), body)
        for name, (piece, times) in self.expand.items():
            body = body.replace(name, piece * times)
        return head + doc + body


def _is_met(need: str) -> bool:
    what, _, most = need.partition("<=")
    if what == "python":
        return sys.version_info[:2] <= tuple(map(int, most.split(".")))
    if not most:
        return what == platform.machine()
    setting = Path("/proc/sys") / what
    return not setting.exists() or int(setting.read_text()) <= int(most)


def _docstring(text: str) -> str:
    """What stands between the first quotes. The file need not be Python yet: `expand` may complete it."""
    return text.split('"""', 2)[1]


def _read(file: Path) -> Program:
    text = file.read_text(encoding="utf-8")
    facts = yaml.safe_load(_docstring(text))
    if not isinstance(facts, dict) or facts.get("effect") not in EFFECTS:
        raise ValueError(f"{file}: the docstring must be YAML with `goal` and an `effect` of {sorted(EFFECTS)}")
    return Program(name=f"{file.parent.name}/{file.stem}", text=text, **facts)


def corpus() -> list[Program]:
    """Every program, by area and name."""
    return [_read(file) for file in sorted(ATTACKS.glob("*/*.py"))]

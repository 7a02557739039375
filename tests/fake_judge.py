"""A judge of a few lines that speaks the frames: the answer handed in says what it does. `fake_judge.py FOLDER FD`.

ok · slow · later (after the next one) · die · die-once · killed N (the first N times) · garble · cut · silent · fail · nonsense ·
checks · not-passed
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
from grader import wire

LATER: list[dict[str, Any]] = []
FOLDER, FD = Path(sys.argv[1]), int(sys.argv[2])


def verdict(ask: dict[str, Any]) -> dict[str, Any]:
    passed = ask["answer"] != "not-passed"
    return {
        "exercise": ask["exercise"],
        "version": "0",
        "mode": ask["mode"],
        "outcome": "passed" if passed else "failed",
        "passed": passed,
        "score": int(passed),
        "max_score": 1,
        "seed": ask["seed"],
        "checks": [],
        "stdout": os.environ.get("DOJO_SECRET", ""),
        "timings_ms": {"run": 1.0, "judge": 1.0},
    }


def tell(value: Any) -> None:
    wire.write_all(FD, wire.encode(value))


def check(id: str) -> dict[str, Any]:
    return {"id": id, "outcome": "passed", "points": 1, "max_points": 1, "hidden": False, "required": True}


def is_first_time(what: str) -> bool:
    seen = FOLDER / what
    first = not seen.exists()
    seen.touch()
    return first


def log(line: str) -> None:
    with (FOLDER / "log").open("a") as file:
        file.write(line + "\n")


def serve(ask: dict[str, Any]) -> None:
    number, answer = ask["id"], ask.get("answer")
    log(f"{ask['op']} {answer}")
    if answer == "die" or (answer == "die-once" and is_first_time("died")):
        os._exit(1)
    if str(answer).startswith("killed ") and (FOLDER / "log").read_text().count("grade killed") <= int(str(answer)[7:]):
        os.kill(os.getpid(), signal.SIGKILL)
    if answer == "garble" and is_first_time("garbled"):
        os.write(FD, b"\x00\x00\x00\x04\xff\xff\xff\xc1")
    if answer == "cut" and is_first_time("cut"):
        os.write(FD, b"\x00\x00\x01\x00half")
        os._exit(0)
    if answer == "silent" and is_first_time("silent"):
        time.sleep(60)
    if answer == "nonsense" and is_first_time("nonsense"):
        tell({"id": number, "event": "verdict", "verdict": {"outcome": "perfect"}})
    if answer == "later":
        LATER.append(ask)
        return
    if answer == "slow":
        time.sleep(0.5)
    if answer == "checks":
        for id in ("one", "two"):
            tell({"id": number, "event": "check", "check": check(id)})
    if answer == "epochs":
        for progress in ({"done": 1, "of": 2, "value": None}, {"done": 2, "of": 2, "value": 0.5}):
            tell({"id": number, "event": "progress", "progress": progress})
    if answer == "fail":
        tell({"id": number, "event": "failed", "reference": "7f3a"})
    elif ask["op"] == "check":
        tell({"id": number, "event": "findings", "findings": [{"text": ask["exercise"]}]})
    elif ask["op"] == "info":
        tell({"id": number, "event": "info", "info": {"pid": os.getpid()}})
    else:
        tell({"id": number, "event": "verdict", "verdict": verdict(ask)})
    while LATER:
        serve({**LATER.pop(), "answer": "ok"})


def main() -> None:
    log("start")
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # as the real one: die with the thread that started us
    if (FOLDER / "stillborn").exists():
        os._exit(3)
    tier = "language" if (FOLDER / "weak").exists() else "full"
    tell({"event": "ready", "isolation": {"tier": tier, "layers": ["seccomp"]}})
    frames = wire.FrameBuffer()
    while data := os.read(FD, 65536):
        for ask in frames.feed(data):
            serve(ask)


try:
    main()
except OSError:  # whoever started us has left
    os._exit(0)

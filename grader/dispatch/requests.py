"""One request to the judge, from being asked to its answer: the words of the protocol stand here and nowhere else."""

from __future__ import annotations

import contextlib
import logging
import secrets
import time
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from grader import wire
from grader.errors import JudgeError
from grader.model import CheckResult, Message, Mode, Outcome, Progress, Verdict

log = logging.getLogger(__name__)

OnCheck = Callable[[CheckResult], None]
OnProgress = Callable[[Progress], None]

_VERDICT = TypeAdapter(Verdict)
_CHECK = TypeAdapter(CheckResult)
_PROGRESS = TypeAdapter(Progress)


@dataclass(eq=False, slots=True)
class Request:
    """What the judge is asked, who waits for the answer, and how often it was sent."""

    number: int
    op: Literal["grade", "check", "info"]
    body: dict[str, Any]
    patience: float
    person: str | None = None
    """Who asks; None: nobody in particular."""
    future: Future[Any] = field(default_factory=Future)
    on_check: OnCheck | None = None
    on_progress: OnProgress | None = None
    asked: float = field(default_factory=time.monotonic)
    sent: int = 0
    sent_at: float = 0.0
    deaths: int = 0
    """Judges that died with it by themselves; one that was killed proves nothing."""

    @property
    def is_suspect(self) -> bool:
        """Whether a judge may have died of it."""
        return self.deaths > 0

    def frame(self) -> bytes:
        """The request's bytes. Raises `WireError` for an answer that no judge could read: decoded once, to hold its caps too."""
        frame = wire.encode({"id": self.number, "op": self.op, **self.body})
        wire.decode(frame[4:])
        return frame

    def send(self) -> bytes | None:
        """The bytes to send now; None when nobody waits for the answer any more."""
        if self.sent == 0 and not self.future.set_running_or_notify_cancel():
            return None
        self.sent += 1
        self.sent_at = time.monotonic()
        return self.frame()

    def take(self, frame: dict[str, Any]) -> bool:
        """Use one event of the judge; true when it was the last. Raises `JudgeError` for one that makes no sense."""
        try:
            match frame.get("event"):
                case "check":
                    self._tell(self.on_check, _CHECK.validate_python(frame.get("check")))
                    return False
                case "progress":
                    self._tell(self.on_progress, _PROGRESS.validate_python(frame.get("progress")))
                    return False
                case "verdict":
                    self.finish(self._timed(_VERDICT.validate_python(frame.get("verdict"))))
                case "findings" | "info" as event:
                    self.finish(frame.get(event))
                case "failed":
                    self.give_up(str(frame.get("reference", "")), str(frame.get("message") or "the judge failed"))
                case _:
                    raise JudgeError("the judge sent an event of no use")
        except ValidationError as error:
            raise JudgeError(f"the judge sent an event of no use: {error.error_count()} errors") from None
        return True

    def finish(self, answer: object) -> None:
        """Hand the answer to whoever waits."""
        with contextlib.suppress(InvalidStateError):
            self.future.set_result(answer)

    def fail(self, error: JudgeError) -> None:
        """End without an answer: nothing was decided about the submission."""
        with contextlib.suppress(InvalidStateError):
            self.future.set_exception(error)

    def give_up(self, reference: str = "", why: str = "the judge failed") -> None:
        """End as our fault, logged under a reference."""
        reference = reference or secrets.token_hex(4)
        log.error("reference %s: %s (%s of %s)", reference, why, self.op, self.body.get("exercise"))
        if self.op == "grade":
            self.finish(undecided(self.body, Outcome.INTERNAL, Message("dispatch.internal", {"reference": reference})))
        else:
            self.fail(JudgeError(f"{why}. Reference {reference}."))

    def _tell(self, listener: Callable[[Any], None] | None, news: CheckResult | Progress) -> None:
        try:
            if listener:
                listener(news)
        except Exception:  # a listener's fault must not stop the thread that serves everybody
            log.exception("a listener failed on a check of %s", self.body.get("exercise"))

    def _timed(self, verdict: Verdict) -> Verdict:
        queue = (self.sent_at - self.asked) * 1000
        times = {"queue": round(queue, 1), **{k: v for k, v in verdict.timings_ms.items() if k != "queue"}}
        times["total"] = round((time.monotonic() - self.asked) * 1000, 1)
        return replace(verdict, timings_ms=times)


def undecided(body: dict[str, Any], outcome: Outcome, message: Message) -> Verdict:
    """A verdict without any check: the judge gave none, or could not be asked."""
    return Verdict(
        exercise=body["exercise"],
        version="",
        mode=Mode(body["mode"]),
        outcome=outcome,
        passed=False,
        score=0,
        max_score=0,
        seed=body["seed"],
        checks=(),
        message=message,
    )

"""From a saved submission, or a run, to its verdict. Nothing here depends on a page staying open.

The store is the truth: a submission is open until a verdict is committed. Whatever is lost on the way (a judge, this
process, a full disk) leaves it open, and `reconcile` sends it again. Grading twice saves one verdict.
"""

from __future__ import annotations

import logging
import secrets
import threading
from collections.abc import Callable
from concurrent.futures import Future
from datetime import datetime, timedelta

from grader.course.homework import grades
from grader.course.learning.job import Job, Jobs
from grader.course.needs import Grader
from grader.errors import DojoError, StoreError
from grader.model import Json, Message, Mode, Outcome, Verdict
from grader.store import Store, Submission

log = logging.getLogger(__name__)

GRADER = "1"
"""Raise it when the same answer with the same seed could get another verdict: then both verdicts stand."""

TRIES = 2
"""How often a submission is sent before an `internal` verdict is believed."""

AGE_S, EVERY_S = 15.0, 10.0
"""An open submission that nobody works on is sent again when it is this old; looked for this often."""


class Grading:
    """Sends jobs to the grader, saves what comes back, and looks for submissions that were forgotten."""

    def __init__(
        self, store: Store, grader: Grader, jobs: Jobs, clock: Callable[[], datetime], every_s: float = EVERY_S
    ) -> None:
        self._store, self._grader, self._jobs, self._clock = store, grader, jobs, clock
        self._every_s = every_s
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="reconciler", daemon=True)

    def start(self) -> None:
        """Send again what an earlier process left open, and go on looking."""
        if not self._thread.is_alive() and not self._closing.is_set():
            self.reconcile(0.0)
            self._thread.start()

    def close(self) -> None:
        """Stop looking. What is open stays open in the store."""
        self._closing.set()
        if self._thread.is_alive():
            self._thread.join()

    def begin(self, job: Job) -> bool:
        """Send a job; false when it is on its way already. Raises `DojoError` for a run when the grader takes nothing."""
        try:
            return self._take_on(job)
        except DojoError as error:
            if job.mode is Mode.RUN:
                raise
            log.warning("submission %s stays open: %s", job.id, error, extra={"submission": job.id})
            return True

    def reconcile(self, age_s: float = AGE_S) -> int:
        """Send submissions that are open, old and forgotten, oldest first, until no more are taken → how many."""
        sent = 0
        for one in self._store.open_submissions(self._clock() - timedelta(seconds=age_s)):
            try:
                sent += self._take_on(job_of(one), was_forgotten=True)
            except DojoError as error:
                log.warning("more open submissions wait in the store: %s", error)
                break
        return sent

    def _watch(self) -> None:
        while not self._closing.wait(self._every_s):
            try:
                if count := self.reconcile():
                    log.warning("%d open submissions were forgotten and are sent again", count)
            except DojoError as error:
                log.error("open submissions cannot be sent: %s", error)

    def _take_on(self, job: Job, *, was_forgotten: bool = False) -> bool:
        """Send a job that is not on its way already; false when it is, or when its verdict came while we looked."""
        if not self._jobs.add(job):
            return False
        if was_forgotten and not self._is_open(job):
            self._jobs.drop(job)
            return False
        self._send(job)
        return True

    def _is_open(self, job: Job) -> bool:
        saved = self._store.submission(int(job.id))
        return saved is not None and saved.is_open

    def _send(self, job: Job) -> None:
        job.tries += 1
        job.begin_again()
        try:
            job.future = self._grader.grade(
                job.exercise,
                job.answer,
                mode=job.mode,
                seed=job.seed,
                on_check=job.hear,
                on_progress=job.advance,
                person=job.learner,
            )
        except BaseException:
            self._jobs.drop(job)
            raise
        job.future.add_done_callback(lambda future: self._take(job, future))

    def _take(self, job: Job, future: Future[Verdict]) -> None:
        """What the grader answered. Runs on its thread, so it does not wait for the disk."""
        if future.cancelled():
            self._jobs.drop(job)
            return
        error = future.exception()
        if job.mode is Mode.RUN:
            self._jobs.finish_run(job, future.result() if error is None else _our_fault(job, error))
        elif error is not None:
            self._leave_open(job, error)
        else:
            self._take_submission(job, future.result())

    def _take_submission(self, job: Job, verdict: Verdict) -> None:
        try:
            if verdict.outcome is Outcome.INTERNAL and job.tries < TRIES:
                log.warning("submission %s is tried again: our fault", job.id, extra={"submission": job.id})
                self._send(job)
            else:
                self._save(job, verdict)
        except DojoError as error:
            self._leave_open(job, error)

    def _save(self, job: Job, verdict: Verdict) -> None:
        saved = self._store.save_verdict(int(job.id), verdict, GRADER, self._clock(), grades.after_verdict)
        saved.add_done_callback(lambda future: self._settle(job, verdict, future))

    def _settle(self, job: Job, verdict: Verdict, saved: Future[bool]) -> None:
        """The verdict is committed, and from here on the store tells; or it could not be."""
        error = saved.exception()
        if error is None:
            self._jobs.drop(job)
            log.info("graded", extra=_facts(job, verdict))
        elif isinstance(error, StoreError) or verdict.outcome is Outcome.INTERNAL:
            self._leave_open(job, error)
        else:  # a verdict that no column holds would come again and again
            self._save(job, _our_fault(job, error))

    def _leave_open(self, job: Job, error: BaseException) -> None:
        log.error("submission %s stays open: %s", job.id, error, extra={"submission": job.id})
        self._jobs.drop(job)


def job_of(submission: Submission, of: int = 0) -> Job:
    """The job that gives an open submission its verdict."""
    return Job(
        id=str(submission.id),
        learner=submission.learner,
        exercise=submission.exercise,
        answer=submission.answer,
        mode=Mode.SUBMIT,
        seed=submission.seed,
        of=of,
    )


def _facts(job: Job, verdict: Verdict) -> dict[str, Json]:
    """What a log tells of a submission: numbers and ids, nothing that anybody wrote."""
    said = {"outcome": verdict.outcome.value, "score": verdict.score, "ms": verdict.timings_ms.get("total")}
    return {"submission": job.id, "exercise": job.exercise, "tries": job.tries, **said}


def _our_fault(job: Job, error: BaseException) -> Verdict:
    reference = secrets.token_hex(4)
    log.error("reference %s: %s has no verdict: %s", reference, job.id, error, extra={"submission": job.id})
    return Verdict(
        exercise=job.exercise,
        version="",
        mode=job.mode,
        outcome=Outcome.INTERNAL,
        passed=False,
        score=0,
        max_score=0,
        seed=job.seed,
        checks=(),
        message=Message("dispatch.internal", {"reference": reference}),
    )

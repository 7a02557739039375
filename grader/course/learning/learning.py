"""What a learner may do: read, draft, run, submit, reveal a hint, look back. Pages call this and nothing below it."""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from grader.course.homework.terms import Terms, terms_of, veils_of
from grader.course.learning.answer import declined, packed
from grader.course.learning.attempt import Attempt, attempts_of
from grader.course.learning.grading import EVERY_S, Grading, job_of
from grader.course.learning.job import Job, Jobs, JobState
from grader.course.learning.overview import Overview, overview_of
from grader.course.learning.variants import Variants
from grader.course.learning.veil import veiled, veiled_export, visible
from grader.course.needs import Course, Grader
from grader.model import LANGS, Json, Lang, Mode, Verdict
from grader.store import Connection, NewSubmission, Store, Submission, submissions

MOST_OPEN = 3
"""Answers of one learner that may wait for a verdict at once."""

_GONE = JobState("done", Mode.RUN)


@dataclass(frozen=True, slots=True)
class ExerciseState:
    """Where a learner stands in one exercise.

    `draft` None: show the starter. `last` is the verdict of `last_submission`, the newest one that has a verdict, our
    faults included. `job` is still open: poll it. `run` is a run newer than every submission, open or done.
    """

    draft: Json
    draft_rev: int
    best: int
    passed: bool
    attempts: int
    hints_shown: int
    last: Verdict | None
    last_submission: str | None
    job: str | None
    run: str | None
    is_fresh: bool = False
    """The text was replaced since the last submission: what was said of that one does not speak of it any more."""
    hidden_until: str | None = None
    """When what hidden checks find is shown; until then points and verdict speak of the visible ones alone."""


class Learning:
    """The use cases of a learner. Thread-safe; `start` it once before use, `close` it before the store.

    Everything raises `UnknownExercise` for an id that is not in the course, and `StoreError` when nothing was saved.
    """

    def __init__(
        self,
        course: Course,
        store: Store,
        grader: Grader,
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        every_s: float = EVERY_S,
        variants: Variants | None = None,
    ) -> None:
        self._course, self._store, self._grader, self._clock = course, store, grader, clock
        self._variants = variants
        self._jobs = Jobs()
        self._grading = Grading(store, grader, self._jobs, clock, every_s)

    def start(self) -> None:
        """Grade what an earlier process left open, and look for forgotten submissions from now on."""
        self._grading.start()

    def close(self) -> None:
        """Stop looking. What is open stays in the store and is graded after the next start."""
        self._grading.close()

    # ---------- language, drafts, hints ----------

    def language(self, learner: str) -> Lang | None:
        """The language this learner chose; None when none was chosen."""
        return self._store.language(learner)

    def set_language(self, learner: str, lang: Lang) -> None:
        """Remember a choice."""
        if lang not in LANGS:
            raise declined("course.no-language", lang=str(lang))
        self._store.set_language(learner, lang, self._clock())

    def save_draft(self, learner: str, exercise_id: str, answer: Json, rev: int | None = None) -> bool:
        """Keep what was typed. With `rev`, false and nothing kept when a reset has replaced that text since."""
        answer_now = packed(self._course.exercise(exercise_id), answer)
        if self._store.has_draft(learner, exercise_id, answer_now, rev):
            return True
        return self._store.save_draft(learner, exercise_id, answer_now, self._clock(), rev)

    def reset(self, learner: str, exercise_id: str) -> int:
        """Back to the starter → the revision of the text that the editor is to show."""
        return self._store.reset_draft(learner, self._course.exercise(exercise_id).id, self._clock())

    def practise(self, learner: str, exercise_id: str) -> None:
        """Once more from the starter. A draft that was never handed in stays: nothing is lost."""
        draft = self._store.record(learner, self._course.exercise(exercise_id).id).draft
        if draft in [attempt.answer for attempt in self.attempts(learner, exercise_id)]:
            self.reset(learner, exercise_id)

    def reveal_hint(self, learner: str, exercise_id: str) -> int:
        """Show one hint more → how many are shown."""
        exercise = self._course.exercise(exercise_id)
        return self._store.reveal_hint(learner, exercise.id, len(exercise.hints), self._clock())

    # ---------- run and submit ----------

    def run(self, learner: str, exercise_id: str, answer: Json) -> str:
        """Try the visible checks; nothing is recorded but the draft → job id. Takes the place of a run that waits.

        Raises `Declined` for an answer that is too large, and when too many of this learner's, or of all, are open.
        """
        exercise = self._course.exercise(exercise_id)
        draft = packed(exercise, answer)
        self._make_way(learner, exercise_id)
        of = sum(not check.hidden for check in exercise.checks)
        id = f"run-{secrets.token_hex(8)}"
        seed = self._seed(learner, exercise_id, self.terms(learner, exercise_id))
        self._grading.begin(Job(id, learner, exercise_id, answer, Mode.RUN, seed, of))
        if not self._store.has_draft(learner, exercise_id, draft):
            self._store.save_draft(learner, exercise_id, draft, self._clock())
        return id

    def submit(self, learner: str, exercise_id: str, answer: Json, key: str) -> str:
        """Hand in: on disk when this returns → job id, which is the submission's. The same key never makes a second one.

        Raises `Declined` for an answer that is too large, when too many of this learner's are open, for a key that is
        empty or longer than 100 characters, and where the assignment does not allow it now.
        """
        exercise = self._course.exercise(exercise_id)
        handed_in = packed(exercise, answer)
        if not 0 < len(key) <= 100:
            raise declined("course.no-key")
        id = self._store.submission_with_key(learner, key)
        if id is None:
            self._make_way(learner, exercise_id)
            new = NewSubmission(learner, exercise_id, exercise.version, key, handed_in, _draw_seed(), self._clock())
            id = self._store.write(lambda connection: self._add(connection, new)).result()
        saved = self._store.submission(id)
        if saved is not None and saved.is_open:
            self._grading.begin(job_of(saved, len(exercise.checks)))
        return str(id)

    def terms(self, learner: str, exercise_id: str) -> Terms:
        """What handing in means now: the assignment, its dates for this learner, and every limit before it bites."""
        with self._store.read() as connection:
            return terms_of(connection, learner, self._course.exercise(exercise_id).id, self._clock())

    def job(self, job_id: str, learner: str) -> JobState:
        """How far a run or submission is. One that is not this learner's looks like one that is gone."""
        job = self._jobs.find(job_id)
        if job is not None:
            if job.learner != learner:
                return _GONE
            state = self._state_of(job)
            return state if job.mode is Mode.RUN else self._veil_job(state, self._veils(learner).get(job.exercise))
        submission = self._store.submission(int(job_id)) if job_id.isdecimal() and len(job_id) < 19 else None
        if submission is None or submission.learner != learner:
            return _GONE
        return self._veil_job(self._stored_state(submission), self._veils(learner).get(submission.exercise))

    # ---------- looking back ----------

    def state(self, learner: str, exercise_id: str) -> ExerciseState:
        """Everything that an exercise page shows of this learner."""
        exercise = self._course.exercise(exercise_id)
        run = next((run for run in reversed(self._jobs.runs_of(learner, exercise_id)) if not run.is_stale), None)
        record = self._store.record(learner, exercise_id)
        open_run = run.id if run and run.verdict is None else None
        until = self._veils(learner).get(exercise_id)
        return ExerciseState(
            draft=record.draft,
            draft_rev=record.rev,
            best=min(self._seen_best(learner, exercise_id) if until else record.best, exercise.points),
            passed=record.passed and not until,
            attempts=record.attempts,
            hints_shown=min(record.hints, len(exercise.hints)),
            last=veiled(record.last, until) if until and record.last else record.last,
            last_submission=_text(record.last_submission),
            job=_text(record.open_submission) or open_run,
            run=run.id if run else None,
            is_fresh=record.is_fresh,
            hidden_until=until,
        )

    def attempts(self, learner: str, exercise_id: str) -> tuple[Attempt, ...]:
        """This learner's submissions, newest first, with what was handed in; our faults are none."""
        found = attempts_of(self._store.history(learner, self._course.exercise(exercise_id).id))
        if until := self._veils(learner).get(exercise_id):
            return tuple(replace(one, verdict=one.verdict and veiled(one.verdict, until)) for one in found)
        return found

    def stumble(self, learner: str, exercise_id: str) -> str | None:
        """The catalogued mistake that this learner made most often here."""
        verdicts = (attempt.verdict for attempt in self.attempts(learner, exercise_id))
        named = Counter(verdict.misconception for verdict in verdicts if verdict and verdict.misconception)
        return named.most_common(1)[0][0] if named else None

    def overview(self, learner: str) -> Overview:
        """The whole course, where this learner left off, and what is next."""
        standings, touched = self._store.standings(learner), self._store.touched(learner)
        return overview_of(self._course.exercises, standings, touched, self._clock(), self._veils(learner))

    def export(self, learner: str) -> dict[str, Json]:
        """Everything that is kept of this learner, as JSON."""
        everything = veiled_export(self._store.export(learner), self._veils(learner))
        everything = self._variants.untold(learner, everything) if self._variants else everything
        return everything | {"exported": self._clock().isoformat()}

    # ---------- inside ----------

    def _add(self, connection: Connection, new: NewSubmission) -> int:
        """Save a submission if its terms allow it. In the writer's transaction: of two clicks the second sees the first."""
        if submissions.find_key(connection, new.learner, new.key) is None:
            terms = terms_of(connection, new.learner, new.exercise, new.at)
            if said := terms.refusal:
                raise declined(said.code, **said.args)
            new = replace(new, seed=self._seed(new.learner, new.exercise, terms))
        return submissions.add(connection, new)

    def _seed(self, learner: str, exercise_id: str, terms: Terms) -> int:
        own = self._variants if terms.has_variants else None
        return own.seed(learner, exercise_id) if own else _draw_seed()

    def _veils(self, learner: str) -> dict[str, str]:
        """The exercises whose hidden checks are not to be shown yet, and until when."""
        with self._store.read() as connection:
            return veils_of(connection, learner, self._clock())

    def _seen_best(self, learner: str, exercise_id: str) -> int:
        """Best of what the visible checks gave."""
        return max((one.verdict.score for one in self.attempts(learner, exercise_id) if one.verdict), default=0)

    def _veil_job(self, state: JobState, until: str | None) -> JobState:
        if until is None:
            return state
        if state.verdict is not None:
            return _finished(veiled(state.verdict, until))
        seen = visible(state.checks)
        return replace(state, done=len(seen), checks=seen, progress=None, losses=())

    def _make_way(self, learner: str, exercise_id: str) -> None:
        """Something newer comes: earlier runs that wait are given up, and the others are not shown any more."""
        runs = self._jobs.runs_of(learner, exercise_id)
        for run in runs:
            if run.future is not None:
                run.future.cancel()
        waiting = len(self._jobs.open_of(learner))
        if waiting >= MOST_OPEN:
            raise declined("course.busy", open=waiting)
        for run in runs:
            self._jobs.set_aside(run)

    def _state_of(self, job: Job) -> JobState:
        if job.verdict is not None:
            return _finished(job.verdict)
        checks = job.checks
        place = 0 if checks or job.future is None else self._grader.place(job.future)
        return JobState(
            "queued" if place else "checking",
            job.mode,
            len(checks),
            job.of,
            checks,
            place=place,
            progress=job.progress,
            losses=job.losses,
        )

    def _stored_state(self, submission: Submission) -> JobState:
        if submission.verdict is not None:
            return _finished(submission.verdict)
        return JobState("queued", Mode.SUBMIT)


def _finished(verdict: Verdict) -> JobState:
    count = len(verdict.checks)
    return JobState("done", verdict.mode, count, count, verdict.checks, verdict)


def _draw_seed() -> int:
    """What this answer's hidden cases are drawn from: nobody can know it beforehand."""
    return secrets.randbits(31)


def _text(id: int | None) -> str | None:
    return None if id is None else str(id)

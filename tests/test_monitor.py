"""What monitors see: alive, ready, how much is done; and logs that name the submission and nobody else."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import anyio
import fakes
import httpx
import pytest
from starlette.applications import Starlette
from store_world import FakeGrader, verdict

from grader.course.metrics import Measured, Metrics
from grader.errors import JudgeError
from grader.logs import configure
from grader.model import Mode
from grader.store import Store
from ui import monitor

TOKEN = "a-token-of-enough-length"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store.open(tmp_path)
    yield made
    made.close()


def ask(
    monkeypatch: pytest.MonkeyPatch,
    store: Any,
    path: str,
    *,
    hosts: tuple[str, ...] = (),
    judge: str = "ready",
    **headers: str,
) -> httpx.Response:
    ours: Any = fakes.services(dispatch=judge)
    settings = SimpleNamespace(hosts=hosts, metrics_token=TOKEN if hosts else None, data_dir=Path("/tmp"))
    ours = type(ours)(cast(Any, settings), ours.catalog, ours.learning, ours.dispatch, store, metrics=Metrics())
    monkeypatch.setattr(monitor, "services", lambda: ours)

    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app=Starlette(routes=monitor.routes()))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.get(path, headers=headers)

    return anyio.run(send)


@pytest.mark.parametrize(
    ("judge", "alive", "ready"), [("ready", 200, 200), ("starting", 200, 503), ("offline", 503, 503)]
)
def test_alive_and_ready_follow_the_judge(
    monkeypatch: pytest.MonkeyPatch, store: Store, judge: str, alive: int, ready: int
) -> None:
    answers = [ask(monkeypatch, store, path, judge=judge).status_code for path in ("/healthz", "/readyz")]
    assert answers == [alive, ready]


def test_closed_store_is_alive_but_not_ready(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    closed = Store.open(tmp_path)
    closed.close()
    answer = ask(monkeypatch, closed, "/readyz")
    assert (answer.status_code, answer.json()["store"]) == (503, False)


def test_full_disk_is_not_ready(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda folder: SimpleNamespace(free=1_000_000))
    assert ask(monkeypatch, store, "/readyz").json() == {
        "ok": False,
        "store": True,
        "judge": "ready",
        "disk_mb": 1,
        "waiting": 0,
    }


@pytest.mark.parametrize(
    ("hosts", "headers", "status"),
    [
        ((), {}, 200),
        (("dojo.example.org",), {}, 404),
        (("dojo.example.org",), {"authorization": "Bearer guess"}, 404),
        (("dojo.example.org",), {"authorization": f"Bearer {TOKEN}"}, 200),
    ],
)
def test_metrics_are_for_this_computer_or_the_token(
    monkeypatch: pytest.MonkeyPatch, store: Store, hosts: tuple[str, ...], headers: dict[str, str], status: int
) -> None:
    assert ask(monkeypatch, store, "/metrics", hosts=hosts, **headers).status_code == status


def test_metrics_without_a_token_are_for_nobody(monkeypatch: pytest.MonkeyPatch, store: Store) -> None:
    monkeypatch.setattr(f"{__name__}.TOKEN", None)
    assert ask(monkeypatch, store, "/metrics", hosts=("x",), authorization="Bearer ").status_code == 404


def test_verdicts_are_counted_by_outcome() -> None:
    metrics = Metrics()
    Measured(FakeGrader(always=verdict(5)), metrics).grade("corr2d", "", mode=Mode.SUBMIT, seed=1)
    text = metrics.text().decode()
    assert 'dojo_verdicts_total{mode="submit",outcome="passed"} 1.0' in text
    assert 'dojo_grading_seconds_count{mode="submit"} 1.0' in text


def test_answer_that_the_grader_does_not_take_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    metrics, grader = Metrics(), FakeGrader()

    def refuse(*_: object, **__: object) -> None:
        raise JudgeError("closed")

    monkeypatch.setattr(grader, "grade", refuse)
    with pytest.raises(JudgeError):
        Measured(grader, metrics).grade("corr2d", "", mode=Mode.SUBMIT, seed=1)
    assert "dojo_declined_total 1.0" in metrics.text().decode()


@pytest.fixture
def own_handlers() -> Iterator[None]:
    """The loggers as they were before the test."""
    names = ("grader", "kernel_dojo")
    before = [
        (logging.getLogger(name), logging.getLogger(name).handlers[:], logging.getLogger(name).level) for name in names
    ]
    yield
    for logger, handlers, level in before:
        logger.handlers[:], logger.propagate = handlers, True
        logger.setLevel(level)


def test_json_log_names_the_submission(own_handlers: None) -> None:
    stream = io.StringIO()
    configure("json", stream)
    logging.getLogger("grader.course.learning.grading").info("graded", extra={"submission": "12"})
    said = json.loads(stream.getvalue())
    assert (said["event"], said["submission"], said["level"]) == ("graded", "12", "info")


def test_text_log_is_silent_about_what_is_well(own_handlers: None) -> None:
    stream = io.StringIO()
    configure("text", stream)
    logging.getLogger("grader.course.learning.grading").info("graded")
    logging.getLogger("grader.course.learning.grading").warning("the judge is gone")
    assert stream.getvalue().count("\n") == 1 and "the judge is gone" in stream.getvalue()

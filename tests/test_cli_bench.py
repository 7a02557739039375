"""bench: its table says what was measured and what should be reached."""

from __future__ import annotations

import pytest

from grader.cli.bench import model_answers, table
from grader.cli.measure import host, spread, timed
from grader.cli.session import catalog

NUMBERS = {
    "host": host(),
    "isolation": {"tier": "full", "layers": ["seccomp"]},
    "cold_ms": {"p50": 2000.0, "p95": 2100.0, "n": 3},
    "warm_ms": {"p50": 20.0, "p95": 21.5, "n": 60},
    "floor_ms": {"p50": 10.0, "p95": 11.0, "n": 20},
    "cold_to_warm": 100.0,
    "warm_to_floor": 2.0,
    "submission_ms": {
        id: {"p50": p50, "p95": 60.0, "n": 60}
        for id, p50 in {"corr2d": 36.0, "a": 1.0, "b": 2.0, "c": 3.0, "d": 4.0, "slow": 90.0}.items()
    },
    "throughput": {"per_second": 30.0, "slots": 2, "seconds": 8.0},
    "memory_mb": {"zygote": 312.0, "cell": 4.0},
    "overrun_ms": {"max": 40.0, "n": 4},
    "forks": {"n": 100, "different": 1},
    "ready_s": 2.7,
}


@pytest.mark.parametrize("row", list(table(NUMBERS)), ids=lambda row: row[0][:20])
def test_row_has_three_cells(row: tuple[str, str, str]) -> None:
    assert len(row) == 3 and row[0] and row[1]


def test_submissions_are_summed_up_and_the_slowest_named() -> None:
    rows = {what: got for what, got, _ in table(NUMBERS) if "The same for" in what}
    assert rows["The same for 5 other exercises"] == "median of their p50 3.0 ms"
    assert [what.split()[3] for what in rows][1:] == ["slow,", "d,", "c,"]


def test_few_samples_show_no_p95() -> None:
    rows = {what: got for what, got, _ in table(NUMBERS)}
    assert rows["Cold: Python, import torch, one 3×3 case, no jail"] == "2000.0 ms"


def test_host_names_the_torch_build() -> None:
    assert host()["torch"][0].isdigit()


def test_spread_of_one_to_hundred() -> None:
    assert spread([float(n) for n in range(1, 101)]) == {"p50": 50.5, "p95": 96.0, "n": 100}


def test_timed_stops_when_its_time_is_over() -> None:
    assert timed(lambda: None, 1_000_000, 0.01)["n"] < 1_000_000


def test_corr2d_is_measured_first() -> None:
    assert model_answers(catalog())[0][0].id == "corr2d"

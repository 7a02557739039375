"""A receipt proves what was handed in: anybody can check it offline, and one changed bit fails."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from class_world import ADA, BEN, COURSE, EVE, INES, NOON, TOM, a_course, homework, submit
from cli_world import Command, runner
from store_world import FakeCourse

from grader.course.access import Operator
from grader.course.handin.receipts import Receipts
from grader.course.handin.signing import Keys, check
from grader.course.homework.assignment import Assignment
from grader.course.homework.homework import Homework
from grader.errors import NotAllowed, UsageError
from grader.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = a_course(tmp_path)
    yield made
    made.close()


@pytest.fixture
def receipts(store: Store, tmp_path: Path) -> Receipts:
    return Receipts(store, tmp_path)


@pytest.fixture
def run(store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.setenv("DOJO_DATA_DIR", str(tmp_path))
    return runner(capsys)


def homework_of(store: Store, *wanted: Assignment) -> None:
    Homework(FakeCourse(), store).save(INES.id, *wanted)


def test_receipt_says_what_was_handed_in(store: Store, receipts: Receipts) -> None:
    id = submit(store, ADA, 3)
    body = check(receipts.of(ADA.id, id), receipts.keys.public()).body
    submission = store.submission(id)
    assert submission and (body["sha256"], body["score"], body["max_score"]) == (submission.sha256, 3, 5)
    assert (body["learner"], body["course"]) == ({"id": ADA.id, "name": ADA.name}, COURSE)


def test_same_submission_gives_the_same_receipt(store: Store, receipts: Receipts) -> None:
    id = submit(store, ADA)
    assert receipts.of(ADA.id, id) == receipts.of(TOM.id, id)


def test_every_changed_bit_fails(store: Store, receipts: Receipts) -> None:
    data = receipts.of(ADA.id, submit(store, ADA))
    keys = receipts.keys.public()
    changed = (data[:n] + bytes([data[n] ^ (1 << bit)]) + data[n + 1 :] for n in range(len(data)) for bit in range(8))
    assert [one for one in changed if not check(one, keys).fault] == []


@pytest.mark.parametrize("more", [b"\n", b" ", b'{"score": 5}'])
def test_anything_added_fails(store: Store, receipts: Receipts, more: bytes) -> None:
    data = receipts.of(ADA.id, submit(store, ADA))
    assert check(data + more, receipts.keys.public()).fault


def test_receipt_of_a_key_that_was_rotated_stays_valid(store: Store, receipts: Receipts) -> None:
    id = submit(store, ADA)
    old = receipts.of(ADA.id, id)
    receipts.keys.rotate()
    assert not check(old, receipts.keys.public()).fault and receipts.of(ADA.id, id) != old


def test_private_key_is_for_its_owner_alone(receipts: Receipts, tmp_path: Path) -> None:
    receipts.keys.rotate()
    assert [file.stat().st_mode & 0o077 for file in (tmp_path / "keys").iterdir()] == [0, 0, 0]


@pytest.mark.parametrize("who", [BEN, EVE])
def test_receipt_of_somebody_else_is_refused(store: Store, receipts: Receipts, who: object) -> None:
    with pytest.raises(NotAllowed):
        receipts.of(getattr(who, "id", ""), submit(store, ADA))


def test_receipt_of_nothing_is_refused(receipts: Receipts) -> None:
    with pytest.raises(NotAllowed):
        receipts.of(ADA.id, 404)


def test_receipt_proves_the_handing_in_alone_while_hidden_checks_are_not_shown(store: Store, tmp_path: Path) -> None:
    homework_of(store, homework("hw-1", hidden_until="closes"), homework("hw-2"))
    early = Receipts(store, tmp_path, clock=lambda: NOON)
    id = submit(store, ADA)
    body, staff = json.loads(early.of(ADA.id, id)), json.loads(early.of(TOM.id, id))
    assert "score" not in body and "passed" not in body and body["sha256"] and staff["score"] == 3
    later = Receipts(store, tmp_path, clock=lambda: NOON + timedelta(days=4))
    assert json.loads(later.of(ADA.id, id))["score"] == 3


def test_counting_receipt_is_that_of_the_best(store: Store, receipts: Receipts) -> None:
    ids = [submit(store, ADA, score, hours=n) for n, score in enumerate((2, 4, 4, 3))]
    assert json.loads(receipts.counting(INES.id, ADA.id, "corr2d"))["submission"] == ids[1]


def test_counting_receipt_is_not_that_of_better_practice(store: Store, receipts: Receipts) -> None:
    homework_of(store, homework())
    counts = submit(store, ADA, 2)
    submit(store, ADA, 5, hours=24 * 5)
    assert json.loads(receipts.counting(INES.id, ADA.id, "corr2d"))["submission"] == counts


def test_counting_receipt_of_nothing_is_one_clear_line(receipts: Receipts) -> None:
    with pytest.raises(UsageError, match="handed in nothing"):
        receipts.counting(Operator(COURSE), ADA.id, "corr2d")


def test_command_prints_a_receipt_that_verifies(store: Store, run: Command, tmp_path: Path) -> None:
    submit(store, ADA)
    printed = run("receipt", COURSE, ADA.email, "corr2d")
    file = tmp_path / "receipt.json"
    file.write_text(printed.out)
    assert (printed.code, run("verify", file).code) == (0, 0)
    assert ADA.name in run("verify", file).out
    file.write_text(printed.out.replace('"score": 3', '"score": 5'))
    assert (run("verify", file).code, "Changed" in run("verify", file).out) == (1, True)


def test_receipt_for_no_exercise_names_the_nearest(store: Store, run: Command) -> None:
    ended = run("receipt", COURSE, ADA.id, "corr2e")
    assert (ended.code, "Did you mean corr2d" in ended.err) == (2, True)


def test_verify_works_elsewhere_with_the_public_key(
    store: Store, run: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    submit(store, ADA)
    file = tmp_path / "receipt.json"
    file.write_text(run("receipt", COURSE, ADA.id, "corr2d").out)
    key = Keys(tmp_path).public_file()
    monkeypatch.setenv("DOJO_DATA_DIR", str(tmp_path / "elsewhere"))
    assert (run("verify", file).code, run("verify", file, "--key", key).code) == (2, 0)
    assert run("verify", file, "--key", file).code == 2
    assert run("verify", tmp_path / "none.json", "--key", key).code == 2

"""The store keeps what it is given, gives it back as it was, and works out progress from it."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path

import pytest
from store_world import CODE, at, handed_in, internal, verdict

from grader.errors import StoreError
from grader.model import Curve, Matrix, Message, Outcome, Verdict
from grader.store import Store, pack
from grader.store.packing import dump_verdict, load_verdict, unpack


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path)
    yield opened
    opened.close()


def grade(store: Store, id: int, given: Verdict, grader: str = "1") -> bool:
    return store.save_verdict(id, given, grader, at(99)).result()


# ---------- submissions ----------


def test_submission_comes_back_as_handed_in(store: Store) -> None:
    found = store.submission(store.add_submission(handed_in(minutes=3)))
    assert found and (found.answer, found.seed, found.version, found.at) == (CODE, 7, "v1", at(3))


def test_new_submission_is_open(store: Store) -> None:
    found = store.submission(store.add_submission(handed_in()))
    assert found and found.is_open


def test_unknown_submission_is_none(store: Store) -> None:
    assert store.submission(1) is None


def test_same_key_is_the_same_submission(store: Store) -> None:
    first = store.add_submission(handed_in(key="k"))
    assert store.add_submission(handed_in(key="k", answer=pack("other", "code"))) == first


def test_same_key_of_another_learner_is_another_submission(store: Store) -> None:
    first = store.add_submission(handed_in(key="k"))
    assert store.add_submission(handed_in("she", key="k")) != first


def test_same_code_is_kept_once(store: Store) -> None:
    for _ in range(3):
        store.add_submission(handed_in())
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM codes").scalar() == 1


def test_submission_is_the_draft_too(store: Store) -> None:
    store.add_submission(handed_in())
    assert store.record("you", "corr2d").draft == CODE


def test_open_submissions_are_the_old_ones_without_verdict(store: Store) -> None:
    graded, old, _young = (store.add_submission(handed_in(minutes=m)) for m in (0, 1, 5))
    grade(store, graded, verdict())
    assert [one.id for one in store.open_submissions(at(2))] == [old]


def test_moment_with_another_zone_is_the_same_moment(store: Store) -> None:
    elsewhere = at(0).astimezone(timezone(timedelta(hours=8)))
    found = store.submission(store.add_submission(replace(handed_in(), at=elsewhere)))
    assert found and found.at == at(0)


@pytest.mark.parametrize("answer", ["b", ["a", "d"], [3.6e9, 14.4], [[19, 25], [37, 43]], None, {"x": "卷积"}])
def test_json_answer_comes_back(answer: object) -> None:
    packed = pack(answer, "json")
    assert unpack(packed.form, packed.blob) == answer


# ---------- verdicts ----------


def test_verdict_comes_back(store: Store) -> None:
    id, given = store.add_submission(handed_in()), verdict(misconception="flipped", stdout="一\n")
    grade(store, id, given)
    found = store.submission(id)
    assert found and found.verdict == given


def test_verdict_with_everything_comes_back() -> None:
    full = verdict(
        message=Message("refused.import", {"line": 3, "name": "os"}),
        curves={"loss": Curve((1.0, 0.5), path=((1.0, 2.0),), lr=0.1)},
        timings_ms={"run": 31.5},
    )
    first = replace(full.checks[0], got=Matrix((1, 2), "float32", [["nan", 1.5]]), message=Message("values"))
    full = replace(full, checks=(first, *full.checks[1:]))
    assert load_verdict(dump_verdict(full)) == full


def test_curve_with_nan_and_infinities_comes_back() -> None:
    given = verdict(curves={"loss": Curve((math.nan, math.inf, -math.inf, 1.0), lr=math.inf)})
    curve = load_verdict(dump_verdict(given)).curves["loss"]
    assert str((curve.losses, curve.lr)) == "((nan, inf, -inf, 1.0), inf)"


def test_verdict_is_kept_as_strict_json() -> None:
    text = dump_verdict(verdict(curves={"loss": Curve((math.nan, math.inf))}))
    json.loads(text, parse_constant=lambda name: pytest.fail(f"{name} is no JSON"))


def test_late_second_verdict_is_not_kept(store: Store) -> None:
    id = store.add_submission(handed_in())
    grade(store, id, verdict(5))
    grade(store, id, verdict(0))
    found = store.submission(id)
    assert found and found.verdict == verdict(5)


def test_late_second_verdict_is_told_apart(store: Store) -> None:
    id = store.add_submission(handed_in())
    assert (grade(store, id, verdict()), grade(store, id, verdict())) == (True, False)


def test_verdict_of_a_newer_grader_is_in_force(store: Store) -> None:
    id = store.add_submission(handed_in())
    grade(store, id, verdict(5))
    grade(store, id, verdict(2), grader="2")
    assert store.record("you", "corr2d").best == 2


def test_verdict_of_an_unknown_submission_is_an_error(store: Store) -> None:
    with pytest.raises(StoreError, match="Nothing was saved"):
        grade(store, 4711, verdict())


# ---------- progress ----------


def test_progress_keeps_the_best(store: Store) -> None:
    for score in (2, 5, 0):
        grade(store, store.add_submission(handed_in()), verdict(score))
    record = store.record("you", "corr2d")
    assert (record.best, record.passed, record.attempts) == (5, True, 3)


def test_progress_of_nothing_is_zero(store: Store) -> None:
    record = store.record("you", "corr2d")
    assert (record.best, record.passed, record.attempts, record.last, record.draft) == (0, False, 0, None, None)


def test_internal_verdict_is_no_attempt(store: Store) -> None:
    grade(store, store.add_submission(handed_in()), internal())
    assert store.record("you", "corr2d").attempts == 0


def test_internal_verdict_closes_the_submission(store: Store) -> None:
    id = store.add_submission(handed_in())
    grade(store, id, internal())
    found = store.submission(id)
    assert found and not found.is_open


def test_last_misconception_is_the_newest_submissions_even_when_graded_first(store: Store) -> None:
    older, newer = (store.add_submission(handed_in()) for _ in range(2))
    grade(store, newer, verdict(misconception="flipped"))
    grade(store, older, verdict(misconception="off-by-one"))
    assert store.standings("you")["corr2d"].last_misconception == "flipped"


def test_passing_clears_the_last_misconception(store: Store) -> None:
    for given in (verdict(misconception="flipped"), verdict(5)):
        grade(store, store.add_submission(handed_in()), given)
    assert store.standings("you")["corr2d"].last_misconception is None


def test_passed_at_is_when_it_was_first_right(store: Store) -> None:
    for minutes, score in ((1, 2), (2, 5), (3, 5)):
        grade(store, store.add_submission(handed_in(minutes=minutes)), verdict(score))
    assert store.standings("you")["corr2d"].passed_at == at(2)


def test_last_is_the_newest_verdict(store: Store) -> None:
    for score in (5, 2):
        grade(store, store.add_submission(handed_in()), verdict(score))
    assert store.record("you", "corr2d").last == verdict(2)


def test_last_waits_for_an_open_submission(store: Store) -> None:
    grade(store, store.add_submission(handed_in()), verdict(2))
    waiting = store.add_submission(handed_in())
    record = store.record("you", "corr2d")
    assert (record.last, record.open_submission) == (verdict(2), waiting)


def random_history(store: Store, seed: int) -> dict[tuple[str, str], list[tuple[int, Verdict]]]:
    """Grade at random: late, twice, by two graders, some by nobody → verdicts in force by learner and exercise."""
    chance, kept = random.Random(seed), dict[tuple[str, str], dict[int, Verdict]]()
    waiting: list[tuple[int, tuple[str, str]]] = []
    for _ in range(60):
        pair = (chance.choice(["you", "she"]), chance.choice(["corr2d", "edges"]))
        waiting.append((store.add_submission(handed_in(*pair)), pair))
        id, pair = chance.choice(waiting)
        name = chance.choice([None, "flipped", "off-by-one"])
        given = chance.choice([verdict(chance.randrange(6), misconception=name), internal()])
        if grade(store, id, given, grader=chance.choice(["1", "2"])):
            kept.setdefault(pair, {})[id] = given
    return {pair: sorted(of.items()) for pair, of in kept.items()}


@pytest.mark.parametrize("seed", range(3))
def test_progress_equals_what_follows_from_the_verdicts(store: Store, seed: int) -> None:
    for (learner, exercise), graded in random_history(store, seed).items():
        counted = [given for _, given in graded if given.outcome is not Outcome.INTERNAL]
        expected = (
            max((v.score for v in counted), default=0),
            any(v.passed for v in counted),
            len(counted),
            counted[-1].misconception if counted else None,
        )
        found = store.standings(learner).get(exercise)
        got = (found.best, found.passed, found.attempts, found.last_misconception) if found else (0, False, 0, None)
        assert got == expected


def test_rebuilt_progress_is_the_same(store: Store) -> None:
    random_history(store, 9)
    before = [store.standings(learner) for learner in ("you", "she")]
    store.rebuild_rollups()
    assert [store.standings(learner) for learner in ("you", "she")] == before


# ---------- drafts, hints, language ----------


def test_draft_comes_back(store: Store) -> None:
    store.save_draft("you", "corr2d", pack(CODE, "code"), at(0))
    assert store.record("you", "corr2d").draft == CODE


def test_draft_is_the_newest(store: Store) -> None:
    for text in ("a", "b"):
        store.save_draft("you", "corr2d", pack(text, "code"), at(0))
    assert store.record("you", "corr2d").draft == "b"


def test_empty_draft_is_a_draft(store: Store) -> None:
    store.save_draft("you", "corr2d", pack("", "code"), at(0))
    assert store.record("you", "corr2d").draft == ""


def test_reset_forgets_the_draft(store: Store) -> None:
    store.save_draft("you", "corr2d", pack(CODE, "code"), at(0))
    store.reset_draft("you", "corr2d", at(1))
    assert store.record("you", "corr2d").draft is None


def test_only_reset_changes_the_revision(store: Store) -> None:
    store.save_draft("you", "corr2d", pack(CODE, "code"), at(0))
    first = store.record("you", "corr2d").rev
    revisions = [store.reset_draft("you", "corr2d", at(1)) for _ in range(2)]
    store.save_draft("you", "corr2d", pack(CODE, "code"), at(2))
    assert (first, revisions, store.record("you", "corr2d").rev) == (1, [2, 3], 3)


def test_draft_of_an_old_revision_is_not_kept(store: Store) -> None:
    store.reset_draft("you", "corr2d", at(0))
    store.save_draft("you", "corr2d", pack("late", "code"), at(1), rev=1)
    assert store.record("you", "corr2d").draft is None


def test_draft_is_known_again(store: Store) -> None:
    store.save_draft("you", "corr2d", pack(CODE, "code"), at(0))
    assert store.has_draft("you", "corr2d", pack(CODE, "code")) and not store.has_draft(
        "you", "corr2d", pack("", "code")
    )


def test_touched_has_the_newest_first(store: Store) -> None:
    for minutes, exercise in enumerate(("corr2d", "edges", "corr2d")):
        store.save_draft("you", exercise, pack(CODE, "code"), at(minutes))
    assert store.touched("you") == [("corr2d", at(2)), ("edges", at(1))]


def test_hints_end_with_the_last(store: Store) -> None:
    assert [store.reveal_hint("you", "corr2d", 2, at(0)) for _ in range(3)] == [1, 2, 2]


def test_hints_are_counted_in_the_record(store: Store) -> None:
    store.reveal_hint("you", "corr2d", 2, at(0))
    assert (store.record("you", "corr2d").hints, store.record("you", "edges").hints) == (1, 0)


def test_language_is_remembered(store: Store) -> None:
    store.set_language("you", "en", at(0))
    store.set_language("you", "zh", at(1))
    assert store.language("you") == "zh"


def test_language_of_a_stranger_is_none(store: Store) -> None:
    assert store.language("she") is None


# ---------- export, reopening ----------


def test_export_has_everything_of_one_person(store: Store) -> None:
    grade(store, store.add_submission(handed_in()), verdict(curves={"loss": Curve((math.nan,))}))
    store.add_submission(handed_in("she"))
    store.reveal_hint("you", "corr2d", 2, at(0))
    told = store.export("you")
    assert {name: len(told[name]) for name in ("submissions", "drafts", "hints", "progress")} == dict.fromkeys(
        ("submissions", "drafts", "hints", "progress"), 1
    )


def test_export_is_strict_json(store: Store) -> None:
    grade(store, store.add_submission(handed_in()), verdict(curves={"loss": Curve((math.nan,))}))
    assert json.loads(json.dumps(store.export("you"), allow_nan=False)) == store.export("you")


def test_export_of_a_stranger_is_empty(store: Store) -> None:
    assert store.export("she")["submissions"] == []


def test_everything_is_there_after_reopening(tmp_path: Path) -> None:
    first = Store.open(tmp_path)
    grade(first, first.add_submission(handed_in()), verdict(5))
    first.close()
    second = Store.open(tmp_path)
    record = second.record("you", "corr2d")
    second.close()
    assert (record.best, record.draft, record.last) == (5, CODE, verdict(5))


def test_closed_store_takes_nothing(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.add_submission(handed_in())


def test_store_closes_twice(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    store.close()
    store.close()
    Store.open(tmp_path).close()

"""Words: every sentence in both languages with the same fields, and learner text that can do no harm."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from grader.model import LANGS, Message, Text
from grader.words import catalogue, plain, say, shown

ROOT = Path(__file__).parent.parent
FILES = [*sorted((ROOT / "grader/locale").glob("*.yaml")), *sorted((ROOT / "ui/locale").glob("*.yaml"))]
KEYS = [
    (file, key.value, key.start_mark.line + 1, entry)
    for file in FILES
    for node in [yaml.compose(file.read_text("utf-8"), Loader=yaml.SafeLoader)]
    if isinstance(node, yaml.MappingNode)
    for key, entry in node.value
]
SENTENCES = [
    pytest.param(code, {key.value: text.value for key, text in entry.value}, id=f"{file.stem}:{code}")
    for file, code, _, entry in KEYS
    if isinstance(entry, yaml.MappingNode)
]


def fields(template: str) -> set[str]:
    """The names between braces."""
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_there_are_sentences_to_test() -> None:
    assert len(SENTENCES) > 20


@pytest.mark.parametrize(("code", "entry"), SENTENCES)
def test_sentence_stands_in_both_languages(code: str, entry: dict[str, str]) -> None:
    assert set(entry) == set(LANGS) and all(text.strip() for text in entry.values())


@pytest.mark.parametrize(("code", "entry"), SENTENCES)
def test_both_languages_fill_in_the_same_fields(code: str, entry: dict[str, str]) -> None:
    assert fields(entry["en"]) == fields(entry["zh"])


@pytest.mark.parametrize(("code", "entry"), SENTENCES)
def test_code_begins_in_lower_case_and_is_dotted(code: str, entry: dict[str, str]) -> None:
    assert re.fullmatch(r"[a-z0-9]\w*([.-][a-z0-9]\w*)*", code)


@pytest.mark.parametrize(("code", "entry"), SENTENCES)
def test_chinese_sentence_uses_full_width_stops(code: str, entry: dict[str, str]) -> None:
    assert not re.search(r"[\u4e00-\u9fff][,;:?!]|[\u4e00-\u9fff]\.(?![a-z])", entry["zh"])


@pytest.mark.parametrize(("code", "entry"), SENTENCES)
def test_chinese_sentence_keeps_a_space_beside_latin(code: str, entry: dict[str, str]) -> None:
    assert not re.search(r"[\u4e00-\u9fff][A-Za-z]{2}|[A-Za-z]{2}[\u4e00-\u9fff]", entry["zh"])


@pytest.mark.parametrize("folder", ["grader/locale", "ui/locale"])
def test_no_code_stands_twice(folder: str) -> None:
    codes = [code for file, code, _, _ in KEYS if file.parent == ROOT / folder]
    assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize("folder", ["grader/locale", "ui/locale"])
def test_catalogue_reads_every_code(folder: str) -> None:
    assert set(catalogue(ROOT / folder)) == {code for file, code, _, _ in KEYS if file.parent == ROOT / folder}


def test_code_in_two_files_is_refused(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("x: {en: A, zh: 甲}\n", "utf-8")
    with pytest.raises(ValueError, match=r"b\.yaml: x stands twice"):
        catalogue(tmp_path)


def test_sentence_without_chinese_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("x: {en: A}\n", "utf-8")
    with pytest.raises(ValueError, match=r"a\.yaml: x needs en and zh"):
        catalogue(tmp_path)


@pytest.mark.parametrize(
    "hostile",
    ["\x1b[31mred", "a\x00b", "\u202eevil", "\u2066x\u2069", "zero\u200bwidth", "\ufeffmark", "\x9b31m", "bell\x07"],
)
def test_control_and_direction_characters_are_stripped(hostile: str) -> None:
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]", plain(hostile))


def test_line_ends_and_tabs_stay() -> None:
    assert plain("a\n\tb") == "a\n\tb"


def test_long_text_is_cut_and_says_so() -> None:
    assert plain("x" * 500, 10) == "x" * 9 + "…"


def test_unknown_code_survives() -> None:
    assert say(Message("no.such.code", {"a": 1}), "zh") == "no.such.code"


def test_unknown_code_is_made_harmless_too() -> None:
    assert say(Message("no\x1b[2Jcode"), "en") == "no[2Jcode"


OWN = {"gap": Text("It is {gap} at {where}.", "在 {where} 处为 {gap}。")}


def test_message_of_an_exercise_is_filled_in() -> None:
    assert say(Message("exercise.gap", {"gap": -0.5, "where": [2, 3]}), "en", OWN) == "It is −0.5 at 2×3."


def test_message_of_an_exercise_speaks_chinese() -> None:
    assert say(Message("exercise.gap", {"gap": 3, "where": "X"}), "zh", OWN) == "在 X 处为 3。"


def test_missing_argument_is_a_question_mark() -> None:
    assert say(Message("exercise.gap", {"gap": 1}), "en", OWN) == "It is 1 at ?."


def test_braces_in_learner_text_are_not_fields() -> None:
    assert (
        say(Message("exercise.gap", {"gap": "{where.__class__}", "where": "X"}), "en", OWN)
        == "It is {where.__class__} at X."
    )


def test_learner_text_in_an_argument_is_stripped() -> None:
    assert say(Message("exercise.gap", {"gap": "\x1b]0;title\x07", "where": "X"}), "en", OWN) == "It is ]0;title at X."


@pytest.mark.parametrize(
    ("value", "en", "zh"),
    [
        ([6, 7], "6×7", "6×7"),
        ([], "scalar", "标量"),
        ([4], "(4,)", "(4,)"),
        ([[2, 3], [1, 2]], "2×3, 1×2", "2×3、1×2"),
        (-3, "−3", "−3"),
        (0.016089, "0.01609", "0.01609"),
        (["a", "b"], "a, b", "a、b"),
        (None, "None", "None"),
    ],
)
def test_argument_in_words(value: object, en: str, zh: str) -> None:
    assert (shown(value, "en"), shown(value, "zh")) == (en, zh)

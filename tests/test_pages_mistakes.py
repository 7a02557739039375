"""The Mistakes page and the note on the exercise page: page × language × {empty, list, cluster, hostile, not allowed}."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from class_world import ADA, BEN, CHEN, COURSE, INES, NOON, TOM, a_course, services_for
from insight_world import SHAPE, VALUES, emptied, hand_in, judged
from streamlit.testing.v1 import AppTest

from grader.model import LANGS, Lang, Message, Outcome, Person, Role
from grader.store import Store, people
from grader.store.signature import signature_of
from ui.parts import services

FRAME = str(Path(__file__).parents[1] / "ui" / "frame.py")
FLIPPED = judged({"random": VALUES, "example": Message("values")}, misconception="flipped")
UNNAMED = judged({"random": SHAPE, "edges": VALUES, "integers": VALUES})
HOSTILE = "<img src=x onerror=alert(1)> **[evil](http://evil.example)**"
Open = Callable[..., AppTest]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = a_course(tmp_path_factory.mktemp("data"))
    yield store
    store.close()


@pytest.fixture
def store(opened: Store) -> Store:
    return emptied(opened)


@pytest.fixture
def open_page(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    def opened(who: Person, page: str = "mistakes", lang: Lang = "en", **query: str) -> AppTest:
        ours = services_for(who, store)
        ours.learning.set_language(who.id, lang)
        monkeypatch.setattr(services, "build", lambda: ours)
        services.services.clear()
        test = AppTest.from_file(FRAME, default_timeout=30)
        test.switch_page(f"pages/{page}.py")
        for name, value in query.items():
            test.query_params[name] = value
        return test.run()

    yield opened
    services.services.clear()


def text_of(test: AppTest) -> str:
    assert not test.exception
    parts = [element.proto.body for element in test.main if element.type == "html"]
    parts += [element.proto.label.replace("\\", "") for element in test.main if element.type == "page_link"]
    return "\n".join(part for part in parts if not part.startswith("<style>"))


def cluster(open_page: Open, who: Person = INES, lang: Lang = "en", of: str = signature_of(FLIPPED)) -> AppTest:
    return open_page(who, "mistake", lang, exercise="corr2d", signature=of)


# ---------- The list ----------


@pytest.mark.parametrize(("lang", "said"), [("en", "No answer has failed"), ("zh", "还没有失败的提交")])
def test_course_without_failures_says_when_mistakes_appear(open_page: Open, lang: Lang, said: str) -> None:
    assert said in text_of(open_page(INES, lang=lang, days="0"))


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ["You flipped the kernel", "1 of 2 have passed by now", "median 2 attempts", "Unnamed: shape of"]),
        ("zh", ["你把卷积核翻转了", "2 人中已有 1 人通过", "提交次数中位数 2", "未命名："]),
    ],
)
def test_list_names_each_mistake_and_says_who_got_past_it(
    store: Store, open_page: Open, lang: Lang, said: list[str]
) -> None:
    for who in (ADA, BEN):
        hand_in(store, who, FLIPPED, hours=-2)
    hand_in(store, ADA, judged({}))
    hand_in(store, CHEN, UNNAMED)
    shown = text_of(open_page(INES, lang=lang, days="0"))
    assert [one for one in said if one not in shown] == []


def test_mistake_without_a_name_is_called_by_what_fails(store: Store, open_page: Open) -> None:
    hand_in(store, CHEN, UNNAMED)
    named = "Unnamed: shape of “Random shapes, negative values” is wrong, values of 2 checks are wrong"
    assert named in text_of(open_page(INES, days="0"))


def test_address_narrows_the_list(store: Store, open_page: Open) -> None:
    hand_in(store, ADA, FLIPPED)
    hand_in(store, CHEN, UNNAMED)
    shown = text_of(open_page(INES, days="0", section="B"))
    assert ("Unnamed" in shown, "flipped" in shown) == (True, False)


@pytest.mark.parametrize("page", ["mistakes", "mistake"])
def test_learner_finds_nothing_at_this_address(store: Store, open_page: Open, page: str) -> None:
    hand_in(store, BEN, FLIPPED)
    shown = text_of(open_page(ADA, page, exercise="corr2d", signature=signature_of(FLIPPED)))
    assert ("Nothing here" in shown, "flipped" in shown) == (True, False)


# ---------- One cluster ----------


@pytest.mark.parametrize("lang", LANGS)
def test_cluster_shows_checks_answers_and_who_it_is(store: Store, open_page: Open, lang: Lang) -> None:
    hand_in(store, ADA, FLIPPED, "def corr2d(X, K): return 42")
    shown = text_of(cluster(open_page, lang=lang))
    assert [
        one for one in ("return 42", "Ada Osei", "The worked" if lang == "en" else "示例") if one not in shown
    ] == []


@pytest.mark.parametrize("query", [{"signature": "0" * 16}, {"signature": signature_of(FLIPPED), "exercise": "no"}])
def test_cluster_that_does_not_exist_is_nothing(store: Store, open_page: Open, query: dict[str, str]) -> None:
    hand_in(store, ADA, FLIPPED)
    assert "Nothing here" in text_of(open_page(INES, "mistake", **{"exercise": "corr2d", **query}))


def test_list_with_a_clusters_address_leads_to_that_cluster(store: Store, open_page: Open) -> None:
    hand_in(store, ADA, FLIPPED, "def corr2d(X, K): return 42")
    assert "return 42" in text_of(open_page(INES, exercise="corr2d", signature=signature_of(FLIPPED)))


def test_hostile_code_and_name_stay_plain_text(store: Store, open_page: Open) -> None:
    mallory = Person("p-mal", COURSE, Role.LEARNER, "A", HOSTILE)
    store.write(lambda c: people.add(c, mallory, NOON)).result()
    hand_in(store, mallory, FLIPPED, f"# {HOSTILE}")
    test = cluster(open_page)
    html = "".join(element.proto.body for element in test.main if element.type == "html")
    links = [element.proto.label for element in test.main if element.type == "page_link"]
    assert ("<img src=x" in html, "&lt;img src=x" in html) == (False, True)
    assert any(label.startswith(r"\<img src=x onerror=alert\(1\)\> \*\*\[evil\]\(") for label in links)


def send(test: AppTest, text: str) -> AppTest:
    test.text_area[0].input(text)
    return next(one for one in test.button if one.label in ("Send", "发送")).click().run()


def test_comment_that_is_sent_reaches_the_learner_on_the_exercise_page(store: Store, open_page: Open) -> None:
    hand_in(store, ADA, FLIPPED)
    test = send(cluster(open_page, TOM), f"Slide K.\n{HOSTILE}")
    assert (test.text_area[0].value, "Slide K." in text_of(test)) == ("", True)
    shown = text_of(open_page(ADA, "exercise", id="corr2d"))
    assert ("A note from your instructor" in shown, "Slide K.\n&lt;img" in shown, "<img src=x" in shown) == (
        True,
        True,
        False,
    )


@pytest.mark.parametrize(("lang", "said"), [("en", "There is no text"), ("zh", "评语还没有内容")])
def test_empty_comment_is_declined_in_words(store: Store, open_page: Open, lang: Lang, said: str) -> None:
    hand_in(store, ADA, FLIPPED)
    assert said in text_of(send(cluster(open_page, lang=lang), "   "))


def test_comment_is_edited_and_removed_in_place(store: Store, open_page: Open) -> None:
    hand_in(store, ADA, FLIPPED)
    test = send(cluster(open_page), "first words")
    press(test, "Edit")
    test.text_area[0].input("better words")
    press(test, "Save")
    assert ("first words" in text_of(test), "better words" in text_of(test)) == (False, True)
    press(press(test, "Remove"), "Yes, remove it")
    assert "better words" not in text_of(test)


def press(test: AppTest, label: str) -> AppTest:
    return next(one for one in test.button if one.label == label).click().run()


def test_assistant_is_offered_no_change_of_an_instructors_comment(store: Store, open_page: Open) -> None:
    hand_in(store, ADA, FLIPPED)
    services_for(INES, store).mistakes.comment(INES.id, "corr2d", "words", signature=signature_of(FLIPPED))
    test = cluster(open_page, TOM)
    assert ("words" in text_of(test), [one.label for one in test.button if one.label == "Edit"]) == (True, [])


def test_exercise_page_without_a_note_has_no_panel(store: Store, open_page: Open) -> None:
    hand_in(store, ADA, judged({"random": Outcome.TIMEOUT}))
    assert "kd-notes" not in text_of(open_page(ADA, "exercise", id="corr2d"))

"""The exercise page: kind × language × {fresh, queued, checking, not yet, run, error, our fault, solved, offline, unknown}."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import fakes
import pytest
from streamlit.testing.v1 import AppTest

from grader.course import Attempt
from grader.errors import Declined
from grader.model import LANGS, Lang, Message, Mode, Outcome, Verdict
from ui.components.editor import Marker
from ui.parts import answers, services
from ui.parts.results import program

FRAME = str(Path(__file__).parents[1] / "ui" / "frame.py")
HOSTILE = "</pre><img src=x onerror=alert(1)> **bold** [link](http://evil.example) \x1b[31mred\x1b[0m \u202egnp"
Open = Callable[..., AppTest]


@pytest.fixture
def learning() -> fakes.FakeLearning:
    return fakes.FakeLearning()


@pytest.fixture
def open_page(learning: fakes.FakeLearning, monkeypatch: pytest.MonkeyPatch) -> Iterator[Open]:
    def opened(id: str = "corr2d", lang: Lang = "en", dispatch: str = "ready", tier: str = "full") -> AppTest:
        learning.chosen = lang
        monkeypatch.setattr(services, "build", lambda: fakes.services(learning, dispatch, tier))
        services.services.clear()
        test = AppTest.from_file(FRAME, default_timeout=30).run()
        test.switch_page("pages/exercise.py")
        test.query_params["id"] = id
        return test.run()

    yield opened
    services.services.clear()


def html_of(test: AppTest) -> str:
    """All HTML of the page but its stylesheets."""
    parts = [element.proto.body for element in test.main if element.type == "html"]
    return "\n".join(part for part in parts if not part.startswith("<style"))


def text_of(test: AppTest) -> str:
    """All that the page says."""
    said = re.sub(r"<[^>]+>", "", html_of(test))
    return "\n".join([said, *(str(element.value) for element in test.markdown)])


def judged(learning: fakes.FakeLearning, verdict: Verdict, answer: str = fakes.WRONG) -> None:
    """The learner's last submission got this verdict."""
    state = learning.state("you", "corr2d")
    state.draft, state.last, state.last_submission, state.attempts = answer, verdict, "7", 3
    state.best, state.passed = verdict.score, verdict.passed
    learning.past = [Attempt("7", 3, datetime(2026, 3, 12, 14, 5, tzinfo=UTC), answer, verdict)]


def watching(learning: fakes.FakeLearning, done: int) -> None:
    """A submission is on its way."""
    learning.jobs["8"] = fakes.job(Mode.SUBMIT, None, done)
    learning.state("you", "corr2d").job = "8"


# ---------- every state, in both languages ----------

SAID = {
    "fresh": ("What will be checked", "将检查以下内容"),
    "queued": ("Waiting to be checked", "等待检查"),
    "checking": ("Checking 5 of 9", "正在检查第 5 项，共 9 项"),
    "not yet": ("Not yet: 5 of 9 checks pass", "还差一点：9 项检查通过了 5 项"),
    "run": ("Not yet: 1 of 2 visible checks pass", "还差一点：2 项可见检查通过了 1 项"),
    "error": ("Your code stopped with an error", "代码出错而中止"),
    "our fault": ("We could not check this", "未能完成检查"),
    "solved": ("Solved, 13 of 13", "已完成，13 / 13 分"),
}


def put(learning: fakes.FakeLearning, state: str) -> None:
    """Bring the learner into a state of SAID."""
    if state in ("queued", "checking"):
        watching(learning, 4 if state == "checking" else 0)
    elif state == "run":
        learning.jobs["run-1"] = fakes.job(Mode.RUN, fakes.verdict(False, Mode.RUN))
        learning.state("you", "corr2d").run = "run-1"
    elif state != "fresh":
        reference = Message("dispatch.internal", {"reference": "7f3a"})
        verdicts = {
            "not yet": fakes.verdict(False),
            "error": fakes.verdict(False, outcome=Outcome.ERROR, misconception=None),
            "our fault": fakes.verdict(
                False, outcome=Outcome.INTERNAL, misconception=None, checks=(), message=reference
            ),
            "solved": fakes.verdict(True),
        }
        judged(learning, verdicts[state])


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("state", SAID)
def test_page_says_the_state(learning: fakes.FakeLearning, open_page: Open, state: str, lang: Lang) -> None:
    put(learning, state)
    assert SAID[state][lang == "zh"] in text_of(open_page(lang=lang))


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("state", SAID)
def test_state_raises_nothing(learning: fakes.FakeLearning, open_page: Open, state: str, lang: Lang) -> None:
    put(learning, state)
    page = open_page(lang=lang)
    assert not page.exception and "kd-trouble" not in html_of(page).split()


@pytest.mark.parametrize("state", SAID)
def test_every_check_is_listed_in_every_state(learning: fakes.FakeLearning, open_page: Open, state: str) -> None:
    put(learning, state)
    assert html_of(open_page()).count("role='listitem'") == len(fakes.CHECKS)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("id", [exercise.id for exercise in fakes.EXERCISES])
def test_every_kind_opens(open_page: Open, id: str, lang: Lang) -> None:
    page = open_page(id, lang)
    assert not page.exception and "kd-panel" in html_of(page)


@pytest.mark.parametrize("id", ["", "no-such-exercise", "<script>"])
def test_unknown_exercise_leads_back_to_learn(open_page: Open, id: str) -> None:
    assert "Nothing here" in text_of(open_page(id))


@pytest.mark.parametrize(("lang", "said"), [("en", "The grader is not running"), ("zh", "判题程序没有运行")])
def test_offline_grader_is_said(open_page: Open, lang: Lang, said: str) -> None:
    assert said in text_of(open_page(lang=lang, dispatch="offline"))


@pytest.mark.parametrize(("lang", "said"), [("en", "run only code that you trust"), ("zh", "请只运行你信任的代码")])
@pytest.mark.parametrize("tier", ["full", "language"])
def test_computer_without_every_wall_says_so(open_page: Open, lang: Lang, said: str, tier: str) -> None:
    assert (said in text_of(open_page(lang=lang, tier=tier))) == (tier == "language")


def test_starting_grader_is_said_while_waiting(learning: fakes.FakeLearning, open_page: Open) -> None:
    watching(learning, 0)
    assert "warming up" in text_of(open_page(dispatch="starting"))


def test_fault_of_ours_becomes_words_with_a_reference(
    learning: fakes.FakeLearning, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(learning, "attempts", broken)
    page = open_page()
    assert "This page cannot be shown" in text_of(page) and "secret detail" not in text_of(page)
    assert not page.exception


# ---------- what the result shows ----------


def test_time_of_a_check_is_shown_without_the_wait_for_it(learning: fakes.FakeLearning, open_page: Open) -> None:
    judged(learning, fakes.verdict(False, timings_ms={"queue": 29000.0, "total": 29120.0}))
    assert "checked in 120 ms" in text_of(open_page())


def test_long_check_is_told_in_seconds(learning: fakes.FakeLearning, open_page: Open) -> None:
    judged(learning, fakes.verdict(False, timings_ms={"queue": 500.0, "total": 8549.0}))
    assert "checked in 8.0 s" in text_of(open_page())


def test_long_line_of_an_answer_goes_on_further_in_than_it_began() -> None:
    said = program("def f(x):\n    return x < 1")
    assert "<span style='--in:0ch'>def f(x):</span><span style='--in:4ch'>    return x &lt; 1</span>" in said


def test_empty_file_did_not_start_and_stopped_with_no_error(learning: fakes.FakeLearning, open_page: Open) -> None:
    judged(learning, fakes.verdict(False, outcome=Outcome.ERROR, checks=(), message=Message("form.empty"), score=0))
    assert "Your code did not start" in text_of(open_page())


def test_named_misconception_leads_to_its_line(learning: fakes.FakeLearning, open_page: Open) -> None:
    judged(learning, fakes.verdict(False))
    assert "You flipped the kernel. That is convolution" in text_of(open_page())
    assert "Look at line 3." in text_of(open_page())


def test_values_that_differ_are_drawn_with_the_first_difference(learning: fakes.FakeLearning, open_page: Open) -> None:
    judged(learning, fakes.verdict(False))
    page = open_page()
    assert "First difference at Y[0, 0]: you got 5, expected 19." in text_of(page)
    assert "<td class='w f'>5</td>" in html_of(page)


def test_passed_checks_fold_into_one_line(learning: fakes.FakeLearning, open_page: Open) -> None:
    judged(learning, fakes.verdict(False))
    assert "5 checks" in text_of(open_page())


def test_hidden_check_tells_no_numbers(learning: fakes.FakeLearning, open_page: Open) -> None:
    judged(learning, fakes.verdict(False))
    assert "This case stays hidden" in text_of(open_page())


def test_accepted_note_is_shown_after_passing(learning: fakes.FakeLearning, open_page: Open) -> None:
    judged(learning, fakes.verdict(True, notes=("flipped",)))
    assert "Good to know" in text_of(open_page())


def test_solved_shows_the_model_answer_and_the_next_exercise(learning: fakes.FakeLearning, open_page: Open) -> None:
    judged(learning, fakes.verdict(True), fakes.RIGHT)
    page = open_page()
    assert "Model answer" in text_of(page) and "All windows at once." in text_of(page)
    assert page.button(key="main-next").label == "Next exercise"


@pytest.mark.parametrize(("all_solved", "label"), [(False, "Next exercise"), (True, "All concepts")])
def test_after_the_last_exercise_comes_what_is_still_to_be_solved(
    learning: fakes.FakeLearning, open_page: Open, monkeypatch: pytest.MonkeyPatch, all_solved: bool, label: str
) -> None:
    monkeypatch.setattr(fakes.FakeCatalog, "next_after", lambda *_: None)
    judged(learning, fakes.verdict(True), fakes.RIGHT)
    if all_solved:
        for exercise in fakes.EXERCISES:
            learning.state("you", exercise.id).passed = True
    assert open_page().button(key="main-next").label == label


@pytest.mark.parametrize("state", ["fresh", "not yet", "run", "checking"])
def test_unsolved_never_shows_the_model_answer(learning: fakes.FakeLearning, open_page: Open, state: str) -> None:
    put(learning, state)
    said = text_of(open_page())
    assert "Model answer" not in said and "All windows at once." not in said


def test_failed_submission_after_a_run_outlives_it(learning: fakes.FakeLearning, open_page: Open) -> None:
    judged(learning, fakes.verdict(False))
    put(learning, "run")
    assert "visible checks" in text_of(open_page())


def test_marks_are_amber_for_the_misconception_and_red_for_exceptions() -> None:
    raised = Message("error.raised", {"type": "ValueError", "line": 4, "source": "x", "text": "no"})
    verdict = fakes.verdict(False)
    verdict = replace(verdict, checks=(replace(verdict.checks[0], message=raised),))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(answers, "lang", lambda: "en")
        patch.setattr(answers, "of", lambda text: text.en)
        found = list(answers.markers(fakes.CORR2D, verdict))
    assert [(mark.line, mark.severity) for mark in found] == [(3, "warning"), (4, "error")]
    assert isinstance(found[0], Marker)


# ---------- what the learner does ----------


def test_hints_come_one_by_one_and_are_recorded(learning: fakes.FakeLearning, open_page: Open) -> None:
    page = open_page()
    page.button(key="hint-more").click().run()
    assert learning.state("you", "corr2d").hints_shown == 1
    assert "How many positions" in text_of(page) and "is one window" not in text_of(page)


def test_attempt_shows_its_code_and_gives_it_back(learning: fakes.FakeLearning, open_page: Open) -> None:
    judged(learning, fakes.verdict(False))
    learning.state("you", "corr2d").draft = "something newer"
    page = open_page()
    page.button(key="restore-7").click().run()
    assert learning.state("you", "corr2d").draft == fakes.WRONG


def test_choice_is_kept_as_draft(learning: fakes.FakeLearning, open_page: Open) -> None:
    page = open_page("edges-mcq")
    page.radio[0].set_value("a").run()
    assert learning.state("you", "edges-mcq").draft == "a"


def test_choice_is_submitted(learning: fakes.FakeLearning, open_page: Open) -> None:
    page = open_page("edges-mcq")
    page.radio[0].set_value("b").run()
    page.button(key="main-submit-answer").click().run()
    assert learning.asked == [("submit", "b")]


def test_submitting_nothing_asks_for_an_answer(learning: fakes.FakeLearning, open_page: Open) -> None:
    page = open_page("edges-mcq")
    page.button(key="main-submit-answer").click().run()
    assert "Answer first." in text_of(page) and not learning.asked


def test_all_ticked_choices_are_submitted(learning: fakes.FakeLearning, open_page: Open) -> None:
    page = open_page("edges-multi")
    page.checkbox[0].check()
    page.checkbox[2].check().run()
    page.button(key="main-submit-answer").click().run()
    assert learning.asked == [("submit", ["a", "c"])]


@pytest.mark.parametrize(
    ("typed", "answer"), [("3.6e9, 14.4", [3600000000, 14.4]), ("−2，3", [-2, 3]), ("7", [7]), (" 1 , ", [1])]
)
def test_numbers_are_read_as_people_write_them(
    learning: fakes.FakeLearning, open_page: Open, typed: str, answer: list[float]
) -> None:
    page = open_page("edges-numbers")
    page.text_input[0].set_value(typed).run()
    page.button(key="main-submit-answer").click().run()
    assert learning.asked == [("submit", answer)]


@pytest.mark.parametrize("typed", ["many", "1, two", "1e999", "nan"])
def test_what_is_no_number_is_named(learning: fakes.FakeLearning, open_page: Open, typed: str) -> None:
    page = open_page("edges-numbers")
    page.text_input[0].set_value(typed).run()
    page.button(key="main-submit-answer").click().run()
    assert "is not a number" in text_of(page) and not learning.asked


def test_too_many_open_answers_are_declined_in_words(
    learning: fakes.FakeLearning, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def decline(*_: object) -> str:
        raise Declined("busy", "course.busy", {"open": 3})

    monkeypatch.setattr(learning, "submit", decline)
    page = open_page("edges-mcq")
    page.radio[0].set_value("b").run()
    page.button(key="main-submit-answer").click().run()
    assert "3 of your answers are still being checked" in text_of(page)


def test_language_switch_is_remembered(learning: fakes.FakeLearning, open_page: Open) -> None:
    page = open_page()
    page.button(key="lang-switch").click().run()
    assert learning.chosen == "zh" and "将检查以下内容" in text_of(page)


def test_browser_language_is_used_until_one_is_chosen(learning: fakes.FakeLearning, open_page: Open) -> None:
    open_page()
    learning.chosen = None
    page = AppTest.from_file(FRAME, default_timeout=30)
    page.context = {"locale": "zh-CN"}
    page.run()
    assert page.button(key="lang-switch").label == "English"


@pytest.mark.parametrize(
    ("shape", "answer"), [((2, 2), [[1, 2.5], [3, 4]]), ((4,), [1, 2.5, 3, 4]), ((1, 2, 2), [[[1, 2.5], [3, 4]]])]
)
def test_cells_become_nested_lists(shape: tuple[int, ...], answer: object) -> None:
    assert answers.nested([1.0, 2.5, 3.0, 4.0], shape) == answer


def test_kept_cells_come_back_row_by_row() -> None:
    assert list(answers.flat([[1, ""], ["x", 4]])) == ["1", "", "x", "4"]


# ---------- hostile learner text ----------


def hostile_verdict() -> Verdict:
    """Every place where a learner's text can stand holds HOSTILE."""
    raised = Message("error.raised", {"type": HOSTILE, "line": 2, "source": HOSTILE, "text": HOSTILE})
    verdict = fakes.verdict(False, outcome=Outcome.ERROR, misconception=None, message=raised, stdout=HOSTILE)
    return replace(verdict, checks=tuple(replace(c, message=raised, case=raised) for c in verdict.checks))


@pytest.mark.parametrize("bad", ["<img", "</pre><img", "\x1b", "\u202e"])
def test_hostile_text_is_inert(learning: fakes.FakeLearning, open_page: Open, bad: str) -> None:
    judged(learning, hostile_verdict(), HOSTILE)
    assert bad not in html_of(open_page())


def test_hostile_text_never_reaches_markdown(learning: fakes.FakeLearning, open_page: Open) -> None:
    judged(learning, hostile_verdict(), HOSTILE)
    page = open_page()
    said = [str(e.value) for e in page.markdown] + [e.label for e in page.expander] + [b.label for b in page.button]
    assert not [text for text in said if "evil.example" in text]


def test_hostile_text_is_still_shown_to_its_author(learning: fakes.FakeLearning, open_page: Open) -> None:
    judged(learning, hostile_verdict(), HOSTILE)
    assert "&lt;img src=x onerror=alert(1)&gt;" in html_of(open_page())

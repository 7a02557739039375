"""The Analysis page: page × language × {empty, small class, full, not allowed}, its charts and files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import fakes
import pytest
from class_world import ADA, INES, NOON, TOM, a_course, services_for
from insight_world import VALUES, emptied, hand_in, judged
from streamlit.testing.v1 import AppTest

from grader.course.classroom.insight import CheckRate, Due, Estimate, Item, Timeline
from grader.model import LANGS, Lang, Person, Text
from grader.store import Store
from grader.store.insight import Day
from ui.parts import days, insight, services, sheets, speak
from ui.parts.figures import DARK, LIGHT

FRAME = str(Path(__file__).parents[1] / "ui" / "frame.py")
Open = Callable[..., AppTest]
FEW = Estimate(None, None, None, 12, "few")
RATES = (CheckRate("random", Text("Random shapes", "随机形状"), 30, 120),)


def item(id: str = "corr2d", passed: float = 0.4, **more: Any) -> Item:
    values: dict[str, Any] = {
        "passed": Estimate(passed, passed - 0.09, passed + 0.08, 200),
        "first_try": Estimate(0.1, 0.1, 0.1, 200),
        "attempts": Estimate(2.5, 2, 3, 200),
        "minutes": FEW,
        "discrimination": Estimate(-0.31, -0.4, -0.2, 180),
        "checks": RATES,
        "findings": ("hard", "backwards"),
        **more,
    }
    return Item(id, 200, **values)


ITEMS = (item(), item("edges-mcq", 0.7, findings=()), item("edges-multi", 0.9, findings=()))
SILENT = Item("corr2d", 12, FEW, FEW, FEW, FEW, FEW)


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
    def opened(who: Person = INES, lang: Lang = "en", items: tuple[Item, ...] | None = None, **query: str) -> AppTest:
        ours = services_for(who, store)
        ours.learning.set_language(who.id, lang)
        if items is not None:
            monkeypatch.setattr(ours.insight, "items", lambda *_, **__: items)
        monkeypatch.setattr(services, "build", lambda: ours)
        services.services.clear()
        test = AppTest.from_file(FRAME, default_timeout=30)
        test.switch_page("pages/items.py")
        for name, value in query.items():
            test.query_params[name] = value
        return test.run()

    yield opened
    services.services.clear()


@pytest.fixture(params=LANGS)
def lang(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Lang:
    said: Lang = request.param
    for module in (speak, insight, days):
        monkeypatch.setattr(module, "lang", lambda: said)
    monkeypatch.setattr(insight, "services", lambda: fakes.services())
    return said


def text_of(test: AppTest) -> str:
    assert not test.exception
    parts = [element.proto.body for element in test.main if element.type == "html"]
    return "\n".join(part for part in parts if not part.startswith("<style>"))


def charts(test: AppTest) -> list[dict[str, Any]]:
    return [json.loads(element.proto.spec) for element in test.get("plotly_chart")]


# ---------- The page ----------


@pytest.mark.parametrize(("language", "said"), [("en", "Nobody has handed in"), ("zh", "还没有任何提交")])
def test_course_without_submissions_says_when_the_analysis_begins(open_page: Open, language: Lang, said: str) -> None:
    assert said in text_of(open_page(lang=language))


@pytest.mark.parametrize(("language", "said"), [("en", "Fewer than 30 learners"), ("zh", "不足 30 人")])
def test_small_class_is_told_why_no_number_is_said(store: Store, open_page: Open, language: Lang, said: str) -> None:
    hand_in(store, ADA, judged({"random": VALUES}))
    shown = text_of(open_page(lang=language))
    assert (said in shown, shown.count("class='none'")) == (True, 5)


@pytest.mark.parametrize("language", LANGS)
def test_class_of_a_size_sees_table_and_both_charts(store: Store, open_page: Open, language: Lang) -> None:
    hand_in(store, ADA, judged({}))
    test = open_page(TOM, lang=language, items=ITEMS)
    assert (text_of(test).count("<tr>"), len(charts(test))) == (1 + len(ITEMS) + 2, 2)


def test_learner_finds_nothing_at_this_address(store: Store, open_page: Open) -> None:
    hand_in(store, ADA, judged({}))
    assert "Nothing here" in text_of(open_page(ADA))


def test_address_sorts_the_table(open_page: Open) -> None:
    shown = text_of(open_page(items=ITEMS, sort="passed", reverse="1"))
    titles = ["Which are true?", "What does this kernel see?", "Cross-correlation from scratch"]
    assert sorted(titles, key=shown.index) == titles
    assert "aria-sort='descending'" in shown


# ---------- The table ----------


def test_number_stands_with_its_interval_and_explains_itself(lang: Lang) -> None:
    shown = insight.table([item()])
    said = {
        "en": ["40 %<small>31 to 48 %", "40 % of the 200 who tried it. 90 % interval: 31 to 48 %.", "−0.31"],
        "zh": ["40%<small>31 至 48%", "作答 200 人，置信区间 31 至 48%。", "−0.31"],
    }[lang]
    assert [one for one in said if one not in shown.replace("</b>", "").replace("<b>", "")] == []


def test_number_that_is_not_said_gives_its_reason(lang: Lang) -> None:
    reason = {"en": "only 12 learners stand behind it", "zh": "只有 12 人"}[lang]
    assert insight.table([SILENT]).count(reason) == 10  # hovering over each number, and in each sentence below


def test_finding_stands_with_the_interval_that_bears_it_out(lang: Lang) -> None:
    said = {"en": "fewer than half pass (31 to 48 %)", "zh": "通过者不到一半（31 至 48%）"}[lang]
    assert said in insight.table([item()])


def test_interval_whose_ends_look_alike_is_one_number(lang: Lang) -> None:
    shown = insight.table([item()])
    assert {"en": "<small>10 %</small>", "zh": "<small>10%</small>"}[lang] in shown


def test_check_says_of_how_many_submissions_it_speaks(lang: Lang) -> None:
    assert {"en": "30 of 120 submissions", "zh": "30 / 120 次提交"}[lang] in insight.table([item()])


def test_what_is_not_said_is_sorted_last_either_way() -> None:
    items = [SILENT, *ITEMS]
    for largest_first in (True, False):
        assert insight.sorted_by(items, "passed", largest_first)[-1] is SILENT


# ---------- Charts ----------


def test_chart_of_passing_draws_each_interval_from_its_dot(lang: Lang) -> None:
    (dots,) = insight.passing([*ITEMS, SILENT], LIGHT)["data"]
    assert dots["x"] == pytest.approx([40, 70, 90])
    assert dots["error_x"]["array"] == pytest.approx([8, 8, 8])
    assert dots["error_x"]["arrayminus"] == pytest.approx([9, 9, 9])


WEEK = tuple(Day(f"2026-03-{n:02}", n, n // 2) for n in range(1, 8))


def test_bars_of_a_day_add_up_to_its_submissions(lang: Lang) -> None:
    passed, failed = days.figure(Timeline(WEEK, ()), DARK)["data"]
    assert [a + b for a, b in zip(passed["y"], failed["y"], strict=True)] == [1, 2, 3, 4, 5, 6, 7]


def test_due_day_is_a_line_whose_name_is_no_markup(lang: Lang) -> None:
    title = Text("<a href='//evil'>x</a>", "<a href='//evil'>x</a>")
    drawn = days.figure(Timeline(WEEK, (Due("hw", title, "2026-03-04"),)), LIGHT)["layout"]
    assert drawn["shapes"][0]["x0"].startswith("2026-03-04")
    assert "<" not in drawn["annotations"][0]["text"]


def test_many_days_are_drawn_by_the_week() -> None:
    start = NOON.date()
    many = tuple(Day(start.fromordinal(start.toordinal() + n).isoformat(), 1, 0) for n in range(140))
    bars, weekly = days.spread(Timeline(many, ()))
    assert (weekly, len(bars), {one.submissions for one in bars}) == (True, 20, {7})


def test_sentence_over_the_bars_says_most_and_due(lang: Lang) -> None:
    said = " ".join(days.said(Timeline(WEEK, (Due("hw", Text("Homework 1", "作业 1"), "2026-03-04"),))))
    expected = {
        "en": ["28 submissions in 7 days, 12 of them passed. Most on 7 Mar: 7.", "Due: Homework 1 on 4 Mar."],
        "zh": ["7 天内共提交 28 次，其中通过 12 次。3 月 7 日最多，有 7 次。", "截止：作业 1（3 月 4 日）。"],
    }[lang]
    assert [one for one in expected if one not in said] == []


def test_table_below_holds_every_day_the_newest_first(lang: Lang) -> None:
    shown = days.table(Timeline(WEEK, ()))
    assert shown.count("<tr>") == 8
    assert shown.index("<td>7</td><td>3</td>") < shown.index("<td>1</td><td>0</td>")


# ---------- Files ----------


def read(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_file_of_items_has_each_number_with_its_interval_and_an_empty_cell_for_what_is_not_said() -> None:
    head, first, *_ = read(sheets.written(insight.sheet([item()])))
    row = dict(zip(head, first, strict=True))
    assert [row[name] for name in ("passed", "passed_low", "passed_high", "passed_n")] == ["0.4", "0.31", "0.48", "200"]
    assert (row["minutes"], row["minutes_n"], row["findings"]) == ("", "12", "hard backwards")


def test_file_of_checks_and_of_days_hold_what_is_shown(lang: Lang) -> None:
    assert read(sheets.written(insight.sheet_of_checks([item()])))[1][:2] == ["corr2d", "random"]
    assert read(sheets.written(days.sheet(Timeline(WEEK, ()))))[-1] == ["2026-03-07", "7", "3"]

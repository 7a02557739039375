"""Analysis: what the class tells about each exercise, with how sure that is, and submissions over time."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from grader.course.classroom.insight import Item, Timeline
from grader.model import Role
from ui.parts import charts, days, insight, sheets
from ui.parts.figures import CONFIG, DARK, LIGHT
from ui.parts.filters import choice, switch
from ui.parts.markup import escape
from ui.parts.page import frame, me, notice, require, title
from ui.parts.services import services
from ui.parts.speak import h, of, t
from ui.parts.standing import sentences


def show() -> None:
    """Filters, table, charts, files."""
    require(Role.ASSISTANT)
    with frame(1240, gap="small"):
        heading = st.container()
        section, assignment = choose()
        items = services().insight.items(me(), section=section, assignment=assignment)
        timeline = services().insight.timeline(me(), assignment=assignment)
        with heading:
            facts = [h("items.count", n=len(items))] if items else []
            title(t("items.title"), facts=facts, lead=t("items.lead"))
        if not items:
            narrowed = section or assignment
            st.html(f"<p class='kd-lead'>{h('items.empty.filter' if narrowed else 'items.empty')}</p>")
        else:
            analysis(items)
        over_time(timeline)
        files(items, timeline)


def choose() -> tuple[str, str]:
    """Section and assignment."""
    sections = {name: name for name in services().mistakes.sections(me())}
    titles = {one.id: of(one.title) for one in services().insight.assignments(me())}
    with st.container(key="items-filters", horizontal=True, gap="small"):
        section = choice("items", "section", {"": t("items.section.all"), **sections}, 200) if sections else ""
        assignment = choice("items", "assignment", {"": t("items.assignment.all"), **titles}, 240) if titles else ""
    return section, assignment


def analysis(items: Sequence[Item]) -> None:
    """The table, sorted as one likes, and who passes as a chart."""
    can_say = any(item.passed.value is not None for item in items)
    if not can_say:
        notice(h("items.small"))
    st.html(f"<h2 class='kd-h2'>{h('items.table')}</h2><p class='kd-meta'>{h('items.table.how')}</p>")
    with st.container(key="items-sorting", horizontal=True, gap="small", vertical_alignment="bottom"):
        names = {"": t("items.sort.course")} | {name: t(f"items.{name}") for name in insight.COLUMNS}
        column = choice("items", "sort", names, 200)
        largest_first = switch("items", "reverse")
    st.html(insight.table(items, column, largest_first))
    if can_say:
        passing(insight.sorted_by(items, column, largest_first))


def passing(items: Sequence[Item]) -> None:
    """A dot and a line for each exercise."""
    with st.container(key="fig-items-passed", gap="xsmall"):
        st.html(f"<div class='kd-fig'><h2>{h('items.chart.passed')}</h2><p>{h('items.chart.passed.says')}</p></div>")
        figure = insight.passing(items, DARK if charts.dark() else LIGHT)
        alt = t("items.chart.passed.alt", n=len(items))
        st.plotly_chart(figure, theme=None, config=CONFIG, key="items-passed-fig", alt=alt)


def over_time(timeline: Timeline) -> None:
    """Bars by day, a sentence above them and a table below."""
    st.html(f"<h2 class='kd-h2 kd-over-list'>{h('items.time')}</h2>")
    if not timeline.days:
        st.html(f"<p class='kd-lead'>{h('items.time.empty')}</p>")
        return
    said = sentences([*days.said(timeline), t("items.time.sections")])
    with st.container(key="fig-items-time", gap="xsmall"):
        key = f"<span><i></i>{h('items.time.passed')}</span><span><i class='not'></i>{h('items.time.failed')}</span>"
        st.html(f"<div class='kd-fig'><p>{escape(said)}</p></div><p class='kd-key'>{key}</p>")
        figure = days.figure(timeline, DARK if charts.dark() else LIGHT)
        st.plotly_chart(figure, theme=None, config=CONFIG, key="items-time-fig", alt=said)
        st.html(days.table(timeline))


def files(items: Sequence[Item], timeline: Timeline) -> None:
    """Each table as CSV."""
    with st.container(key="items-files", horizontal=True, gap="small"):
        tables = {  # now: a download runs where nobody's language is known
            "items.csv": ("exercises.csv", [*insight.sheet(items)]),
            "items.csv.checks": ("checks.csv", [*insight.sheet_of_checks(items)]),
            "items.csv.days": ("days.csv", [*days.sheet(timeline)]),
        }
        for key, (file, lines) in tables.items():
            sheets.offer(t(key), file, partial(list, lines), key=f"csv-{file}")


show()

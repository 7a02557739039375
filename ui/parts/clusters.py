"""Clusters of failures: what each is called, the list with amber bars, typical answers. Learner text stays plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import streamlit as st

from grader.course.classroom.failing import Failing
from grader.course.classroom.mistakes import Cluster, Story
from grader.model import Exercise
from grader.store.mistakes import Member, Sample
from ui.parts import rows
from ui.parts.icons import icon
from ui.parts.markup import Html, emphasise, escape, join
from ui.parts.results import code
from ui.parts.services import services
from ui.parts.sheets import Line
from ui.parts.speak import h, lang, of, t
from ui.parts.statement import answer_text, when

_NAMED = 2
"""Kinds of fault that a name is made of; the page of the cluster has them all."""


def exercise_of(cluster: Cluster) -> Exercise:
    """The exercise that a cluster belongs to."""
    return services().catalog.exercise(cluster.exercise)


# ---------- What a cluster is called ----------


def name_of(cluster: Cluster) -> str:
    """The mistake's own name, else one made of what fails."""
    exercise = exercise_of(cluster)
    if named := exercise.misconceptions.get(cluster.misconception or ""):
        return of(named.headline).rstrip(".。").replace("`", "")
    said = [fault(one, exercise) for one in cluster.failing[:_NAMED]]
    if not exercise.kind.is_code and cluster.failing:
        said = [t("mistakes.unnamed.answer")]
    return t("mistakes.unnamed", what=t("mistakes.join").join(said) or t("mistakes.unnamed.plain"))


def fault(one: Failing, exercise: Exercise) -> str:
    """What fails in a few words: which check, or how many."""
    if one.fault == "load" and one.type:
        return t("mistakes.load", type=one.type)
    if one.fault in ("load", "refused") and not one.checks:
        return t("mistakes.load.plain" if one.fault == "load" else "mistakes.refused")
    fault = "property" if one.fault in ("load", "refused") else one.fault
    error = one.type or t("mistakes.error")
    if len(one.checks) == 1:
        return t(f"mistakes.fault.one.{fault}", check=_title(one.checks[0], exercise), type=error)
    return t(f"mistakes.fault.many.{fault}", n=len(one.checks), type=error)


def _title(check: str, exercise: Exercise) -> str:
    return next((of(facts.title) for facts in exercise.checks if facts.id == check), check)


# ---------- The list ----------


def listed(clusters: Sequence[Cluster], section: str = "") -> None:
    """One row a cluster, the whole of it a link; the bar is as long as its share of the largest."""
    most = max(one.learners for one in clusters)
    with st.container(key="clusters", gap=None):
        st.html(
            f"<p class='kd-head-of-list'><span>{h('mistakes.title')}</span><span>{h('mistakes.learners')}</span></p>"
        )
        for one in clusters:
            query = {"exercise": one.exercise, "signature": one.signature}
            query |= {"section": section} if section else {}
            count = f"<span class='kd-many' title='{_people(one.learners)}'>{one.learners}<span class='kd-sr'> {h('mistakes.learners')}</span></span>"
            rows.row(one.signature, "pages/mistake.py", query, name_of(one), _below(one, most), after=count)


def _below(one: Cluster, most: int) -> Html:
    said = [escape(of(exercise_of(one).title)), passed_by_now(one)]
    if one.attempts is not None:
        said.append(h("mistakes.median", n=number(one.attempts)))
    said.append(h("mistakes.last", at=when(one.last_at, lang())))
    if one.comments:
        said.append(Html(f"<span class='kd-said'>{icon('pass')} {h('mistakes.commented')}</span>"))
    line = join(Html(f"<span>{part}</span>") for part in said)
    share = round(100 * one.learners / most)
    return Html(f"<p class='kd-cn'>{line}</p><div class='kd-share' style='--w:{share}%'><i></i></div>")


def _people(n: int) -> Html:
    return h("mistakes.n.one") if n == 1 else h("mistakes.n", n=n)


def passed_by_now(one: Cluster) -> Html:
    """How many of a cluster have got past it."""
    if not one.past:
        return h("mistakes.passed.none")
    return h("mistakes.passed.all" if one.past == one.learners else "mistakes.passed", past=one.past, n=one.learners)


def number(value: float) -> str:
    """A median: whole, or with a half."""
    return f"{value:g}"


def sheet(clusters: Sequence[Cluster]) -> Iterator[Line]:
    """The list as a table."""
    yield (
        "exercise",
        "mistake",
        "misconception",
        "learners",
        "submissions",
        "passed_by_now",
        "median_attempts",
        "first_at",
        "last_at",
        "comments",
    )
    for one in clusters:
        times = one.first_at.isoformat(), one.last_at.isoformat()
        counts = one.learners, one.times, one.past, one.attempts
        yield one.exercise, name_of(one), one.misconception or "", *counts, *times, one.comments


# ---------- One cluster ----------


def facts(one: Cluster) -> list[Html]:
    """Its numbers, each explained where the pointer rests or the keyboard stops."""
    numbers: dict[str, str | int] = {"learners": one.learners, "times": one.times, "past": one.past}
    if one.attempts is not None:
        numbers["attempts"] = number(one.attempts)
    return [
        Html(
            f"<span tabindex='0' class='kd-told' data-why='{h(f'mistakes.facts.{name}.why')}'>{h(f'mistakes.facts.{name}', n=n)}</span>"
        )
        for name, n in numbers.items()
    ]


def what_fails(story: Story) -> Html:
    """Every kind of fault with the checks that show it."""
    exercise = exercise_of(story.cluster)
    items = []
    for one in story.cluster.failing:
        titles = [_title(check, exercise) for check in one.checks]
        said = fault(one, exercise)
        if len(titles) > 1:
            said = t("mistakes.fails.which", what=said, list=t("mistakes.fails.join").join(titles))
        items.append(Html(f"<li>{icon('fail')}{escape(said)}</li>"))
    first, last = (when(at, lang()) for at in (story.cluster.first_at, story.cluster.last_at))
    seen = h("mistakes.seen", first=first, last=last)
    named = exercise.misconceptions.get(story.cluster.misconception or "")
    said = f"<p class='kd-msg'>{emphasise(escape(of(named.feedback)))}</p>" if named else ""
    return Html(
        f"<h2 class='kd-h'>{h('mistakes.fails')}</h2>{said}<ul class='kd-faults'>{join(items)}</ul><p class='kd-meta'>{seen}</p>"
    )


def examples(story: Story) -> Html:
    """Typical answers, the commonest open."""
    exercise = exercise_of(story.cluster)
    parts = [_example(n, one, exercise) for n, one in enumerate(story.samples, 1)]
    lead = f"<p class='kd-meta'>{h('mistakes.examples.lead')}</p>"
    return Html(f"<h2 class='kd-h'>{h('mistakes.examples')}</h2>{lead}{join(parts)}")


def _example(n: int, one: Sample, exercise: Exercise) -> Html:
    whole = (
        str(one.answer) if exercise.kind.is_code and isinstance(one.answer, str) else answer_text(exercise, one.answer)
    )
    said = h("mistakes.example.one") if one.learners == 1 else h("mistakes.example.shared", n=one.learners)
    head = f"<summary>{h('mistakes.example', n=n)} <small>{said}</small></summary>"
    return Html(f"<details class='kd-example'{' open' if n == 1 else ''}>{head}{code(whole)}</details>")


def who(members: Sequence[Member]) -> None:
    """Names that lead to each learner's page, with sign and word for where they stand."""
    with st.container(key="members", gap=None):
        for one in members:
            times = h("mistakes.who.open.one") if one.times == 1 else h("mistakes.who.open", n=one.times)
            sign, word = ("pass", "passed") if one.passed else ("fail", "trying")
            state = f"<span class='kd-state {word}'>{icon(sign)}{h(f'mistakes.who.{word}')}</span>"
            name = one.name or t("mistakes.who.nameless")
            rows.row(
                f"who-{one.learner}",
                "pages/learner.py",
                {"id": one.learner},
                name,
                Html(f"<p class='kd-cn'>{times}</p>"),
                after=state,
            )


def sheet_of_members(members: Sequence[Member]) -> Iterator[Line]:
    """Who is in a cluster, as a table."""
    yield "learner_id", "name", "section", "failed_like_this", "attempts", "passed", "last_at"
    for one in members:
        state = one.times, one.attempts, int(one.passed), one.last_at.isoformat()
        yield one.learner, one.name, one.section, *state

"""A concept and an exercise as one line of a list: a sign, the name as the link, and how far the learner is."""

from __future__ import annotations

from grader.course import Overview, Standing
from grader.model import Concept, Exercise
from ui.parts import rows, standing
from ui.parts.glyph import glyph, squares
from ui.parts.markup import Html, escape
from ui.parts.speak import h, of, t

AGAIN = "again"
"""The query parameter of an exercise that is opened from the starter once more."""


def concept_row(concept: Concept, overview: Overview, *, number: int | None = None, word: Html | None = None) -> None:
    """Glyph, name, a square an exercise, and a word. Coloured once it is begun, or when the word leads here."""
    ids, at = concept.exercises, overview.exercises
    some = t("learn.some", n=standing.solved(ids, at), of=len(ids))
    drawn = squares(standing.states(ids, at, overview.next_up), some, small=True)
    below = f"{drawn}<span aria-hidden='true'>{escape(some)}</span>{word or ''}" if ids else h("learn.reading")
    sign = glyph(concept.glyph, on=bool(word) or any(at[id].begun or at[id].attempts for id in ids))
    name = of(concept.title) if number is None else f"{number}. {of(concept.title)}"
    html = Html(f"<div class='kd-cn'>{below}</div>")
    rows.row(f"concept-{concept.id}", "pages/concept.py", {"id": concept.id}, name, html, before=sign)


def exercise_row(exercise: Exercise, at: Standing, *, is_next: bool, main: bool) -> None:
    """Name, a word and the facts, and Open, which is the page's main action when `main`."""
    is_veiled = bool(at.attempts and at.hidden_until)
    word = "passed" if at.passed else "begun" if at.attempts else "next" if is_next else "todo"
    fact = h("concept.points", points=exercise.points, minutes=exercise.minutes)
    if at.attempts:
        fact = h("concept.best", best=at.best, points=at.points)
    tag = f"<span class='kd-tag {word}'>{h(f'concept.{word}')}</span>"
    if is_veiled:
        tag, fact = "", h("terms.handed-in", until=at.hidden_until)
    below = Html(f"<p class='kd-meta'>{tag} {fact}</p>")
    opener = f"<span class='kd-open{' main' if main else ''}' aria-hidden='true'>{h('concept.open')}</span>"
    rows.row(f"ex-{exercise.id}", "pages/exercise.py", {"id": exercise.id}, of(exercise.title), below, after=opener)


def drill_row(exercise: Exercise, at: Standing, stumble: str | None) -> None:
    """When it was solved, after how many attempts, and over which mistake."""
    solved = standing.ago(at.passed_at) if at.passed_at else ""
    said = [h("learn.drill", ago=solved, n=at.attempts)]
    if stumble and (named := exercise.misconceptions.get(stumble)):
        said.append(h("learn.drill.over", what=of(named.headline)))
    below = Html(f"<p class='kd-meta'>{standing.sentences(said)}</p>")
    opener = f"<span class='kd-open' aria-hidden='true'>{h('learn.drill.go')}</span>"
    query = {"id": exercise.id, AGAIN: "1"}
    rows.row(f"drill-{exercise.id}", "pages/exercise.py", query, of(exercise.title), below, after=opener)

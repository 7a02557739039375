"""A batch as one page to read: no request leaves it, nothing of a learner's is more than text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape as _escape
from itertools import groupby
from pathlib import Path
from statistics import median

from grader.model import Exercise, Json, Lang, Message, Outcome
from grader.words import plain, say

Row = dict[str, Json]
_STYLE = (Path(__file__).parent / "report.css").read_text("utf-8")
_SIGNS = {Outcome.PASSED: "✓", Outcome.SKIPPED: "–", Outcome.INTERNAL: "!", Outcome.TIMEOUT: "⏱", Outcome.MEMORY: "⏱"}
_KINDS = {Outcome.PASSED: "pass", Outcome.TIMEOUT: "stop", Outcome.MEMORY: "stop", Outcome.INTERNAL: "stop"}
_LONGEST = 600
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


@dataclass(frozen=True, slots=True)
class Speech:
    """The language of a report, and the course's own names in it."""

    lang: Lang
    titles: Mapping[str, str]
    mistakes: Mapping[tuple[str, str], str]
    """Headlines by exercise and misconception."""

    @classmethod
    def of(cls, exercises: Sequence[Exercise], lang: Lang) -> Speech:
        """The names of a course's exercises and mistakes."""
        mistakes = {
            (e.id, m.id): m.headline.to(lang).replace("`", "") for e in exercises for m in e.misconceptions.values()
        }
        return cls(lang, {e.id: e.title.to(lang) for e in exercises}, mistakes)

    def __call__(self, code: str, **fields: Json) -> str:
        return escape(say(Message(code if "." in code else f"report.{code}", fields), self.lang))

    def mistake(self, row: Row) -> str:
        """The named mistake of a row, as HTML; nothing where none is named."""
        id = row["misconception"]
        return escape(self.mistakes.get((row["exercise"], id), id)) if id else ""


def page(rows: Sequence[Row], speech: Speech) -> str:
    """The whole document: what each exercise came to, then a line for each file, those not passed first."""
    by_exercise = sorted(rows, key=lambda row: str(row["exercise"]))
    groups = [(str(id), list(found)) for id, found in groupby(by_exercise, key=lambda row: row["exercise"])]
    passed = sum(bool(row["passed"]) for row in rows)
    sections = "".join(_section(id, found, speech) for id, found in groups)
    return (
        f'<!doctype html>\n<html lang="{"zh-CN" if speech.lang == "zh" else "en"}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">'
        f"<title>{speech('title')} · Kernel Dojo</title><style>{_STYLE}</style></head><body><main>"
        f"<p class='crumb'>Kernel Dojo</p><h1>{speech('title')}</h1>"
        f"<p class='lead'>{speech('head', files=len(rows), passed=passed, exercises=len(groups))}</p>"
        f"{_summary(groups, speech)}{sections}</main></body></html>"
    )


def escape(text: object, most: int = _LONGEST) -> str:
    """Any text as plain text inside HTML, cut where it is very long."""
    return _escape(plain(str(text).encode(errors="replace").decode(), most))


def _summary(groups: Sequence[tuple[str, list[Row]]], word: Speech) -> str:
    heads = "".join(
        f"<th scope='col'>{word(name)}</th>" for name in ("exercise", "files", "passed", "median", "mistake")
    )
    lines = "".join(_line(id, rows, word) for id, rows in groups)
    return (
        f"<h2>{word('summary')}</h2><div class='wide' tabindex='0' role='region' aria-label='{word('summary')}'>"
        f"<table class='sum'><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table></div>"
    )


def _line(id: str, rows: Sequence[Row], word: Speech) -> str:
    passed = sum(bool(row["passed"]) for row in rows)
    most = max(int(row["max_score"]) for row in rows)
    mistakes = [word.mistake(row) for row in rows if row["misconception"]]
    often = max(sorted(set(mistakes)), key=mistakes.count) if mistakes else ""
    named = f"{often} <small>×{mistakes.count(often)}</small>" if often else "<span class='mute'>–</span>"
    share = round(100 * passed / len(rows))
    middle = f"{median(int(row['score']) for row in rows):g} / {most}"
    return (
        f"<tr><th scope='row'><a href='#{_anchor(id)}'>{escape(word.titles.get(id, id))}</a></th><td class='n'>{len(rows)}</td>"
        f"<td class='n'><span class='bar' style='--w:{share}%'></span>{passed} <small>({share} %)</small></td>"
        f"<td class='n'>{middle}</td><td>{named}</td></tr>"
    )


def _anchor(id: str) -> str:
    return "e-" + "".join(c if c.isascii() and c.isalnum() else "-" for c in id)


def _section(id: str, rows: Sequence[Row], word: Speech) -> str:
    names = ("result", "score", "who", "found")
    heads = "".join(f"<th scope='col'>{word(name)}</th>" for name in names)
    ordered = sorted(rows, key=lambda row: (bool(row["passed"]), str(row["file"])))
    lines = "".join(_file(row, word) for row in ordered)
    return (
        f"<h2 id='{_anchor(id)}'>{escape(word.titles.get(id, id))} <small>{escape(id)}</small></h2><div class='wide' tabindex='0' role='region' aria-label='{escape(id)}'>"
        f"<table class='rows'><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table></div>"
    )


def _file(row: Row, word: Speech) -> str:
    outcome = Outcome(row["outcome"])
    said = word(f"cli.outcome.{outcome.value}")
    sign = f"<span class='{_KINDS.get(outcome, 'fail')}'><b aria-hidden='true'>{_SIGNS.get(outcome, '✕')}</b> {said}</span>"
    late = f" <span class='late'>{word('late')}</span>" if row.get("late") else ""
    who = f"<b>{escape(row['learner'], 120)}</b>{late}" if row.get("learner") else ""
    where = f"<small class='file'>{escape(row['file'], 300)}</small>"
    return (
        f"<tr><td class='st'>{sign}</td><td class='n'>{int(row['score'])} / {int(row['max_score'])}</td>"
        f"<td>{who}{where}</td><td>{_found(row, word)}</td></tr>"
    )


def _found(row: Row, word: Speech) -> str:
    """The named mistake and what was said, then the checks that do not pass."""
    said = "".join(
        f"<p class='named'>{escape(text)}</p>"
        if row["misconception"] and word.mistake(row) in escape(text)
        else f"<p>{escape(text)}</p>"
        for text in row["feedback"]
    )
    return said + _checks([check for check in row["checks"] if check["outcome"] != Outcome.PASSED], word)


def _checks(failed: Sequence[Row], word: Speech) -> str:
    told = [(check["title"], check["message"] or word(f"cli.outcome.{check['outcome']}")) for check in failed]
    items = "".join(f"<li>{escape(title)}: {escape(message)}</li>" for title, message in told)
    return f"<details><summary>{word('checks')}</summary><ul>{items}</ul></details>" if items else ""

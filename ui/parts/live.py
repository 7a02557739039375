"""What goes on in the room right now: who is stuck and why, which mistakes are shared, who works, who is done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import parse_qsl, urlencode, urlsplit

import streamlit as st

from grader.course.classroom.classroom import Room, Shared, Stuck
from grader.course.classroom.failing import Failing
from grader.errors import DojoError
from grader.model import Person
from ui.components import browser, classroom
from ui.parts.clusters import fault
from ui.parts.markup import Html, escape, join
from ui.parts.services import services
from ui.parts.sheets import Line
from ui.parts.speak import h, lang, of, t
from ui.parts.standing import zone

FIRST = 4
"""So many stuck ones are shown at once, the others when asked for."""
NAMES = 10
"""So many names stand in a closed line."""
_LONG_MINUTES = 120
_ON_THE_WAY, _VIEW = "on-the-way", "class-view"
_PAGES = ("learner", "mistakes", "gradebook")


def facts(room: Room) -> None:
    """How many learners, how many of them active, and how old all this is."""
    numbers = [
        _number(h("class.learners", n=len(room.rows)), "class.learners.why"),
        _number(h("class.active", n=len(room.working)), "class.active.why"),
        Html("<span data-clock></span>"),
    ]
    html = Html(f"<p class='kd-facts'>{join(numbers)}</p>")
    classroom.living(html, key="facts", words=browser.words("clock"))


def cards(room: Room, shared: Sequence[Shared], section: str = "") -> str:
    """Stuck now, shared mistakes, working and done → the address that was clicked, or nothing."""
    now = join([_stuck_card(room), _shared_card(shared, section)])
    people = join([_working(room), _done(room)])
    html = Html(f"<div class='kd-cards'>{now}</div><section class='kd-box kd-doings'>{people}</section>")
    return classroom.living(html, key="cards")


def follow(address: str) -> None:
    """Go where a link of ours leads, within the session. From a fragment the address bar would stay: so in the next run."""
    if urlsplit(address).path in _PAGES:
        st.session_state[_ON_THE_WAY] = address
        st.rerun()


def come_back() -> None:
    """The browser's way back keeps the address of the learner: the filters of last time take its place."""
    if "id" in st.query_params:
        st.query_params.from_dict(left_at())
    else:
        st.session_state[_VIEW] = st.query_params.to_dict()


def left_at() -> dict[str, str]:
    """Which filters the class page had when it was left."""
    found: dict[str, str] = st.session_state.get(_VIEW, {})
    return found


def arrive() -> None:
    """Every page with links of ours begins so: where one was just clicked, it leads on."""
    if address := st.session_state.pop(_ON_THE_WAY, ""):
        where = urlsplit(address)
        st.switch_page(f"pages/{where.path}.py", query_params=dict(parse_qsl(where.query)))


def name_of(person: Person) -> str:
    """What somebody is called: by name, else by the next best that is known."""
    return person.name or person.email or person.login or person.number or person.id


def title_of(exercise: str) -> str:
    """An exercise's title; its id where it left the course or cannot be read."""
    try:
        return of(services().catalog.exercise(exercise).title)
    except DojoError:
        return exercise


def mistake_of(exercise: str, misconception: str | None, failing: Failing | None) -> str:
    """A mistake by its name, else by what the first failing check found."""
    try:
        found = services().catalog.exercise(exercise)
    except DojoError:
        return t("class.unnamed")
    if misconception and (named := found.misconceptions.get(misconception)):
        return of(named.headline).rstrip(".。").replace("`", "")
    if failing is None or not found.kind.is_code:
        return t("class.unnamed")
    return fault(failing, found)


# ---------- Stuck now ----------


def _stuck_card(room: Room) -> Html:
    count = _number(
        h("class.stuck.count", n=len(room.stuck), of=len(room.rows)), "class.stuck.why", tag="p class='kd-meta'"
    )
    rows = [_stuck(one, room.at) for one in room.stuck]
    nobody = h("class.stuck.nobody") if room.rows else h("class.stuck.empty")
    return _card(h("class.stuck"), count, _listed(rows, nobody))


def _stuck(one: Stuck, now: datetime) -> Html:
    who, what = escape(name_of(one.person)), escape(title_of(one.exercise))
    where = _link("learner", id=one.person.id, exercise=one.exercise)
    on = Html(escape(t("class.stuck.on")).replace("{who}", f"<b>{who}</b>").replace("{what}", what))
    return Html(
        f"<li class='kd-stuck'><p><a href='{where}'>{on}</a></p>{_since(one.since, now, 'class.stuck.since')}"
        f"<p class='w'>{escape(reason_of(one))}</p></li>"
    )


def reason_of(one: Stuck) -> str:
    """Why somebody is stuck, in one sentence."""
    what = mistake_of(one.exercise, one.reason.misconception, one.failing)
    numbers = {"attempts": one.attempts, "times": one.reason.times, "minutes": one.reason.minutes}
    return t(f"class.stuck.{one.reason.code}", what=what, **numbers)


def _since(since: datetime, now: datetime, why: str) -> Html:
    """So many minutes; after some hours the moment itself."""
    return Html(f"<span class='m' title='{escape(t(why, at=_clock(since, now)))}'>{escape(ago(since, now))}</span>")


def ago(since: datetime, now: datetime) -> str:
    """31 min; what began long ago: since 9:10, or since that day."""
    minutes = int((now - since).total_seconds() // 60)
    if minutes < 1:
        return t("class.just")
    return t("class.min", n=minutes) if minutes <= _LONG_MINUTES else t("class.since", at=_clock(since, now))


def _clock(at: datetime, now: datetime) -> str:
    local, here = at.astimezone(zone()), now.astimezone(zone())
    if local.date() == here.date():
        return f"{local:%H:%M}"
    return t("class.day", month=local.month if lang() == "zh" else f"{local:%b}", day=local.day)


# ---------- Shared mistakes ----------


def _shared_card(shared: Sequence[Shared], section: str) -> Html:
    most = max((one.cluster.learners for one in shared), default=1)
    note = Html(f"<p class='kd-meta' title='{escape(t('class.shared.why'))}'>{h('class.shared.lately')}</p>")
    return _card(
        h("class.shared"),
        note,
        _listed([_shared(one, most, section) for one in shared], h("class.shared.none"), most=len(shared)),
    )


def _shared(one: Shared, most: int, section: str) -> Html:
    cluster = one.cluster
    where = _link(
        "mistakes", exercise=cluster.exercise, signature=cluster.signature, **({"section": section} if section else {})
    )
    what = escape(mistake_of(cluster.exercise, cluster.misconception, one.failing))
    told = escape(t("class.shared.n", n=cluster.learners))
    return Html(
        f"<li class='kd-hb'><p><a href='{where}'>{what}</a> <small>{escape(title_of(cluster.exercise))}</small></p>"
        f"<span class='b' aria-hidden='true'><i style='width:{round(100 * cluster.learners / most)}%'></i></span>"
        f"<span class='c' title='{told}'>{cluster.learners}<span class='kd-sr'> {h('class.shared.people')}</span></span></li>"
    )


# ---------- Working, done ----------


def _working(room: Room) -> Html:
    """Who is at work, in what, since when."""
    since = [_since(one.since, room.at, "class.working.since") for one in room.working]
    items = [
        _somebody(one.person, Html(f" <small>{escape(title_of(one.exercise))}</small> {at}"), exercise=one.exercise)
        for one, at in zip(room.working, since, strict=True)
    ]
    return _people("working", [one.person for one in room.working], items)


def _done(room: Room) -> Html:
    return _people("done", room.done, [_somebody(one, Html("")) for one in room.done])


def _somebody(person: Person, said: Html, **where: str) -> Html:
    return Html(f"<li><a href='{_link('learner', id=person.id, **where)}'>{escape(name_of(person))}</a>{said}</li>")


def _people(name: str, people: Sequence[Person], items: Sequence[Html]) -> Html:
    """One line: the word, how many, the first names; it opens to all of them."""
    word = f"<b class='kd-h'>{h(f'class.{name}')}</b> <span class='m'>{len(people)}</span>"
    why = escape(t(f"class.{name}.why"))
    if not people:
        return Html(f"<p class='kd-doing' title='{why}'>{word} <span class='n'>{h(f'class.{name}.nobody')}</span></p>")
    some = escape(t("class.names", list=[name_of(one) for one in people[:NAMES]]))
    names = Html(f"{some}{'…' if len(people) > NAMES else ''}")
    return Html(
        f"<details><summary class='kd-doing' title='{why}'>{word} <span class='n'>{names}</span></summary>"
        f"<ul class='kd-names'>{join(items)}</ul></details>"
    )


# ---------- Pieces ----------


def _card(heading: Html, note: Html, body: Html) -> Html:
    return Html(
        f"<section class='kd-box'><div class='kd-row'><h2 class='kd-h'>{heading}</h2>{note}</div>{body}</section>"
    )


def _listed(items: Sequence[Html], nobody: Html, *, most: int = FIRST) -> Html:
    if not items:
        return Html(f"<p class='kd-none'>{nobody}</p>")
    first, rest = items[:most], items[most:]
    opens = f"<summary>{h('class.more', n=len(rest))}</summary><ul class='kd-list'>{join(rest)}</ul>"
    return Html(f"<ul class='kd-list'>{join(first)}</ul>{f'<details class=kd-more>{opens}</details>' if rest else ''}")


def _number(said: Html, why: str, *, tag: str = "span") -> Html:
    return Html(f"<{tag} title='{escape(t(why))}'>{said}</{tag.split()[0]}>")


def _link(page: str, **query: str) -> Html:
    return escape(f"{page}?{urlencode(query)}")


# ---------- The same as sheets ----------


def stuck_sheet(room: Room) -> list[Line]:
    """Who is stuck, in what, since when (ISO time, UTC), and why."""
    head: Line = [t(f"class.csv.{name}") for name in ("name", "section", "exercise", "since", "attempts", "reason")]
    return [
        head,
        *(
            [
                name_of(one.person),
                one.person.section,
                one.exercise,
                one.since.isoformat(timespec="seconds"),
                one.attempts,
                reason_of(one),
            ]
            for one in room.stuck
        ),
    ]


def shared_sheet(shared: Sequence[Shared]) -> list[Line]:
    """The shared mistakes with the number of learners."""
    head: Line = [t(f"class.csv.{name}") for name in ("exercise", "mistake", "learners", "signature")]
    found = [one.cluster for one in shared]
    what = [mistake_of(one.cluster.exercise, one.cluster.misconception, one.failing) for one in shared]
    return [head, *([c.exercise, said, c.learners, c.signature] for c, said in zip(found, what, strict=True))]

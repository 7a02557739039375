"""Join links and sessions: every state of a link, who may hand out what, and that no secret is ever kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from class_world import ADA, BEN, COURSE, EVE, INES, NOON, ROOT, TOM, a_course

from grader.course.access import Operator
from grader.course.people.doors import Issued, hash_of
from grader.course.people.people import People
from grader.errors import Declined, NotAllowed, UnknownPerson, UsageError
from grader.model import Person, Role
from grader.store import Store, audit, doors, learners, people

SERVER = Operator(COURSE)


class Clock:
    """A time that a test moves."""

    def __init__(self) -> None:
        self.now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def pass_hours(self, hours: float) -> None:
        self.now += timedelta(hours=hours)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = a_course(tmp_path)
    yield made
    made.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def door(store: Store, clock: Clock) -> People:
    return People(store, clock=clock)


def opens(door: People, link: Issued, **said: Any) -> bool:
    try:
        door.join(link.secret, **{"name": "Nia New", **said})
    except NotAllowed:
        return False
    return True


# ---------- what a link does ----------


def test_personal_link_signs_its_person_in(door: People) -> None:
    session, person = door.join(door.make_link(INES.id, person=ADA.id).secret)
    assert (person, door.of_session(session)) == (ADA, ADA)


def test_role_link_makes_somebody_new_of_its_role_and_section(door: People) -> None:
    link = door.make_link(INES.id, role=Role.ASSISTANT, section="B")
    _, person = door.join(link.secret, name="  Nia\u202e  New ", email=" Nia@Example.org ")
    assert (person.course, person.role, person.section) == (COURSE, Role.ASSISTANT, "B")
    assert (person.name, person.email, person.id[:2]) == ("Nia New", "nia@example.org", "p-")


def test_looking_at_a_link_does_not_use_it_up(door: People) -> None:
    link = door.make_link(INES.id, person=ADA.id)
    said = [door.look(link.secret) for _ in range(3)]
    assert said[0].person == ADA and said[0].course == "Autumn course" and opens(door, link)


@pytest.mark.parametrize(
    ("asked", "times"),
    [({"person": ADA.id}, 1), ({"role": Role.ASSISTANT}, 1), ({"uses": 3}, 3), ({"person": ADA.id, "uses": 2}, 2)],
)
def test_link_with_so_many_uses_opens_so_often(door: People, asked: dict[str, Any], times: int) -> None:
    link = door.make_link(INES.id, **asked)
    assert [opens(door, link) for _ in range(times + 1)] == [*[True] * times, False]


def test_learner_link_opens_for_a_whole_class(door: People) -> None:
    link = door.make_link(INES.id)
    assert len({door.join(link.secret, name="Nia")[1].id for _ in range(20)}) == 20


@pytest.mark.parametrize(
    ("role", "hours"), [(Role.LEARNER, 14 * 24), (Role.ASSISTANT, 24), (Role.INSTRUCTOR, 24), (Role.ADMIN, 1 / 6)]
)
def test_link_ends_after_the_time_of_its_role(door: People, clock: Clock, role: Role, hours: float) -> None:
    link = door.make_link(SERVER, role=role)
    clock.pass_hours(hours - 0.01)
    assert door.look(link.secret).role is role
    clock.pass_hours(0.02)
    assert not opens(door, link)


def test_revoked_link_does_not_open(door: People) -> None:
    link = door.make_link(INES.id)
    assert door.revoke_link(INES.id, link.link.sha256) and not opens(door, link)


def test_new_personal_link_ends_the_older_ones(door: People) -> None:
    old, new = (door.make_link(INES.id, person=ADA.id) for _ in range(2))
    assert (opens(door, old), opens(door, new)) == (False, True)


def test_personal_link_of_somebody_who_left_does_not_open(door: People, store: Store) -> None:
    link = door.make_link(INES.id, person=ADA.id)
    store.write(lambda c: people.set_left(c, [ADA.id], NOON)).result()
    with pytest.raises(NotAllowed):
        door.look(link.secret)
    assert not opens(door, link)


def test_staff_link_ends_with_the_role_of_who_made_it(door: People, store: Store) -> None:
    link, of_the_class = door.make_link(INES.id, role=Role.INSTRUCTOR), door.make_link(INES.id)
    store.write(lambda c: people.change(c, INES.id, {"role": "learner"})).result()
    assert (opens(door, link), opens(door, of_the_class)) == (False, True)


def test_long_link_of_a_learner_does_not_open_for_the_staff_they_became(door: People, store: Store) -> None:
    link = door.make_link(INES.id, person=ADA.id)
    store.write(lambda c: people.change(c, ADA.id, {"role": "instructor"})).result()
    assert not opens(door, link) and opens(door, door.make_link(INES.id, person=ADA.id))


@pytest.mark.parametrize("secret", ["", "x", "A" * 43, "A" * 44, "../../etc/passwd", "é" * 43, "A" * 100_000])
def test_unknown_secret_opens_nothing(door: People, secret: str) -> None:
    with pytest.raises(NotAllowed) as looked:
        door.look(secret)
    with pytest.raises(NotAllowed) as joined:
        door.join(secret, name="Nia")
    assert str(looked.value) == str(joined.value)


def test_used_link_lets_its_own_person_in_again(door: People) -> None:
    link = door.make_link(INES.id, person=ADA.id)
    session, _ = door.join(link.secret)
    assert door.look(link.secret, session).is_inside


def test_class_link_does_not_make_a_learner_of_the_course_a_second_person(door: People) -> None:
    link = door.make_link(INES.id)
    session, _ = door.join(link.secret, name="Nia")
    assert door.look(link.secret, session).is_inside


def test_used_link_stays_shut_for_somebody_else_who_is_signed_in(door: People) -> None:
    link = door.make_link(INES.id, person=ADA.id)
    door.join(link.secret)
    bens, _ = door.join(door.make_link(INES.id, person=BEN.id).secret)
    with pytest.raises(NotAllowed):
        door.look(link.secret, bens)


# ---------- what newcomers say of themselves ----------


@pytest.mark.parametrize("name", ["", "  ", "\u202e\u200b", "x" * 121, "\ud800"])
def test_newcomer_without_a_usable_name_is_told_so_and_uses_nothing_up(door: People, name: str) -> None:
    link = door.make_link(INES.id, role=Role.ASSISTANT)
    with pytest.raises(Declined):
        door.join(link.secret, name=name)
    assert opens(door, link)


@pytest.mark.parametrize("email", ["nia", "a b@example.org", "nia@example", "x" * 250 + "@a.org", "nia@e\nvil.org"])
def test_what_is_no_address_is_declined(door: People, email: str) -> None:
    with pytest.raises(Declined):
        door.join(door.make_link(INES.id).secret, name="Nia", email=email)


def test_address_of_somebody_else_in_the_course_is_declined(door: People) -> None:
    with pytest.raises(Declined, match="already"):
        door.join(door.make_link(INES.id).secret, name="Nia", email="ADA@example.org")


def test_language_of_the_door_is_kept_where_none_was_chosen(door: People, store: Store) -> None:
    store.set_language(BEN.id, "en", NOON)
    for who in (ADA, BEN):
        door.join(door.make_link(INES.id, person=who.id).secret, lang="zh")
    assert [store.language(who.id) for who in (ADA, BEN)] == ["zh", "en"]


# ---------- sessions ----------


@pytest.mark.parametrize(("who", "hours"), [(ADA, 30 * 24), (TOM, 12), (INES, 12), (ROOT, 12)])
def test_session_lasts_as_long_as_its_role_may(door: People, clock: Clock, who: Person, hours: float) -> None:
    session, _ = door.join(door.make_link(SERVER, person=who.id).secret)
    clock.pass_hours(hours - 0.01)
    assert door.of_session(session) == who
    clock.pass_hours(0.02)
    with pytest.raises(NotAllowed):
        door.of_session(session)


def test_month_of_a_learner_shrinks_to_a_day_when_they_become_staff(door: People, store: Store, clock: Clock) -> None:
    session, _ = door.join(door.make_link(INES.id, person=ADA.id).secret)
    store.write(lambda c: people.change(c, ADA.id, {"role": "assistant"})).result()
    clock.pass_hours(13)
    with pytest.raises(NotAllowed):
        door.of_session(session)


def test_role_that_was_taken_away_is_gone_at_once(door: People, store: Store) -> None:
    session, _ = door.join(door.make_link(INES.id, person=TOM.id).secret)
    store.write(lambda c: people.change(c, TOM.id, {"role": "learner"})).result()
    assert door.of_session(session).role is Role.LEARNER


def test_session_ends_with_leaving(door: People) -> None:
    session, _ = door.join(door.make_link(INES.id, person=ADA.id).secret)
    door.leave(session)
    with pytest.raises(NotAllowed):
        door.of_session(session)


def test_session_of_somebody_who_left_the_course_is_nobodys(door: People, store: Store) -> None:
    session, _ = door.join(door.make_link(INES.id, person=ADA.id).secret)
    store.write(lambda c: people.set_left(c, [ADA.id], NOON)).result()
    with pytest.raises(NotAllowed):
        door.of_session(session)


def test_joining_gives_a_new_session_and_ends_the_one_of_this_browser(door: People) -> None:
    link = door.make_link(INES.id, person=ADA.id, uses=2)
    first, _ = door.join(link.secret)
    second, _ = door.join(link.secret, session=first)
    assert first != second and door.of_session(second) == ADA
    with pytest.raises(NotAllowed):
        door.of_session(first)


@pytest.mark.parametrize("planted", ["", "chosen-by-an-attacker", "A" * 43])
def test_session_that_somebody_planted_is_never_taken_over(door: People, planted: str) -> None:
    session, _ = door.join(door.make_link(INES.id, person=ADA.id).secret, session=planted)
    assert session != planted
    with pytest.raises(NotAllowed):
        door.of_session(planted)


def test_no_secret_stands_in_the_data_folder(door: People, store: Store, tmp_path: Path) -> None:
    issued = door.make_link(INES.id, person=ADA.id)
    session, _ = door.join(issued.secret)
    with store.read() as connection:
        assert doors.find_link(connection, hash_of(issued.secret)) is not None
    store.close()
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert issued.link.sha256.encode() in kept
    assert [secret for secret in (issued.secret, session) if secret.encode() in kept] == []


# ---------- who may hand out what ----------

_OF_A_ROLE = [(who, role) for who in (ADA, TOM, INES, ROOT) for role in Role]


@pytest.mark.parametrize(("who", "role"), _OF_A_ROLE, ids=lambda x: getattr(x, "login", x))
def test_nobody_hands_out_a_role_above_their_own(door: People, who: Person, role: Role) -> None:
    may = who.role.covers(Role.INSTRUCTOR) and who.role.covers(role)
    try:
        made = door.make_link(who.id, role=role).link.role is role
    except NotAllowed:
        made = False
    assert made is may


def test_instructor_makes_no_link_for_an_admin(door: People) -> None:
    with pytest.raises(NotAllowed):
        door.make_link(INES.id, person=ROOT.id)


def test_instructor_of_another_course_finds_nobody(door: People) -> None:
    with pytest.raises(UnknownPerson):
        door.make_link(EVE.id, person=ADA.id)


def test_instructor_of_another_course_sees_and_ends_no_link_of_ours(door: People) -> None:
    link = door.make_link(INES.id)
    assert (door.links(EVE.id), door.revoke_link(EVE.id, link.link.sha256)) == ([], False)
    assert [found.sha256 for found in door.links(INES.id)] == [link.link.sha256]


def test_instructor_neither_sees_nor_ends_the_link_of_an_admin(door: People) -> None:
    link = door.make_link(SERVER, role=Role.ADMIN)
    assert (door.links(INES.id), door.revoke_link(INES.id, link.link.sha256)) == ([], False)


def test_used_link_is_listed_no_more(door: People) -> None:
    door.join(door.make_link(INES.id, person=ADA.id).secret)
    assert door.links(INES.id) == []


@pytest.mark.parametrize(
    "asked",
    [{"hours": 0}, {"hours": -1}, {"hours": 1e6}, {"hours": float("nan")}, {"uses": 0}, {"uses": 10**6}]
    + [{"role": Role.ASSISTANT, "uses": 2}, {"person": INES.id, "uses": 2}],
)
def test_link_that_cannot_be_is_refused(door: People, asked: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        door.make_link(ROOT.id, **asked)


def test_links_and_newcomers_stand_in_the_audit_log_without_their_names(door: People, store: Store) -> None:
    link = door.make_link(INES.id)
    _, nia = door.join(link.secret, name="Nia New")
    door.revoke_link(INES.id, link.link.sha256)
    with store.read() as connection:
        rows, _ = audit.entries(connection, COURSE, audit.Filter(), limit=9)
    assert [(row.actor, row.action, row.subject) for row in rows] == [
        (INES.id, "link.revoked", ""),
        (nia.id, "person.added", nia.id),
        (INES.id, "link.made", ""),
    ]
    assert "Nia" not in repr(rows)


# ---------- people who proved their address elsewhere ----------


def test_proven_address_finds_its_people_whatever_its_case(door: People) -> None:
    assert door.known_as("ADA@Example.org") == [(ADA, "Autumn course")]


@pytest.mark.parametrize("email", ["", "nobody@example.org", "ada1", "p-ada", "%@example.org"])
def test_what_is_nobodys_address_finds_nobody(door: People, email: str) -> None:
    assert door.known_as(email) == []


def test_one_address_in_two_courses_finds_both_people(door: People, store: Store) -> None:
    twin = Person("p-twin", "other", Role.LEARNER, "", "Ada Osei", "ada@example.org")
    store.write(lambda c: people.add(c, twin, NOON)).result()
    assert [person.id for person, _ in door.known_as("ada@example.org")] == ["p-ada", "p-twin"]


def test_address_that_a_newcomer_typed_proves_nothing(door: People) -> None:
    door.join(door.make_link(INES.id).secret, name="Mallory", email="victim@example.org")
    assert door.known_as("victim@example.org") == []


def test_ticket_signs_in_once_and_only_soon(door: People, clock: Clock) -> None:
    tickets = [door.ticket("ada@example.org", ADA.id) for _ in range(2)]
    assert door.join(tickets[0])[1] == ADA
    clock.pass_hours(0.2)
    for ticket in tickets:
        with pytest.raises(NotAllowed):
            door.join(ticket)


def test_ticket_for_somebody_else_is_refused(door: People) -> None:
    with pytest.raises(NotAllowed):
        door.ticket("ada@example.org", BEN.id)


def test_newcomer_keeps_the_data_of_nobody(door: People, store: Store) -> None:
    _, nia = door.join(door.make_link(INES.id).secret, name="Nia")
    with store.read() as connection:
        assert learners.language(connection, nia.id) is None

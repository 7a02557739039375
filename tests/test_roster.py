"""The roster: what a file would do, what it does, and one person at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from class_world import ADA, BEN, CHEN, COURSE, EVE, INES, NOON, ROOT, TOM
from people_world import copied, filled, store
from sqlalchemy import insert

from grader.course.access import Operator
from grader.course.people.roster import Preview, Roster
from grader.course.people.roster_plan import Kind, Line
from grader.errors import Declined, NotAllowed, UnknownPerson, UsageError
from grader.model import Person, Role
from grader.store import Store, audit, people
from grader.store.audit import Filter
from grader.store.schema_courses import sessions

__all__ = ["filled", "store"]
HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def roster(store: Store) -> Roster:
    return Roster(store, clock=lambda: NOON)


@pytest.fixture(scope="module")
def still(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Roster]:
    """The roster of a course that nobody changes, for all tests that only look."""
    with copied(filled, tmp_path_factory.mktemp("still")) as opened:
        yield Roster(opened, clock=lambda: NOON)


def preview(roster: Roster, lines: str, actor: Any = INES.id, **more: Any) -> Preview:
    return roster.preview(actor, f"name,email,login,number,section,role\n{lines}\n".encode(), **more)


def only(roster: Roster, line: str, actor: Any = INES.id) -> Line:
    (found,) = preview(roster, line, actor).lines
    return found


def why(line: Line) -> str:
    return line.reason.code if line.reason else ""


def noted(store: Store) -> list[tuple[str, str]]:
    with store.read() as connection:
        found, _ = audit.entries(connection, COURSE, Filter(), limit=100)
    return [(entry.action, entry.subject) for entry in reversed(found)]


def person(store: Store, id: str) -> Person:
    with store.read() as connection:
        found = people.find(connection, id)
    assert found is not None
    return found


def sign_in(store: Store, who: Person) -> None:
    row = {"sha256": who.id, "learner": who.id, "since": NOON, "expires_at": NOON + timedelta(days=1)}
    store.write(lambda connection: connection.execute(insert(sessions).values(**row))).result()


# ---------- A line of a file ----------


@pytest.mark.parametrize(
    ("line", "kind", "changes"),
    [
        ("Dora Lee,dora@example.org,,,A,", Kind.NEW, ()),
        ("Ada Osei,ada@example.org,ada1,1001,A,", Kind.SAME, ()),
        ("Ada Osei,ADA@example.org,ADA1,1001,,student", Kind.SAME, ()),
        (",ada@example.org,,,B,", Kind.CHANGED, (("section", "A", "B"),)),
        ("Ada O,,ADA1,,,", Kind.CHANGED, (("name", "Ada Osei", "Ada O"),)),
        (",a.osei@example.org,,1001,,", Kind.CHANGED, (("email", "ada@example.org", "a.osei@example.org"),)),
    ],
)
def test_line_says_what_it_does(still: Roster, line: str, kind: Kind, changes: tuple[Any, ...]) -> None:
    found = only(still, line)
    assert (found.kind, tuple((c.field, c.before, c.after) for c in found.changes)) == (kind, changes)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Dora,,,,A,", "roster.nobody"),
        (",dora@example.org,,,,", "roster.no-name"),
        ("Dora,dora@example,,,,", "roster.bad-email"),
        ("Dora,=cmd|x@example.org,,,,", "roster.formula"),
        ("Dora,,=1+1,,,", "roster.formula"),
        ("Dora,,dora,,,king", "roster.role-unknown"),
        ("Dora,,dora,,,admin", "roster.role-above"),
        (f"{'D' * 201},,dora,,,", "roster.too-long"),
        (f"Dora,,dora,,{'s' * 81},", "roster.too-long"),
        (",ada@example.org,ben1,,,", "roster.two"),
        (",ada@example.org,,,,TA", "roster.role-admin"),
        ("Rita R,rita@example.org,,,,", "roster.above"),
    ],
)
def test_line_is_refused_with_a_reason(still: Roster, line: str, code: str) -> None:
    found = only(still, line)
    assert (found.kind, why(found)) == (Kind.REFUSED, code)


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("Dora,dora@example.org,,,,\nDora Two,DORA@example.org,,,,", "roster.twice"),
        ("Dora,,dora,,,\nDora Two,,Dora,,,", "roster.twice"),
        ("Dora,,,77,,\nDora Two,,,77,,", "roster.twice"),
        (",ada@example.org,,,,\n,,ada1,,,", "roster.same-person"),
    ],
)
def test_second_line_of_the_same_person_is_refused(still: Roster, lines: str, code: str) -> None:
    first, second = preview(still, lines).lines
    assert first.kind is not Kind.REFUSED and why(second) == code


@pytest.mark.parametrize(
    ("word", "role"), [("TA", Role.ASSISTANT), ("teacher", Role.INSTRUCTOR), ("学生", Role.LEARNER)]
)
def test_role_is_known_by_the_words_of_an_lms(still: Roster, word: str, role: Role) -> None:
    assert only(still, f"Dora,,dora,,,{word}").person.role is role


def test_hostile_name_is_a_name(roster: Roster, store: Store) -> None:
    roster.apply(INES.id, preview(roster, f'"{HOSTILE}",,evil,,,'))
    assert roster.find(INES.id, "evil").name == HOSTILE


def test_somebody_of_another_course_is_new_here(still: Roster) -> None:
    assert only(still, "Eve,eve@example.org,eve,,,").kind is Kind.NEW


def test_admin_may_import_another_role(roster: Roster, store: Store) -> None:
    roster.apply(ROOT.id, preview(roster, ",ada@example.org,,,,TA", ROOT.id))
    assert person(store, ADA.id).role is Role.ASSISTANT and ("person.role", ADA.id) in noted(store)


def test_import_leaves_an_admin(still: Roster) -> None:
    assert why(only(still, ",rita@example.org,,,,student", ROOT.id)) == "roster.last-admin"


def test_address_that_somebody_typed_themselves_proves_nothing(roster: Roster, store: Store) -> None:
    store.write(
        lambda c: c.exec_driver_sql("UPDATE learners SET email_typed=1, name='Mallory' WHERE id='p-ada'")
    ).result()
    assert why(only(roster, "Ada Osei,ada@example.org,,,,")) == "roster.typed"


# ---------- Applying ----------


def test_good_lines_are_applied_beside_a_refused_one(roster: Roster, store: Store) -> None:
    ids = roster.apply(INES.id, preview(roster, "Dora,dora@example.org,,,C,\nNobody,,,,,\n,ben@example.org,,,C,"))
    assert [person(store, id).section for id in ids] == ["C", "C"] and person(store, BEN.id).section == "C"


def test_new_id_says_nothing_of_the_person(roster: Roster) -> None:
    (id,) = roster.apply(INES.id, preview(roster, "Dora,dora@example.org,dora,77,,"))
    assert id.startswith("p-") and len(id) == 14 and "dora" not in id


def test_missing_people_stay(roster: Roster, store: Store) -> None:
    roster.apply(INES.id, preview(roster, ",ada@example.org,,,,"))
    assert not person(store, BEN.id).has_left


def test_missing_learners_leave_when_asked_but_never_staff(roster: Roster, store: Store) -> None:
    shown = preview(roster, ",ada@example.org,,,,", drop_missing=True)
    roster.apply(INES.id, shown)
    assert {line.person.id for line in shown.lines if line.kind is Kind.LEFT} == {BEN.id, CHEN.id}
    assert person(store, BEN.id).has_left and not person(store, TOM.id).has_left


def test_refused_line_keeps_its_person_from_being_missing(still: Roster) -> None:
    shown = preview(still, "Dora,dora@example.org,,,,\n,ada@example.org,ben1,,,", drop_missing=True)
    assert {line.person.id for line in shown.lines if line.kind is Kind.LEFT} == {CHEN.id}


def test_file_without_a_good_line_drops_nobody(still: Roster) -> None:
    assert [line.kind for line in preview(still, "Nobody,,,,,", drop_missing=True).lines] == [Kind.REFUSED]


def test_somebody_who_left_comes_back(roster: Roster, store: Store) -> None:
    roster.take_out(INES.id, ADA.id)
    shown = preview(roster, ",ada@example.org,,,B,")
    roster.apply(INES.id, shown)
    assert shown.lines[0].kind is Kind.BACK and person(store, ADA.id) == replace(ADA, section="B")


def test_preview_of_a_roster_that_changed_since_is_not_applied(roster: Roster, store: Store) -> None:
    shown = preview(roster, "Dora,dora@example.org,,,,")
    roster.apply(INES.id, shown)
    with pytest.raises(Declined) as caught:
        roster.apply(INES.id, shown)
    assert caught.value.code == "roster.changed-since"


def test_preview_is_asked_for_its_role_again_when_applied(roster: Roster, store: Store) -> None:
    shown = preview(roster, "Dora,dora@example.org,,,,admin", ROOT.id)
    with pytest.raises(Declined):
        roster.apply(INES.id, shown)


def test_import_is_noted_without_names(roster: Roster, store: Store) -> None:
    roster.apply(INES.id, preview(roster, "Dora Lee,dora@example.org,,,,\n,ada@example.org,,,B,"))
    assert [action for action, _ in noted(store)] == ["person.added", "person.changed", "roster.imported"]
    with store.read() as connection:
        found, _ = audit.entries(connection, COURSE, Filter(), limit=9)
    assert "dora" not in str(found).lower() and found[0].details == {"new": 1, "changed": 1}


def test_two_thousand_people_come_in_at_once(roster: Roster) -> None:
    lines = "\n".join(f"Person {n},p{n}@example.org,p{n},{n},S{n % 9}," for n in range(5000, 7000))
    assert len(roster.apply(INES.id, preview(roster, lines))) == 2000


# ---------- One person ----------


@pytest.mark.parametrize("text", [ADA.id, "ADA@example.org", "Ada1", " ada1 "])
def test_person_is_found_by_id_address_or_login(still: Roster, text: str) -> None:
    assert still.find(TOM.id, text) == ADA


@pytest.mark.parametrize("text", [EVE.id, "eve@example.org", "", "nobody", "%"])
def test_nobody_else_is_found(still: Roster, text: str) -> None:
    with pytest.raises(UnknownPerson):
        still.find(TOM.id, text)


def test_text_that_fits_two_names_both(roster: Roster, store: Store) -> None:
    twin = Person("p-twin", COURSE, name="Twin", login="ada1")
    store.write(lambda connection: people.add(connection, twin, NOON)).result()
    with pytest.raises(UsageError, match=r"p-ada.*p-twin"):
        roster.find(TOM.id, "ada1")


def test_person_is_changed(roster: Roster, store: Store) -> None:
    roster.change(INES.id, ADA.id, section="B", email="A.Osei@Example.org ")
    assert person(store, ADA.id) == replace(ADA, section="B", email="a.osei@example.org")
    assert noted(store) == [("person.changed", ADA.id)]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"email": "ben@example.org"}, "roster.taken"),
        ({"login": "BEN1"}, "roster.taken"),
        ({"name": "\u202e"}, "roster.no-name"),
        ({"email": "nonsense"}, "roster.bad-email"),
        ({"email": "", "login": "", "number": ""}, "roster.nobody"),
    ],
)
def test_change_that_makes_no_sense_is_declined(still: Roster, values: dict[str, str], code: str) -> None:
    with pytest.raises(Declined) as caught:
        still.change(INES.id, ADA.id, **values)
    assert caught.value.code == code


@pytest.mark.parametrize("actor", [ADA.id, TOM.id, EVE.id, "p-nobody"])
@pytest.mark.parametrize("ask", ["change", "take_out", "take_back", "sign_out", "set_role"])
def test_only_instructors_of_the_course_change_people(still: Roster, actor: str, ask: str) -> None:
    more = (Role.ASSISTANT,) if ask == "set_role" else ()
    with pytest.raises((NotAllowed, UnknownPerson)):
        getattr(still, ask)(actor, BEN.id, *more)


@pytest.mark.parametrize("ask", ["change", "take_out", "sign_out"])
def test_nobody_touches_a_role_above_their_own(still: Roster, ask: str) -> None:
    with pytest.raises(Declined) as caught:
        getattr(still, ask)(INES.id, ROOT.id)
    assert caught.value.code == "roster.above"


def test_roles_are_for_admins(roster: Roster, store: Store) -> None:
    with pytest.raises(NotAllowed):
        roster.set_role(INES.id, ADA.id, Role.ASSISTANT)
    roster.set_role(ROOT.id, ADA.id, Role.ASSISTANT)
    assert person(store, ADA.id).role is Role.ASSISTANT


@pytest.mark.parametrize("by", [ROOT.id, Operator(COURSE)])
def test_last_admin_stays(still: Roster, by: Any) -> None:
    with pytest.raises(Declined) as caught:
        still.set_role(by, ROOT.id, Role.LEARNER)
    assert caught.value.code == "roster.last-admin"


def test_last_admin_cannot_be_taken_out_by_the_operator(still: Roster) -> None:
    with pytest.raises(Declined):
        still.take_out(Operator(COURSE), ROOT.id)


def test_admin_steps_back_when_there_is_another(roster: Roster, store: Store) -> None:
    roster.set_role(ROOT.id, INES.id, Role.ADMIN)
    roster.set_role(ROOT.id, ROOT.id, Role.LEARNER)
    assert person(store, ROOT.id).role is Role.LEARNER


def test_nobody_takes_themselves_out(still: Roster) -> None:
    with pytest.raises(Declined):
        still.take_out(INES.id, INES.id)


def test_somebody_who_left_is_signed_out(roster: Roster, store: Store) -> None:
    sign_in(store, ADA)
    roster.take_out(INES.id, ADA.id)
    roster.take_back(INES.id, ADA.id)
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM sessions WHERE revoked_at IS NULL").scalar() == 0
    assert noted(store) == [("person.left", ADA.id), ("person.back", ADA.id)]


def test_sign_out_ends_every_session(roster: Roster, store: Store) -> None:
    sign_in(store, ADA)
    assert (roster.sign_out(INES.id, ADA.id), roster.sign_out(INES.id, ADA.id)) == (1, 0)


def test_who_came_in_is_known(roster: Roster, store: Store) -> None:
    sign_in(store, ADA)
    assert roster.came_in(INES.id) == {ADA.id}


def test_sections_are_those_of_people_who_are_here(roster: Roster) -> None:
    roster.take_out(INES.id, CHEN.id)
    assert roster.sections(TOM.id) == ["A"]


def test_links_are_guarded_cells_and_leave_out_who_left(roster: Roster, store: Store) -> None:
    roster.change(INES.id, ADA.id, name="=HYPERLINK(1)")
    roster.take_out(INES.id, BEN.id)
    rows = roster.links(INES.id, [ADA.id, BEN.id], lambda secret: f"https://dojo/join/{len(secret)}")
    assert rows == [("'=HYPERLINK(1)", "ada@example.org", "ada1", "A", "https://dojo/join/43")]


def test_links_are_for_no_role_above_ones_own(still: Roster) -> None:
    assert still.links(INES.id, [ROOT.id], str) == []

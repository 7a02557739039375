"""Who is who: the use cases of the door. Everything that a stranger may try stands here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from grader.course.access import OPERATOR, Access, Actor
from grader.course.learning.answer import declined
from grader.course.people.doors import (
    TICKET_MINUTES,
    Invitation,
    Issued,
    email_of,
    hash_of,
    is_secret,
    make,
    name_of,
    new_id,
    new_secret,
    session_end,
)
from grader.errors import NotAllowed, UnknownPerson
from grader.model import Lang, Person, Role
from grader.store import Connection, Store, audit, doors, learners, people
from grader.store.doors import Link

CLOSED = "This link does not open."


class People:
    """Join links, sessions and the people behind them. Thread-safe."""

    def __init__(self, store: Store, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._store, self._clock, self._access = store, clock, Access(store)
        self._known_courses = False

    def has_courses(self) -> bool:
        """Whether this data folder holds a course: then nobody is anybody without a session. Never false again."""
        if not self._known_courses:
            with self._store.read() as connection:
                self._known_courses = bool(people.course_ids(connection))
        return self._known_courses

    def of_session(self, secret: str) -> Person:
        """Whose session this is. Raises `NotAllowed` for none, an ended or a revoked one."""
        with self._store.read() as connection:
            person = self._of_session(connection, secret)
        if person is None:
            raise NotAllowed("Nobody is signed in here.")
        return person

    def _of_session(self, connection: Connection, secret: str) -> Person | None:
        found = doors.find_session(connection, hash_of(secret), self._clock()) if is_secret(secret) else None
        person = people.find(connection, found[0]) if found else None
        if found is None or person is None or person.has_left:
            return None
        return person if self._clock() < session_end(person.role, found[1]) else None

    # ---------- links ----------

    def make_link(
        self,
        actor: Actor,
        *,
        role: Role | None = None,
        person: str | None = None,
        section: str = "",
        hours: float | None = None,
        uses: int | None = None,
    ) -> Issued:
        """A link for a role (learner unless said), or for one `person` (an id), whose older links end with it.

        For instructors. Raises `NotAllowed` for a role above the actor's own, `UnknownPerson`, `UsageError`.
        """
        by, whom = self._access.require(actor, Role.INSTRUCTOR), None
        if person is not None:
            by, whom = self._access.learner(actor, Role.INSTRUCTOR, person)
            if whom.has_left:
                raise UnknownPerson("They have left this course. Take them back first.")
            role, section = whom.role, whom.section
        at = self._clock()
        issued = make(by, role or Role.LEARNER, whom, section, hours, uses, at)

        def keep(connection: Connection) -> None:
            if whom:
                doors.revoke_links_of(connection, whom.id, at)
            doors.add_link(connection, issued.link)
            said = {"role": issued.link.role.value, "uses": issued.link.uses_left}
            audit.note(connection, by.course, by.id, "link.made", whom.id if whom else "", at, **said)

        self._store.write(keep).result()
        return issued

    def links(self, actor: Actor) -> list[Link]:
        """Links of the actor's course that still let somebody in, the newest first. For instructors."""
        by = self._access.require(actor, Role.INSTRUCTOR)
        with self._store.read() as connection:
            return [
                link for link in doors.open_links(connection, by.course, self._clock()) if by.role.covers(link.role)
            ]

    def revoke_link(self, actor: Actor, sha256: str) -> bool:
        """End a link; whoever came in by it stays in. False when there is none to end. For instructors."""
        by, at = self._access.require(actor, Role.INSTRUCTOR), self._clock()

        def end(connection: Connection) -> bool:
            link = doors.find_link(connection, sha256)
            if (
                link is None
                or not by.role.covers(link.role)
                or not doors.revoke_link(connection, by.course, sha256, at)
            ):
                return False
            audit.note(connection, by.course, by.id, "link.revoked", link.learner, at, role=link.role.value)
            return True

        return self._store.write(end).result()

    # ---------- coming and going ----------

    def look(self, secret: str, session: str = "") -> Invitation:
        """What a link says; it is not used up. Raises `NotAllowed`, in the same words for unknown, used, expired, revoked.

        Whoever is signed in as the one it is for is inside, even where it has been used.
        """
        with self._store.read() as connection:
            asking, link = self._of_session(connection, session), self._link(connection, secret)
            is_inside = link is not None and asking is not None and _is_for(link, asking)
            if link is None or not (is_inside or self._opens(connection, link)):
                raise NotAllowed(CLOSED)
            person = people.find(connection, link.learner) if link.learner else None
            title = doors.course_title(connection, link.course)
        said = person or Person("", role=link.role, section=link.section)
        return Invitation(title, said.role, said.section, person, asking, is_inside)

    @staticmethod
    def _link(connection: Connection, secret: str) -> Link | None:
        return doors.find_link(connection, hash_of(secret)) if is_secret(secret) else None

    def _opens(self, connection: Connection, link: Link) -> bool:
        """Whether a link lets in what it was made for: no more than its maker, or a link made today, could give now."""
        if not link.is_open(self._clock()):
            return False
        if link.learner:
            person = people.find(connection, link.learner)
            return person is not None and not person.has_left and link.role.covers(person.role)
        if link.role is Role.LEARNER or link.made_by == OPERATOR:
            return True
        maker = people.find(connection, link.made_by)
        return maker is not None and not maker.has_left and maker.role.covers(link.role)

    def join(
        self, secret: str, *, name: str = "", email: str = "", lang: Lang | None = None, session: str = ""
    ) -> tuple[str, Person]:
        """Use a link → the secret of a new session, and whose it is. `session` is the one of this browser: it ends.

        Raises `NotAllowed` for a link that does not open, `Declined` for a name or address; that uses nothing up.
        """
        at, ours = self._clock(), new_secret()

        def enter(connection: Connection) -> Person:
            link = self._link(connection, secret)
            if link is None or not self._opens(connection, link):
                raise NotAllowed(CLOSED)
            found = people.find(connection, link.learner) if link.learner else None
            person = found or self._newcomer(connection, link, name, email, at)
            doors.use_link(connection, link.sha256)
            if is_secret(session):
                doors.end_session(connection, hash_of(session), at)
            doors.add_session(connection, hash_of(ours), person.id, at, session_end(person.role, at))
            if lang and learners.language(connection, person.id) is None:
                learners.set_language(connection, person.id, lang, at)
            return person

        return ours, self._store.write(enter).result()

    @staticmethod
    def _newcomer(connection: Connection, link: Link, name: str, email: str, at: datetime) -> Person:
        person = Person(new_id(), link.course, link.role, link.section, name_of(name), email_of(email))
        if person.email and doors.ids_with_email(connection, person.email, link.course):
            raise declined("course.email-taken")
        people.add(connection, person, at)
        if person.email:
            doors.mark_email_typed(connection, person.id)
        audit.note(connection, link.course, person.id, "person.added", person.id, at, role=link.role.value)
        return person

    def leave(self, session: str) -> None:
        """Sign out here."""
        if is_secret(session):
            at = self._clock()
            self._store.write(lambda connection: doors.end_session(connection, hash_of(session), at)).result()

    # ---------- people who proved who they are elsewhere ----------

    def known_as(self, email: str) -> list[tuple[Person, str]]:
        """Everybody in any course whose address this is, each with the course's title.

        Addresses that people typed at a join link do not count: they could be anybody's.
        """
        with self._store.read() as connection:
            found = [people.find(connection, id) for id in doors.ids_with_email(connection, email)] if email else []
            return [(person, doors.course_title(connection, person.course)) for person in found if person]

    def ticket(self, email: str, id: str) -> str:
        """A link of some minutes for somebody who proved this address elsewhere → its secret. Raises `NotAllowed`."""
        person = next((person for person, _ in self.known_as(email) if person.id == id), None)
        if person is None:
            raise NotAllowed("Nobody in any course has this address.")
        at, secret = self._clock(), new_secret()
        ends = at + timedelta(minutes=TICKET_MINUTES)
        link = Link(hash_of(secret), person.course, person.role, person.section, person.id, person.id, at, ends)
        self._store.write(lambda connection: doors.add_link(connection, link)).result()
        return secret


def _is_for(link: Link, person: Person) -> bool:
    """Whether somebody is whom a link is for: themselves, or in its course with its role already."""
    if link.learner:
        return link.learner == person.id
    return (link.course, link.role) == (person.course, person.role)

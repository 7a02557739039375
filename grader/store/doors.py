"""Ways in as rows: join links and sessions. Both are kept by the hash of a secret that only its holder has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, and_, func, insert, or_, select, update

from grader.model import Role
from grader.store.schema import courses, learners
from grader.store.schema_courses import links, sessions


@dataclass(frozen=True, slots=True)
class Link:
    """A join link: of one person (`learner`), or for whoever opens it and becomes somebody new with this role.

    `uses_left` None: any number. `made_by`: a person's id or `operator`.
    """

    sha256: str
    course: str
    role: Role
    section: str
    learner: str
    made_by: str
    made_at: datetime
    expires_at: datetime
    uses_left: int | None = 1
    revoked_at: datetime | None = None

    def is_open(self, at: datetime) -> bool:
        """Whether it still lets anybody in."""
        return self.revoked_at is None and at < self.expires_at and self.uses_left != 0


def add_link(connection: Connection, link: Link) -> None:
    """Keep a link."""
    row = insert(links).values(
        sha256=link.sha256,
        course=link.course,
        role=link.role.value,
        section=link.section,
        learner=link.learner or None,
        made_by=link.made_by,
        made_at=link.made_at,
        expires_at=link.expires_at,
        uses_left=link.uses_left,
    )
    connection.execute(row)


def find_link(connection: Connection, sha256: str) -> Link | None:
    """The link with this hash, open or not."""
    row = connection.execute(select(links).where(links.c.sha256 == sha256)).one_or_none()
    return None if row is None else _link(row)


def open_links(connection: Connection, course: str, at: datetime) -> list[Link]:
    """Links that still let somebody in, the newest first; not those that people made for themselves by signing in."""
    is_open = and_(links.c.expires_at > at, links.c.revoked_at.is_(None), func.coalesce(links.c.uses_left, 1) > 0)
    foreign = or_(links.c.learner.is_(None), links.c.learner != links.c.made_by)
    query = select(links).where(links.c.course == course, is_open, foreign).order_by(links.c.made_at.desc())
    return [_link(row) for row in connection.execute(query)]


def use_link(connection: Connection, sha256: str) -> None:
    """One use less, where uses are counted."""
    counted = and_(links.c.sha256 == sha256, links.c.uses_left.is_not(None))
    connection.execute(update(links).where(counted).values(uses_left=links.c.uses_left - 1))


def revoke_link(connection: Connection, course: str, sha256: str, at: datetime) -> bool:
    """End a link of this course; false when there is none that could end."""
    mine = and_(links.c.sha256 == sha256, links.c.course == course, links.c.revoked_at.is_(None))
    return bool(connection.execute(update(links).where(mine).values(revoked_at=at)).rowcount)


def revoke_links_of(connection: Connection, learner: str, at: datetime) -> int:
    """End all links of one person → how many that were."""
    theirs = and_(links.c.learner == learner, links.c.revoked_at.is_(None))
    return connection.execute(update(links).where(theirs).values(revoked_at=at)).rowcount


def add_session(connection: Connection, sha256: str, learner: str, at: datetime, expires_at: datetime) -> None:
    """Somebody is signed in."""
    connection.execute(insert(sessions).values(sha256=sha256, learner=learner, since=at, expires_at=expires_at))


def find_session(connection: Connection, sha256: str, at: datetime) -> tuple[str, datetime] | None:
    """Whose session this is and since when; None for one that ended or was revoked."""
    is_open = and_(sessions.c.sha256 == sha256, sessions.c.expires_at > at, sessions.c.revoked_at.is_(None))
    row = connection.execute(select(sessions.c.learner, sessions.c.since).where(is_open)).one_or_none()
    return None if row is None else (row.learner, row.since)


def end_session(connection: Connection, sha256: str, at: datetime) -> None:
    """Sign out."""
    mine = and_(sessions.c.sha256 == sha256, sessions.c.revoked_at.is_(None))
    connection.execute(update(sessions).where(mine).values(revoked_at=at))


def course_title(connection: Connection, course: str) -> str:
    """What a course calls itself."""
    return connection.execute(select(courses.c.title).where(courses.c.id == course)).scalar() or course


def ids_with_email(connection: Connection, email: str, course: str | None = None) -> list[str]:
    """Whose address this is, in one course or in all. Without a course only where somebody else vouched for it."""
    same = and_(func.lower(learners.c.email) == email.lower(), learners.c.erased_at.is_(None))
    if course is None:
        same = and_(
            same, learners.c.email_typed.is_(False), learners.c.left_at.is_(None), learners.c.course.is_not(None)
        )
    else:
        same = and_(same, learners.c.course == course)
    return list(connection.execute(select(learners.c.id).where(same).order_by(learners.c.course)).scalars())


def mark_email_typed(connection: Connection, learner: str) -> None:
    """This address is what the person said of themselves."""
    connection.execute(update(learners).where(learners.c.id == learner).values(email_typed=True))


def _link(row: Row[tuple[object, ...]]) -> Link:
    return Link(
        sha256=row.sha256,
        course=row.course,
        role=Role(row.role),
        section=row.section,
        learner=row.learner or "",
        made_by=row.made_by,
        made_at=row.made_at,
        expires_at=row.expires_at,
        uses_left=row.uses_left,
        revoked_at=row.revoked_at,
    )

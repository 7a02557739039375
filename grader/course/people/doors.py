"""How people come in: what a join link and a session are worth, and the words of whoever comes."""

from __future__ import annotations

import re
import secrets
import unicodedata
from base64 import b32encode
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from grader.course.learning.answer import declined
from grader.errors import NotAllowed, UsageError
from grader.model import Person, Role
from grader.store.doors import Link
from grader.words import plain

LINK_HOURS = {Role.LEARNER: 14 * 24.0, Role.ASSISTANT: 24.0, Role.INSTRUCTOR: 24.0, Role.ADMIN: 1 / 6}
"""How long a link lasts unless said otherwise: the more it gives, the shorter."""

SESSION_HOURS = {Role.LEARNER: 30 * 24.0, Role.ASSISTANT: 12.0, Role.INSTRUCTOR: 12.0, Role.ADMIN: 12.0}
"""How long somebody stays signed in: a month of homework, a day of work."""

TICKET_MINUTES = 10
"""How long whoever signed in elsewhere has to press the button that opens their course."""

LONGEST_HOURS = 366 * 24
MOST_USES = 10_000
NAME, EMAIL = 120, 254
_SECRET = re.compile(r"[\w-]{43}", re.ASCII)
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


@dataclass(frozen=True, slots=True)
class Issued:
    """A link just made. The secret is nowhere else: it cannot be shown again."""

    secret: str
    link: Link


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a join link says to whoever opens it. `person` None: somebody new, who gives a name."""

    course: str
    role: Role
    section: str
    person: Person | None
    asking: Person | None = None
    """Who is signed in in this browser already."""
    is_inside: bool = False
    """Whether that is who the link is for: then there is nothing left to do."""


def new_secret() -> str:
    """32 random bytes, as they stand in an address or a cookie."""
    return secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    """How a secret is kept: links and sessions are 32 random bytes, so a plain hash is enough."""
    return sha256(secret.encode()).hexdigest()


def is_secret(text: str) -> bool:
    """Whether it has the form of one of our secrets: what has not is looked up nowhere."""
    return _SECRET.fullmatch(text) is not None


def new_id() -> str:
    """The id of somebody new: never made of their name."""
    return "p-" + b32encode(secrets.token_bytes(8)).decode()[:12].lower()


def session_end(role: Role, since: datetime) -> datetime:
    """Until when somebody of this role stays signed in. Asked again at every look: a new role has its own length."""
    return since + timedelta(hours=SESSION_HOURS[role])


def make(
    by: Person, role: Role, person: Person | None, section: str, hours: float | None, uses: int | None, at: datetime
) -> Issued:
    """A link that `by` hands out. Raises `NotAllowed` for a role above their own, `UsageError` for what no link can be."""
    if not by.role.covers(role):
        raise NotAllowed(f"Nobody hands out a role above their own, and {role.value} is above {by.role.value}.")
    if uses is None:
        uses = None if person is None and role is Role.LEARNER else 1
    elif not 1 <= uses <= MOST_USES:
        raise UsageError(f"A link has from 1 to {MOST_USES} uses, not {uses}.")
    elif uses > 1 and role is not Role.LEARNER:
        raise UsageError(
            f"A link for the role {role.value} is for one use: whoever finds it would be {role.value} too."
        )
    hours = LINK_HOURS[role] if hours is None else hours
    if not 0 < hours <= LONGEST_HOURS:
        raise UsageError(f"A link lasts more than 0 and at most {LONGEST_HOURS} hours, not {hours:g}.")
    secret, ends = new_secret(), at + timedelta(hours=hours)
    whose = person.id if person else ""
    return Issued(secret, Link(hash_of(secret), by.course, role, section, whose, by.id, at, ends, uses))


def name_of(text: str) -> str:
    """What somebody calls themselves, as one plain line. Raises `Declined` for nothing and for a novel."""
    name = " ".join(plain(unicodedata.normalize("NFC", text.encode(errors="ignore").decode()), 10 * NAME).split())
    if not name or len(name) > NAME:
        raise declined("course.name-needed", most=NAME)
    return name


def email_of(text: str) -> str:
    """An address in small letters, or nothing. Raises `Declined` for what is none."""
    address = text.strip().lower()
    if address and (len(address) > EMAIL or not address.isprintable() or not _ADDRESS.fullmatch(address)):
        raise declined("course.email-wrong")
    return address

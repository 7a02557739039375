"""Courses themselves: made and changed by whoever runs the server."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

from grader.course.access import OPERATOR
from grader.course.homework import grades
from grader.course.homework.dates import zone_of
from grader.course.learning.answer import declined
from grader.store import Connection, Store, assignments, audit, people
from grader.store.assignments import CourseRow

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
LONGEST = 200
MOST_LATE_DAYS = 365


def set_course(
    store: Store,
    id: str,
    *,
    title: str | None = None,
    zone: str | None = None,
    late_days: int | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> tuple[CourseRow, bool]:
    """Make a course, or change what is given; grades follow → what it is now, and whether it is new.

    Raises `Declined` for what does not fit.
    """
    if not _ID.fullmatch(id):
        raise declined("homework.no-course-id", id=id[:80])
    if zone is not None:
        zone_of(zone)
    if title is not None and not 0 < len(title.strip()) <= LONGEST:
        raise declined("homework.no-course-title", most=LONGEST)
    if late_days is not None and not 0 <= late_days <= MOST_LATE_DAYS:
        raise declined("homework.no-late-days", most=MOST_LATE_DAYS)
    now = clock()

    def work(connection: Connection) -> tuple[CourseRow, bool]:
        old = assignments.course(connection, id)
        was = old or CourseRow(id, id, "UTC", 0)
        row = CourseRow(
            id,
            was.title if title is None else title.strip(),
            zone or was.zone,
            was.late_days if late_days is None else late_days,
        )
        if row != old:
            people.add_course(connection, id, row.title, row.zone, now, late_days=row.late_days)
            audit.note(connection, id, OPERATOR, "course.saved", "", now, late_days=row.late_days, zone=row.zone)
            if (row.zone, row.late_days) != (was.zone, was.late_days):
                grades.refresh_all(connection, id)
        return row, old is None

    return store.write(work).result()

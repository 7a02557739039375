"""Every exception we raise. A learner's fault is data (an outcome), never one of these.

DojoError
├── UsageError          somebody used a command, a file or a setting wrongly; its text is the one clear line
│   ├── UnknownExercise     no exercise has this id
│   ├── UnknownConcept      no concept has this id
│   ├── UnknownCourse       no course has this id
│   ├── UnknownPerson       nobody in this course has this id
│   ├── UnknownAssignment   no assignment of this course has this id
│   ├── NotAllowed          somebody asked for what their role does not give them
│   ├── UnreadableFile      a file is missing, a folder, or cannot be opened
│   └── Declined            a use case does not take this from a learner; says so in both languages
├── ContentError        an exercise on disk is wrong: file, line and remedy
├── WireError           bytes that are not a frame: short, too large, garbled
├── SandboxError        the jail could not be built or a cell could not be started: our fault
├── JudgeError          the judge process failed or is gone: our fault
└── StoreError          the data folder cannot be used (not writable, newer than this program)
    └── FolderInUse         another process holds the data folder
"""

from __future__ import annotations

from collections.abc import Mapping


class DojoError(Exception):
    """The root: catch this one at the edge of a process."""


class UsageError(DojoError):
    """Wrong use; the text says what happened and what to do instead. Exit code 2."""


class UnknownExercise(UsageError):
    """No exercise has this id; the text names the nearest ones."""


class UnknownConcept(UsageError):
    """No concept has this id; the text names the nearest ones."""


class UnknownCourse(UsageError):
    """No course has this id; the text names those that there are."""


class UnknownPerson(UsageError):
    """Nobody in this course has this id, address or login."""


class UnknownAssignment(UsageError):
    """No assignment of this course has this id; the text names those that there are."""


class NotAllowed(UsageError):
    """Somebody asked for what their role does not give them, or is not signed in. Pages say no more than "nothing here"."""


class UnreadableFile(UsageError):
    """A file is missing, is a folder, or cannot be opened."""


class Declined(UsageError):
    """A use case does not take this from a learner: `code` and `fields` are its message in `words`, the text its English."""

    def __init__(self, text: str, code: str, fields: Mapping[str, object]) -> None:
        super().__init__(text)
        self.code = code
        self.fields = dict(fields)


class ContentError(DojoError):
    """An exercise on disk is wrong; the text names file, line and remedy."""


class WireError(DojoError):
    """Bytes that are not a frame: too short, too large, or not in our encoding."""


class SandboxError(DojoError):
    """The jail could not be built, or no cell could be started."""


class JudgeError(DojoError):
    """The judge process failed, did not answer or is gone."""


class StoreError(DojoError):
    """The data folder cannot be used: locked by another process, not writable, or written by a newer program."""


class FolderInUse(StoreError):
    """Another process holds the data folder; the text names it."""

"""What the language policy says no with: a message code, its arguments and a line. Never a sentence."""

from __future__ import annotations

from grader.model import Json

FILENAME = "<submission>"
"""The file name that learner code is compiled under; tracebacks are searched for it."""

MODULE = "submission"
"""`__name__` of learner code, so that `if __name__ == "__main__":` is skipped here as it is on import."""


class Refused(AttributeError):
    """Learner code asked for something that is not on offer. An AttributeError, so that `hasattr` answers no."""

    def __init__(self, code: str, line: int | None = None, **args: Json) -> None:
        super().__init__(code)
        self.code = code
        self.line = line
        self.message_args = args

"""What a learner hands in, looked at before it is kept."""

from __future__ import annotations

from grader.errors import Declined
from grader.model import Exercise, Json, Message
from grader.store import Packed, pack
from grader.words import say

MOST_KB = 64


def declined(code: str, **fields: Json) -> Declined:
    """The exception for a message of `locale/course.yaml`."""
    return Declined(say(Message(code, fields), "en"), code, fields)


def packed(exercise: Exercise, answer: Json) -> Packed:
    """The answer as it is kept. Raises `Declined` for one that is too large or of no form."""
    is_code = exercise.kind.is_code
    try:
        result = pack(answer, "code" if is_code else "json")
    except UnicodeEncodeError:  # half a surrogate pair
        raise declined("course.not-text") from None
    except (TypeError, ValueError, RecursionError):
        raise declined("course.not-code" if is_code else "course.not-an-answer") from None
    if result.size > MOST_KB * 1024:
        raise declined("course.too-large", size=-(-result.size // 1024), most=MOST_KB)
    return result

"""SQL lives here. `store` is the door; `writer` the one thread that writes; `schema` and `migrations` the tables.

A submission's row is the truth: whatever queue it waits in is a hint.
"""

from sqlalchemy import Connection

from grader.store.packing import Packed, pack
from grader.store.standing import Progress, Record
from grader.store.store import Store
from grader.store.submissions import NewSubmission, Submission

__all__ = ["Connection", "NewSubmission", "Packed", "Progress", "Record", "Store", "Submission", "pack"]

"""Where a submission waits for a judge: a queue in front of the judge program, which is started and never imported."""

from grader.dispatch.local import Dispatch, State

__all__ = ["Dispatch", "State"]

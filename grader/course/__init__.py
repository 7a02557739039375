"""What people may do: the use cases that pages and commands call. No SQL here, no judging: rules only, and the care that
nothing acknowledged is lost.

access      who asks, and what they may do
learning    what a learner does: draft, run, submit, look back
homework    assignments, what handing in means now, and the grades that follow
people      links and sessions, rosters, what was done
classroom   who is stuck and why, shared mistakes, what the exercises are worth
gradebook   grades as instructors see them, the LMS, regrading
handin      files that come in, receipts that go out
demo        a made-up class
"""

from grader.course.learning.attempt import Attempt
from grader.course.learning.job import JobState
from grader.course.learning.learning import ExerciseState, Learning
from grader.course.learning.overview import Overview, Standing

__all__ = ["Attempt", "ExerciseState", "JobState", "Learning", "Overview", "Standing"]

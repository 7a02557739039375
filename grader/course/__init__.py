"""What people may do: the use cases that pages call. `learning` is the door.

No SQL here, no judging: rules only, and the care that nothing acknowledged is lost.
"""

from grader.course.attempt import Attempt
from grader.course.job import JobState
from grader.course.learning import ExerciseState, Learning
from grader.course.overview import Overview, Standing

__all__ = ["Attempt", "ExerciseState", "JobState", "Learning", "Overview", "Standing"]

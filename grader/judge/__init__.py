"""Frames and references → verdicts. The only place that knows what is right; it never runs learner code itself."""

from __future__ import annotations

from grader.judge.judge import Judge
from grader.judge.lint import LintFinding, lint

__all__ = ["Judge", "LintFinding", "lint"]

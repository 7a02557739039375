"""The judge's log: one line of JSON an event, on stderr. Tracebacks without local variables, which are hidden inputs."""

from __future__ import annotations

import logging
import sys

import structlog

log = structlog.wrap_logger(
    structlog.PrintLogger(sys.stderr),
    processors=[
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        structlog.processors.JSONRenderer(),
    ],
    wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
)

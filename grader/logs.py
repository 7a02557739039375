"""The log of the web side: one line an event, as JSON for machines or as text for a person at a terminal.

Whatever is logged about a submission carries its id; names, addresses and answers are never logged.
"""

from __future__ import annotations

import logging
import sys
from typing import Literal, TextIO

import structlog

LOGGERS = ("grader", "kernel_dojo")
Form = Literal["json", "text"]


def configure(form: Form, stream: TextIO = sys.stderr) -> None:
    """Send our loggers to `stream`: every event as JSON, or warnings and worse as text."""
    is_json = form == "json"
    render = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if is_json
        else structlog.dev.ConsoleRenderer(colors=False)
    )
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[
                structlog.stdlib.add_log_level,
                structlog.stdlib.add_logger_name,
                structlog.stdlib.ExtraAdder(),
                structlog.processors.TimeStamper(fmt="iso", utc=True),
                structlog.processors.format_exc_info,
            ],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, render],
        )
    )
    for name in LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers[:] = [handler]
        logger.setLevel(logging.INFO if is_json else logging.WARNING)
        logger.propagate = False

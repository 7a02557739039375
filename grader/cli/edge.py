"""The edge: arguments in, exit code out, and every error as one clear line. No traceback passes.

0 passed or fine · 1 not passed, or there are findings · 2 wrong use · 3 our fault, with a reference · 130 interrupted
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import typer
from typer.exceptions import TyperException

from grader.cli import (
    authors,
    backup,
    batch,
    bench,
    course,
    demo,
    grade,
    gradebook,
    link,
    operators,
    people,
    rebuild,
    receipt,
    regrade,
)
from grader.cli.console import prepare_streams, warn
from grader.cli.session import keep_log
from grader.errors import ContentError, DojoError, UsageError
from grader.words import plain

OK, NOT_PASSED, WRONG_USE, OUR_FAULT, INTERRUPTED = 0, 1, 2, 3, 130
PROGRAM = "python -m grader"

app = typer.Typer(
    help="Grade PyTorch exercises in a jail, and check the exercises themselves.\n\n"
    "Example: python -m grader grade corr2d solution.py",
    epilog="Exit codes: 0 passed or fine, 1 not passed, 2 wrong use, 3 our fault.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
for group in (
    course,
    grade,
    batch,
    authors,
    receipt,
    backup,
    demo,
    rebuild,
    link,
    people,
    gradebook,
    regrade,
    operators,
    bench,
):
    group.register(app)


@app.callback(invoke_without_command=True)
def _help_without_command(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        print(context.get_help())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; gives its exit code."""
    prepare_streams()
    try:
        code = app(args=arguments, prog_name=PROGRAM, standalone_mode=False)
        sys.stdout.flush()
        if code == INTERRUPTED:  # typer has turned Ctrl-C into it
            raise KeyboardInterrupt
        return code if isinstance(code, int) else OK
    except TyperException as error:
        return _wrong(_told(error))
    except UsageError as error:
        return _wrong(str(error))
    except (KeyboardInterrupt, typer.Abort):
        warn("Interrupted.")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read us has left; nothing to tell
        return OK
    except ContentError as error:
        warn(f"The exercises cannot be read: {_line(str(error))}")
        return OUR_FAULT
    except Exception as error:  # the last one: whatever it is, a person gets a sentence and a reference
        return _our_fault(error)


def _wrong(text: str) -> int:
    warn(_line(text))
    return WRONG_USE


def _told(error: TyperException) -> str:
    said = error.format_message().replace("Value error, ", "")
    context = getattr(error, "ctx", None)
    stop = "" if said.endswith((".", "?", ")")) else "."
    return f"{said}{stop}{f' Try: {context.command_path} --help' if context else ''}"


def _our_fault(error: Exception) -> int:
    said = str(error).rstrip(".") if isinstance(error, DojoError) else f"Something failed here ({type(error).__name__})"
    reference, log = keep_log()
    warn(_line(f"{said}; this is our fault. Reference {reference}{f'; the log is {log}' if log else ''}."))
    return OUR_FAULT


def _line(text: str) -> str:
    return plain(" ".join(text.split()), 2000)

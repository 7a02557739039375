"""receipt and verify: proof of what was handed in, given and checked."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from grader.cli.answers import name_of, read
from grader.cli.folder import store
from grader.cli.session import catalog
from grader.errors import UsageError
from grader.words import plain


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command("receipt")(receipt)
    app.command("verify")(verify)
    app.command("new-key")(new_key)


def receipt(
    course: Annotated[str, typer.Argument(metavar="COURSE")],
    learner: Annotated[str, typer.Argument(metavar="LEARNER", help="Id, address or login.")],
    exercise: Annotated[str, typer.Argument(metavar="EXERCISE")],
) -> int:
    """Print the signed receipt of the submission that counts, as JSON.

    Example: python -m grader receipt autumn ada@example.org corr2d > receipt.json
    """
    from grader.course.access import Operator
    from grader.course.handin.receipts import Receipts
    from grader.course.people.roster import Roster
    from grader.settings import Settings

    with store() as opened:
        actor = Operator(course)
        person = Roster(opened).find(actor, learner)
        try:
            data = Receipts(opened, Settings.load().data_dir).counting(actor, person.id, exercise)
        except UsageError:
            catalog(lenient=True).exercise(exercise)  # the better reason, where there is no such exercise
            raise
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
    return 0


def verify(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A receipt, exactly as it was given out.")],
    key: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The public key; default: those of the data folder.")
    ] = None,
) -> int:
    """Check a receipt offline: 0 it is what was signed, 1 a bit of it was changed.

    Example: python -m grader verify receipt.json --key dojo.pub
    """
    from grader.course.handin.signing import Keys, check, id_of, read_key
    from grader.settings import Settings

    data = read(file)
    keys = [read_key(key)] if key else list(Keys(Settings.load().data_dir).public().values())
    if not keys:
        raise UsageError(
            "There is no key in the data folder. Name the public key that the course gives out: --key FILE."
        )
    found = check(data, {id_of(one): one for one in keys})
    if found.fault:
        print(f"Changed: {name_of(file)} proves nothing; {found.fault}.")
        return 1
    body = found.body
    who, worth = body["learner"], f", {body['score']} of {body['max_score']} points" if "score" in body else ""
    handed_in = f"{who['name']} ({who['id']}) handed in {body['exercise']} on {body['handed_in']}{worth}"
    print(plain(f"Valid: {handed_in}. SHA-256 of the answer: {body['sha256']}.", 2000))
    return 0


def new_key() -> int:
    """Sign receipts with a new key from now on; old ones stay valid. Prints the file of the public key.

    Example: python -m grader new-key
    """
    from grader.course.handin.signing import Keys
    from grader.settings import Settings

    keys = Keys(Settings.load().data_dir)
    keys.rotate()
    print(keys.public_file())
    return 0

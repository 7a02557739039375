"""new: an exercise folder that already passes the lint's form rules, and its line in course.yaml."""

from __future__ import annotations

import keyword
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from grader.errors import UsageError

if TYPE_CHECKING:
    from grader.catalog import Catalog

SKELETON = Path(__file__).parent / "skeleton"
ID = r"[a-z0-9]+(-[a-z0-9]+)*"
COURSE = "course.yaml"


def register(app: typer.Typer) -> None:
    """Add the commands of this file."""
    app.command("new")(new)


def new(
    where: Annotated[str, typer.Argument(metavar="CONCEPT/ID", help="The concept's folder and the new id.")],
) -> int:
    """Make a new exercise: a small one that works, to be changed file by file.

    Example: python -m grader new design/sobel
    """
    from grader.cli.session import catalog

    known = catalog()
    concept, id = _parse(where, known)
    folder = known.folder / concept / id
    course = known.folder / COURSE
    listed = with_exercise(course.read_text("utf-8"), concept, id)
    if not (known.folder / concept).exists():
        _fill(known.folder / concept, concept, concept, ("concept.md", "concept.zh.md"))
    own = [str(file.relative_to(SKELETON)) for file in sorted(SKELETON.rglob("*")) if file.is_file()]
    _fill(folder, concept, id, tuple(name for name in own if not name.startswith("concept")))
    course.write_text(listed, "utf-8")
    print(_told(folder, concept, id, course))
    return 0


def _parse(where: str, known: Catalog) -> tuple[str, str]:
    found = re.fullmatch(rf"(?P<concept>{ID})/(?P<id>{ID})", where)
    if not found:
        raise UsageError(f"{where!r} is not CONCEPT/ID. Use small letters, digits and hyphens, as in design/sobel.")
    concept, id = found["concept"], found["id"]
    if any(exercise.id == id for exercise in known.exercises):
        raise UsageError(f"There is an exercise {id} already. Choose another id.")
    if (known.folder / concept / id).exists():
        raise UsageError(f"There is a folder {concept}/{id} already. Choose another id or remove the folder.")
    if (known.folder / concept).exists() and all(one.id != concept for one in known.concepts):
        raise UsageError(f"There is a folder {concept} that is no concept. Add it to {COURSE} or choose another name.")
    return concept, id


def _fill(folder: Path, concept: str, id: str, names: tuple[str, ...]) -> None:
    """Write the skeleton's files; nothing is left behind when that fails."""
    existed = folder.exists()
    try:
        for name in names:
            target = folder / name.removesuffix(".txt")
            target.parent.mkdir(parents=True, exist_ok=True)
            text = (SKELETON / name).read_text("utf-8")
            for word, value in (("ENTRY", entry_of(id)), ("TITLE", title_of(id)), ("ID", id)):
                text = re.sub(rf"\b{word}\b", value, text)
            target.write_text(text, "utf-8")
    except OSError as error:
        if not existed:
            shutil.rmtree(folder, ignore_errors=True)
        raise UsageError(f"{concept}/{id} cannot be written: {error.strerror}.") from None


def entry_of(id: str) -> str:
    """The function's name for an id: `edge-2d` → `edge_2d`."""
    name = id.replace("-", "_")
    return name if name.isidentifier() and not keyword.iskeyword(name) else f"make_{name}"


def title_of(id: str) -> str:
    """The id as a first title."""
    return id.replace("-", " ").capitalize()


def with_exercise(course: str, concept: str, id: str) -> str:
    """course.yaml with the exercise at the end of its concept, comments and layout kept."""
    import yaml

    root: Any = yaml.compose(course, Loader=yaml.SafeLoader)
    concepts = _value(root, "concepts")
    for node in concepts.value:
        if _value(node, "id").value == concept:
            exercises = _value(node, "exercises")
            end = exercises.end_mark.index
            if exercises.flow_style:
                gap = ", " if exercises.value else ""
                return f"{course[: end - 1].rstrip()}{gap}{id}{course[end - 1 :]}"
            last = exercises.value[-1]
            line = f"\n{' ' * (last.start_mark.column - 2)}- {id}"
            return course[: last.end_mark.index] + line + course[last.end_mark.index :]
    start = " " * (concepts.value[0].start_mark.column - 2)
    return f"{course.rstrip()}\n{start}- id: {concept}\n{start}  exercises: [{id}]\n"


def _value(node: Any, key: str) -> Any:
    return next(value for name, value in node.value if name.value == key)


def _told(folder: Path, concept: str, id: str, course: Path) -> str:
    return (
        f"Made {folder} and its line in {course}.\n"
        "It is a small exercise that works. Change, in this order:\n"
        "  statement.md, statement.zh.md   what is asked, in both languages; points and titles of the checks\n"
        "  exercise.py                     what is right: reference and cases\n"
        "  starter.py, solution.py         what the learner begins with, and the model answer\n"
        "  wrong/squared.py                a mistake that learners make, and what to tell them\n"
        f"Then: python -m grader check {concept}/{id}"
    )

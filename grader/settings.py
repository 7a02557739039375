"""What an operator may set, from the environment or from `settings.toml` in the data folder; the environment wins.

| environment      | settings.toml | what                                                        |
|------------------|---------------|-------------------------------------------------------------|
| `DOJO_DATA_DIR`  | -             | where submissions, drafts and `settings.toml` live          |
| `DOJO_EXERCISES` | `exercises`   | the folder of `course.yaml`                                 |
| `DOJO_SLOTS`     | `slots`       | how many submissions are checked at once                    |
| `DOJO_HOSTS`     | `hosts`       | host names under which other computers reach this server    |
| `DOJO_LOG`       | `log`         | `json` or `text`: how the server logs                       |
| `DOJO_METRICS_TOKEN` | `metrics_token` | who may read /metrics when others reach this server   |
"""

from __future__ import annotations

import difflib
import os
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError, field_validator

from grader.errors import UsageError

FILE = "settings.toml"
PREFIX = "DOJO_"
_PATH = TypeAdapter(Annotated[str, StringConstraints(min_length=1)])
_REMEDIES = {
    "slots": "Set a whole number from 1 to 256.",
    "log": "Set json or text.",
    "metrics_token": "Set at least 16 characters.",
    "hosts": "Set names such as dojo.example.org or 192.0.2.7, without scheme and port.",
}


class Settings(BaseModel):
    """All settings, checked. A path may start with `~`; one in `settings.toml` is relative to the data folder."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    data_dir: Path = Field(description="Where submissions, drafts and settings.toml live. Made when it is missing.")
    exercises: Path = Field(
        default=Path(__file__).resolve().parents[1] / "exercises",
        description="The folder of course.yaml.",
    )
    slots: int | None = Field(
        default=None,
        ge=1,
        le=256,
        description="How many submissions are checked at once. Unset: one for each CPU core.",
    )
    hosts: tuple[Annotated[str, StringConstraints(pattern=r"^((\*\.)?[\w.-]+|\[[\da-f:.]+\])$")], ...] = Field(
        default=(),
        description="Host names under which other computers reach this server, separated by commas. Unset: none do.",
    )

    log: Literal["json", "text"] | None = Field(
        default=None,
        description="json: a line of JSON an event; text: warnings alone. Unset: json where other computers are served.",
    )
    metrics_token: str | None = Field(
        default=None,
        min_length=16,
        description="What a monitor sends as a bearer token to read /metrics. Unset: only this computer's own may.",
    )

    @field_validator("hosts", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return [name.strip().lower() for name in value.split(",") if name.strip()] if isinstance(value, str) else value

    @classmethod
    def load(cls, environ: Mapping[str, str] = os.environ) -> Self:
        """The settings of this process. Raises `UsageError`: one line that names the setting and the remedy."""
        data_dir = _absolute(environ.get(f"{PREFIX}DATA_DIR") or default_data_dir(environ), Path.cwd(), "DOJO_DATA_DIR")
        origins: dict[str, str] = {}
        values: dict[str, Any] = {"data_dir": data_dir}
        for name, value in _read(data_dir / FILE, cls).items():
            origins[name], values[name] = f"{name} in {data_dir / FILE}", _read_value(name, value, data_dir)
        for name in _names(cls):
            variable = PREFIX + name.upper()
            if environ.get(variable):
                origins[name], values[name] = variable, _read_value(name, environ[variable], Path.cwd())
        return cls._checked(values, origins)

    @classmethod
    def _checked(cls, values: dict[str, Any], origins: Mapping[str, str]) -> Self:
        try:
            settings = cls(**values)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            name = str(first["loc"][0])
            raise UsageError(
                f"{origins[name]} is {first['input']!r}. {_REMEDIES.get(name, cls.model_fields[name].description)}"
            ) from None
        if "exercises" in origins and not settings.exercises.is_dir():
            where = origins["exercises"]
            raise UsageError(f"{where} is {settings.exercises}, which is no folder. Name the folder of course.yaml.")
        return settings


def default_data_dir(environ: Mapping[str, str] = os.environ, platform: str = sys.platform) -> str:
    """Where a program keeps its data on this platform."""
    if platform == "darwin":
        return "~/Library/Application Support/kernel-dojo"
    if platform == "win32":
        return str(Path(environ.get("LOCALAPPDATA") or "~/AppData/Local") / "kernel-dojo")
    return str(Path(environ.get("XDG_DATA_HOME") or "~/.local/share") / "kernel-dojo")


def _names(cls: type[Settings]) -> list[str]:
    """Settings that may stand in the file: all but the folder that the file is in."""
    return [name for name in cls.model_fields if name != "data_dir"]


def _read(file: Path, cls: type[Settings]) -> dict[str, Any]:
    try:
        values = tomllib.loads(file.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        raise UsageError(f"{file} cannot be read: {error.strerror}. Mend or remove it.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{file} is not TOML: {error}. Write lines such as: slots = 2") from None
    for name in values:
        if name == "data_dir":
            raise UsageError(f"{file}: data_dir cannot stand in the folder that it names. Set DOJO_DATA_DIR instead.")
        if name not in _names(cls):
            near = difflib.get_close_matches(name, _names(cls), n=1)
            said = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(_names(cls))}."
            raise UsageError(f"{file}: there is no setting {name!r}. {said}")
    return values


def _read_value(name: str, value: object, base: Path) -> object:
    """A value as it stands there, a path made absolute."""
    return _absolute(value, base, name) if name == "exercises" else value


def _absolute(value: object, base: Path, name: str) -> Path:
    try:
        return (base / Path(_PATH.validate_python(value, strict=True)).expanduser()).resolve()
    # what is no text (ValidationError is a ValueError), has a NUL or a loop of links in it, or needs a home that is not
    except (ValueError, OSError, RuntimeError):
        raise UsageError(f"{name} is {value!r}, which is no path. Name a folder.") from None

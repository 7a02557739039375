"""What every front matter is made of."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from grader.model import Text

Fault = tuple[tuple[str | int, ...], str]
"""Where in the YAML, and what to say: `fact; remedy`."""


class Facts(BaseModel):
    """Facts in YAML. A name that nobody knows is a fault."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(Facts):
    """`{en: …, zh: …}`."""

    en: str = Field(min_length=1)
    zh: str = Field(min_length=1)

    def text(self) -> Text:
        return Text(self.en.strip(), self.zh.strip())

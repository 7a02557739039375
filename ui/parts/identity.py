"""Who a visitor is elsewhere: what an OpenID Connect provider of `.streamlit/secrets.toml` says of them, and what it proves."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import streamlit as st

from grader.course.people.doors import SESSION_HOURS
from grader.model import Role

DEFAULT = "default"
FRESH_S = SESSION_HOURS[Role.ADMIN] * 3600
"""Streamlit keeps what a provider said for 30 days, in a cookie that nobody can revoke: it counts for a day of work."""


def providers() -> tuple[str, ...]:
    """The names of those that are configured; `default` for the one without a name."""
    auth = _auth()
    named = [name for name, value in auth.items() if isinstance(value, Mapping) and "client_id" in value]
    return (*([DEFAULT] if "client_id" in auth else []), *named)


def claims(now: float | None = None) -> Mapping[str, Any] | None:
    """What a provider said of this visitor not long ago; None where nobody signed in."""
    if not providers():
        return None
    said: Mapping[str, Any] = st.user.to_dict()
    issued = said.get("iat")
    is_fresh = isinstance(issued, int | float) and (time.time() if now is None else now) - issued < FRESH_S
    return said if said.get("is_logged_in") is True and is_fresh else None


def proven_email(said: Mapping[str, Any]) -> str:
    """The address that this proves; empty where the provider does not vouch for it.

    A provider that says nothing either way is believed where its section says `trust_email = true`.
    """
    email, verified = said.get("email"), said.get("email_verified")
    provider = said.get("provider")
    section = _auth().get(provider) if isinstance(provider, str) and provider != DEFAULT else _auth()
    trusted = isinstance(section, Mapping) and section.get("trust_email") is True
    is_proven = trusted if verified is None else verified in (True, "true")
    return email if is_proven and isinstance(email, str) else ""


def _auth() -> Mapping[str, Any]:
    found = st.secrets.get("auth") if st.secrets.load_if_toml_exists() else None
    return found if isinstance(found, Mapping) else {}

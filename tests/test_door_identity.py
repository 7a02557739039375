"""What a provider says of a visitor, and what of it is proof."""

from __future__ import annotations

import time
from types import SimpleNamespace
from typing import Any

import pytest

from ui.parts import identity

GOOD = {"is_logged_in": True, "email": "ada@example.org", "email_verified": True, "provider": "default"}
ONE = {"client_id": "x", "redirect_uri": "y"}
TRUSTING = {**ONE, "trust_email": True}


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Set what stands in secrets.toml and what Streamlit knows of the visitor."""

    def said(auth: dict[str, Any] | None, user: dict[str, Any]) -> None:
        secrets = SimpleNamespace(load_if_toml_exists=lambda: auth is not None, get=lambda name: auth)
        monkeypatch.setattr("ui.parts.identity.st.secrets", secrets)
        monkeypatch.setattr("ui.parts.identity.st.user", SimpleNamespace(to_dict=lambda: user))

    return said


@pytest.mark.parametrize(
    ("auth", "names"),
    [
        (None, ()),
        ({}, ()),
        ({"redirect_uri": "y"}, ()),
        (ONE, ("default",)),
        ({"redirect_uri": "y", "okta": ONE}, ("okta",)),
    ],
)
def test_providers_are_those_with_a_client(say: Any, auth: dict[str, Any] | None, names: tuple[str, ...]) -> None:
    say(auth, {})
    assert identity.providers() == names


@pytest.mark.parametrize(
    ("auth", "user", "is_known"),
    [
        (ONE, {**GOOD, "iat": 1000}, True),
        (ONE, {**GOOD, "iat": 1000, "is_logged_in": False}, False),
        (ONE, {"email": "ada@example.org", "iat": 1000}, False),
        (ONE, GOOD, False),
        (ONE, {**GOOD, "iat": 1000 - identity.FRESH_S}, False),
        (None, {**GOOD, "iat": 1000}, False),
    ],
)
def test_visitor_is_known_for_a_day_where_a_provider_is_configured(
    say: Any, auth: dict[str, Any] | None, user: dict[str, Any], is_known: bool
) -> None:
    say(auth, user)
    assert (identity.claims(now=1001) is not None) is is_known


def test_claims_of_this_moment_count(say: Any) -> None:
    say(ONE, {**GOOD, "iat": int(time.time())})
    assert identity.claims() is not None


@pytest.mark.parametrize(
    ("auth", "more", "proven"),
    [
        (ONE, {}, True),
        (ONE, {"email_verified": "true"}, True),
        (ONE, {"email_verified": False}, False),
        (ONE, {"email_verified": None}, False),
        (ONE, {"email_verified": "no"}, False),
        (ONE, {"email": ["ada@example.org"]}, False),
        (TRUSTING, {"email_verified": None}, True),
        (TRUSTING, {"email_verified": False}, False),
        ({**ONE, "trust_email": "yes"}, {"email_verified": None}, False),
        ({**TRUSTING, "okta": ONE}, {"email_verified": None, "provider": "okta"}, False),
        ({"okta": TRUSTING}, {"email_verified": None, "provider": "okta"}, True),
    ],
)
def test_address_is_proven_only_where_somebody_vouches_for_it(
    say: Any, auth: dict[str, Any], more: dict[str, Any], proven: bool
) -> None:
    say(auth, {})
    assert identity.proven_email({**GOOD, **more}) == ("ada@example.org" if proven else "")

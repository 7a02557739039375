"""What stands before every page: only our own host names, only our own pages, and headers that keep others out.

Stock Streamlit accepts a WebSocket whose Host and Origin are both evil.example (DNS rebinding), and one that a page on
another port of the same machine opens. Either would let a web page that the learner visits drive this app.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from ipaddress import ip_address
from pathlib import Path

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from grader.errors import UsageError

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.S)


def guards(hosts: Sequence[str] = ()) -> list[Middleware]:
    """The middleware in order: host names first. `hosts` are the names besides this computer's own."""
    allowed = [*LOOPBACK, "::1", *hosts]
    return [
        Middleware(SecurityHeaders, policy=content_policy()),
        Middleware(TrustedHostMiddleware, allowed_hosts=allowed, www_redirect=False),
        Middleware(SameOrigin),
    ]


def refuse_strangers(address: str, hosts: Sequence[str]) -> None:
    """Raise `UsageError` when the server would listen beyond this computer and nobody said under which names."""
    if address and not is_near(address) and not hosts:
        raise UsageError(
            f"It does not listen on {address}: everyone on that network could use it as you. "
            "Start it on 127.0.0.1, or name the hosts that may reach it in DOJO_HOSTS."
        )


def refuse_nobodys(hosts: Sequence[str], *, has_courses: bool) -> None:
    """Raise `UsageError` when other computers would reach an app without a course: all of them would be one person."""
    far = next((name for name in hosts if not is_near(name)), None)
    if far and not has_courses:
        raise UsageError(
            f"DOJO_HOSTS lets others in as {far}, but there is no course yet, so nobody could sign in. "
            "Make one with `python -m grader course` or `python -m grader demo`, then start again."
        )


def is_near(name: str) -> bool:
    """Whether a host name or an address is this computer alone."""
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ip_address(name.strip("[]")).is_loopback
    except ValueError:
        return False


def content_policy() -> str:
    """The Content-Security-Policy: our own files only. Components come as blobs, Plotly and KaTeX write inline styles."""
    page = (Path(st.__file__).parent / "static" / "index.html").read_text("utf-8")
    inline = [b64encode(sha256(s.encode()).digest()).decode() for s in _INLINE_SCRIPT.findall(page)]
    rules = {
        "default-src": "'self'",
        "script-src": " ".join(["'self'", "blob:", *(f"'sha256-{digest}'" for digest in inline)]),
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "frame-src": "'none'",
        "frame-ancestors": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


class SameOrigin:
    """Refuse a WebSocket, upload or any other writing request that a page of another origin makes."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what our own pages ask, and what only reads."""
        if scope["type"] in ("http", "websocket") and self._is_foreign(scope):
            await PlainTextResponse("Another site asked for this", status_code=403)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    @staticmethod
    def _is_foreign(scope: Scope) -> bool:
        if scope["type"] == "http" and scope["method"] in _READING:
            return False
        headers = Headers(scope=scope)
        origin = headers.get("origin")
        if origin is None:  # no browser: browsers always say where a WebSocket or a foreign POST comes from
            return headers.get("sec-fetch-site", "none") not in ("none", "same-origin")
        return origin.lower().partition("://")[2] != (headers.get("host") or "").lower()


class SecurityHeaders:
    """Say to the browser, with every answer, what our pages may load and who may show them: nobody else."""

    def __init__(self, app: ASGIApp, policy: str) -> None:
        self.app = app
        self.headers = {
            "Content-Security-Policy": policy,
            "X-Content-Type-Options": "nosniff",
            "X-Frame-Options": "DENY",
            # nothing to others, as no-referrer; but with that, browsers say `Origin: null` with our own forms
            "Referrer-Policy": "same-origin",
            "Cross-Origin-Opener-Policy": "same-origin",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers to the answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def say(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers[name] = value
            await send(message)

        await self.app(scope, receive, say)

"""Addresses of our own beside Streamlit's: those for monitors, and the editor's bundle."""

from __future__ import annotations

import gzip
from functools import cache

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ui import door, monitor
from ui.components.editor import BUNDLE, bundle_url


@cache
def _zipped() -> bytes:
    return gzip.compress(BUNDLE.read_bytes(), 9, mtime=0)


async def editor(request: Request) -> Response:
    """The editor: 440 KB, a third of it on the wire, and for ever the same under its hashed name."""
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(_zipped(), media_type="text/javascript", headers={**headers, "Content-Encoding": "gzip"})
    return Response(BUNDLE.read_bytes(), media_type="text/javascript", headers=headers)


def routes() -> list[Route]:
    """Our addresses, under the base path that the operator chose."""
    return [*monitor.routes(), *door.routes(), Route(bundle_url(), editor)]

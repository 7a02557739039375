"""Addresses for monitors and containers: is it alive, can it take submissions, and how much does it do."""

from __future__ import annotations

import hmac
import shutil
from concurrent.futures import TimeoutError as TooSlow

import anyio
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from grader.errors import StoreError
from ui.parts.base import base_path
from ui.parts.services import Services, services

_FRESH = {"Cache-Control": "no-store"}
_PATIENCE_S = 5.0
LEAST_FREE_MB = 200
"""Less room on the disk than this, and it says that it is not ready."""


async def healthz(request: Request) -> Response:
    """200 while submissions can be checked or soon will be, else 503: restart it."""
    state = services().dispatch.state
    is_well = state != "offline"
    return JSONResponse({"ok": is_well, "judge": state}, 200 if is_well else 503, _FRESH)


async def readyz(request: Request) -> Response:
    """200 when a submission handed in now would be kept and checked at once, else 503: send nobody here."""
    said = await anyio.to_thread.run_sync(readiness, services())
    return JSONResponse(said, 200 if said["ok"] else 503, _FRESH)


async def metrics(request: Request) -> Response:
    """Prometheus' text format. Where others reach this server, only for whoever knows the token."""
    settings = services().settings
    sent = request.headers.get("authorization", "").removeprefix("Bearer ")
    if settings.hosts and not hmac.compare_digest(sent.encode(), (settings.metrics_token or "").encode() or b"\0"):
        return PlainTextResponse("Not Found", 404)
    return Response(services().metrics.text(), media_type=CONTENT_TYPE_LATEST, headers=_FRESH)


def readiness(ours: Services) -> dict[str, bool | int | str]:
    """Each thing that a submission needs, and whether it is there."""
    free = shutil.disk_usage(ours.settings.data_dir).free // 1_000_000
    store, judge = _can_write(ours), ours.dispatch.state
    is_ready = store and judge == "ready" and free >= LEAST_FREE_MB
    return {"ok": is_ready, "store": store, "judge": judge, "disk_mb": free, "waiting": ours.dispatch.waiting}


def _can_write(ours: Services) -> bool:
    """Whether the database takes a transaction, through the queue that submissions go through."""
    try:
        ours.store.write(lambda connection: None).result(_PATIENCE_S)
    except (StoreError, TooSlow):
        return False
    return True


def routes() -> list[Route]:
    """The addresses, under the base path that the operator chose."""
    pages = {"healthz": healthz, "readyz": readyz, "metrics": metrics}
    return [Route(f"{base_path()}/{name}", page) for name, page in pages.items()]

"""The frame around the pages: who may ask, what every answer says, our own addresses, and what the web side leaves out."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import anyio
import fakes
import httpx
import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.types import Message
from starlette.websockets import WebSocket

from grader.errors import UsageError
from ui.components.editor import BUNDLE, bundle_url
from ui.guard import content_policy, guards, refuse_strangers
from ui.parts import services
from ui.routes import routes

ROOT = Path(__file__).parents[1]
EDITOR = ROOT / "ui" / "components" / "editor"


async def _page(request: Request) -> PlainTextResponse:
    return PlainTextResponse("ours")


async def _stream(socket: WebSocket) -> None:
    await socket.accept()
    await socket.send_text("ours")
    await socket.close()


def served() -> Starlette:
    """Our routes and guards around a page and a socket that stand for Streamlit's."""
    inner = [Route("/", _page, methods=["GET", "POST", "PUT"]), WebSocketRoute("/_stcore/stream", _stream)]
    return Starlette(routes=[*routes(), *inner], middleware=guards(("dojo.example.org",)))


def ask(path: str = "/", method: str = "GET", **headers: str) -> httpx.Response:
    """An answer of the app. Header names are written with underscores."""
    said = {name.replace("_", "-"): value for name, value in headers.items()}

    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app=served())
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8501") as client:
            return await client.request(method, path, headers=said)

    return anyio.run(send)


def opens(host: str, origin: str) -> bool:
    """Whether a WebSocket from a page of `origin` is accepted."""
    scope: dict[str, Any] = {
        "type": "websocket",
        "path": "/_stcore/stream",
        "query_string": b"",
        "subprotocols": [],
        "scheme": "ws",
    }
    scope |= {"headers": [(b"host", host.encode()), (b"origin", origin.encode())], "client": ("127.0.0.1", 1)}
    scope |= {"extensions": {"websocket.http.response": {}}}
    said: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        said.append(message)

    anyio.run(served(), scope, receive, send)
    return bool(said[0]["type"] == "websocket.accept")


@pytest.fixture(autouse=True)
def fresh_services() -> Iterator[None]:
    yield
    services.services.clear()


# ---------- who may ask ----------


@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:8501", "[::1]:8501", "dojo.example.org"])
def test_own_host_is_served(host: str) -> None:
    assert ask(host=host).text == "ours"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8501", "localhost.evil.example", ""])
def test_foreign_host_is_refused(host: str) -> None:
    assert ask(host=host).status_code == 400


def test_websocket_of_our_page_is_open() -> None:
    assert opens("localhost:8501", "http://localhost:8501")


@pytest.mark.parametrize("origin", ["http://evil.example", "http://localhost:9999", "null", "https://localhost"])
def test_websocket_of_foreign_origin_is_refused(origin: str) -> None:
    assert not opens("localhost:8501", origin)


def test_websocket_of_rebound_host_is_refused() -> None:
    assert not opens("evil.example", "http://evil.example")


@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_writing_from_foreign_origin_is_refused(method: str) -> None:
    assert ask(method=method, origin="http://evil.example").status_code == 403


def test_writing_without_origin_from_another_site_is_refused() -> None:
    assert ask(method="POST", sec_fetch_site="cross-site").status_code == 403


def test_writing_from_our_page_is_served() -> None:
    assert ask(method="POST", origin="http://localhost:8501").text == "ours"


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1", "[::1]", "127.0.0.53"])
def test_loopback_address_is_accepted(address: str) -> None:
    refuse_strangers(address, ())


@pytest.mark.parametrize("address", ["0.0.0.0", "192.168.1.5", "::", "dojo.example.org"])
def test_other_address_is_refused_with_the_setting_that_allows_it(address: str) -> None:
    with pytest.raises(UsageError, match="DOJO_HOSTS"):
        refuse_strangers(address, ())


def test_other_address_is_accepted_once_hosts_are_named() -> None:
    refuse_strangers("0.0.0.0", ("dojo.example.org",))


# ---------- what every answer says ----------


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "same-origin"),
        ("content-security-policy", content_policy()),
        ("cross-origin-opener-policy", "same-origin"),
    ],
)
def test_every_answer_carries_the_header(name: str, value: str) -> None:
    assert ask().headers[name] == value


def test_a_refusal_carries_the_headers_too() -> None:
    assert ask(host="evil.example").headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("hole", ["'unsafe-eval'", "http:", "https:", "*"])
def test_policy_opens_no_hole(hole: str) -> None:
    assert hole not in content_policy().split()


def test_policy_allows_no_inline_script_but_streamlits_own() -> None:
    scripts = next(rule for rule in content_policy().split("; ") if rule.startswith("script-src"))
    assert "'unsafe-inline'" not in scripts


# ---------- our own addresses ----------


@pytest.mark.parametrize(("state", "status"), [("ready", 200), ("starting", 200), ("offline", 503)])
def test_healthz_says_how_the_judge_is(state: str, status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(services, "build", lambda: fakes.services(dispatch=state))
    services.services.clear()
    answer = ask("/healthz")
    assert (answer.status_code, answer.json()) == (status, {"ok": status == 200, "judge": state})


def test_bundle_is_cached_for_ever() -> None:
    assert "immutable" in ask(bundle_url()).headers["cache-control"]


def test_bundle_is_gzipped_to_at_most_170_kb() -> None:
    headers = ask(bundle_url()).headers
    assert headers["content-encoding"] == "gzip"
    assert int(headers["content-length"]) <= 170 * 1024


def test_bundle_arrives_whole_without_gzip_too() -> None:
    assert ask(bundle_url(), accept_encoding="identity").content == BUNDLE.read_bytes()


def test_bundle_address_has_the_base_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.parts.base.st.get_option", lambda name: "/dojo/")
    assert bundle_url().startswith("/dojo/assets/editor-")


def test_bundle_names_no_other_host() -> None:
    words = BUNDLE.read_text("utf-8").split('"')
    assert not [word for word in words if word.startswith(("http:", "https:", "//")) and "w3.org" not in word]


# ---------- how the editor is built ----------


def test_lock_file_names_no_registry() -> None:
    assert "resolved" not in (EDITOR / "package-lock.json").read_text("utf-8")


def test_licences_name_every_package_of_the_bundle() -> None:
    packages = json.loads((EDITOR / "package-lock.json").read_text("utf-8"))["packages"]
    shipped = {name.removeprefix("node_modules/") for name, about in packages.items() if name and not about.get("dev")}
    said = (EDITOR / "LICENSES.txt").read_text("utf-8")
    assert not [name for name in shipped if f"\n{name} " not in said and name != "@codemirror/streamparser"]


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.skipif(shutil.which("npm") is None, reason="npm is not installed")
def test_bundle_is_what_its_source_builds(tmp_path: Path) -> None:
    for name in ("src", "package.json", "package-lock.json", "build.mjs", ".npmrc"):
        source = EDITOR / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    for command in (["npm", "ci"], ["npm", "run", "build"]):
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        if done.returncode and "npm error network" in done.stderr:
            pytest.skip("the package registry cannot be reached")
        assert done.returncode == 0, done.stderr[-2000:]
    assert (tmp_path / BUNDLE.name).read_bytes() == BUNDLE.read_bytes()


# ---------- what keeps it fast and quiet ----------


def test_collection_after_every_rerun_exists_and_is_off() -> None:
    from streamlit import config

    assert config.get_options_for_section("runner")["postScriptGC"] is not None
    assert _config()["runner"]["postScriptGC"] is False


@pytest.mark.parametrize(
    ("section", "name", "value"),
    [
        ("server", "address", "127.0.0.1"),
        ("server", "enableAgentApi", False),
        ("server", "fileWatcherType", "none"),
        ("client", "showErrorDetails", "none"),
        ("browser", "gatherUsageStats", False),
    ],
)
def test_option_is_set_and_known(section: str, name: str, value: object) -> None:
    st.get_option(f"{section}.{name}")
    assert _config()[section][name] == value


def _config() -> dict[str, dict[str, object]]:
    return tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))


_ALL_PAGES = """
import sys
sys.path.insert(0, "tests")
import app  # the whole web process
import conftest
import fakes
from streamlit.testing.v1 import AppTest, app_test
from ui.parts import services
app_test.PagesManager = conftest.OurPages
services.build = lambda: fakes.services()
test = AppTest.from_file("ui/frame.py", default_timeout=60).run()
for page, id in [("progress", ""), ("concept", "corr2d"), ("exercise", "corr2d"), ("exercise", "edges-mcq")]:
    test.switch_page(f"pages/{page}.py")
    test.query_params["id"] = id
    assert not test.run().exception
print([name for name in ("torch", "grader.judge", "grader.authoring") if name in sys.modules])
"""


_FLAG = "from streamlit.runtime.pages_manager import PagesManager; print(PagesManager.uses_pages_directory)"


def run(code: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Python in a process of its own, with an empty data folder."""
    env = {"PATH": "/usr/bin:/bin", "DOJO_DATA_DIR": str(folder), "HOME": str(folder), **more}
    command = [sys.executable, "-W", "ignore", "-c", code]
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)


def test_web_process_never_imports_torch_or_the_judge(tmp_path: Path) -> None:
    done = run(_ALL_PAGES, tmp_path)
    assert done.stdout.strip() == "[]", done.stderr[-3000:]


def test_first_address_opens_with_the_frame_around_it(tmp_path: Path) -> None:
    done = run(_ALL_PAGES.partition("import conftest")[0] + _FLAG, tmp_path)
    assert done.stdout.strip() == "False", done.stderr[-3000:]


def test_wrong_setting_ends_with_one_clear_line(tmp_path: Path) -> None:
    done = run("import app", tmp_path, DOJO_SLOTS="many")
    assert done.returncode == 2
    assert done.stderr.strip().splitlines()[-1].startswith("Kernel Dojo cannot start. DOJO_SLOTS is 'many'")

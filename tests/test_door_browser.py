"""The door in a real browser: a link and its button, the way out, a session that is revoked, and a provider's sign-in."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from class_world import ADA, COURSE, INES, a_course
from oidc_provider import CLIENT, SECRET, Provider, serving
from playwright.sync_api import Browser, Page, expect, sync_playwright

from grader.course.access import Operator
from grader.course.people.people import People
from grader.store import Store, people

ROOT = Path(__file__).parents[1]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]
PATIENT_MS = 30_000
SECRETS = """[auth]
redirect_uri = "{url}/oauth2callback"
cookie_secret = "a long secret of a test, with many letters"
client_id = "{client}"
client_secret = "{secret}"
server_metadata_url = "{provider}/.well-known/openid-configuration"
"""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(120),
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("data")
    a_course(made).close()
    return made


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with serving(free_port()) as started:
        yield started


@pytest.fixture(scope="module")
def address(folder: Path, provider: Provider, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app with a course and a provider; nothing is graded here, so it has no judge."""
    port = free_port()
    url, secrets = f"http://localhost:{port}", tmp_path_factory.mktemp("secrets") / "secrets.toml"
    secrets.write_text(SECRETS.format(url=url, client=CLIENT, secret=SECRET, provider=provider.url))
    command = [str(Path(sys.executable).parent / "streamlit"), "run", "tests/door_app.py", "--server.port", str(port)]
    command += ["--secrets.files", str(secrets)]
    env = {**os.environ, "DOJO_DATA_DIR": str(folder), "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"}
    with (folder / "app.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=subprocess.STDOUT)
        try:
            wait_until_served(url, server)
            yield url
        finally:
            server.terminate()
            server.wait(20)


def wait_until_served(url: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(f"{url}/_stcore/health", timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the app did not start")


@pytest.fixture(scope="module")
def store(folder: Path, address: str) -> Iterator[Store]:
    """The same data, beside the app that runs."""
    visited = Store.visit(folder)
    yield visited
    visited.close()


@pytest.fixture
def door(store: Store) -> People:
    return People(store)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="en-US", viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENT_MS)
    yield context.new_page()
    context.close()


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text, timeout=PATIENT_MS)


def sees(page: Page, text: str) -> None:
    expect(page.get_by_text(text).first).to_be_visible(timeout=PATIENT_MS)


def test_link_opens_the_course_until_its_person_is_signed_out(
    page: Page, address: str, door: People, store: Store
) -> None:
    page.goto(f"{address}/class")
    heading(page, "You are not signed in")
    expect(page.get_by_role("link", name="Learn", exact=True)).to_have_count(0)
    link = f"{address}/join/{door.make_link(INES.id, person=ADA.id).secret}"
    page.goto(link)
    heading(page, "Autumn course")
    assert Axe().run(page).response["violations"] == []
    page.get_by_role("button", name="Open the course").click()
    sees(page, "Ada Osei")
    page.goto(link)  # used, but they are inside
    sees(page, "Ada Osei")
    store.write(lambda c: people.end_sessions(c, ADA.id, datetime.now(UTC))).result()
    page.get_by_role("button", name="中文").click()
    heading(page, "你尚未登录")


def test_signing_out_shuts_the_door_behind_them(page: Page, address: str, door: People) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{address}/join/{door.make_link(Operator(COURSE)).secret}")
    page.get_by_label("Your name").fill("Nia New")
    page.get_by_role("button", name="Open the course").click()
    page.locator(".kd-who summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.get_by_role("button", name="Sign out").click()
    heading(page, "You are not signed in")
    assert [cookie for cookie in page.context.cookies() if cookie["name"] == "dojo_session"] == []


def test_provider_signs_in_whom_a_course_knows_and_out_again(
    page: Page, address: str, door: People, provider: Provider
) -> None:
    provider.says = {"email": "Ines@example.org", "email_verified": True}
    page.goto(address)
    page.get_by_role("button", name="Sign in").click()
    heading(page, "Your course")
    page.get_by_role("button", name="Open the course").click()
    page.locator(".kd-who summary").click()
    sees(page, "Ines Vidal")
    page.get_by_role("button", name="Sign out").click()
    heading(page, "You are not signed in")
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    assert provider.signed_out == 1


def test_address_that_no_course_knows_opens_nothing(page: Page, address: str, provider: Provider) -> None:
    provider.says = {"email": "stranger@example.org", "email_verified": True}
    page.goto(address)
    page.get_by_role("button", name="Sign in").click()
    sees(page, "stranger@example.org, but no course here knows this address")
    expect(page.get_by_role("button", name="Open the course")).to_have_count(0)

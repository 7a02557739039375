"""The app in a real browser: write, run, see why, mend it, come back. Needs Chromium; CI fails without it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

ROOT = Path(__file__).parents[1]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]
PATIENT_MS = 30_000
RIGHT = (ROOT / "exercises/corr2d/corr2d/solution.py").read_text("utf-8")
FLIPPED = """def corr2d(X, K):
    h, w = K.shape
    K = K.flip(0, 1)
    out = X.new_zeros(X.shape[0] - h + 1, X.shape[1] - w + 1)
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = (X[i : i + h, j : j + w] * K).sum()
    return out
"""
PAGES = ["", "progress", "concept?id=corr2d", "concept?id=learn", "concept?id=matmul", "concept?id=one-by-one"]
PAGES += ["concept?id=pad-stride", "concept?id=1d-3d", "concept?id=why-conv"]
PAGES += ["exercise?id=corr2d", "exercise?id=corr2d-by-hand", "exercise?id=transpose-rules", "exercise?id=nothing"]
THEMES: dict[Literal["light", "dark"], str] = {"light": "rgb(252, 251, 248)", "dark": "rgb(20, 22, 28)"}
"""The paper of look.md: proof that the theme is the one asked for."""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(180),
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The whole app on a free port with an empty data folder."""
    port, folder = _free_port(), tmp_path_factory.mktemp("data")
    command = [str(Path(sys.executable).parent / "streamlit"), "run", "app.py", "--server.port", str(port)]
    log = (folder / "app.log").open("wb")
    server = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, "DOJO_DATA_DIR": str(folder)}, stdout=log, stderr=subprocess.STDOUT
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_until_ready(url, server)
        yield url
    finally:
        server.terminate()
        server.wait(20)
        log.close()


def _wait_until_ready(url: str, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/healthz", timeout=2) as answer:
                if b'"ready"' in answer.read():
                    return
        except OSError:
            pass
        time.sleep(0.2)
    raise AssertionError("the app did not become ready")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


def _context(browser: Browser, **options: object) -> BrowserContext:
    settings: dict[str, object] = {"locale": "en-US", "viewport": {"width": 1440, "height": 900}, **options}
    context = browser.new_context(**settings)  # type: ignore[arg-type]
    context.set_default_timeout(PATIENT_MS)
    return context


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """A visitor at 1440×900 who speaks English."""
    context = _context(browser)
    yield context.new_page()
    context.close()


def _open(page: Page, url: str) -> None:
    page.goto(url)
    expect(page.locator("h1").first).to_be_visible(timeout=PATIENT_MS)


def _type(page: Page, code: str) -> None:
    """Replace the editor's text, as a person would."""
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(code)


def _code(page: Page) -> str:
    """The editor's text, unless it is long enough to scroll."""
    return "\n".join(page.locator(".cm-line").all_inner_texts())


def test_newcomer_writes_runs_mends_and_solves(page: Page, address: str) -> None:
    _open(page, f"{address}/exercise?id=corr2d")
    _type(page, FLIPPED)
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(page.get_by_text("You flipped the kernel.").first).to_be_visible(timeout=PATIENT_MS)
    expect(page.get_by_text("First difference at").first).to_be_visible()
    _type(page, RIGHT)
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(page.get_by_text("Solved, 13 of 13").first).to_be_visible(timeout=PATIENT_MS)
    expect(page.get_by_role("button", name="Next exercise")).to_be_visible()


def test_result_and_draft_are_there_in_a_new_browser(browser: Browser, page: Page, address: str) -> None:
    _open(page, f"{address}/exercise?id=laplacian")
    _type(page, "def laplacian_kernel():\n    return torch.eye(3)  # mine\n")
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(page.get_by_text("Not yet").first).to_be_visible(timeout=PATIENT_MS)
    later = _context(browser)
    again = later.new_page()
    _open(again, f"{address}/exercise?id=laplacian")
    expect(again.locator(".cm-content")).to_contain_text("# mine", timeout=PATIENT_MS)
    expect(again.get_by_text("Not yet").first).to_be_visible()
    later.close()


def test_reload_while_grading_loses_nothing(page: Page, address: str) -> None:
    _open(page, f"{address}/exercise?id=critical-lr")
    _type(page, "def critical_lr(X, h, w, bias):\n    while True:\n        pass\n")
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(page.get_by_text("Checking").first).to_be_visible(timeout=PATIENT_MS)
    page.reload()
    expect(page.get_by_text("Stopped").first).to_be_visible(timeout=PATIENT_MS)


def test_language_switch_while_grading_loses_nothing(page: Page, address: str) -> None:
    _open(page, f"{address}/exercise?id=conv1x1-matmul")
    _type(page, "def conv1x1(X, K):\n    while True:\n        pass\n")
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(page.get_by_text("Checking").first).to_be_visible(timeout=PATIENT_MS)
    page.get_by_role("button", name="中文").click()
    expect(page.get_by_role("button", name="提交", exact=True)).to_be_visible(timeout=PATIENT_MS)
    expect(page.get_by_text("已停止").first).to_be_visible(timeout=PATIENT_MS)
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("button", name="Submit", exact=True)).to_be_visible(timeout=PATIENT_MS)


def test_keyboard_runs_and_prints_are_shown_as_text(page: Page, address: str) -> None:
    _open(page, f"{address}/exercise?id=transpose-counterexample")
    _type(
        page,
        'def counterexample(n):\n    print("<b>hi</b> ![x](http://evil.example/x.png)")\n    return torch.eye(n)\n',
    )
    page.keyboard.press("Control+Enter")
    expect(page.get_by_text("<b>hi</b> ![x](http://evil.example/x.png)").first).to_be_visible(timeout=PATIENT_MS)


def test_second_tab_sees_the_same_result(page: Page, address: str) -> None:
    _open(page, f"{address}/exercise?id=edge-transposed")
    page.get_by_text("Zeros only, shape 8×5").first.click()
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(page.get_by_text("Solved").first).to_be_visible(timeout=PATIENT_MS)
    second = page.context.new_page()
    _open(second, f"{address}/exercise?id=edge-transposed")
    expect(second.get_by_text("Solved").first).to_be_visible(timeout=PATIENT_MS)


def test_training_exercise_draws_its_curve(page: Page, address: str) -> None:
    _open(page, f"{address}/exercise?id=learn-kernel-bias")
    page.get_by_role("button", name="Submit", exact=True).click()
    expect(page.locator(".js-plotly-plot").first).to_be_visible(timeout=PATIENT_MS)
    expect(page.get_by_text("0.0161").first).to_be_visible()


@pytest.mark.parametrize("path", PAGES)
def test_page_asks_nobody_else_and_fits_a_phone(browser: Browser, address: str, path: str) -> None:
    context = _context(browser, viewport={"width": 360, "height": 780})
    page, outside = context.new_page(), []
    page.on("request", lambda r: outside.append(r.url) if not r.url.startswith((address, "data:", "blob:")) else None)
    _open(page, f"{address}/{path}")
    page.wait_for_timeout(800)
    assert outside == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_page_is_clean_for_axe_in_both_themes(browser: Browser, address: str, path: str) -> None:
    context = _context(browser, color_scheme="light")
    page = context.new_page()
    _open(page, f"{address}/{path}")
    page.wait_for_timeout(1200)
    app = page.locator(".stApp")
    for scheme, paper in THEMES.items():
        page.emulate_media(color_scheme=scheme)
        expect(app).to_have_css("background-color", paper)
        found = Axe().run(page).response["violations"]
        assert [f"{scheme} {v['id']}: {v['nodes'][0]['html'][:160]}" for v in found] == []
    context.close()

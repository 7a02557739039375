"""The class table in a browser, without the app: large and quick, by keys, brought up to date in place, in both themes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

from grader.words import catalogue
from ui.components import classroom
from ui.parts import speak

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PARTS = Path(__file__).parents[1] / "ui" / "parts"
CSS = "".join((PARTS / name).read_text("utf-8") for name in ("look.css", "classroom.css"))
HOST = (
    "<html lang='en'><title>Class</title><style>:root {{ color-scheme: {scheme} }}"
    "body {{ margin: 0; font: 16px/1.5 sans-serif; background: var(--kd-paper); color: var(--kd-ink) }}{css}</style>"
    "<main id='host'><h1>Class</h1><div class='kd-{kind}'></div></main></html>"
)
MOUNT = """async ([code, data]) => {
  const module = await import(URL.createObjectURL(new Blob([code], { type: "text/javascript" })))
  window.opened = []
  const parentElement = document.querySelector("#host")
  window.render = (data) => module.default({ data, parentElement, setTriggerValue: (_, to) => window.opened.push(to) })
  const from = performance.now()
  window.render(data)
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  return performance.now() - from
}"""
HOSTILE = "<img src=x onerror=window.hacked=1>"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(120),
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed"),
]


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser.new_page()
        browser.close()


def room(people: int = 3, exercises: int = 4, **more: Any) -> dict[str, Any]:
    """What the table is told: each cell of its own kind, the first learner stuck."""
    texts = catalogue(speak.LOCALE)
    words = {key.removeprefix("heat."): text.en for key, text in texts.items() if key.startswith("heat.")}
    kinds = ["1", "3", "t2", "s9", ""]
    rows = [
        {
            "id": f"p-{n}",
            "name": f"Learner {n}",
            "tag": "" if n else "stuck",
            "solved": n,
            "cells": ",".join(kinds[(n + e) % 5] for e in range(exercises)),
        }
        for n in range(people)
    ]
    titles = [[f"ex-{e}", f"Cross-correlation number {e}"] for e in range(exercises)]
    facts = {"page": "learner", "few": 14, "groups": [["First", 2], ["Second", exercises - 2]], "starts": [2]}
    return {**facts, "words": words, "exercises": titles, "rows": rows, "solved": [1] * exercises, **more}


def mounted(page: Page, data: dict[str, Any], kind: str = "heat", scheme: str = "light", width: int = 1280) -> float:
    """The component with its look, and nothing around it → milliseconds until it was painted."""
    page.set_viewport_size({"width": width, "height": 800})
    page.set_content(HOST.format(css=CSS, scheme=scheme, kind="heatbox" if kind == "heat" else "living"))
    return float(page.evaluate(MOUNT, [classroom.source(kind), data]))


def focused(page: Page) -> tuple[str, str]:
    """What the focus says of itself, and what the bubble beside it says."""
    label = page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.textContent")
    return label, page.locator(".kd-tip").inner_text()


def test_three_hundred_learners_are_painted_in_time(page: Page) -> None:
    assert mounted(page, room(300, 46)) < 1500 * 4  # 130 to 300 ms on a quiet machine; tests share theirs
    assert page.locator("tbody td").count() == 300 * 46


def test_arrows_move_and_the_bubble_explains(page: Page) -> None:
    mounted(page, room())
    assert page.locator("[tabindex='0']").count() == 1
    page.locator("[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    assert focused(page) == (
        "Solved with the first attempt",
        "Learner 0 · Cross-correlation number 0\nSolved with the first attempt",
    )
    page.keyboard.press("End")
    assert focused(page)[0] == "Stuck, 9 attempts"
    page.keyboard.press("Control+End")
    assert focused(page)[0] == "1 of 3 learners have solved it"
    assert page.locator("[tabindex='0']").count() == 1
    page.keyboard.press("Escape")
    assert not page.locator(".kd-tip").is_visible()


def test_cell_leads_to_the_code_and_name_to_the_learner(page: Page) -> None:
    mounted(page, room())
    page.get_by_label("Stuck, 9 attempts").first.click()
    page.locator("tbody th a").nth(1).click()
    assert page.evaluate("window.opened") == ["learner?id=p-0&exercise=ex-3", "learner?id=p-1"]


def test_only_what_changed_is_drawn_again(page: Page) -> None:
    data = room(40, 10)
    mounted(page, data)
    page.locator("tbody a[aria-label]").nth(3).focus()
    page.evaluate("window.kept = document.activeElement; window.first = document.querySelectorAll('tbody td')[12]")
    data["rows"][1]["cells"] = ",".join(["1", *data["rows"][1]["cells"].split(",")[1:]])
    data["rows"].insert(0, data["rows"].pop(5))
    page.evaluate("(data) => window.render(data)", data)
    assert page.evaluate("document.activeElement === window.kept && window.first.isConnected")
    assert page.locator("tbody tr").first.get_attribute("data-id") == "p-5"
    assert page.locator("tbody tr[data-id=p-1] td").first.inner_text() == "✓"


def test_same_room_touches_nothing(page: Page) -> None:
    data = room()
    mounted(page, data)
    count = """(data) => new Promise((resolve) => {
      let n = 0
      new MutationObserver((all) => { n += all.length }).observe(document.querySelector("tbody"),
        { subtree: true, childList: true, attributes: true, characterData: true })
      window.render(data)
      setTimeout(() => resolve(n))
    })"""
    assert page.evaluate(count, data) == 0


def test_hostile_names_and_titles_stay_text(page: Page) -> None:
    data = room()
    data["rows"][0]["name"] = data["exercises"][0][1] = data["groups"][0][0] = HOSTILE
    data["rows"][0]["id"] = '"><script>window.hacked=1</script>'
    mounted(page, data)
    assert page.locator("tbody .name").first.inner_text() == HOSTILE
    assert page.evaluate("[document.querySelectorAll('img, tbody script').length, window.hacked]") == [0, None]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_table_passes_axe(page: Page, scheme: str) -> None:
    mounted(page, room(3, 20), scheme=scheme)
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa"]}).response["violations"]
    assert not found, [(one["id"], one["nodes"][0]["html"][:200]) for one in found]


def test_phone_scrolls_the_table_in_its_own_box(page: Page) -> None:
    mounted(page, room(30, 46), width=360)
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate("(() => { const box = document.querySelector('.kd-heat'); return box.scrollWidth > 1500 })()")


def test_living_markup_keeps_focus_and_what_is_open(page: Page) -> None:
    html = "<p>{n} stuck</p><details><summary>More</summary><a href='learner?id=p-1'>Ada</a></details>"
    mounted(page, {"html": html.format(n=1)}, "living")
    page.locator("summary").click()
    page.get_by_role("link", name="Ada").focus()
    page.evaluate("(html) => window.render({ html })", html.format(n=2))
    assert page.locator("p").inner_text() == "2 stuck"
    assert page.get_by_role("link", name="Ada").evaluate("(link) => link === document.activeElement")


def test_clock_counts_from_the_last_time(page: Page) -> None:
    words = {"seconds": "updated {n} s ago", "minutes": "updated {n} min ago"}
    data = {"html": "<span data-clock></span>", "words": words}
    page.clock.install()
    mounted(page, data, "living")
    page.clock.fast_forward(3000)
    assert page.locator("[data-clock]").inner_text() == "updated 3 s ago"
    page.clock.fast_forward(120_000)
    assert page.locator("[data-clock]").inner_text() == "updated 2 min ago"

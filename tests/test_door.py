"""The addresses of the door: what a link's page says, what its button sets, and what nobody learns from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import anyio
import fakes
import httpx
import pytest
from class_world import ADA, BEN, INES, NOON, a_course
from starlette.applications import Starlette

from grader.course.people.doors import Issued
from grader.course.people.people import People
from grader.errors import NotAllowed
from grader.model import Role
from grader.store import Store, people
from ui.guard import guards
from ui.parts import services
from ui.parts.services import COOKIE
from ui.routes import routes
from ui.tries import ALL, EACH, Tries, address_of, tries


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    made = a_course(tmp_path)
    ours = replace(fakes.services(), store=made)
    ours.__dict__["people"] = People(made)
    monkeypatch.setattr(services, "build", lambda: ours)
    services.services.clear()
    tries.cache_clear()
    yield made
    services.services.clear()
    made.close()


@pytest.fixture
def door(store: Store) -> People:
    return People(store)


def ask(path: str, method: str = "GET", *, cookie: str = "", address: str = "127.0.0.1", **more: Any) -> httpx.Response:
    """One request as a browser sends it, without following where it leads."""
    headers = {"origin": "http://localhost:8501"} if method == "POST" else {}
    headers |= {"cookie": f"{COOKIE}={cookie}"} if cookie else {}
    headers |= more.pop("headers", {})

    async def send() -> httpx.Response:
        app = Starlette(routes=routes(), middleware=guards(("dojo.example.org",)))
        transport = httpx.ASGITransport(app=app, client=(address, 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8501") as client:
            return await client.request(method, path, headers=headers, **more)

    return anyio.run(send)


def path_of(link: Issued) -> str:
    return f"/join/{link.secret}"


def cookie_of(answer: httpx.Response) -> str:
    return answer.headers["set-cookie"].split(";")[0].partition("=")[2]


# ---------- looking ----------


def test_page_says_which_course_and_as_whom_and_has_one_button(door: People) -> None:
    page = ask(path_of(door.make_link(INES.id, person=ADA.id)))
    assert page.status_code == 200 and "Autumn course" in page.text and "Ada Osei" in page.text
    assert page.text.count("<button") == 1 and "<script" not in page.text


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_opening_the_address_uses_nothing_up(door: People, method: str) -> None:
    path = path_of(door.make_link(INES.id, person=ADA.id))
    looked = [ask(path, method) for _ in range(3)]
    assert ["set-cookie" in page.headers for page in looked] == [False] * 3
    assert ask(path, "POST").status_code == 303


def test_page_is_kept_by_nobody_and_found_by_no_search(door: People) -> None:
    headers = ask(path_of(door.make_link(INES.id))).headers
    assert (headers["cache-control"], headers["x-robots-tag"]) == ("no-store", "noindex")


def test_page_asks_nothing_of_another_host(door: People) -> None:
    page = ask(path_of(door.make_link(INES.id)))
    found = re.findall(r"(?:src|href|url|action)[=(]['\"]?([^'\" )>]+)", page.text)
    assert found and not [address for address in found if address.startswith(("http", "//"))]


@pytest.mark.parametrize(
    ("wish", "query", "lang"),
    [("zh-CN,zh;q=0.9,en;q=0.8", "", "zh-CN"), ("en-US,en;q=0.9,zh;q=0.8", "", "en"), ("fr,de;q=0.5", "", "en")]
    + [
        ("en;q=0.1,zh;q=0.2", "", "zh-CN"),
        ("en", "?lang=zh", "zh-CN"),
        ("zh", "?lang=en", "en"),
        ("en;q=x", "?lang=fr", "en"),
    ],
)
def test_page_speaks_the_visitors_language(door: People, wish: str, query: str, lang: str) -> None:
    page = ask(path_of(door.make_link(INES.id)) + query, headers={"accept-language": wish})
    assert f"<html lang={lang}>" in page.text


def test_names_of_courses_and_people_are_plain_text(door: People, store: Store) -> None:
    hostile = replace(ADA, id="p-evil", name="<img src=x onerror=alert(1)>", email="x@example.org")
    store.write(lambda c: people.add(c, hostile, NOON)).result()
    page = ask(path_of(door.make_link(INES.id, person="p-evil")))
    assert "<img" not in page.text and "&lt;img" in page.text


# ---------- the button ----------


def test_button_signs_in_and_leads_to_the_app(door: People) -> None:
    answer = ask(path_of(door.make_link(INES.id, person=ADA.id)), "POST")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert door.of_session(cookie_of(answer)) == ADA


def test_cookie_is_out_of_reach_of_scripts_and_other_sites(door: People) -> None:
    said = ask(path_of(door.make_link(INES.id, person=ADA.id)), "POST").headers["set-cookie"].lower()
    assert {"httponly", "samesite=lax", "path=/", "max-age=2592000"} <= set(said.split("; ")) and "secure" not in said


def test_staff_stay_signed_in_for_half_a_day(door: People) -> None:
    said = ask(path_of(door.make_link(INES.id, person=INES.id)), "POST").headers["set-cookie"]
    assert "Max-Age=43200" in said


@pytest.mark.parametrize("hosts", [(), ("dojo.example.org",)])
def test_cookie_is_secure_behind_a_proxy_that_says_https(
    door: People, hosts: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services.services().settings, "hosts", hosts)
    path, headers = path_of(door.make_link(INES.id, person=ADA.id)), {"x-forwarded-proto": "https"}
    assert ("secure" in ask(path, "POST", headers=headers).headers["set-cookie"].lower()) is bool(hosts)


def test_base_path_is_kept_by_form_cookie_and_redirect(door: People, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.parts.base.st.get_option", lambda name: "/dojo/")
    path = f"/dojo{path_of(door.make_link(INES.id, person=ADA.id))}"
    assert f"action='{path}'" in ask(path).text
    answer = ask(path, "POST")
    assert answer.headers["location"] == "/dojo/" and "Path=/dojo;" in answer.headers["set-cookie"]


def test_button_pressed_by_another_site_is_refused(door: People) -> None:
    path = path_of(door.make_link(INES.id, person=ADA.id))
    assert ask(path, "POST", headers={"origin": "http://evil.example"}).status_code == 403
    assert ask(path, "POST").status_code == 303


@pytest.mark.parametrize("query", ["?next=//evil.example", "?lang=//evil.example", "?url=http://evil.example"])
def test_button_leads_nowhere_else_whatever_the_address_says(door: People, query: str) -> None:
    answer = ask(path_of(door.make_link(INES.id, person=ADA.id)) + query, "POST")
    assert answer.headers["location"] == "/"


def test_session_that_was_planted_in_the_browser_is_not_taken_over(door: People) -> None:
    answer = ask(path_of(door.make_link(INES.id, person=ADA.id)), "POST", cookie="A" * 43)
    assert cookie_of(answer) != "A" * 43
    with pytest.raises(NotAllowed):
        door.of_session("A" * 43)


def test_newcomer_gives_a_name_and_comes_in(door: People) -> None:
    path = path_of(door.make_link(INES.id, section="B"))
    person = door.of_session(cookie_of(ask(path, "POST", data={"name": "Nia New", "email": "nia@example.org"})))
    assert (person.name, person.email, person.section, person.role) == ("Nia New", "nia@example.org", "B", Role.LEARNER)


@pytest.mark.parametrize(
    "form", [{}, {"name": " "}, {"name": "Nia", "email": "ada@example.org"}, {"name": "Nia", "email": "no"}]
)
def test_newcomer_whose_form_is_wrong_is_told_and_may_try_again(door: People, form: dict[str, str]) -> None:
    path = path_of(door.make_link(INES.id, role=Role.ASSISTANT))
    answer = ask(path, "POST", data=form)
    assert answer.status_code == 422 and "role=alert" in answer.text and "set-cookie" not in answer.headers
    assert ask(path, "POST", data={"name": "Nia"}).status_code == 303


@pytest.mark.parametrize("body", [b"name=" + b"x" * 10_000, b"\xff\xfe", b"&".join([b"a=1"] * 100)])
def test_form_that_is_no_small_form_is_an_empty_one(door: People, body: bytes) -> None:
    assert ask(path_of(door.make_link(INES.id)), "POST", content=body).status_code == 422


def test_language_of_the_switch_is_remembered_for_the_person(door: People, store: Store) -> None:
    ask(path_of(door.make_link(INES.id, person=ADA.id)) + "?lang=zh", "POST")
    assert store.language(ADA.id) == "zh"


# ---------- links that do not open ----------


def test_used_revoked_and_unknown_links_get_the_very_same_answer(door: People) -> None:
    used, revoked = door.make_link(INES.id, person=ADA.id), door.make_link(INES.id, person=BEN.id)
    ask(path_of(used), "POST")
    door.revoke_link(INES.id, revoked.link.sha256)
    shut = [path_of(used), path_of(revoked), "/join/" + "A" * 43, "/join/x"]
    answers = [ask(path, method) for path in shut for method in ("GET", "POST")]
    assert {(answer.status_code, "set-cookie" in answer.headers) for answer in answers} == {(404, False)}
    # an answer to a form has no switch of language
    assert len({answer.text for answer in answers[::2]}) == len({answer.text for answer in answers[1::2]}) == 1


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_used_link_leads_its_own_person_straight_in(door: People, method: str) -> None:
    path = path_of(door.make_link(INES.id, person=ADA.id))
    session = cookie_of(ask(path, "POST"))
    again = ask(path, method, cookie=session)
    assert (again.status_code, again.headers["location"]) == (303, "/") and "set-cookie" not in again.headers


def test_somebody_else_who_is_signed_in_is_told_before_they_become_another(door: People) -> None:
    session = cookie_of(ask(path_of(door.make_link(INES.id, person=BEN.id)), "POST"))
    page = ask(path_of(door.make_link(INES.id, person=ADA.id)), cookie=session)
    assert "<b>Ben Carter</b> is signed in" in page.text and door.of_session(session) == BEN


# ---------- leaving ----------


def test_leaving_ends_the_session_and_takes_the_cookie(door: People) -> None:
    session = cookie_of(ask(path_of(door.make_link(INES.id, person=ADA.id)), "POST"))
    answer = ask("/leave", "POST", cookie=session)
    assert (answer.status_code, answer.headers["location"]) == (303, "/") and "Max-Age=0" in answer.headers[
        "set-cookie"
    ]
    with pytest.raises(NotAllowed):
        door.of_session(session)


def test_leaving_takes_the_drafts_that_the_browser_keeps(store: Store) -> None:
    assert ask("/leave", "POST").headers["clear-site-data"] == '"storage"'


def test_leaving_goes_on_to_the_provider_who_signed_them_in(store: Store) -> None:
    answer = ask("/leave", "POST", headers={"cookie": f"{COOKIE}=x; _streamlit_user=y"})
    assert "http-equiv=refresh content='0; url=/auth/logout'" in answer.text


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_nobody_is_signed_out_by_an_address(store: Store, method: str) -> None:
    assert ask("/leave", method).status_code == 405


# ---------- too many tries ----------


def test_one_address_that_tries_many_links_is_told_to_wait(store: Store) -> None:
    answers = [ask("/join/x").status_code for _ in range(EACH + 2)]
    assert answers == [404] * EACH + [429, 429] and ask("/join/x").headers["retry-after"] == "60"
    assert ask("/join/x", address="192.0.2.9").status_code == 404


def test_good_link_opens_for_a_class_whatever_was_tried_before_from_its_address(door: People) -> None:
    for _ in range(EACH + 1):
        ask("/join/x")
    assert ask(path_of(door.make_link(INES.id)), "POST", data={"name": "Nia"}).status_code == 303


def test_tries_of_all_addresses_together_are_counted() -> None:
    counted = Tries(each=2, all=3)
    assert [counted.fail(f"192.0.2.{n}") for n in range(5)] == [True, True, True, False, False]
    assert ALL > EACH


def test_one_household_is_one_address() -> None:
    hosts = ["2001:db8::1", "2001:db8::2", "2001:db8:1::1", "192.0.2.1", "testclient"]
    asked = [address_of(SimpleNamespace(client=SimpleNamespace(host=host))) for host in hosts]  # type: ignore[arg-type]
    assert asked == ["2001:db8::/64", "2001:db8::/64", "2001:db8:1::/64", "192.0.2.1", "testclient"]

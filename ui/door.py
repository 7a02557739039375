"""The way in and out: addresses that set and take away the cookie of a session. Pages of ours, without a script.

Only the button of a join link uses it up: mail scanners, previews and prefetching browsers open addresses, too.
"""

from __future__ import annotations

from urllib.parse import parse_qs

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from grader.course.people.doors import SESSION_HOURS, Invitation
from grader.errors import Declined, NotAllowed
from grader.model import Lang, Message
from grader.words import say
from ui.parts.base import base_path
from ui.parts.markup import Html, escape, join
from ui.parts.services import COOKIE, services
from ui.parts.sheet import language_of, sheet
from ui.parts.speak import told
from ui.tries import address_of, tries

_MOST_BYTES = 8192
_OIDC = "_streamlit_user"
"""Streamlit's cookie of whoever came in by a provider."""


def routes() -> list[Route]:
    """Their addresses, under the base path."""
    base = base_path()
    return [
        Route(f"{base}/join/{{secret}}", look, methods=["GET"]),
        Route(f"{base}/join/{{secret}}", enter, methods=["POST"]),
        Route(f"{base}/leave", leave, methods=["POST"]),
    ]


def join_path(secret: str) -> str:
    """Where a link leads, without scheme and host."""
    return f"{base_path()}/join/{secret}"


def look(request: Request) -> Response:
    """What a join link is for, and one button. Changes nothing."""
    try:
        invitation = services().people.look(request.path_params["secret"], request.cookies.get(COOKIE, ""))
    except NotAllowed:
        return closed(request)
    return home() if invitation.is_inside else invite(request, invitation)


async def enter(request: Request) -> Response:
    """Use a join link: a new session, and on to the app."""
    said = await _form(request)
    return await to_thread.run_sync(_enter, request, said)


def _enter(request: Request, said: dict[str, str]) -> Response:
    people, secret, session = services().people, request.path_params["secret"], request.cookies.get(COOKIE, "")
    try:
        invitation = people.look(secret, session)
        if invitation.is_inside:
            return home()
        chosen: Lang | None = language_of(request) if "lang" in request.query_params else None
        email = said.get("email", "")
        ours, person = people.join(secret, name=said.get("name", ""), email=email, lang=chosen, session=session)
    except NotAllowed:
        return closed(request)
    except Declined as error:
        return invite(request, invitation, said, error)
    answer = home()
    answer.set_cookie(
        COOKIE,
        ours,
        max_age=int(SESSION_HOURS[person.role] * 3600),
        path=base_path() or "/",
        secure=_is_https(request),
        httponly=True,
        samesite="lax",
    )
    return answer


async def leave(request: Request) -> Response:
    """Sign out: the session ends on the server, and the cookie goes. Where a provider signed them in, on to it."""
    await to_thread.run_sync(services().people.leave, request.cookies.get(COOKIE, ""))
    if _OIDC in request.cookies:
        # no redirect: the content policy lets a form lead to our own addresses only, whatever stands between
        onward = f"{base_path()}/auth/logout"
        answer: Response = sheet(request, "join.left", lead="join.left-lead", onward=onward)
    else:
        answer = home()
    answer.delete_cookie(COOKIE, path=base_path() or "/", httponly=True, samesite="lax", secure=_is_https(request))
    answer.headers["Clear-Site-Data"] = '"storage"'  # drafts that the browser keeps too: the next one may not read them
    return answer


def home() -> Response:
    """To the app. The address is ours alone: nothing that a visitor says leads elsewhere."""
    return RedirectResponse(f"{base_path()}/", 303, headers={"Cache-Control": "no-store"})


def closed(request: Request) -> Response:
    """The same for a link that is unknown, used, expired or revoked; for who tries many, that it is enough for a while.

    Only failed tries count, and only they are turned away: a class of 300 behind one address gets in whoever else tries.
    """
    if tries().fail(address_of(request)):
        return sheet(request, "join.closed", lead="join.closed-lead", status=404)
    return sheet(request, "join.busy", lead="join.busy-lead", status=429, headers={"Retry-After": "60"})


def invite(
    request: Request, invitation: Invitation, said: dict[str, str] | None = None, error: Declined | None = None
) -> Response:
    """Which course, as whom, and one button; a newcomer gives a name."""
    lang, asking, person = language_of(request), invitation.asking, invitation.person
    role = told(f"door.role.{invitation.role.value}", lang)
    key = ("join.as" if person else "join.new") + ("-section" if invitation.section else "")
    who = (person.name or person.id) if person else ""
    parts = [Html(f"<p class=lead>{told(key, lang, name=who, role=str(role), section=invitation.section)}</p>")]
    if asking:
        parts.append(Html(f"<p class=band>{told('join.instead', lang, name=asking.name or asking.id)}</p>"))
    if error:
        sentence = escape(say(Message(error.code, error.fields), lang))
        parts.append(Html(f"<p class='band no' role=alert>{sentence}</p>"))
    fields = Html("") if person else _fields(lang, said or {})
    onward = f"?lang={lang}" if "lang" in request.query_params else ""
    action = escape(join_path(request.path_params["secret"]) + onward)
    parts.append(
        Html(
            f"<form method=post action='{action}'>{fields}<button type=submit>{told('join.open', lang)}</button></form>"
        )
    )
    hours = SESSION_HOURS[invitation.role]
    stay = (
        told("join.stay", lang, days=int(hours / 24)) if hours > 24 else told("join.stay-hours", lang, hours=int(hours))
    )
    parts.append(Html(f"<p class=quiet>{stay}{' ' + told('join.not-you', lang) if person else ''}</p>"))
    return sheet(request, invitation.course, crumb="join.crumb", body=join(parts), status=422 if error else 200)


def _fields(lang: Lang, said: dict[str, str]) -> Html:
    name, email = escape(said.get("name", "")), escape(said.get("email", ""))
    return Html(
        f"<label>{told('join.name', lang)}<small>{told('join.name-hint', lang)}</small>"
        f'<input name=name required maxlength=120 autocomplete=name value="{name}"></label>'
        f"<label>{told('join.email', lang)}<small>{told('join.email-hint', lang)}</small>"
        f'<input name=email type=email maxlength=254 autocomplete=email value="{email}"></label>'
    )


async def _form(request: Request) -> dict[str, str]:
    """The fields of a small form; nothing of one that is large or damaged."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > _MOST_BYTES:
            return {}
    try:
        fields = parse_qs(body.decode(), max_num_fields=8)
    except ValueError:
        return {}
    return {name: values[0] for name, values in fields.items()}


def _is_https(request: Request) -> bool:
    """Whether the visitor's browser speaks TLS, to us or to the proxy in front of us."""
    if request.url.scheme == "https":
        return True
    return bool(services().settings.hosts) and request.headers.get("x-forwarded-proto", "").lower() == "https"

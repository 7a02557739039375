"""Signs drawn as CSS masks: `st.html` strips SVG elements, and a mask takes the colour of the text in both themes."""

from __future__ import annotations

from urllib.parse import quote

from ui.parts.markup import Html

_PATHS = {
    "pass": "<path d='M3.5 8.5 6.5 11.5 12.5 4.5'/>",
    "fail": "<path d='M4.5 4.5 11.5 11.5M11.5 4.5 4.5 11.5'/>",
    "wait": "<circle cx='8' cy='8' r='4.5' stroke-width='1.5'/>",
    "now": "<path d='M8 3.5a4.5 4.5 0 1 1-4.5 4.5'/>",
    "skip": "<path d='M4 8h8'/>",
    "stop": "<circle cx='8' cy='9' r='5' stroke-width='1.5'/><path d='M8 6.5V9l1.5 1.5M6.5 1.5h3' stroke-width='1.5'/>",
    "lock": "<rect x='3.5' y='7' width='9' height='6.5' rx='1.5' stroke-width='1.5'/><path d='M5.5 7V5a2.5 2.5 0 0 1 5 0v2' stroke-width='1.5'/>",
    "down": "<path d='M4.5 6.5 8 10 11.5 6.5'/>",
    "change": "<path d='M3.5 6h8.5M9.5 3.5 12 6M12.5 10H4M6.5 12.5 4 10' stroke-width='1.5'/>",
    "stuck": "<path d='M8 4v5M8 12v.01'/>",
}


def _url(name: str) -> str:
    svg = (
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='none' stroke='#000' stroke-width='2' "
        f"stroke-linecap='round' stroke-linejoin='round'>{_PATHS[name]}</svg>"
    )
    return f'url("data:image/svg+xml,{quote(svg)}")'


def _mask(name: str) -> str:
    return f".kd-ic.{name}{{-webkit-mask:{_url(name)} center/contain no-repeat;mask:{_url(name)} center/contain no-repeat}}"


CSS = (
    ".kd-ic{display:inline-block;width:16px;height:16px;background:currentColor;flex:none;vertical-align:-2px}"
    + "".join(map(_mask, _PATHS))
    + "@keyframes kd-spin{to{transform:rotate(1turn)}}"
    "@media (prefers-reduced-motion:no-preference){.kd-ic.now{animation:kd-spin 1s linear infinite}}"
    "@media (forced-colors:active){.kd-ic{background:CanvasText;forced-color-adjust:none}}"
)


def icon(name: str) -> Html:
    """A sign of 16 px in the colour of the text around it; screen readers skip it, so a word stands beside it."""
    return Html(f"<span class='kd-ic {name}' aria-hidden='true'></span>")

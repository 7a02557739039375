"""The learning-rate page: choose a rate, a bias and a loss, and see the curve, the path and the limit at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from grader.model import Json
from ui.parts import charts, descent
from ui.parts.descent import Setting
from ui.parts.figures import number
from ui.parts.speak import h, lang, t

_DIGITS = [*range(10, 40), *range(40, 100, 2)]
RATES = tuple(float(f"{n}e{e}") for e in (-5, -4, -3, -2, -1) for n in _DIGITS)[30:-24]
"""0.0004 to 5 on a log scale, two digits each: fine enough to stand on either side of a limit."""
BIASES = (-1.0, -0.5, -0.25, 0.0, 0.25, 0.5, 1.0)
_KNOBS: Mapping[str, Json] = {"lr": 0.01, "bias": "off", "loss": "sum", "zero_grad": True}

Presets = Sequence[Mapping[str, Json]]


@st.fragment
def show(demo: Mapping[str, Json], key: str) -> None:
    """The controls and three pictures; only this part of the page runs again."""
    presets: Presets = demo["presets"]
    if f"{key}-lr" not in st.session_state:
        start = min(demo.get("start", 0), len(presets) - 1)
        st.session_state[f"{key}-preset"] = start
        _turn(presets[start], key)
    with st.container(key=f"lab-{key}", gap=None):
        with st.container(key=f"labtop-{key}", horizontal=True, vertical_alignment="center", gap="small"):
            st.html(f"<span class='kd-meta'>{h('rate.examples')}</span>", width="content")
            _examples(presets, key)
        with st.container(key=f"labstage-{key}", gap="small"):
            _knobs(key, demo["begin"]["b"])
    setting = Setting(*(st.session_state[f"{key}-{name}"] for name in _KNOBS))
    bias = demo["begin"]["b"] if setting.bias == "off" else st.session_state[f"{key}-b"]
    curve = descent.descend(demo["X"], demo["K"], setting, demo["begin"]["K"], bias, demo["steps"])
    floor = descent.floor(demo["X"], demo["K"], setting, bias)
    charts.show(curve, key=key, piled=not setting.zero_grad, floor=floor)


def _examples(presets: Presets, key: str) -> None:
    """Examples to start from, as in every demo."""
    st.pills(
        t("rate.examples"),
        range(len(presets)),
        format_func=lambda n: str(presets[n]["name"][lang()]),
        key=f"{key}-preset",
        label_visibility="collapsed",
        wrap=True,
        on_change=_take,
        args=(presets, key),
    )


def _knobs(key: str, bias: float) -> None:
    """The learning rate, the bias, the loss, the gradients. Touching one leaves the example."""
    leave = partial(_leave, key)
    st.select_slider(t("rate.lr"), RATES, key=f"{key}-lr", format_func=charts.rate, on_change=leave)
    with st.container(key=f"labrow-{key}", horizontal=True, vertical_alignment="bottom", gap="large"):
        for name, options in (("bias", ("off", "on", "frozen")), ("loss", ("sum", "mean"))):
            st.segmented_control(
                t(f"rate.{name}"),
                options,
                format_func=partial(_option, name),
                key=f"{key}-{name}",
                required=True,
                on_change=leave,
            )
        st.toggle(t("rate.zero"), key=f"{key}-zero_grad", on_change=leave)
    if st.session_state[f"{key}-bias"] != "off":
        st.session_state.setdefault(f"{key}-b", bias)  # Streamlit forgets a knob that is not shown
        at = sorted({*BIASES, bias})
        st.select_slider(t("rate.b"), at, key=f"{key}-b", format_func=number, on_change=leave)


def _option(knob: str, option: str) -> str:
    return t(f"rate.{knob}.{option}")


def _turn(preset: Mapping[str, Json], key: str) -> None:
    """Set every control as the example says."""
    st.session_state.pop(f"{key}-b", None)
    for name, usual in _KNOBS.items():
        value = preset.get(name, usual)
        st.session_state[f"{key}-{name}"] = min(RATES, key=lambda rate: abs(rate - value)) if name == "lr" else value


def _take(presets: Presets, key: str) -> None:
    chosen = st.session_state[f"{key}-preset"]
    if chosen is not None:
        _turn(presets[chosen], key)


def _leave(key: str) -> None:
    st.session_state[f"{key}-preset"] = None

"""What a download holds is made on a thread of the server: it belongs to the session of the button all the same."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit.runtime.scriptrunner import get_script_run_ctx

from grader.errors import NotAllowed
from ui.parts import later as module
from ui.parts.later import later


def test_download_is_made_in_the_session_that_drew_its_button(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = object()
    monkeypatch.setattr(module, "get_script_run_ctx", lambda: ours)
    made = later(get_script_run_ctx)
    with ThreadPoolExecutor(1) as server:
        assert server.submit(made).result(5) is ours
        assert server.submit(get_script_run_ctx).result(5) is None


def test_download_that_is_not_allowed_raises_where_it_is_asked_for() -> None:
    def refuse() -> None:
        raise NotAllowed("no")

    with pytest.raises(NotAllowed):
        later(refuse)()

"""What is made only when somebody asks for it: the contents of a download."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from threading import Thread
from typing import TypeVar

from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx

T = TypeVar("T")


def later(make: Callable[[], T]) -> Callable[[], T]:
    """The same for a download button: Streamlit calls it on a thread that belongs to no session, where nobody is signed in.

    Who asks is looked up when it is called, in the session in which the button was drawn.
    """
    context = get_script_run_ctx()

    def made() -> T:
        answer: Future[T] = Future()

        def work() -> None:
            try:
                answer.set_result(make())
            except BaseException as error:
                answer.set_exception(error)

        thread = Thread(target=work, name="download")
        add_script_run_ctx(thread, context)
        thread.start()
        return answer.result()

    return made

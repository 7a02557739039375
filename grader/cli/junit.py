"""JUnit XML, as CI systems read it: a suite a file, a case a check."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from grader.model import Json, Outcome
from grader.words import plain

Row = dict[str, Json]
_ALL = 100_000
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def junit(rows: Sequence[Row]) -> str:
    """The rows as one document. A check that did not run is skipped; a file that gives no checks is one case."""
    root = ElementTree.Element("testsuites", name="kernel-dojo")
    for row in rows:
        _suite(root, row)
    for name in ("tests", "failures", "errors", "skipped"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}'


def _suite(root: ElementTree.Element, row: Row) -> None:
    suite = ElementTree.SubElement(root, "testsuite", name=_xml(row.get("file") or row["exercise"]))
    properties = ElementTree.SubElement(suite, "properties")
    whole = {"title": row["exercise"], "outcome": row["outcome"], "message": " ".join(row["feedback"])}
    cases = row["checks"] or [whole]
    for case in cases:
        _case(suite, case, row)
    counted = [Outcome(case["outcome"]) for case in cases]
    suite.set("tests", str(len(cases)))
    suite.set("failures", str(sum(_tag(one) == "failure" for one in counted)))
    suite.set("errors", str(sum(_tag(one) == "error" for one in counted)))
    suite.set("skipped", str(counted.count(Outcome.SKIPPED)))
    suite.set("time", f"{row['timings_ms'].get('total', 0) / 1000:.3f}")
    for name in ("exercise", "version", "seed", "score", "max_score", "misconception", "learner", "lms_id", "late"):
        if row.get(name) is not None:
            ElementTree.SubElement(properties, "property", name=name, value=_xml(row[name]))
    if row["feedback"]:
        ElementTree.SubElement(suite, "system-out").text = _xml("\n".join(row["feedback"]))


def _case(suite: ElementTree.Element, case: dict[str, Json], row: Row) -> None:
    about = {"classname": _xml(row["exercise"]), "name": _xml(case["title"]), "time": "0"}
    made = ElementTree.SubElement(suite, "testcase", about)
    if tag := _tag(Outcome(case["outcome"])):
        said = _xml(case.get("message") or "")
        child = ElementTree.SubElement(made, tag, message=said, type=str(case["outcome"]))
        child.text = said or None


def _tag(outcome: Outcome) -> str:
    """failure: the wrong answer; error: it did not come to an answer."""
    if outcome is Outcome.PASSED:
        return ""
    return {Outcome.FAILED: "failure", Outcome.SKIPPED: "skipped"}.get(outcome, "error")


def _xml(value: Json) -> str:
    """Text that XML can hold and that does nothing to whoever shows it."""
    return _NOT_XML.sub("�", plain(str(value), _ALL))

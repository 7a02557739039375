"""A small course on disk: a code exercise with a wrong answer, a question, and a concept without exercises."""

from __future__ import annotations

import re
from pathlib import Path

COURSE = "concepts:\n  - id: sums\n    exercises: [add, pick]\n  - id: empty\n    exercises: []\n"
CONCEPT = """---
glyph: "012301230"
demos:
  - kind: stepper
    presets:
      - {name: {en: One, zh: 一}, X: [[1, 2], [3, 4]], K: [[1, -1]]}
---
# Sums

A lead in
two lines.

## Try this

1. Look.
"""
CONCEPT_ZH = "# 求和\n\n导语。\n\n## 试一试\n\n1. 看一看。\n"
STATEMENT = """---
kind: function
entry: add
minutes: 7
cpu_s: 1.5
checks:
  - {id: example, points: 2, title: {en: The example, zh: 示例}}
  - {id: random, points: 3, hidden: true, required: false, title: {en: Random, zh: 随机}}
messages:
  worked: {en: the worked example, zh: 示例}
---
# Add

Add two numbers.

## Task

Write `add`.

## An example

```matrix
# not a heading
```

## Hints

1. Use +.
2. Use `+`
   twice.

## Explanation

That is **addition**.
"""
STATEMENT_ZH = """# 相加

把两个数相加。

## 任务

写出 `add`。

## 示例

见上。

## 提示

1. 用 +。
2. 用两次。

## 解析

这就是加法。
"""
WRONG = '"""\nen: You subtracted. Look at the sign.\nzh: 你做了减法。请看符号。\nlook: "-"\n"""\n\n\ndef add(a, b):\n    return a - b\n'
PICK = STATEMENT.replace(
    "kind: function\nentry: add\n", "kind: mcq\nchoices: {a: {en: A, zh: 甲}, b: {en: B, zh: 乙}}\n"
)
PICK = re.sub(
    r"checks:.*?messages", "checks: [{id: answer, points: 1, title: {en: A, zh: 甲}}]\nmessages", PICK, flags=re.S
)


def build(folder: Path) -> Path:
    """A course of one concept with a code exercise and a question, and one empty concept."""
    files = {
        "course.yaml": COURSE,
        "sums/concept.md": CONCEPT,
        "sums/concept.zh.md": CONCEPT_ZH,
        "empty/concept.md": CONCEPT,
        "empty/concept.zh.md": CONCEPT_ZH,
        "sums/add/statement.md": STATEMENT,
        "sums/add/statement.zh.md": STATEMENT_ZH,
        "sums/add/starter.py": "def add(a, b):\n    ...\n",
        "sums/add/solution.py": "def add(a, b):\n    return a + b\n",
        "sums/add/wrong/minus.py": WRONG,
        "sums/pick/statement.md": PICK,
        "sums/pick/statement.zh.md": STATEMENT_ZH,
        "sums/pick/wrong/b.yaml": "answer: b\nen: Not b.\nzh: 不是 b。\naccepted: false\n",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def change(course: Path, name: str, old: str, new: str) -> None:
    file = course / name
    text = file.read_text("utf-8")
    assert old in text, f"{name} has no {old!r}"
    file.write_text(text.replace(old, new, 1), "utf-8")

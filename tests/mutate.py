"""Small changes to a Python program, one at a time, as slips of the pen make them: signs, operators, indices, axes, bounds.

Whatever the program is, each change yields another text; whether it also does something else is for others to find out.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

OPERATORS: dict[type[ast.operator], Sequence[type[ast.operator]]] = {
    ast.Add: [ast.Sub],
    ast.Sub: [ast.Add],
    ast.Mult: [ast.Add, ast.Div],
    ast.Div: [ast.Mult],
    ast.FloorDiv: [ast.Div, ast.Mod],
    ast.Mod: [ast.FloorDiv],
    ast.Pow: [ast.Mult],
    ast.MatMult: [ast.Mult],
}
COMPARISONS: dict[type[ast.cmpop], Sequence[type[ast.cmpop]]] = {
    ast.Lt: [ast.LtE, ast.Gt],
    ast.LtE: [ast.Lt, ast.GtE],
    ast.Gt: [ast.GtE, ast.Lt],
    ast.GtE: [ast.Gt, ast.LtE],
    ast.Eq: [ast.NotEq],
    ast.NotEq: [ast.Eq],
}
ONE_SIDED = (ast.Sub, ast.Div, ast.FloorDiv, ast.Mod, ast.MatMult, ast.Pow)
TURNS = {"T", "mT", "t", "transpose", "permute", "swapaxes", "movedim", "flip", "fliplr", "flipud", "rot90", "roll"}
TWINS = {"sum": "mean", "mean": "sum", "max": "min", "min": "max", "zeros": "ones", "ones": "zeros", "rows": "columns"}
INDEPENDENT_OF_ORDER = {"sum", "mean", "amax", "amin", "dot", "max", "min", "prod", "flip", "hypot"}


@dataclass(frozen=True, slots=True)
class Change:
    """The whole program after one change, and the statement before and after it."""

    source: str
    before: str
    after: str


Visit = tuple[ast.AST, str, int | None, ast.AST, ast.stmt]
"""Parent, field, place in the field, node, and the statement it stands in."""


def changes(tree: ast.Module, within: Callable[[ast.AST], bool] = lambda _: True) -> Iterator[Change]:
    """Every change to what stands under a node that `within` names, each different text once."""
    seen = {ast.unparse(tree)}
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            _note_names(function)
    for top in ast.iter_child_nodes(tree):
        for parent, field, place, node, statement in _visits(tree, top, within):
            before = _line(statement)
            for other in _others(node, parent):
                _put(parent, field, place, other)
                ast.fix_missing_locations(tree)
                source = ast.unparse(tree)
                after = _line(other if node is statement and isinstance(other, ast.stmt) else statement)
                _put(parent, field, place, node)
                if source not in seen:
                    seen.add(source)
                    yield Change(source, before, after)


def _visits(tree: ast.Module, top: ast.AST, within: Callable[[ast.AST], bool]) -> Iterator[Visit]:
    """All nodes below `top`, outermost first, that are in or under a node that is meant."""

    def walk(node: ast.AST, statement: ast.stmt, meant: bool) -> Iterator[Visit]:
        for field, value in ast.iter_fields(node):
            if field in ("annotation", "returns", "decorator_list", "ctx"):
                continue
            for place, child in enumerate(value) if isinstance(value, list) else [(None, value)]:
                if not isinstance(child, ast.AST) or _is_docstring(node, child):
                    continue
                own = child if isinstance(child, ast.stmt) else statement
                is_meant = meant or within(child)
                if is_meant:
                    yield node, field, place, child, own
                yield from walk(child, own, is_meant)

    assert isinstance(top, ast.stmt)
    yield from walk(top, top, within(top))


def _note_names(function: ast.FunctionDef) -> None:
    """What each return of a function could give back instead: its first argument, and what it made last."""
    made = [node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    names = [arg.arg for arg in function.args.args[:1]] + made[-1:]
    for node in ast.walk(function):
        if isinstance(node, ast.Return):
            node.names = names  # type: ignore[attr-defined]


def _is_docstring(parent: ast.AST, node: ast.AST) -> bool:
    text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    return text or isinstance(parent, ast.JoinedStr)


def _put(parent: ast.AST, field: str, place: int | None, node: ast.AST) -> None:
    if place is None:
        setattr(parent, field, node)
    else:
        getattr(parent, field)[place] = node


def _line(node: ast.AST) -> str:
    """A statement in one line; of a block, its head."""
    return ast.unparse(node).split("\n")[0]


def _others(node: ast.AST, parent: ast.AST) -> Iterator[ast.AST]:
    """What could stand in the place of this node."""
    match node:
        case ast.BinOp():
            yield from _operations(node)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            yield operand
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.Compare(ops=[op], comparators=comparators, left=left):
            for other in COMPARISONS.get(type(op), []):
                yield ast.Compare(left, [other()], comparators)
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
        case ast.Constant():
            yield from _constants(node, is_index=isinstance(parent, (ast.Subscript, ast.Tuple)))
        case ast.Slice():
            yield from _slices(node)
        case ast.Subscript(value=value, slice=ast.Name() as index, ctx=ast.Load()):
            for by in (1, -1):
                yield ast.Subscript(value, _shifted(index, by), ast.Load())
        case ast.Attribute():
            yield from _attributes(node)
        case ast.Call():
            yield from _calls(node)
        case ast.Tuple(elts=[first, second, *rest], ctx=ast.Load()) if not _is_set(parent):
            yield ast.Tuple([second, first, *rest], ast.Load())
            if rest:
                yield ast.Tuple([first, rest[0], second, *rest[1:]], ast.Load())
        case ast.stmt():
            yield from _statements(node)


def _is_set(parent: ast.AST) -> bool:
    """A tuple whose order means nothing: the axes of a sum."""
    called = parent.value if isinstance(parent, ast.keyword) else parent
    return isinstance(called, ast.Call) and _name(called.func) in INDEPENDENT_OF_ORDER


def _name(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _operations(node: ast.BinOp) -> Iterator[ast.AST]:
    for other in OPERATORS.get(type(node.op), []):
        yield ast.BinOp(node.left, other(), node.right)
    if isinstance(node.op, ONE_SIDED):
        yield ast.BinOp(node.right, node.op, node.left)
    if isinstance(node.op, (ast.Add, ast.Sub)) and isinstance(node.right, ast.Constant):
        yield node.left


def _constants(node: ast.Constant, *, is_index: bool) -> Iterator[ast.AST]:
    """One more, one less; a float doubled or with the other sign. An index below 0 would count from the end."""
    value = node.value
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
        if value or not is_index:
            yield _number(value - 1)
    elif isinstance(value, float):
        yield from (ast.Constant(value * 2), _number(-value)) if value else (ast.Constant(1.0),)


def _number(value: float) -> ast.AST:
    return ast.Constant(value) if value >= 0 else ast.UnaryOp(ast.USub(), ast.Constant(-value))


def _shifted(node: ast.expr, by: int) -> ast.expr:
    return ast.BinOp(node, ast.Add() if by > 0 else ast.Sub(), ast.Constant(1))


def _slices(node: ast.Slice) -> Iterator[ast.AST]:
    if node.lower is not None and not isinstance(node.lower, ast.Constant):
        yield from (ast.Slice(_shifted(node.lower, by), node.upper, node.step) for by in (1, -1))
    if node.upper is not None and not isinstance(node.upper, ast.Constant):
        yield from (ast.Slice(node.lower, _shifted(node.upper, by), node.step) for by in (1, -1))
    if node.step is not None:
        yield ast.Slice(node.lower, node.upper, None)


def _attributes(node: ast.Attribute) -> Iterator[ast.AST]:
    if node.attr in ("T", "mT"):
        yield node.value
    if node.attr in TWINS:
        yield ast.Attribute(node.value, TWINS[node.attr], ast.Load())


def _calls(node: ast.Call) -> Iterator[ast.AST]:
    name, args = _name(node.func), node.args
    if name in TURNS and isinstance(node.func, ast.Attribute):
        inner = args[0] if _name(node.func.value) == "torch" and args else node.func.value
        yield inner
    if len(args) >= 2 and name not in INDEPENDENT_OF_ORDER:
        yield ast.Call(node.func, [args[1], args[0], *args[2:]], node.keywords)
    if len(args) >= 3:
        yield ast.Call(node.func, [args[0], args[2], args[1], *args[3:]], node.keywords)
    if name == "range":
        last = len(args) - 1 if len(args) < 3 else 1
        for by in (1, -1):
            moved = [_shifted(arg, by) if place == last else arg for place, arg in enumerate(args)]
            yield ast.Call(node.func, moved, node.keywords)
        if len(args) == 1:
            yield ast.Call(node.func, [ast.Constant(1), *args], node.keywords)
    for place, keyword in enumerate(node.keywords):
        if keyword.arg in ("dim", "axis", "keepdim", "stride", "padding", "dilation", "groups", "bias"):
            yield ast.Call(node.func, args, [k for n, k in enumerate(node.keywords) if n != place])


def _statements(node: ast.stmt) -> Iterator[ast.AST]:
    match node:
        case ast.Assign() | ast.AugAssign() | ast.Expr():
            yield ast.Pass()
    match node:
        case ast.AugAssign(target=target, op=op, value=value):
            for other in OPERATORS.get(type(op), []):
                yield ast.AugAssign(target, other(), value)
            yield ast.Assign([target], value, lineno=node.lineno)
        case ast.Return(value=ast.expr() as value):
            yield ast.Return(ast.UnaryOp(ast.USub(), value))
            yield ast.Return(ast.Attribute(copy.deepcopy(value), "mT", ast.Load()))
            flipped = ast.Attribute(copy.deepcopy(value), "flip", ast.Load())
            yield ast.Return(ast.Call(flipped, [ast.UnaryOp(ast.USub(), ast.Constant(1))], []))
            for name in getattr(node, "names", []):
                yield ast.Return(ast.Name(name, ast.Load()))
        case ast.If(test=test, body=body, orelse=orelse):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
            yield ast.If(ast.Constant(False), body, orelse)

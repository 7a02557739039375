"""The language policy: which Python a learner's file may contain, and where guards are put into it.

RestrictedPython supplies the frame (a node type without a visitor is refused, so new syntax is never trusted by
accident). Its guards for items, iteration, unpacking and star-arguments would be the identity here and are left out:
ordinary loops then run at full speed. What stays guarded: attributes, imports, classes. Guards have names that no
program can spell, such as `(getattr)`, so no name needs to be reserved. This is teaching and the only wall of the
`language` tier; the boundary of the full tier is the jail.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from types import CodeType
from typing import Any, TypeVar

from RestrictedPython.transformer import INSPECT_ATTRIBUTES, RestrictingNodeTransformer

from grader.model import Json
from grader.sandbox.modules import MODULES
from grader.sandbox.refusal import FILENAME, Refused
from grader.sandbox.rules import (
    IMPORTS_REFUSED,
    NAMES_REFUSED,
    PLAIN_DUNDERS,
    SPECIAL_ATTRIBUTES,
    SPECIAL_METHODS,
    STATEMENTS_REFUSED,
)

_OPERATORS: dict[type[ast.operator], str] = {
    ast.Add: "iadd",
    ast.Sub: "isub",
    ast.Mult: "imul",
    ast.Div: "itruediv",
    ast.Mod: "imod",
    ast.Pow: "ipow",
    ast.LShift: "ilshift",
    ast.RShift: "irshift",
    ast.BitOr: "ior",
    ast.BitXor: "ixor",
    ast.BitAnd: "iand",
    ast.FloorDiv: "ifloordiv",
    ast.MatMult: "imatmul",
}
_Node = TypeVar("_Node", bound=ast.AST)


def compile_source(source: str) -> CodeType:
    """Learner source → guarded code. Raises `Refused` with the first line that is not allowed, or SyntaxError."""
    if "\0" in source:
        raise Refused("refused.binary", 1)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a SyntaxWarning of the learner's is not ours to print
        tree = ast.parse(source, FILENAME)
        transformer = LearnerTransformer()
        transformer.visit(tree)
        if refusals := transformer.refusals + _refused_names(transformer.suspects, tree):
            raise min(refusals, key=lambda refused: refused.line or 0)
        return compile(tree, FILENAME, "exec", dont_inherit=True)


def _refused_names(suspects: list[ast.Name], tree: ast.AST) -> list[Refused]:
    """Refusals of the names that the file itself gives no meaning to: a parameter called `input` is not the builtin."""
    if not suspects:
        return []
    bound = {name for node in ast.walk(tree) for name in _names_bound_by(node)}
    return [Refused(NAMES_REFUSED[node.id], node.lineno, name=node.id) for node in suspects if node.id not in bound]


def _names_bound_by(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Name(id=name, ctx=ast.Store() | ast.Del()) | ast.arg(arg=name):
            yield name
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.ExceptHandler(name=str(name)):
            yield name


def is_dunder(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")


class LearnerTransformer(RestrictingNodeTransformer):
    """Collects refusals and puts guards in; positions stay the learner's own, so tracebacks name the right line."""

    def __init__(self) -> None:
        super().__init__()
        self.refusals: list[Refused] = []
        self.suspects: list[ast.Name] = []

    def refuse(self, node: ast.AST, code: str, **args: Json) -> None:
        self.refusals.append(Refused(code, getattr(node, "lineno", 1), **args))

    # What RestrictedPython itself finds wrong, said in our codes.

    def error(self, node: ast.AST, info: str) -> None:
        self.refuse(node, "refused.statement", name=type(node).__name__)

    def not_allowed(self, node: ast.AST) -> None:
        name = type(node).__name__
        self.refuse(node, STATEMENTS_REFUSED.get(name, "refused.statement"), name=name)

    def check_name(self, node: ast.AST, name: str | None, allow_magic_methods: bool = False) -> None:
        if name is None or not is_dunder(name) or name in PLAIN_DUNDERS:
            return
        if not allow_magic_methods:
            self.refuse(node, "refused.dunder-name", name=name)
        elif name not in SPECIAL_METHODS or getattr(node, "col_offset", 0) == 0:
            self.refuse(node, "refused.dunder-method", name=name)

    # Allowed as they are.

    def _allowed(self, node: _Node) -> _Node:
        result: _Node = self.node_contents_visit(node)
        return result

    def _leaf(self, node: ast.AST) -> ast.AST:
        return node  # nothing below it: half of all nodes, not worth a walk

    visit_Load = visit_Store = visit_Del = visit_Constant = visit_Pass = visit_Break = visit_Continue = _leaf
    visit_Add = visit_Sub = visit_Mult = visit_Div = visit_FloorDiv = visit_Mod = visit_Pow = visit_MatMult = _leaf
    visit_Eq = visit_NotEq = visit_Lt = visit_LtE = visit_Gt = visit_GtE = visit_USub = visit_Not = _leaf
    visit_Subscript = visit_For = visit_comprehension = visit_Assign = visit_With = visit_Call = _allowed
    visit_Slice = visit_NamedExpr = visit_Module = visit_Starred = _allowed

    def visit_Global(self, node: ast.Global | ast.Nonlocal) -> ast.AST:
        for name in node.names:
            self.check_name(node, name)
        return node

    visit_Nonlocal = visit_Global

    # Names.

    def visit_Name(self, node: ast.Name) -> ast.AST:
        if isinstance(node.ctx, ast.Load):
            if node.id in NAMES_REFUSED:
                self.suspects.append(node)
            if node.id == "__name__":
                return node
        self.check_name(node, node.id)
        return node

    # Attributes.

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        special = isinstance(node.ctx, ast.Load) and node.attr in SPECIAL_ATTRIBUTES
        if not special:
            self._check_attribute(node)
        value = self.visit(node.value)
        if isinstance(node.ctx, ast.Load):
            return _guard("(special)" if special else "(getattr)", node, value, ast.Constant(node.attr))
        node.value = _guard("(write)", node.value, value)
        return node

    def _check_attribute(self, node: ast.Attribute) -> None:
        name = node.attr
        if is_dunder(name):
            self.refuse(node, "refused.dunder-attribute", name=name)
        elif name.startswith("_"):
            self.refuse(node, "refused.private-attribute", name=name, instead=name.lstrip("_") or "value")
        elif name in INSPECT_ATTRIBUTES:
            self.refuse(node, "refused.inspect", name=name)

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST:
        """`x.a += v` reads and writes through the guard; names and items need none."""
        target = node.target
        if not isinstance(target, ast.Attribute):
            return self._allowed(node)
        self._check_attribute(target)
        operator = ast.Constant(_OPERATORS[type(node.op)])
        place = _guard("(update)", target, self.visit(target.value), ast.Constant(target.attr), operator)
        call = ast.Call(func=place, args=[self.visit(node.value)], keywords=[])
        return ast.copy_location(ast.Expr(ast.copy_location(call, node)), node)

    # Annotations are dropped, not evaluated.

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        if node.value is None:
            return ast.copy_location(ast.Pass(), node)
        plain = ast.Assign(targets=[node.target], value=node.value)
        return self._allowed(ast.copy_location(plain, node))

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.check_name(node, node.name, allow_magic_methods=True)
        node.returns = None
        return self._allowed(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        self.check_name(node, node.arg)
        node.annotation = None
        return node

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        return self._allowed(node)

    # Classes.

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        self.check_name(node, node.name)
        if node.keywords:
            self.refuse(node, "refused.metaclass")
        fields = _fields(node) if node.decorator_list else []
        self._allowed(node)
        if fields:
            node.body.append(ast.fix_missing_locations(ast.copy_location(_annotations(fields), node)))
        node.keywords = [ast.keyword(arg="metaclass", value=_name("(class)", node), **_position(node))]
        return node

    # Imports become assignments from the facade: the import system is never asked.

    def visit_Import(self, node: ast.Import) -> list[ast.stmt]:
        imports: list[ast.stmt] = []
        for alias in node.names:
            if self._may_import(node, alias.name):
                source = alias.name if alias.asname else alias.name.split(".")[0]
                imports.append(self._bind(node, alias.asname or source, source))
        return imports or [ast.copy_location(ast.Pass(), node)]

    def visit_ImportFrom(self, node: ast.ImportFrom) -> list[ast.stmt]:
        imports: list[ast.stmt] = []
        module = node.module or ""
        if node.level:
            self.refuse(node, "refused.import-relative")
        elif module != "__future__" and self._may_import(node, module):
            for alias in node.names:
                if self._may_import_name(node, module, alias.name):
                    imports.append(self._bind(node, alias.asname or alias.name, module, alias.name))
        return imports or [ast.copy_location(ast.Pass(), node)]

    def _may_import(self, node: ast.stmt, module: str) -> bool:
        if module in MODULES:
            return True
        self.refuse(node, _import_code(module), name=module)
        return False

    def _may_import_name(self, node: ast.stmt, module: str, name: str) -> bool:
        if name == "*":
            self.refuse(node, "refused.import-star", name=module)
            return False
        try:
            MODULES[module].get(name)
        except Refused as refused:
            self.refuse(node, refused.code, **refused.message_args)
            return False
        except AttributeError:
            return True  # a misspelt name: the ImportError at run time says so
        return True

    def _bind(self, node: ast.stmt, target: str, *source: str) -> ast.stmt:
        self.check_name(node, target)
        value = _guard("(import)", node, *(ast.Constant(part) for part in source))
        return ast.copy_location(ast.Assign([ast.copy_location(ast.Name(target, ast.Store()), node)], value), node)


def _fields(node: ast.ClassDef) -> list[str]:
    """The names with a type in a class, in order: what `@dataclass` asks for. Their types stay unread."""
    hints = [stmt for stmt in node.body if isinstance(stmt, ast.AnnAssign) and isinstance(stmt.target, ast.Name)]
    return [hint.target.id for hint in hints if isinstance(hint.target, ast.Name) and "ClassVar" not in ast.dump(hint)]


def _annotations(fields: list[str]) -> ast.stmt:
    """`__annotations__ = {"x": None, …}`, as a class statement with types leaves them."""
    nothing: list[ast.expr] = [ast.Constant(None) for _ in fields]
    names = ast.Dict(keys=[ast.Constant(name) for name in fields], values=nothing)
    return ast.Assign(targets=[ast.Name("__annotations__", ast.Store())], value=names)


def _import_code(module: str) -> str:
    """Why a module is not on offer; what is said of an inner module goes before what is said of the outer."""
    while module not in IMPORTS_REFUSED and "." in module:
        module = module.rpartition(".")[0]
    return IMPORTS_REFUSED.get(module, "refused.import")


def _position(node: Any) -> dict[str, int]:
    return {name: getattr(node, name) for name in ("lineno", "col_offset", "end_lineno", "end_col_offset")}


def _name(name: str, node: ast.AST) -> ast.Name:
    return ast.copy_location(ast.Name(name, ast.Load()), node)


def _guard(name: str, node: ast.AST, *args: ast.expr) -> ast.Call:
    """A call of a guard, all of it at the position of `node`. Walking down again for positions would cost O(n²)."""
    for arg in args:
        if not hasattr(arg, "lineno"):
            ast.copy_location(arg, node)
    return ast.copy_location(ast.Call(func=_name(name, node), args=list(args), keywords=[]), node)

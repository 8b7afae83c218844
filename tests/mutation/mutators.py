"""The small faults that are put into a module: what a tired programmer would get wrong."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult, ast.Mod: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
_TWINS = {
    "min": "max", "max": "min", "any": "all", "all": "any", "find": "rfind", "rfind": "find",
    "startswith": "endswith", "endswith": "startswith", "search": "match", "fullmatch": "match",
    "lstrip": "rstrip", "rstrip": "lstrip",
}  # fmt: skip
_LEFT_OUT = {"sorted", "strip", "lstrip", "rstrip", "lower", "casefold", "clean_text", "clean_line",
             "without_secrets", "escaped", "frozenset"}  # fmt: skip
"""Calls whose argument (or owner) can stand in their place."""

Put = Callable[[ast.AST], None]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: where it is and what it makes of the code."""

    line: int
    function: str
    before: str
    after: str
    source: str
    """The whole module with the fault in it."""

    @property
    def name(self) -> str:
        """The same after lines above have come and gone: by this an excuse finds its mutant."""
        return f"{self.function}: {self.before} → {self.after}"


def mutants(source: str) -> Iterator[Mutant]:
    """Every fault there is to make in a module, in the order of its lines."""
    tree = ast.parse(source)
    seen: dict[str, int] = {}
    for place in _places(tree, ""):
        for replacement in _faults(place.node):
            before = _short(place.node)
            place.put(replacement)
            mutated = ast.unparse(ast.fix_missing_locations(tree))
            after = _short(replacement)
            place.put(place.node)
            name = f"{place.function}: {before} → {after}"
            seen[name] = seen.get(name, 0) + 1
            if seen[name] > 1:
                after += f" ({seen[name]})"
            yield Mutant(place.node.lineno, place.function, before, after, mutated)


@dataclass(frozen=True, slots=True)
class _Place:
    node: ast.expr | ast.stmt
    function: str
    put: Put


def _places(node: ast.AST, function: str) -> Iterator[_Place]:
    """Every expression and statement that runs, with the way to put another in its place."""
    for field, value in ast.iter_fields(node):
        if _is_left_alone(node, field):
            continue
        for number, child in enumerate(value if isinstance(value, list) else [value]):
            if not isinstance(child, ast.AST) or _is_docstring(child):
                continue
            inside = function
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                inside = f"{function}.{child.name}".lstrip(".")
            if isinstance(child, ast.expr | ast.stmt):

                def put(new: ast.AST, value=value, field=field, number=number) -> None:
                    if isinstance(value, list):
                        value[number] = new
                    else:
                        setattr(node, field, new)

                yield _Place(child, inside, put)
            yield from _places(child, inside)


def _is_left_alone(node: ast.AST, field: str) -> bool:
    """Types, decorators and the like do not run, or run only to say the same faster."""
    if field in ("annotation", "returns", "decorator_list", "bases", "ctx", "op", "ops", "targets"):
        return True
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return True
    if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
        return True
    if isinstance(node, ast.FormattedValue) and field == "format_spec":
        return True
    return isinstance(node, ast.Raise) and field in ("exc", "cause")


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _short(node: ast.AST) -> str:
    text = ast.unparse(node)
    # Of what has a body, only its first line.
    text = text.partition("\n")[0] if isinstance(node, ast.stmt) else " ".join(text.split())
    return text if len(text) <= 160 else f"{text[:159]}…"


# ------------------------------------------------------------------ faults


def _faults(node: ast.expr | ast.stmt) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(left, [operator], [right]):
            yield ast.Compare(left, [_COMPARISONS[type(operator)]()], [right])
        case ast.BoolOp(operator, values):
            yield ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), values)
            for left_out in range(len(values)):
                rest = [value for number, value in enumerate(values) if number != left_out]
                yield rest[0] if len(rest) == 1 else ast.BoolOp(operator, rest)
        case ast.BinOp(left, operator, right) if type(operator) in _OPERATORS:
            if not (_is_text(left) or _is_text(right)):
                yield ast.BinOp(left, _OPERATORS[type(operator)](), right)
        case ast.UnaryOp(ast.Not() | ast.USub(), operand):
            yield operand
        case ast.Constant(value):
            yield from _other_constants(value)
        case ast.IfExp(test, body, orelse):
            yield ast.IfExp(_negated(test), body, orelse)
        case ast.Subscript(value, ast.Slice(lower, upper, None), context):
            if lower:
                yield ast.Subscript(value, ast.Slice(None, upper), context)
            if upper:
                yield ast.Subscript(value, ast.Slice(lower, None), context)
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
            yield from _unfiltered(node)
        case ast.Call():
            yield from _other_calls(node)
        case ast.stmt():
            yield from _other_statements(node)


def _other_constants(value: object) -> Iterator[ast.AST]:
    match value:
        case bool():
            yield ast.Constant(not value)
        case int():
            yield ast.Constant(value + 1)
            if value > 0:
                yield ast.Constant(value - 1)
        case float():
            yield ast.Constant(value * 1.5)
        case str():
            yield ast.Constant("" if value else "fault")


def _other_calls(node: ast.Call) -> Iterator[ast.AST]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
    if name in _TWINS:
        twin = _TWINS[name]
        function = (
            ast.Attribute(node.func.value, twin, ast.Load())
            if isinstance(node.func, ast.Attribute)
            else ast.Name(twin, ast.Load())
        )
        yield ast.Call(function, node.args, node.keywords)
    if name in _LEFT_OUT:
        if isinstance(node.func, ast.Attribute):
            yield node.func.value
        elif node.args:
            yield node.args[0]
    for left_out in node.keywords:
        rest = [keyword for keyword in node.keywords if keyword is not left_out]
        yield ast.Call(node.func, node.args, rest)


def _unfiltered(node: ast.expr) -> Iterator[ast.AST]:
    """A comprehension that forgets one of its conditions."""
    for number, loop in enumerate(node.generators):
        for condition in loop.ifs:
            ifs = [other for other in loop.ifs if other is not condition]
            loops = list(node.generators)
            loops[number] = ast.comprehension(loop.target, loop.iter, ifs, loop.is_async)
            fields = dict(ast.iter_fields(node))
            yield type(node)(**{**fields, "generators": loops})


def _other_statements(node: ast.stmt) -> Iterator[ast.AST]:
    match node:
        case ast.If(test, body, orelse):
            if ast.unparse(test) != "TYPE_CHECKING":
                yield ast.If(_negated(test), body, orelse)
        case ast.While(test, body, orelse):
            yield ast.While(_negated(test), body, orelse)
        case ast.With(items, body):
            if "transaction" in ast.unparse(items[0]):
                yield ast.If(ast.Constant(True), body, [])
        case ast.Return(value):
            if value is not None and not (isinstance(value, ast.Constant) and value.value is None):
                yield ast.Return(None)
        case ast.Continue():
            yield ast.Break()
            yield ast.Pass()
        case ast.Break():
            yield ast.Continue()
            yield ast.Pass()
        case ast.Expr() | ast.AugAssign() | ast.Delete() | ast.Raise():
            yield ast.Pass()
        case ast.Assign([ast.Attribute() | ast.Subscript()]):
            yield ast.Pass()


def _negated(test: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), test)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )

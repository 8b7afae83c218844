"""Which conditions of a query are about one figure: those that stand side by side, within the same brackets.

"subject:Soldaten figure>5000 role:delta" asks for a figure of soldiers above 5,000 by which something
changed. Brackets part: "(subject:Soldaten) (figure>5000)" asks for two, which may be the same. What a minus
leaves out is, beside another condition on figures, such a figure; by itself it is an article with one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lesart.query.tree import FIGURE_LABELS, All, Amount, AnyOf, Labelled, Node, Not, Query


def is_on_figures(node: Node) -> bool:
    """Whether single figures answer the condition, one of several joined by OR, or what a minus leaves out."""
    return _is_found(node.part if isinstance(node, Not) else node)


def _is_found(node: Node) -> bool:
    match node:
        case Amount():
            return True
        case Labelled(label):
            return label in FIGURE_LABELS
        case AnyOf(parts):
            return all(_is_found(part) for part in parts)
        case _:
            return False


def on_one_figure(parts: Sequence[Node]) -> tuple[Node, ...]:
    """Those of the parts, all of which are meant, that one figure has to answer; none where there is
    nothing to be found but only something to be left out."""
    found = tuple(part for part in parts if is_on_figures(part))
    return found if any(not isinstance(part, Not) for part in found) else ()


def asked_figures(query: Query) -> list[tuple[Node, ...]]:
    """What the query asks of figures: each one is for a figure that answers all of its conditions."""
    return list(_asked(query.root))


def _asked(node: Node) -> Iterator[tuple[Node, ...]]:
    match node:
        case All(parts):
            together = on_one_figure(parts)
            if together:
                yield together
            for part in parts:
                if part not in together:
                    yield from _asked(part)
        case AnyOf(parts):
            for part in parts:
                yield from _asked(part)
        case Amount() | Labelled() if _is_found(node):
            yield (node,)

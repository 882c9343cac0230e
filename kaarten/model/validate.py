"""The door to pydantic: a node and a model give an instance, or Diagnostics at the exact key or value.

In: a Node, whose every scalar is text. Out: a frozen instance; else None and all faults of the node at once in the
Report. Pydantic's errors are told apart by their type, never by their sentences, and placed by walking their path
through the nodes. Leaves alone: faults between several models, such as two domains on one slot (`tailor`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Sequence as ManyOf
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from kaarten.diagnostics import Mark, Report
from kaarten.diagnostics.guess import guess
from kaarten.model.fields import Branch
from kaarten.source.nodes import Mapping, Node, Scalar, Sequence
from kaarten.text import Text

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

M = TypeVar("M", bound=BaseModel)
Path = tuple[str | int, ...]

_CODES = {
    "int_parsing": "not-a-number",
    "int_type": "not-a-number",
    "int_from_float": "not-a-number",
    "int_parsing_size": "not-a-number",
    "float_parsing": "not-a-number",
    "float_type": "not-a-number",
    "finite_number": "not-a-number",
    "is_instance_of": "not-a-text",
    "string_type": "not-a-text",
    "bool_parsing": "not-yes-or-no",
    "bool_type": "not-yes-or-no",
    "literal_error": "not-one-of",
    "enum": "not-one-of",
    "model_type": "not-a-mapping",
    "dict_type": "not-a-mapping",
    "list_type": "not-a-list",
    "tuple_type": "not-a-list",
    "greater_than": "not-above",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
    "too_short": "wrong-number-of-items",
    "too_long": "wrong-number-of-items",
    "string_pattern_mismatch": "not-well-formed",
    "value_error": "wrong-value",
}
"""Types of pydantic's own errors; ours are raised by `base.fault` and are codes already."""

_BOUNDS = {"ge": "least", "gt": "above", "le": "most", "min_length": "least", "max_length": "most"}
"""Pydantic's names of limits, and the details that hold them."""
_KEY = "[key]"


def validate(model: type[M], node: Node, report: Report, *, id: str = "") -> M | None:
    """An instance of `model`, or None with every fault in the report. Texts get `id` and their path as their name."""
    try:
        return model.model_validate(_plain(node, id))
    except ValidationError as refused:
        errors = [_of_kind(error) for error in refused.errors(include_url=False)]
        for error in errors:
            if _follows(error, errors):
                continue
            if error["type"] == "missing":
                _report_missing(model, node, error["loc"], errors, report, id)
            else:
                _report(model, node, error, report)
        return None


def text_of(node: Scalar, id: str) -> Text:
    return Text(node.text, node.mark, id)


def _plain(node: Node, id: str) -> object:
    if isinstance(node, Scalar):
        return None if node.null else text_of(node, id)
    dot = f"{id}." if id else ""
    if isinstance(node, Sequence):
        return [_plain(item, f"{dot}{number}") for number, item in enumerate(node.items, 1)]
    branch = Branch((key, _plain(value, f"{dot}{key}")) for key, value in node)
    branch.node = node
    return branch


# ---- from an error to a Diagnostic


def _of_kind(error: ErrorDetails) -> ErrorDetails:
    """A fault of the `kind` that tells models of a union apart, as that of any key that must be one of a few."""
    context, loc = error.get("ctx", {}), error["loc"]
    key = str(context.get("discriminator", "")).strip("'")
    if error["type"] == "union_tag_not_found":
        return {**error, "type": "missing", "loc": (*loc, key)}
    if error["type"] == "union_tag_invalid":
        choices = {"expected": context["expected_tags"]}
        return {**error, "type": "literal_error", "loc": (*loc, key), "input": context["tag"], "ctx": choices}
    return error


def _follows(error: ErrorDetails, errors: ManyOf[ErrorDetails]) -> bool:
    """Whether a fault only follows from another: below a key that cannot be, or a key missing that was mistyped."""
    loc = error["loc"]
    refused = [other["loc"][:-1] for other in errors if other["loc"][-1:] == (_KEY,)]
    if loc[-1:] != (_KEY,) and any(loc[: len(key)] == key for key in refused):
        return True
    beside = [
        other["loc"][-1] for other in errors if other["type"] == "extra_forbidden" and other["loc"][:-1] == loc[:-1]
    ]
    return error["type"] == "missing" and any(guess(str(key), [str(loc[-1])]) for key in beside)


def _report_missing(
    model: type[BaseModel], node: Node, loc: Path, errors: ManyOf[ErrorDetails], report: Report, name: str
) -> None:
    """One fault for all that a mapping lacks: missing-key, or for an item with a name like another's unknown-id."""
    place, above = walk(node, loc[:-1]), walk(node, loc[:-2])
    missing = [error["loc"][-1] for error in errors if error["type"] == "missing" and error["loc"][:-1] == loc[:-1]]
    if isinstance(place.node, Sequence):
        report.error(
            "wrong-number-of-items", place.value, key=_last(place.path), least=len(place.node.items) + len(missing)
        )
        return
    by_id = any(get_origin(found) is dict for found in types_at(model, above.path))
    id = _last(place.path)
    others = [key for key in above.node.entries if key != id] if by_id and isinstance(above.node, Mapping) else []
    if near := guess(id, others):
        report.error("unknown-id", place.key, id=id, guess=near, keys=missing)
    else:
        above_it = () if not name or name.startswith("_") else (name,)  # `_brand` is no key
        where = _dotted((*above_it, *place.path))
        report.error("missing-key", place.key, key=", ".join(map(str, missing)), where=where)


def _report(model: type[BaseModel], node: Node, error: ErrorDetails, report: Report) -> None:
    kind, loc, value = error["type"], error["loc"], error["input"]
    if kind == "extra_forbidden":
        place = walk(node, loc)
        if value is None and str(loc[-1]).isdecimal():  # `{black: 0,04}`: two items to YAML
            report.error("comma-in-number", place.key, tail=loc[-1])
            return
        known = [key for found in models_at(model, place.path[:-1]) for key in keys_of(found)]
        report.error("unknown-key", place.key, key=loc[-1], guess=guess(str(loc[-1]), known), known=known)
    elif loc and loc[-1] == _KEY:
        place = walk(node, loc[:-1])
        report.error("wrong-key", place.key, key=loc[-2])
    else:
        place = walk(node, loc)
        if value is None:
            report.error("missing-value", place.key, key=_last(place.path))
        else:
            code = _CODES.get(kind, "wrong-value" if "_" in kind else kind)
            report.error(code, place.value, **_details(model, error, place))


def _details(model: type[BaseModel], error: ErrorDetails, place: Place) -> dict[str, object]:
    context = error.get("ctx", {})
    details: dict[str, object] = {"key": _last(place.path), "value": _as_typed(place.node)}
    if error["type"] == "model_type":
        details["known"] = [key for found in models_at(model, place.path) for key in keys_of(found)]
    if "expected" in context:
        choices = re.findall("'([^']*)'", str(context["expected"]))
        details |= {"choices": ", ".join(choices), "guess": guess(_as_typed(place.node), choices)}
    unit = " mm" if isinstance(error["input"], float) else ""  # only a length has become a number by then
    for name, detail in _BOUNDS.items():
        if name in context:
            details[detail] = f"{float(context[name]):g}{unit}"
    own = {name: item for name, item in context.items() if name not in {"expected", "error", "actual_length", *_BOUNDS}}
    return details | own | ({"reason": str(context["error"])} if "error" in context else {})


def _as_typed(node: Node) -> str:
    """What a user sees at that place, a list or a map in short; of people in a table nothing."""
    if isinstance(node, Scalar):
        return "\N{HORIZONTAL ELLIPSIS}" if node.mark.cell else node.text
    return "[\N{HORIZONTAL ELLIPSIS}]" if isinstance(node, Sequence) else "{\N{HORIZONTAL ELLIPSIS}}"


# ---- where it stands


class Place:
    """A node on the way, the Mark of the key it stands under, and the keys that led there."""

    def __init__(self, node: Node, key: Mark, path: Path) -> None:
        self.node = node
        self.key = key
        self.path = path

    @property
    def value(self) -> Mark:
        return self.node.mark


def walk(node: Node, loc: Path) -> Place:
    """Follow a path of pydantic; parts that no node has (branches of a union) are stepped over."""
    place = Place(node, node.mark, ())
    for part in loc:
        at = place.node
        if isinstance(at, Mapping) and str(part) in at.entries:
            place = Place(at.entries[str(part)], at.keys[str(part)], (*place.path, str(part)))
        elif isinstance(at, Sequence) and isinstance(part, int) and part < len(at.items):
            place = Place(at.items[part], at.items[part].mark, (*place.path, part))
    return place


def _last(path: Path) -> str:
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "")


def _dotted(path: Path) -> str:
    return ".".join(str(part + 1 if isinstance(part, int) else part) for part in path)


# ---- what a model knows


def keys_of(model: type[BaseModel]) -> list[str]:
    """The keys a model takes, as YAML writes them."""
    return [field.alias or name for name, field in model.model_fields.items()]


def models_at(annotation: Any, path: ManyOf[str | int]) -> Iterator[type[BaseModel]]:
    """The models that may stand at a path below a type."""
    for found in types_at(annotation, path):
        if isinstance(found, type) and issubclass(found, BaseModel):
            yield found


def types_at(annotation: Any, path: ManyOf[str | int]) -> Iterator[Any]:
    """The types that a value at a path below a type may have; none if there is no such path."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from types_at(arguments[0], path)
    elif origin in (Union, UnionType):
        for option in arguments:
            yield from types_at(option, path)
    elif not path:
        yield annotation
    elif isinstance(origin, type):
        yield from types_at(arguments[-1] if issubclass(origin, dict) else arguments[0], path[1:])
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, field in annotation.model_fields.items():
            if path[0] == (field.alias or name):
                yield from types_at(field.annotation, path[1:])

"""A `_brand.yml` written out long, so that its model needs no unions.

In: a brand as nodes; brand.yml lets a text stand for a mapping nearly everywhere (`logo: mark.svg`, `base: Lato`). Out:
the same nodes, long, with every Mark kept; keys that only screens need are left aside, with one note that names them.
Leaves alone: keys nobody knows (the model refuses them), and what the values mean.
"""

from __future__ import annotations

from collections.abc import Callable

from kaarten.diagnostics import Report
from kaarten.source.nodes import Mapping, Node, Scalar, Sequence

_Change = Callable[[Node], Node]

_FOR_SCREENS: dict[tuple[str, ...], str] = {
    ("color",): "tertiary success info warning danger light dark",
    ("typography",): "monospace monospace-inline monospace-block link",
    ("typography", "base"): "size line-height style color background-color",
    ("typography", "headings"): "size line-height style color background-color",
    ("typography", "fonts", "*"): "weight style display version url",
    ("logo", "images", "*"): "attrs",
}
"""The keys of brand.yml that print has no use for (its pages on colour, typography and logo)."""


def long_form(node: Mapping, report: Report) -> Mapping:
    """The whole brand, long. Notes `brand-keys-aside` once."""
    aside: list[str] = []
    found = _without_screens(node, (), aside)
    if aside:
        report.note("brand-keys-aside", node.mark, keys=", ".join(aside))
    for key, change in _SECTIONS.items():
        found = _at(key, change)(found)
    assert isinstance(found, Mapping)
    return found


def _without_screens(node: Node, path: tuple[str, ...], aside: list[str]) -> Node:
    if isinstance(node, Sequence):
        return Sequence(tuple(_without_screens(item, (*path, "*"), aside) for item in node.items), node.mark)
    if not isinstance(node, Mapping):
        return node
    gone = _FOR_SCREENS.get(path, "").split()
    aside += [".".join((*path, key)) for key in node.entries if key in gone]
    step = "*" if path == ("logo", "images") else None
    kept = {key: _without_screens(value, (*path, step or key), aside) for key, value in node if key not in gone}
    return Mapping(kept, node.keys, node.mark)


# ---- changes that can be put together


def _at(key: str, change: _Change) -> _Change:
    """Change the value of one key, where there is one."""

    def changed(node: Node) -> Node:
        if not isinstance(node, Mapping) or key not in node.entries:
            return node
        return Mapping(node.entries | {key: change(node.entries[key])}, node.keys, node.mark)

    return changed


def _all(*changes: _Change) -> _Change:
    def changed(node: Node) -> Node:
        for change in changes:
            node = change(node)
        return node

    return changed


def _each(change: _Change) -> _Change:
    """Change every item of a list, or every value of a mapping."""

    def changed(node: Node) -> Node:
        if isinstance(node, Sequence):
            return Sequence(tuple(map(change, node.items)), node.mark)
        if isinstance(node, Mapping):
            return Mapping({key: change(value) for key, value in node}, node.keys, node.mark)
        return node

    return changed


def _under(key: str) -> _Change:
    """A text becomes a mapping with the text under `key`."""
    return lambda node: _wrapped(key, node) if isinstance(node, Scalar) and not node.null else node


def _wrapped(key: str, node: Node) -> Mapping:
    return Mapping({key: node}, {key: node.mark}, node.mark)


def _only(key: str) -> _Change:
    """Other keys are somebody else's and are dropped."""

    def changed(node: Node) -> Node:
        if not isinstance(node, Mapping):
            return node
        return Mapping({name: value for name, value in node if name == key}, node.keys, node.mark)

    return changed


def _image_variants(node: Node) -> Node:
    """`logo.svg`, `{path: logo.svg}` and `{light: logo.svg}` all become `{light: {path: logo.svg}}`."""
    node = _under("path")(node)
    if isinstance(node, Mapping) and "path" in node.entries:
        node = _wrapped("light", node)
    return _each(_under("path"))(node)


def _logo(node: Node) -> Node:
    """A logo that is one picture is a logo of medium size."""
    if isinstance(node, Scalar) and node.null:
        return node
    if isinstance(node, Scalar) or (isinstance(node, Mapping) and "path" in node.entries):
        node = _wrapped("medium", node)
    sizes = (_at(size, _image_variants) for size in ("small", "medium", "large"))
    return _all(_at("images", _each(_under("path"))), *sizes)(node)


_ROLES = ("primary", "secondary", "foreground", "background")
_SECTIONS: dict[str, _Change] = {
    "meta": _all(_only("name"), _at("name", _under("full"))),
    "color": _all(*(_at(role, _under("light")) for role in _ROLES)),
    "typography": _all(
        _at("fonts", _each(_at("files", _each(_under("path"))))),
        _at("base", _under("family")),
        _at("headings", _under("family")),
    ),
    "logo": _logo,
    "defaults": _all(_only("kaarten"), _at("kaarten", _at("logos", _each(_under("image"))))),
}

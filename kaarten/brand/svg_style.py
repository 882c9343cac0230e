"""How the tags of an SVG are painted: attributes, style sheet, inheritance; and what of it a path cannot do.

In: Tags. Out: for each tag the properties in force. A property that print would show otherwise (transparency, masks,
filters, markers) is an SvgFault, never left out in silence. Leaves alone: shapes and places (`svg`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kaarten.brand.svg_tree import Tag

INHERITED = frozenset(
    "color fill fill-rule fill-opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray "
    "stroke-dashoffset stroke-opacity visibility paint-order marker-start marker-mid marker-end".split()
)
_OWN = frozenset("opacity display clip-path mask filter mix-blend-mode vector-effect marker transform".split())

_ONLY = {
    "clip-path": ("none",),
    "mask": ("none",),
    "filter": ("none",),
    "mix-blend-mode": ("normal",),
    "vector-effect": ("none",),
    "visibility": ("visible",),
    "paint-order": ("normal", "fill stroke", "fill stroke markers"),
    "marker": ("none",),
    "marker-start": ("none",),
    "marker-mid": ("none",),
    "marker-end": ("none",),
    "fill-rule": ("nonzero", "evenodd"),
    "stroke-linecap": ("butt", "round"),
    "stroke-linejoin": ("miter", "round"),
}
"""The values we can draw; any other is a fault."""
_NUMBERS = {"opacity": 1, "fill-opacity": 1, "stroke-opacity": 1, "stroke-dashoffset": 0}

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"\s*([^{}@]+)\{([^{}]*)\}\s*")
_SELECTOR = re.compile(r"([A-Za-z]*|\*)((?:[.#][\w-]+)*)")

Properties = dict[str, str]
_Rule = tuple[int, str, frozenset[str], Properties]


class Sheet:
    """The style sheets of one file. Raises SvgFault (svg-unsupported, `style`) for what it does not understand."""

    def __init__(self, root: Tag) -> None:
        rules = [rule for tag in root.walk() if tag.name == "style" for rule in _rules(tag)]
        self._rules = sorted(rules, key=lambda rule: rule[0])

    def properties(self, tag: Tag, inherited: Mapping[str, str]) -> Properties:
        """What holds for a tag. Later wins: its parent's, its attributes, the sheet's rules, its own `style`."""
        own = {key: value.strip() for key, value in tag.attributes.items() if key in INHERITED or key in _OWN}
        marks = {f".{name}" for name in tag.attributes.get("class", "").split()} | {f"#{tag.attributes.get('id', '')}"}
        for _, name, wanted, properties in self._rules:
            if name in ("", "*", tag.name) and wanted <= marks:
                own |= properties
        own |= _declarations(tag.attributes.get("style", ""))
        found = dict(inherited) | {key: value for key, value in own.items() if value != "inherit"}
        _check(tag, found)
        return found


def inheritable(properties: Mapping[str, str]) -> Properties:
    """Those that hold for a tag's kids as well."""
    return {key: value for key, value in properties.items() if key in INHERITED}


def _check(tag: Tag, properties: Mapping[str, str]) -> None:
    for key, value in properties.items():
        if key in _ONLY and value not in _ONLY[key]:
            raise tag.fault("svg-unsupported", what=f"{key}: {value}")
        if key in _NUMBERS and _number(value) != _NUMBERS[key]:
            raise tag.fault("svg-unsupported", what=f"{key}: {value}")


def _number(value: str) -> float | None:
    try:
        return float(value.removesuffix("px").removesuffix("%")) / (100 if value.endswith("%") else 1)
    except ValueError:
        return None


def _rules(tag: Tag) -> Iterator[_Rule]:
    text = _COMMENT.sub("", tag.text).replace("<!--", "").replace("-->", "")
    end = 0
    for rule in _RULE.finditer(text):
        if rule.start() != end:
            break
        end = rule.end()
        for selector in rule[1].split(","):
            found = _SELECTOR.fullmatch(selector.strip())
            if not found:
                raise tag.fault("svg-unsupported", what=selector.strip())
            marks = frozenset(re.findall(r"[.#][\w-]+", found[2]))
            weight = sum(100 if mark[0] == "#" else 10 for mark in marks) + (found[1] not in ("", "*"))
            yield weight, found[1], marks, _declarations(rule[2])
    if text[end:].strip():
        raise tag.fault("svg-unsupported", what=text[end:].split("{")[0].strip()[:40])


def _declarations(text: str) -> Properties:
    pairs = (part.partition(":") for part in text.split(";") if ":" in part)
    named = ((key.strip(), value.replace("!important", "").strip()) for key, _, value in pairs)
    return {key: value for key, value in named if key in INHERITED or key in _OWN}

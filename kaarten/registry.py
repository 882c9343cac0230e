"""The layouts that are installed, by name.

In: the entry points of the group `kaarten.layouts`, each naming one package; a layout is a module of it and bears the
module's name. Out: a Layout, or a Diagnostic at the line that asked for it. Ours come in by the same door as those of
other organisations. Only what is asked for is imported. Leaves alone: what a layout draws.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import entry_points
from types import ModuleType
from typing import TYPE_CHECKING, Any

from kaarten.diagnostics import NOWHERE, Mark, Report
from kaarten.diagnostics.guess import guess

if TYPE_CHECKING:  # pydantic comes with it: listing names must stay quick
    from kaarten.compose.face import Piece
    from kaarten.geometry import Size
    from kaarten.model.content import LayoutContent

    Compose = Callable[[Any, Any], Iterable[Piece]]

GROUP = "kaarten.layouts"
OURS = "kaarten"


@dataclass(frozen=True, slots=True)
class Provider:
    """A package of layouts and the distribution that installed it."""

    distribution: str
    package: str


@dataclass(frozen=True, slots=True)
class Layout:
    """How one kind of material looks: the model of what it asks for, and the function that draws it."""

    name: str
    content: type[LayoutContent]
    compose: Compose
    module: ModuleType

    @property
    def smallest(self) -> tuple[Size, ...]:
        """The smallest trim sizes (mm) that the layout can draw, as large as one of which a piece must be."""
        stated: Size | tuple[Size, ...] = getattr(self.module, "SMALLEST", ())
        return stated if isinstance(stated, tuple) else (stated,)

    @property
    def after_all(self) -> bool:
        """Whether it tells of all other materials, and so is made after them."""
        return bool(getattr(self.module, "AFTER_ALL", False))

    @property
    def whole_pack(self) -> bool:
        """Whether it names or counts other materials, so that it changes with any of them."""
        return self.after_all or bool(getattr(self.module, "WHOLE_PACK", False))

    @property
    def largest(self) -> Size | None:
        """The largest, for a layout that is drawn for one size."""
        return getattr(self.module, "LARGEST", None)


class Registry:
    """Finds layouts in the packages of `providers`; where each one stands is read once, at the start."""

    def __init__(self, providers: Sequence[Provider]) -> None:
        self._installed = bool(providers)
        self._missing: list[Provider] = []
        self._places: dict[str, list[Provider]] = {}
        for provider in providers:
            folders = _folders_of(provider.package)
            if not folders:
                self._missing.append(provider)
            for found in pkgutil.iter_modules(folders):
                if not found.name.startswith("_"):
                    self._places.setdefault(found.name, []).append(provider)

    @classmethod
    def installed(cls) -> Registry:
        """What this environment offers."""
        points = entry_points(group=GROUP)
        return cls([Provider(point.dist.name if point.dist else point.name, point.module) for point in points])

    def names(self) -> list[str]:
        """All layouts, in alphabetical order; none is imported."""
        return sorted(self._places)

    def get(self, name: str, mark: Mark, report: Report) -> Layout | None:
        """The layout of this name, or None and the reason in `report`, at `mark`.

        An ImportError or AttributeError of our own layouts is our bug and passes through.
        """
        if not self._installed:
            report.error("layouts-not-installed", NOWHERE)
            return None
        for provider in self._missing:
            report.warning("layouts-missing", NOWHERE, package=provider.package, distribution=provider.distribution)
        providers = self._places.get(name, [])
        if not providers:
            report.error("unknown-layout", mark, layout=name, guess=guess(name, self.names()), known=self.names())
            return None
        if len(providers) > 1:
            sources = sorted(provider.distribution for provider in providers)
            report.error("layout-twice", mark, layout=name, distributions=sources)
            return None
        return _load(name, providers[0], mark, report)


def _folders_of(package: str) -> list[str]:
    """Where a package stands, without importing it; nothing when it is not there."""
    try:
        spec = importlib.util.find_spec(package)
    except ModuleNotFoundError:  # a parent of a dotted name
        return []
    return list(spec.submodule_search_locations or []) if spec else []


def _load(name: str, provider: Provider, mark: Mark, report: Report) -> Layout | None:
    try:
        module = importlib.import_module(f"{provider.package}.{name}")
    except (ImportError, AttributeError) as error:
        if provider.distribution == OURS:
            raise
        report.error("layout-broken", mark, layout=name, distribution=provider.distribution, reason=str(error))
        return None
    from kaarten.model.content import LayoutContent

    content = getattr(module, "Content", None)
    compose: Compose | None = getattr(module, "compose", None)
    if isinstance(content, type) and issubclass(content, LayoutContent) and callable(compose):
        return Layout(name, content, compose, module)
    missing = "Content" if callable(compose) else "compose"
    report.error("layout-incomplete", mark, layout=name, distribution=provider.distribution, missing=missing)
    return None

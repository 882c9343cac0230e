"""One fault for one cause: what a text or a logo does wrong on many pages is told where it is worst.

In: everything that composing found. Out: the same, but of a text that is too long in several places, or a logo that is
too small in several, only the worst; mending that mends the others. Leaves alone: all other faults.
"""

from __future__ import annotations

from kaarten.diagnostics import NOWHERE, Diagnostic, Report

_HOW_BAD = {"text-too-long": ("words", 1), "logo-under-minimum": ("height", -1)}
"""By code the detail that tells how bad it is, and whether more of it is worse."""


def worst_of_each(report: Report) -> list[Diagnostic]:
    """The diagnostics to tell, in their order. What stands nowhere has no cause to be recognised by, and stays."""
    worst: dict[object, Diagnostic] = {}
    for one in report:
        if one.code in _HOW_BAD and one.mark != NOWHERE:
            worst[one.code, one.mark] = max(worst.get((one.code, one.mark), one), one, key=_badness)
    return [one for one in report if worst.get((one.code, one.mark), one) is one]


def _badness(one: Diagnostic) -> float:
    detail, sign = _HOW_BAD[one.code]
    return sign * float(str(one.details[detail]))

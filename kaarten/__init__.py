"""kaarten: printable materials for neighbourhood teams, made from YAML by ReportLab layouts.

The way through the house is one direction: source, model, tailor, compose, impose, press, finish.
`docs/architecture.md` walks one card along it.
"""

__version__ = "0.1.0"

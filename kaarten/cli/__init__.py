"""The command line: the only part of kaarten that prints, asks or exits."""

from kaarten.cli.run import main as main

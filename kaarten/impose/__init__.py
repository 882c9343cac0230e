"""Pieces and paper in, sheets and runs out: pure arithmetic, no PDF."""

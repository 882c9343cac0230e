"""Drawings: figures with places for words in or beside them.

In: a name of a drawing, a box, a count. Out: a Diagram in mm, and functions that paint it. Leaves alone: words.
"""

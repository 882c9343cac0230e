"""Parts that many layouts share: the row of blocks, fields to fill in, patterns, the wheel.

In: a Surface and where on it. Out: paint on that Surface, tagged or marked as decoration by the part itself. One file a
kind of part; `kaarten.layout` re-exports what layouts use. Leaves alone: words.
"""

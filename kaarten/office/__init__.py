"""Presentations for the screen, as files that PowerPoint and other programs can change.

In: a Deck: the Slides of one material, and the brand. Out: the bytes of a .pptx. Leaves alone: the PDF of the same
slides (`compose`, `press`), and writing files (`finish`).
"""

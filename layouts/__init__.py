"""The layouts of kaarten: how each kind of material looks. One module a layout, found by its file name.

A module has a `Content` model and a `compose(desk, content)` that yields pieces. It imports `kaarten.layout` and
nothing else of kaarten, and no other layout.
"""

# What kaarten calls of fontTools. A TTFont is used as Any: its tables know their fields only at run time.
from typing import Any, BinaryIO

class TTFont:
    def __init__(self, file: BinaryIO, *, recalcTimestamp: bool = True, recalcBBoxes: bool = True) -> None: ...

def newTable(tag: str) -> Any: ...

"""What tests of whole processes share."""

from __future__ import annotations

import os
import subprocess
import time


def group_is_gone(process: subprocess.Popen[str]) -> bool:
    """Whether every process that it started has ended too, within a few seconds."""
    for _ in range(100):
        try:
            os.killpg(process.pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False

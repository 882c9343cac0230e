"""The only door to ReportLab: what the press uses of it, loaded so that nothing of the user's comes along.

In: nothing. Out: `Canvas`, `ImageReader` and `pdfdoc`. Why: on import ReportLab runs any `reportlab_mods` and
`reportlab_settings` it finds, on the path or in the user's HOME, and obeys `RL_*` environment variables; a file left
there would change our PDFs, or worse. Leaves alone: files inside ReportLab's own folder, which belong to it.
"""

from __future__ import annotations

import os
import sys
from types import ModuleType

for _name in ("reportlab_mods", "reportlab_settings"):
    sys.modules[_name] = ModuleType(_name, "Empty on purpose: see kaarten.press.reportlab_door.")
for _name in [name for name in os.environ if name.startswith("RL_")]:
    del os.environ[_name]

from reportlab import rl_config  # noqa: E402
from reportlab.lib.utils import ImageReader  # noqa: E402
from reportlab.pdfbase import pdfdoc  # noqa: E402
from reportlab.pdfgen.canvas import Canvas  # noqa: E402

rl_config.invariant = 1  # no clock in the file
rl_config.useA85 = 0  # ASCII armour makes streams a quarter longer
rl_config.pageCompression = 1
rl_config.documentLang = None  # every document says its own
rl_config.toColorCanUse = None  # ReportLab evaluates no text as a colour
rl_config.trustedHosts = []  # and fetches nothing
rl_config.trustedSchemes = []
rl_config.T1SearchPath = []  # our fonts come as bytes
rl_config.TTFSearchPath = []
rl_config.CMapSearchPath = []

__all__ = ["Canvas", "ImageReader", "pdfdoc"]

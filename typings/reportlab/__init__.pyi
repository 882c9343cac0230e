"""What `kaarten.press` calls of ReportLab. Names with an underscore are ReportLab's own, used in `press.pages`."""

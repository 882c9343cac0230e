"""Send: what goes by mail instead of through a printer: texts to paste, files for a calendar."""

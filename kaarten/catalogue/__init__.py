"""The catalogue: a PDF and a page of HTML that show every material, so that somebody can choose by looking."""

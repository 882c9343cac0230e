"""The catalogue as a page of HTML that stands on its own: pictures inside it, no scripts, and a style for printing.

In: a job, the Groups of its materials, a picture of each. Out: HTML with headings, links that a keyboard reaches and an
alternative text for every picture. Leaves alone: making pictures, and writing the file.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from kaarten.preview import Cutting
from kaarten.tailor.catalogue import Entry, Group, Shelf
from kaarten.tailor.job import Job
from kaarten.typeset.quotes import curled

_STYLE = """
:root { color-scheme: light; font: 1rem/1.5 "Atkinson Hyperlegible", system-ui, sans-serif; }
body { margin: 0 auto; max-width: 80rem; padding: 1.5rem; color: #1b1f23; background: #fff; }
h1 { font-size: 2rem; margin: 0; } h2 { margin: 3rem 0 0; padding: .75rem 1rem; color: INK; background: BRAND; }
h3 { font-size: 1.125rem; margin: 1.75rem 0 .75rem; padding: .25rem 1rem; background: TINT; }
article h3, article h4 { font-size: 1.125rem; line-height: 1.25; margin: 0; padding: 0; background: none; }
a { color: #24366f; } a:focus-visible { outline: 3px solid #24366f; outline-offset: 3px; }
nav ul { padding: 0; list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr));
  gap: 1rem 2rem; } nav li > a { font-weight: 700; } nav p { margin: 0; font-size: .875rem; }
.chosen { font-size: .875rem; font-weight: 700; white-space: nowrap; } .chosen::before { content: "\\2713  "; }
.entries { display: grid; grid-template-columns: repeat(auto-fill, minmax(24rem, 1fr)); gap: 2rem; }
article { display: grid; grid-template-columns: 10rem 1fr; gap: 1rem; align-items: start; }
article img { display: block; max-width: 10rem; height: auto; border: 1px solid #c4c8cb; }
article p { margin: .25rem 0 0; } .fact { font-size: .875rem; color: #4a5157; } code { font-weight: 700; }
@media (max-width: 30rem) { .entries { grid-template-columns: 1fr; } article { grid-template-columns: 7rem 1fr; }
  article img { max-width: 7rem; } }
@media print { body { max-width: none; padding: 0; font-size: 9pt; } a { color: inherit; text-decoration: none; }
  article { break-inside: avoid; grid-template-columns: 32mm 1fr; } article img { max-width: 32mm; }
  h2, h3 { break-after: avoid; } .entries { grid-template-columns: 1fr 1fr; gap: 6mm; } }
"""


def catalogue_page(job: Job, title: str, groups: Sequence[Group], pictures: Mapping[str, Cutting]) -> str:
    """The HTML. `pictures` are by the id of the material."""
    brand = job.brand
    style = _STYLE.replace("BRAND", brand.primary.hex).replace("INK", brand.on_primary.hex)
    style = style.replace("TINT", brand.tint.hex)
    contents = "".join(_listed(job, number, group) for number, group in enumerate(groups, 1))
    return (
        f'<!doctype html>\n<html lang="{escape(job.language.tag)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_shown(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<header>\n"
        f"<h1>{_label(job, 'title')}</h1>\n<p>{_shown(job.team_name)}</p>\n<p>{_label(job, 'lead')}</p>\n"
        f'<nav aria-label="{_label(job, "contents")}"><ul>{contents}</ul></nav>\n</header>\n<main>\n'
        + "".join(part for number, group in enumerate(groups, 1) for part in _group(job, number, group, pictures))
        + "</main>\n</body>\n</html>\n"
    )


def _listed(job: Job, number: int, group: Group) -> str:
    count = escape(job.labels["catalogue.materials"].format(number=len(group.entries)))
    return (
        f'<li><a href="#g{number}">{_shown(group.name)}</a>{_chosen(job, group)}'
        f"<p>{_shown(group.purpose)}</p><p>{count}</p></li>"
    )


def _chosen(job: Job, group: Group) -> str:
    return f' <span class="chosen">{_label(job, "chosen")}</span>' if group.chosen else ""


def _group(job: Job, number: int, group: Group, pictures: Mapping[str, Cutting]) -> Iterator[str]:
    yield f'<section aria-labelledby="g{number}">\n<h2 id="g{number}" tabindex="-1">{_shown(group.name)}</h2>\n'
    yield f"<p>{_shown(group.purpose)}{_chosen(job, group)}</p>\n"
    for shelf in group.shelves:
        yield from _shelf(job, shelf, pictures, named=len(group.shelves) > 1)
    yield "</section>\n"


def _shelf(job: Job, shelf: Shelf, pictures: Mapping[str, Cutting], *, named: bool) -> Iterator[str]:
    if named:
        yield f"<h3>{_shown(shelf.name)}</h3>\n"
    yield '<div class="entries">\n'
    for entry in shelf.entries:
        yield _entry(job, entry, pictures.get(entry.id), "h4" if named else "h3")
    yield "</div>\n"


def _entry(job: Job, entry: Entry, picture: Cutting | None, tag: str) -> str:
    purpose = f"<p>{_shown(entry.purpose)}</p>" if entry.purpose else ""
    used = "".join(f'<p class="fact">{_shown(line)}</p>' for line in entry.used)
    source = f"{job.labels['catalogue.source']} {'; '.join(entry.sources)}" if entry.sources else ""
    made = "  ·  ".join(part for part in (entry.code, source) if part)
    return (
        f'<article id="{escape(entry.id)}" aria-labelledby="{escape(entry.id)}-name">\n<div>'
        f'{_image(job, entry, picture) if picture else ""}</div>\n<div><{tag} id="{escape(entry.id)}-name">'
        f"{_shown(entry.title)}</{tag}>{purpose}"
        f'<p class="fact">{_shown(entry.size)}</p>{used}'
        + (f'<p class="fact">{_shown(made)}</p>' if made else "")
        + f"<p><code>{escape(entry.id)}</code></p></div>\n</article>\n"
    )


def _image(job: Job, entry: Entry, picture: Cutting) -> str:
    alt = job.labels["catalogue.example"].format(material=entry.title)
    data = base64.b64encode(picture.data).decode()
    return (
        f'<img src="data:image/{picture.kind};base64,{data}" alt="{_shown(alt)}"'
        f' width="{picture.width}" height="{picture.height}" loading="lazy">'
    )


def _label(job: Job, id: str) -> str:
    return _shown(job.labels[f"catalogue.{id}"])


def _shown(text: str) -> str:
    return escape(" ".join(map(curled, text.split(" "))), quote=True)

"""The catalogue as a page of HTML that stands on its own: pictures inside it, no scripts, and a style for printing.

In: a job, the Groups of its materials, a picture of each. Out: HTML with headings, links that a keyboard reaches and an
alternative text for every picture. Leaves alone: making pictures, and writing the file.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from kaarten.preview import Cutting
from kaarten.tailor.catalogue import Entry, Group, Shelf, counted, in_alphabet
from kaarten.tailor.job import Job
from kaarten.typeset.quotes import curled

_STYLE = """
:root { color-scheme: light dark; font: 1rem/1.5 "Atkinson Hyperlegible", system-ui, sans-serif; --ink: #1b1f23;
  --ink-2: #4a5157; --paper: #fff; --mat: #f4f2ee; --band: TINT; --hair: #c4c8cb; --link: #24366f; --wide: 10rem; }
@media (prefers-color-scheme: dark) { :root { --ink: #f4f2ee; --ink-2: #c4c8cb; --paper: #16191c; --mat: #2a2f34;
  --band: #2a2f34; --hair: #4a5157; --link: #a9c1ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 90rem; padding: 1.5rem; color: var(--ink); background: var(--paper); }
h1, h2 { line-height: 1.25; } h1 { font-size: 2rem; margin: 0; }
.head, h2 { padding: 1rem 1.25rem; color: INK; background: BRAND; } .head p { margin: .25rem 0 0; }
h2 { font-size: 1.5rem; margin: 0; } section + section { margin-top: 3.5rem; }
h3 { font-size: 1.125rem; margin: 2rem 0 1rem; padding: .375rem 1.25rem; background: var(--band); }
article h3, article h4 { font-size: 1.125rem; line-height: 1.25; margin: 0; padding: 0; background: none;
  hyphens: auto; overflow-wrap: anywhere; }
a { color: var(--link); } a:focus-visible { outline: 3px solid var(--link); outline-offset: 3px; }
.skip { position: absolute; left: 1.5rem; top: -9rem; padding: .75rem 1.25rem; background: var(--paper); }
.skip:focus { top: .5rem; }
nav { margin-bottom: 2rem; font-size: .875rem; } nav ul { margin: 0; padding: 0; list-style: none; }
nav p { margin: .125rem 0; color: var(--ink-2); }
nav > ul > li { padding: .75rem 0; border-top: 1px solid var(--hair); }
nav a { display: inline-block; padding: .1875rem 0; } nav > ul > li > a { font-size: 1rem; font-weight: 700; }
.chosen { padding: .125rem .5rem; font-size: .8125rem; font-weight: 700; white-space: nowrap; color: INK;
  background: BRAND; }
.entries { display: grid; grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr)); gap: 2rem 1.75rem; }
article { display: grid; grid-template-columns: var(--wide) minmax(0, 1fr); gap: 1rem; align-items: start;
  scroll-margin: 1rem; }
article:target { outline: 3px solid var(--link); outline-offset: .5rem; }
.mat { display: grid; grid: minmax(0, 1fr) / minmax(0, 1fr); place-items: center; height: calc(var(--wide) * 1.25);
  padding: .625rem; background: var(--mat); }
.mat img { display: block; max-width: 100%; max-height: 100%; width: auto; height: auto; border: 1px solid #c4c8cb; }
article p { margin: .25rem 0 0; } .fact { font-size: .875rem; color: var(--ink-2); } .made { font-size: .8125rem; }
code { font: inherit; font-weight: 700; overflow-wrap: anywhere; }
.names { columns: 16rem; column-gap: 2rem; padding: 0; list-style: none; } .names li { break-inside: avoid; }
.names a { display: inline-block; padding: .1875rem 0; }
@media (min-width: 64rem) { .back { display: none; }
  .beside { display: grid; grid-template-columns: 16rem minmax(0, 1fr); gap: 2.5rem; align-items: start; }
  nav { position: sticky; top: 0; max-height: 100vh; overflow: auto; padding: .25rem; } }
@media (max-width: 30rem) { :root { --wide: 6.5rem; } body { padding: 1rem; } .entries { grid-template-columns: 1fr; } }
@media print { :root { --ink: #1b1f23; --ink-2: #4a5157; --paper: #fff; --mat: #f4f2ee; --band: TINT; --hair: #c4c8cb;
    --wide: 30mm; font-size: 9pt; }
  body { max-width: none; padding: 0; } .skip, .back, .by-name { display: none; } .beside { display: block; }
  nav { position: static; max-height: none; overflow: visible; columns: 2; } nav > ul > li { break-inside: avoid; }
  a { color: inherit; text-decoration: none; } section, section + section { margin: 0; break-before: page; }
  article { break-inside: avoid; outline: none !important; } h2, h3 { break-after: avoid; }
  .entries { grid-template-columns: 1fr 1fr; }
  h2, h3, .head, .chosen, .mat { print-color-adjust: exact; } }
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
        f"<title>{_shown(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#_materials">{_label(job, "skip")}</a>\n<header>\n'
        f'<div class="head"><h1>{_label(job, "title")}</h1><p>{_shown(job.team_name)}</p></div>\n'
        f'<p>{_label(job, "lead")}</p>\n</header>\n<div class="beside">\n'
        f'<nav id="_contents" tabindex="-1" aria-label="{_label(job, "contents")}"><ul>{contents}'
        f'<li class="by-name"><a href="#_names">{_label(job, "by-name")}</a></li></ul></nav>\n'
        '<main id="_materials" tabindex="-1">\n'
        + "".join(part for number, group in enumerate(groups, 1) for part in _group(job, number, group, pictures))
        + _names(job, groups)
        + "</main>\n</div>\n</body>\n</html>\n"
    )


def _listed(job: Job, number: int, group: Group) -> str:
    """A pack in the contents, with its meetings when it has more than one."""
    named = enumerate(group.shelves, 1) if len(group.shelves) > 1 else ()
    shelves = "".join(f'<li><a href="#_g{number}-{place}">{_shown(shelf.name)}</a></li>' for place, shelf in named)
    return (
        f'<li><a href="#_g{number}">{_shown(group.name)}</a>{_chosen(job, group)}'
        f"<p>{_shown(group.purpose)}</p><p>{escape(counted(job, len(group.entries)))}</p>"
        + (f"<ul>{shelves}</ul>" if shelves else "")
        + "</li>"
    )


def _chosen(job: Job, group: Group) -> str:
    return f' <span class="chosen">{_label(job, "chosen")}</span>' if group.chosen else ""


def _group(job: Job, number: int, group: Group, pictures: Mapping[str, Cutting]) -> Iterator[str]:
    yield f'<section aria-labelledby="_g{number}">\n<h2 id="_g{number}" tabindex="-1">{_shown(group.name)}</h2>\n'
    yield f"<p>{_shown(group.purpose)}{_chosen(job, group)}</p>\n"
    for place, shelf in enumerate(group.shelves, 1):
        yield from _shelf(job, shelf, pictures, f"_g{number}-{place}" if len(group.shelves) > 1 else "")
    yield f"{_back(job)}</section>\n"


def _back(job: Job) -> str:
    return f'<p class="back"><a href="#_contents">{_label(job, "back")}</a></p>\n'


def _names(job: Job, groups: Sequence[Group]) -> str:
    """Every name from A to Z."""
    items = (f'<li><a href="#{escape(one.id)}">{_shown(one.title)}</a></li>' for one in in_alphabet(groups))
    return (
        '<section class="by-name" aria-labelledby="_names">\n'
        f'<h2 id="_names" tabindex="-1">{_label(job, "by-name")}</h2>\n'
        f'<ul class="names">{"".join(items)}</ul>\n{_back(job)}</section>\n'
    )


def _shelf(job: Job, shelf: Shelf, pictures: Mapping[str, Cutting], id: str) -> Iterator[str]:
    if id:
        yield f'<h3 id="{id}" tabindex="-1">{_shown(shelf.name)}</h3>\n'
    yield '<div class="entries">\n'
    for entry in shelf.entries:
        yield _entry(job, entry, pictures.get(entry.id), "h4" if id else "h3")
    yield "</div>\n"


def _entry(job: Job, entry: Entry, picture: Cutting | None, tag: str) -> str:
    purpose = f"<p>{_shown(entry.purpose)}</p>" if entry.purpose else ""
    used = "".join(f'<p class="fact">{_shown(line)}</p>' for line in entry.used)
    source = f"{job.labels['catalogue.source']} {'; '.join(entry.sources)}" if entry.sources else ""
    made = "  ·  ".join(part for part in (entry.code, source) if part)
    return (
        f'<article id="{escape(entry.id)}" aria-labelledby="_n-{escape(entry.id)}">\n<div class="mat">'
        f'{_image(job, entry, picture) if picture else ""}</div>\n<div><{tag} id="_n-{escape(entry.id)}">'
        f"{_shown(entry.title)}</{tag}>{purpose}"
        f'<p class="fact">{_shown(entry.size)}</p>{used}'
        + (f'<p class="fact made">{_shown(made)}</p>' if made else "")
        + f"<p><code>{escape(entry.id)}</code></p></div>\n</article>\n"
    )


def _image(job: Job, entry: Entry, picture: Cutting) -> str:
    alt = job.labels["catalogue.example"].format(material=entry.title)
    data = base64.b64encode(picture.data).decode()
    return (
        f'<img src="data:image/{picture.kind};base64,{data}" alt="{_shown(alt)}"'
        f' width="{picture.width}" height="{picture.height}">'
    )


def _label(job: Job, id: str) -> str:
    return _shown(job.labels[f"catalogue.{id}"])


def _shown(text: str) -> str:
    return escape(" ".join(map(curled, text.split(" "))), quote=True)

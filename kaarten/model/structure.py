"""The structure of a pack: everything that is the same in every language.

In: the merged structure of all layers. Out: a frozen Structure: languages, vocabulary, palette, domains, agenda, stock
and materials. The `content` of a material stays YAML here, for only its layout knows the model. Leaves alone: words,
and how the sections hang together (`tailor`). Source: docs/content.md.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from kaarten.diagnostics import NOWHERE
from kaarten.geometry import Size
from kaarten.model.agenda import Agenda, Minutes
from kaarten.model.base import Model, fault
from kaarten.model.fields import HexColour, Length, Listed, Subtree, TrimSize
from kaarten.model.quantity import Price, Quantity
from kaarten.model.selection import Kind
from kaarten.source.nodes import Mapping
from kaarten.text import MeetingId, Text

Percentage = Annotated[int, Field(ge=0, le=100)]
Pattern = Literal[
    "dots", "stripes", "grid", "diagonal", "waves", "crosses",
    "rings", "bricks", "triangles", "zigzag", "checks", "plaits",
]  # fmt: skip
"""The patterns that can be drawn (`compose.parts.patterns`)."""
PaperFormat = Literal["A1", "A2", "A3", "A4", "A5", "A6"]


class LanguageEntry(Model):
    """A language or a variant of one."""

    tag: Text = Field(description="What a PDF says its language is, such as nl-NL.")
    locale: Text = Field(description="What babel calls it, such as nl_NL; dates are written by it.")
    falls_back_to: Text | None = Field(default=None, description="The language that fills in what this one lacks.")


class Noun(Model):
    """A word of the team's own, in all the forms that texts need. Forms are given, never computed."""

    noun: Text | None = Field(default=None, description="Singular, no article: wijkteam.")
    article: Text | None = Field(default=None, description="Dutch: de or het. English: a or an.")
    plural: Text | None = Field(default=None, description="Plural, no article: wijkteams. Empty if there is none.")
    member: Text | None = Field(default=None, description="One who belongs to it: wijkteamlid.")
    members: Text | None = Field(default=None, description="Those who belong to it: wijkteamleden.")
    with_article: Text | None = Field(default=None, description="Where article + noun is not right: het sociale team.")


class StickerColours(Model):
    """The names of the colours of the knowledge stickers."""

    general: Text | None = Field(default=None, description="Colour of the sticker for general knowledge: geel.")
    specific: Text | None = Field(default=None, description="Colour of the sticker for specific knowledge: blauw.")


class VocabularyEntry(Model):
    """The words of one language that a team replaces by its own."""

    team: Noun = Field(default=Noun(), description="What the team is called: wijkteam, buurtploeg.")
    resident: Noun = Field(default=Noun(), description="Whom the team works for: inwoner, cliënt.")
    coordinator: Noun = Field(default=Noun(), description="Who leads the meetings: coördinator, teamleider.")
    plan: Noun = Field(default=Noun(), description="What comes out of the meetings: scholingsplan, ontwikkelagenda.")
    domain: Noun = Field(default=Noun(), description="What the parts of the wheel are called: domein, leefgebied.")
    municipality: Text | None = Field(default=None, description="Name of the municipality, or 'de gemeente'.")
    sticker_colours: StickerColours = Field(default=StickerColours(), description="Names of the stickers' colours.")


class PaletteSlot(Model):
    """A colour, an icon and a pattern that belong together: never colour alone."""

    colour: HexColour = Field(description="Colour on screen and from an office printer, #RRGGBB.")
    cmyk: tuple[Percentage, Percentage, Percentage, Percentage] | None = Field(
        default=None, description="The same colour for a print shop: cyan, magenta, yellow and black in percent."
    )
    icon: Text = Field(description="Name of the icon.")
    pattern: Pattern = Field(description="Name of the pattern that tells the domain apart in grey print.")


class WheelExamples(Model):
    """Which example of each list in the words stands in the wheel; without it the first."""

    general: Text | None = Field(default=None, description="Id of an example of general knowledge.")
    specific: Text | None = Field(default=None, description="Id of an example of specific knowledge.")


class DomainLook(Model):
    """A domain of knowledge; its name and sentences stand in the words."""

    slot: Text | None = Field(default=None, description="A slot of the palette; without it the next free one.")
    colour: HexColour | None = Field(default=None, description="Another colour than the slot's.")
    icon: Text | None = Field(default=None, description="Another icon than the slot's.")
    pattern: Pattern | None = Field(default=None, description="Another pattern than the slot's.")
    wheel: WheelExamples = Field(default=WheelExamples(), description="The examples that stand in the wheel.")


Place = Literal["hand", "table", "wall"]
"""Where a thing lies when it is needed: with who leads or handed out, on every table, on the wall."""


class ThingEntry(Model):
    """What is not printed but must be there; its name stands in the words."""

    place: Place = Field(default="hand", description="Where it lies: hand (to hand out), table or wall.")
    buy: Quantity = Field(default=Quantity(), description="How many to have; 0 for what is there or is brought.")
    each_block: bool = Field(
        default=False, description="Yes for what is used up: so many for each block that needs it."
    )
    instead_of: Text | None = Field(default=None, description="A material: the thing is needed when it is not printed.")
    goes_with: Annotated[tuple[Text, ...], Listed] = Field(
        default=(), description="Materials: the thing is needed when there is one of these."
    )


class PeopleLimits(Model):
    """For how many people a working form is."""

    at_least: int | None = Field(default=None, ge=1, le=500, description="With fewer it does not work.")
    at_most: int | None = Field(default=None, ge=1, le=500, description="With more it takes too long.")

    @model_validator(mode="after")
    def _not_crossed(self) -> PeopleLimits:
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            raise fault("limits-crossed", least=self.at_least, most=self.at_most)
        return self


class FormEntry(Model):
    """A working form: a way to work in a meeting; its name and what people do stand in the words."""

    number: int = Field(ge=1, le=99, description="Its number on the cards and in the script of its meeting.")
    meeting: MeetingId = Field(description="The meeting it is for, by its name in the agenda: 1.")
    minutes: Minutes | None = Field(default=None, description="How long people work, when that is known.")
    people: PeopleLimits = Field(default=PeopleLimits(), description="For how many people it is.")
    materials: Annotated[tuple[Text, ...], Listed] = Field(
        default=(), alias="with", description="The materials it is done with, by id."
    )


class PaperEntry(Model):
    """A paper as it is bought."""

    format: PaperFormat = Field(description="The sheet as it lies in the printer: A4, A3 and so on.")
    weight: int = Field(ge=40, le=500, description="Weight in grams per square metre.")
    margin: Length = Field(default=5.0, ge=0, le=30, description="The edge that the printer leaves blank.")
    price: Price = Field(default=Fraction(0), ge=0, le=1000, description="What one sheet costs, in euros.")
    print_price: Price | None = Field(
        default=None, ge=0, le=1000, description="What printing one side costs, where it does not go by size."
    )


class CuttingRates(Model):
    """How long cutting takes."""

    stack: int = Field(default=10, ge=1, le=500, description="Sheets that are cut at once.")
    seconds_per_stack: int = Field(default=30, ge=0, le=600, description="To lay a stack straight.")
    seconds_per_cut: int = Field(default=20, ge=0, le=600, description="For one cut through a stack.")
    seconds_per_tile: int = Field(default=90, ge=0, le=600, description="To cut and glue a part of a poster.")


class Rates(Model):
    """What the print plan reckons with, prices in euros: an estimate, to be replaced by your own."""

    black: Price = Field(default=Fraction(0), ge=0, le=100, description="Printing a side of A4 in black.")
    colour: Price = Field(default=Fraction(0), ge=0, le=100, description="Printing a side of A4 in colour.")
    labels: Price = Field(default=Fraction(0), ge=0, le=100, description="A sheet of labels without a price.")
    cutting: CuttingRates = Field(default=CuttingRates(), description="From which the minutes of cutting follow.")


class LabelEntry(Model):
    """A sheet of labels as it is bought. Lengths are measured on the sheet, from its top left corner."""

    also: Annotated[tuple[Text, ...], Listed] = Field(default=(), description="Other names of the same sheet.")
    source: Text = Field(default=Text(""), description="Where the figures come from.")
    format: PaperFormat = Field(default="A4", description="The whole sheet as it lies in the printer.")
    margin: Length = Field(default=5.0, ge=0, le=30, description="The edge that the printer leaves blank.")
    price: Price | None = Field(default=None, ge=0, le=1000, description="What one sheet costs; else `rates: labels`.")
    width: Length | None = Field(default=None, ge=5, le=594, description="Width of one label.")
    height: Length | None = Field(default=None, ge=5, le=841, description="Height of one label.")
    diameter: Length | None = Field(default=None, ge=5, le=200, description="Of a round label, instead of both.")
    left: Length = Field(ge=0, le=594, description="From the sheet's left edge to the first label.")
    top: Length = Field(ge=0, le=841, description="From the sheet's top edge to the first label.")
    pitch_x: Length | None = Field(
        default=None, gt=0, le=594, description="From a label's left edge to the next one's; the width when left out."
    )
    pitch_y: Length | None = Field(
        default=None, gt=0, le=841, description="From a label's top edge to the next one's; the height when left out."
    )
    columns: int = Field(ge=1, le=50, description="Labels side by side.")
    rows: int = Field(ge=1, le=50, description="Labels below each other.")
    corner: Length = Field(default=0.0, ge=0, le=50, description="Radius of the label's round corners.")
    shift_x: Length = Field(default=0.0, ge=-10, le=10, description="Print this much to the right (left: -1mm).")
    shift_y: Length = Field(default=0.0, ge=-10, le=10, description="Print this much lower (higher: -1mm).")

    @model_validator(mode="after")
    def _has_one_shape(self) -> Self:
        sides = (self.width is not None) + (self.height is not None)
        if sides + 2 * (self.diameter is not None) != 2:
            raise fault("label-shape")
        return self

    @property
    def size(self) -> Size:
        """One label; a round one in the square about it."""
        return Size(self.width or self.diameter or 0, self.height or self.diameter or 0)


class Stock(Model):
    """What is bought and put in the printer."""

    papers: dict[str, PaperEntry] = Field(default_factory=dict, description="Papers by id.")
    labels: dict[str, LabelEntry] = Field(default_factory=dict, description="Sheets of labels by id.")


class MaterialEntry(Model):
    """One printable thing; what is printed on it stands in the words of the same id."""

    code: Text = Field(default=Text(""), description="Its id in the inventory of materials, such as B02.")
    layout: Text = Field(description="The layout that draws it.")
    kind: Kind = Field(default="sheets", description="What it is: by its kind it can be made, or left out.")
    meeting: MeetingId | None = Field(
        default=None, description="The meeting it is for, by its name in the agenda: 1. Without it, for no single one."
    )
    paper: Text = Field(default=Text("a4"), description="A paper of the stock, or a sheet of labels.")
    size: TrimSize | None = Field(
        default=None, description="One piece as it is held: A4, 'A5 landscape', or 90mm x 140mm. A label knows its own."
    )
    sides: int = Field(default=1, ge=1, le=2, description="1 or 2 printed sides.")
    colour: bool = Field(default=True, description="No for what prints as well in black.")
    tiled: bool = Field(default=False, description="Yes prints a poster in parts on smaller sheets.")
    place: Place = Field(default="hand", description="Where it is needed: hand (to hand out), table or wall.")
    sets: bool = Field(default=False, description="Yes when one copy is several pieces: lists count it in sets.")
    file: Text = Field(default=Text(""), description="A name; it shares a file only with what gives the same name.")
    screen: bool = Field(default=False, description="Yes for what is shown on a screen: it takes no paper.")
    copies: Quantity = Field(default=Quantity(plus=1), description="How many: a number or a quantity.")
    words: Text = Field(default=Text(""), description="Whose words it prints, if not its own: the id of a material.")
    deck: Text = Field(default=Text(""), description="The deck of your own that it is a part of, which names it too.")
    titled: Text = Field(default=Text(""), description="A label that its title ends in, when the words are another's.")
    credits: tuple[Text, ...] = Field(default=(), description="Its credit lines: keys of the credits in the words.")
    content: Subtree = Field(default=Mapping({}, {}, NOWHERE), description="Settings of the layout that are not words.")

    def said_in(self, id: str) -> str:
        """The namespace of the words that material `id` prints: its own, or that of another or a deck."""
        return str(self.words) or id


class Structure(Model):
    """All sections of a pack's structure."""

    languages: dict[str, LanguageEntry] = Field(default_factory=dict, description="Languages and variants by id.")
    vocabulary: dict[str, VocabularyEntry] = Field(
        default_factory=dict, description="The team's own words, by language."
    )
    palette: dict[str, PaletteSlot] = Field(default_factory=dict, description="Colour, icon and pattern, by slot.")
    domains: dict[str, DomainLook] = Field(default_factory=dict, description="The domains of knowledge, in order.")
    agenda: Agenda = Field(default=Agenda(), description="The programmes of the meetings.")
    forms: dict[str, FormEntry] = Field(default_factory=dict, description="The working forms of the meetings, by id.")
    things: dict[str, ThingEntry] = Field(default_factory=dict, description="What is needed but not printed, by id.")
    stock: Stock = Field(default=Stock(), description="The papers and labels at hand.")
    rates: Rates = Field(default=Rates(), description="Prices and times for the print plan.")
    materials: dict[str, MaterialEntry] = Field(default_factory=dict, description="The printed things by id.")


SECTIONS = tuple(Structure.model_fields)
"""Keys at the top of any structure file; `words` may stand beside them."""

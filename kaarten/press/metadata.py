"""What a document says of itself: title, language, and that it conforms to PDF/UA-1.

In: the facts of a Document. Out: the XMP packet, and the Info of ReportLab without dates: the same input gives the same
bytes, and a date that means nothing misleads. Leaves alone: where these stand in the file (`pages`).
"""

from __future__ import annotations

from html import escape

from kaarten.press.operators import text_string
from kaarten.press.reportlab_door import pdfdoc

MAKER = "kaarten"

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
{properties}
<xmp:CreatorTool>{maker}</xmp:CreatorTool>
<pdf:Producer>{maker}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def xmp(title: str, language_tag: str, author: str, subject: str) -> bytes:
    """The metadata stream; what is empty is left out."""
    properties = {
        "title": f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt>',
        "language": f"<rdf:Bag><rdf:li>{escape(language_tag)}</rdf:li></rdf:Bag>",
    }
    if author:
        properties["creator"] = f"<rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq>"
    if subject:
        properties["description"] = f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(subject)}</rdf:li></rdf:Alt>'
    lines = "\n".join(f"<dc:{name}>{value}</dc:{name}>" for name, value in properties.items())
    return _PACKET.format(properties=lines, maker=MAKER).encode()


class Info(pdfdoc.PDFInfo):
    """ReportLab's Info: the same facts for older readers, and no clock."""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:  # noqa: ARG002 - ReportLab passes it
        facts = {"Title": self.title, "Author": self.author, "Subject": self.subject}
        facts |= {"Creator": MAKER, "Producer": MAKER}
        return ("<<" + "".join(f"/{name}{text_string(text)}" for name, text in facts.items() if text) + ">>").encode()

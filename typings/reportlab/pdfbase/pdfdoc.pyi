from collections.abc import Iterable, Mapping

from reportlab.lib.utils import ImageReader

BasicFonts: str

class PDFObject:
    def format(self, document: PDFDocument) -> bytes: ...

class PDFObjectReference(PDFObject):
    name: str
    def __init__(self, name: str) -> None: ...

class PDFDictionary(PDFObject):
    dict: dict[str, object]
    def __init__(self, dict: Mapping[str, object] | None = None) -> None: ...
    def __setitem__(self, name: str, value: object) -> None: ...
    def __getitem__(self, name: str) -> object: ...

class PDFArray(PDFObject):
    def __init__(self, sequence: Iterable[object]) -> None: ...

class PDFStreamFilterZCompress: ...

PDFZCompress: PDFStreamFilterZCompress

class PDFStream(PDFObject):
    dictionary: PDFDictionary
    def __init__(
        self,
        dictionary: PDFDictionary | None = None,
        content: bytes | None = None,
        filters: list[PDFStreamFilterZCompress] | None = None,
    ) -> None: ...

class PDFImageXObject(PDFObject):
    smask: PDFObject
    def __init__(self, name: str, source: ImageReader | None = None, mask: str | None = None) -> None: ...

class PDFResourceDictionary(PDFObject):
    def basicFonts(self) -> None: ...

class PDFCatalog(PDFObject):
    StructTreeRoot: str

class PDFPage(PDFObject):
    __NoDefault__: list[str]
    stream: str
    Contents: PDFObject
    MediaBox: str
    TrimBox: str
    Resources: PDFObject
    XObjects: PDFDictionary
    Tabs: str
    StructParents: int
    Annots: PDFObject

class PDFPages(PDFObject):
    pages: list[PDFPage]
    def __getitem__(self, item: int) -> PDFPage: ...

class PDFInfo(PDFObject):
    title: str
    author: str
    subject: str

class PDFDocument(PDFObject):
    Catalog: PDFCatalog
    Pages: PDFPages
    info: PDFInfo
    objectcounter: int
    idToObject: dict[str, PDFObject]
    numberToId: dict[int, str]
    idToObjectNumberAndVersion: dict[str, tuple[int, int]]
    def __init__(self, *, invariant: int = ..., lang: str | None = None) -> None: ...
    def Reference(self, obj: PDFObject, name: str | None = None) -> PDFObjectReference: ...
    def format(self) -> bytes: ...  # type: ignore[override]

def format(element: object, document: PDFDocument, toplevel: int = 0) -> bytes: ...

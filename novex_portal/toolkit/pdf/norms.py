"""What a PDF needs beside what WeasyPrint writes, to keep to PDF/UA-1 and PDF/A-3a together."""

from collections.abc import Mapping
from typing import Any

UA_DESCRIPTION = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file keeps to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF>"""


def keep_to_norms(_document: Any, pdf: Any) -> None:
    """Make the file keep to what WeasyPrint leaves out of PDF/UA-1 and PDF/A-3a together.

    It names one norm only, so the other is added to the metadata, which is left uncompressed: an
    archive reads it without a PDF reader. And a letter drawn as two shapes (Arabic) leaves the
    second without a meaning; it gets the joiner, which is read as nothing.
    """
    metadata = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    metadata.stream = [bytes(part).replace(b"</rdf:RDF>", UA_DESCRIPTION) for part in metadata.stream]
    metadata.compress = False
    elements: dict[Any, Any] = {item.reference: item for item in pdf.objects if hasattr(item, "get")}
    _open_groups_of_items(elements)
    _name_bodies_of_items(elements)
    if "AF" in pdf.catalog:  # WeasyPrint names each file twice
        pdf.catalog["AF"][:] = list(dict.fromkeys(pdf.catalog["AF"]))
    for item in pdf.objects:
        if b"begincmap" in getattr(item, "stream", ()):
            item.stream = [part.replace(b" <>", b" <200d>") for part in item.stream]
        _end_clearly(item)


def _end_clearly(item: Any) -> None:
    """Leave a stream uncompressed that would end in a return: who reads that takes it for the end of its line."""
    if getattr(item, "compress", False) and item.data.endswith(b"\r\nendstream"):
        item.compress = False


def _open_groups_of_items(elements: Mapping[Any, Any]) -> None:
    """Let a list hold its items itself, as PDF/UA asks: the div around a term and its meaning is for the eye.

    The space between the two goes with the first.
    """
    for parent in [element for element in elements.values() if element.get("S") == "/L"]:
        held: list[Any] = []
        for reference in parent["K"]:
            group = elements.get(reference, {})
            for item in group["K"] if group.get("S") == "/Div" else [reference]:
                element = elements[item]
                into = parent if element.get("S") != "/Span" or not held else elements[elements[held[-1]]["K"][-1]]
                element["P"] = into.reference
                (held if into is parent else into["K"]).append(item)
        parent["K"][:] = held


def _name_bodies_of_items(elements: Mapping[Any, Any]) -> None:
    """Call what stands in a list item beside its label its body, as PDF/UA asks; WeasyPrint keeps the name of a div."""
    for item in list(elements.values()):
        if item.get("S") != "/LI":
            continue
        for reference in item.get("K", ()):
            child = elements.get(reference)
            if child is not None and child.get("S") not in {"/Lbl", "/LBody"}:
                child["S"] = "/LBody"

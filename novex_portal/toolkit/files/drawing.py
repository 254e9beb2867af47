"""Draws the pages of a PDF somebody brought: a program of its own, that the portal starts and may stop.

    python drawing.py FOLDER MOST_PAGES LONGEST_SIDE

reads FOLDER/in.pdf and leaves FOLDER/1.png, 2.png, …; it prints one line of JSON: how many pages, or the word for why
not. What a PDF can do to the program that reads it, it does here, with little memory and little time.
"""

import json
import resource
import sys
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

MEMORY = 1_500 * 1024 * 1024
SECONDS = 40
DOTS = 150  # to the inch


def main() -> None:
    """Do as said above."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    folder, most, longest = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    try:
        with pypdfium2.PdfDocument(folder / "in.pdf") as document:
            why = _objection(document, most)
            answer = {"no": why} if why else {"pages": _draw(document, folder, longest)}
    except pypdfium2.PdfiumError as error:
        answer = {"no": "locked" if error.err_code == raw.FPDF_ERR_PASSWORD else "broken"}
    sys.stdout.write(json.dumps(answer))


def _objection(document: Any, most: int) -> str:
    """Return why this PDF is not taken, in one word; empty when it is."""
    if raw.FPDF_GetSecurityHandlerRevision(document) != -1:
        return "locked"
    if not len(document):
        return "empty"
    if len(document) > most:
        return "long"
    if raw.FPDFDoc_GetJavaScriptActionCount(document) > 0:
        return "active"
    return "files" if document.count_attachments() > 0 else ""


def _draw(document: Any, folder: Path, longest: int) -> int:
    if document.get_formtype() != raw.FORMTYPE_NONE:
        document.init_forms()  # or what was filled in is not drawn
    for number in range(len(document)):
        page = document[number]
        scale = min(DOTS / 72, longest / max(1, *page.get_size()))
        page.render(scale=scale).to_pil().convert("RGB").save(folder / f"{number + 1}.png", compress_level=1)
        page.close()
    return len(document)


if __name__ == "__main__":
    main()

"""PDFs people bring: kept to the byte as they are, when they are plain, with each page as a picture beside them."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from novex_portal.toolkit.files.pictures import LONGEST_SIDE, Picture, kept_as
from novex_portal.toolkit.files.uploads import UploadRefused, what_it_is

MAX_PAGES = 40
_DRAWING = Path(__file__).with_name("drawing.py")
_PATIENCE = 60  # seconds
_PRINT_AGAIN = "Druk het stuk opnieuw af naar PDF, en kies dat bestand."
_NO = {
    "locked": "Deze PDF is beveiligd met een wachtwoord. Haal de beveiliging eraf, en kies het bestand opnieuw.",
    "empty": "In deze PDF staat geen bladzijde.",
    "long": f"Deze PDF heeft meer dan {MAX_PAGES} bladzijden. Kies de bladzijden die erbij horen, of verdeel het stuk.",
    "active": f"In deze PDF zitten opdrachten (scripts). {_PRINT_AGAIN}",
    "files": f"In deze PDF zitten andere bestanden verstopt. {_PRINT_AGAIN}",
    "broken": f"Deze PDF is beschadigd en niet te lezen. {_PRINT_AGAIN}",
    "slow": f"Deze PDF is te zwaar om te tekenen. {_PRINT_AGAIN}",
}
# Of an archive at its end: a file that is two things at once.
_ARCHIVE_END = b"PK\x05\x06"
_END, _TAIL = b"%%EOF", 2_048


def is_paper(content: bytes) -> bool:
    """Tell by the first bytes whether this calls itself a PDF."""
    return content.startswith(b"%PDF-")


def drawn_pages(content: bytes) -> list[Picture]:
    """Return the pages of a PDF as pictures; raises UploadRefused for what is no plain PDF.

    They are drawn by a program of its own, that may take a minute and some memory and no more.
    """
    if not is_paper(content):
        raise UploadRefused(f"Dit is {what_it_is(content) or 'geen PDF'}. Kies een PDF.")
    if _END not in content[-_TAIL:] or _ARCHIVE_END in content[-_TAIL:]:
        raise UploadRefused(_NO["broken"])
    with tempfile.TemporaryDirectory(prefix="novex-pdf-") as place:
        folder = Path(place)
        (folder / "in.pdf").write_bytes(content)
        answer = _asked(folder)
        if "pages" not in answer:
            raise UploadRefused(_NO[str(answer.get("no", "broken"))])
        return [_picture(folder / f"{number}.png") for number in range(1, int(str(answer["pages"])) + 1)]


def _asked(folder: Path) -> dict[str, object]:
    command = [sys.executable, "-I", str(_DRAWING), str(folder), str(MAX_PAGES), str(LONGEST_SIDE)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=_PATIENCE, env={}, check=True)
        answer: dict[str, object] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return {"no": "slow"}
    except (subprocess.CalledProcessError, ValueError):  # it ran out of memory or time, or fell over the file
        return {"no": "slow"}
    return answer


def _picture(path: Path) -> Picture:
    from PIL import Image

    with Image.open(path, formats=["PNG"]) as image:
        return kept_as(image.convert("RGB"))

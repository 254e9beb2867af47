"""Pictures people bring, drawn anew: only what one sees is taken over, and nothing that came along with it.

What comes out is a PNG or JPEG we made: upright, without places, cameras, names or profiles, on white where it was
transparent, and no larger than paper asks.
"""

import io
from dataclasses import dataclass
from typing import Any

from novex_portal.toolkit.files.models import FileKind
from novex_portal.toolkit.files.uploads import UploadRefused, what_it_is

MAX_PIXELS = 50_000_000
LONGEST_SIDE = 2_400
"""Pixels: a sheet of A3 at some 150 to the inch."""
MOST_COLOURS = 4_096
"""A picture of more is a photograph, and kept as one."""
_QUALITY = 88

_MAGIC = ((b"\x89PNG\r\n\x1a\n", "PNG"), (b"\xff\xd8\xff", "JPEG"))
_OTHERS = (
    (b"GIF8", "een GIF"),
    (b"BM", "een bitmap (BMP)"),
    (b"II*\x00", "een TIFF"),
    (b"MM\x00*", "een TIFF"),
    (b"%PDF", "een PDF"),
    (b"PK\x03\x04", "een Office-document of een ingepakt bestand"),
)
_SAVE_AS = "Bewaar het plaatje als PNG of JPEG, en kies het opnieuw."


@dataclass(frozen=True)
class Picture:
    """A picture as it is kept."""

    kind: FileKind
    content: bytes
    width: int
    height: int


def picture_format(content: bytes) -> str:
    """Return PNG, JPEG or WEBP by the first bytes; empty for anything else."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    return next((name for magic, name in _MAGIC if content.startswith(magic)), "")


def redrawn(content: bytes) -> Picture:
    """Return the picture that stands in these bytes, drawn anew; raises UploadRefused."""
    from PIL import Image, ImageFile, ImageOps  # only here: every process would pay for it at its start

    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint sets it for the whole process once it is imported

    name = picture_format(content)
    if not name:
        raise UploadRefused(f"Dit is {_named(content)}. Het portaal neemt PNG, JPEG en WebP. {_SAVE_AS}")
    try:
        with Image.open(io.BytesIO(content), formats=[name]) as opened:
            _require_fit(opened)
            opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a large JPEG is read no finer than it is kept
            return kept_as(_plain(ImageOps.exif_transpose(opened)))
    except UploadRefused:
        raise
    # Whatever is wrong inside a picture comes out of Pillow in a dozen shapes.
    except Exception as error:
        raise UploadRefused(f"Dit plaatje is beschadigd en niet te lezen. {_SAVE_AS}") from error


def kept_as(image: Any) -> Picture:
    """Return a plain image as bytes: drawings and text as PNG, sharp and small; photographs as JPEG."""
    kind = FileKind.PNG if image.getcolors(MOST_COLOURS) else FileKind.JPEG
    target = io.BytesIO()
    if kind == FileKind.PNG:
        image.save(target, "PNG", compress_level=7)
    else:
        image.save(target, "JPEG", quality=_QUALITY)
    return Picture(kind, target.getvalue(), *image.size)


def _named(content: bytes) -> str:
    if content[4:8] == b"ftyp":
        return "een foto of film in een vorm van uw telefoon (zoals HEIC)"
    start = content.lstrip()[:512].lower()
    if b"<svg" in start:
        return "een tekening (SVG)"
    known = next((what for magic, what in _OTHERS if content.startswith(magic)), "")
    return known or what_it_is(content) or "geen plaatje"


def _require_fit(opened: Any) -> None:
    """Refuse by its head what would take too much to draw, or moves."""
    width, height = opened.size
    if width * height > MAX_PIXELS:
        raise UploadRefused(
            f"Dit plaatje is {width} bij {height} beeldpunten. Dat is te groot: maak het kleiner, tot zo’n 7.000 bij 7.000."
        )
    if getattr(opened, "n_frames", 1) > 1:
        raise UploadRefused(f"Dit plaatje beweegt. Op papier kan dat niet. {_SAVE_AS}")


def _plain(image: Any) -> Any:
    """Return it no larger than it is kept, in common colours, on white, without anything that came along."""
    from PIL import Image

    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    image = _in_common_colours(image)
    if image.has_transparency_data:
        shown = image.convert("RGBA")
        image = Image.new("RGB", shown.size, "white")
        image.paste(shown, mask=shown.getchannel("A"))
    plain = image.convert("L" if image.mode in {"1", "L"} else "RGB")
    plain.info = {}
    return plain


def _in_common_colours(image: Any) -> Any:
    """Return it in the colours of every screen where it names others; a profile that cannot be read is passed over."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in {"RGB", "CMYK"}:
        return image
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image

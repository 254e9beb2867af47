"""Pictures people bring are drawn anew, and nothing comes along."""

import io
import struct
import zlib

import pytest
from PIL import Image, ImageFile, PngImagePlugin

from novex_portal.toolkit.files.models import FileKind
from novex_portal.toolkit.files.pictures import LONGEST_SIDE, redrawn
from novex_portal.toolkit.files.uploads import UploadRefused
from tests.toolkit.files.brought import photograph, picture

SECRET = b"Jan de Geheime"


def read(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_drawing_becomes_a_png(kind: str) -> None:
    made = redrawn(picture(kind, lossless=True) if kind == "WEBP" else picture(kind))
    assert made.content.startswith(b"\x89PNG" if made.kind == FileKind.PNG else b"\xff\xd8")
    assert (made.width, made.height) == (60, 40)


def test_photograph_stays_a_jpeg() -> None:
    made = redrawn(photograph())
    assert made.kind == FileKind.JPEG
    assert read(made.content).format == "JPEG"


def test_nothing_that_came_along_is_kept() -> None:
    exif = Image.Exif()
    exif[0x013B] = SECRET.decode()
    kept = redrawn(photograph(exif=exif, comment=SECRET, icc_profile=b"no profile at all" + SECRET))
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", SECRET.decode())
    for made in (kept, redrawn(picture(pnginfo=notes, exif=exif))):
        assert SECRET not in made.content
        assert not read(made.content).getexif()
        assert read(made.content).info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_picture_stands_upright_as_its_camera_meant() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter
    made = redrawn(photograph((120, 90), exif=exif))
    assert (made.width, made.height) == (90, 120)


def test_what_is_behind_a_picture_does_not_come_along() -> None:
    made = redrawn(picture() + b"PK\x03\x04<script>" + SECRET)
    assert SECRET not in made.content


def test_large_picture_gets_the_size_of_paper() -> None:
    made = redrawn(picture(size=(5_000, 1_000)))
    assert (made.width, made.height) == (LONGEST_SIDE, LONGEST_SIDE // 5)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "1", "L", "CMYK", "I;16"])
def test_every_kind_of_colours_becomes_a_plain_one(mode: str) -> None:
    made = redrawn(picture("JPEG" if mode == "CMYK" else "PNG", mode=mode))
    assert read(made.content).mode in {"RGB", "L"}


def test_what_was_transparent_is_white() -> None:
    made = read(redrawn(picture(mode="RGBA")).content)
    assert made.convert("RGB").getpixel((50, 3)) == (255, 255, 255)


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def test_bomb_is_refused_by_its_head() -> None:
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1_000))) + chunk(b"IEND", b"")
    )
    with pytest.raises(UploadRefused):
        redrawn(bomb)


def test_picture_just_too_large_says_how_large_it_may_be() -> None:
    with pytest.raises(UploadRefused, match="8000 bij 7000 beeldpunten"):
        redrawn(picture(size=(8_000, 7_000), mode="1"))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>', "tekening .SVG."),
        (b"  <SVG onload=x>", "tekening .SVG."),
        (b"<!doctype html><script>x</script>", "webpagina"),
        (b"GIF89a" + bytes(20), "een GIF"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(20), "HEIC"),
        (b"II*\x00" + bytes(20), "TIFF"),
        (b"MZ" + bytes(20), "programma"),
        (b"PK\x03\x04" + bytes(20), "ingepakt"),
        (b"zomaar wat", "geen plaatje"),
        (picture()[:70], "beschadigd"),
        (photograph()[:200], "beschadigd"),
        (b"\x89PNG\r\n\x1a\n", "beschadigd"),
        (b"\xff\xd8\xff<script>", "beschadigd"),
    ],
)
def test_what_is_no_picture_is_named(content: bytes, says: str) -> None:
    with pytest.raises(UploadRefused, match=says):
        redrawn(content)


def test_broken_picture_is_refused_also_where_pdfs_are_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as WeasyPrint does
    with pytest.raises(UploadRefused, match="beschadigd"):
        redrawn(picture()[:70])


def test_picture_that_moves_is_refused() -> None:
    more = [Image.new("RGB", (60, 40), colour) for colour in ("red", "blue")]
    with pytest.raises(UploadRefused, match="beweegt"):
        redrawn(picture("WEBP", save_all=True, append_images=more))

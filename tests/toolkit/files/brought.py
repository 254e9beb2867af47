"""Files as people bring them, made for a test."""

import io
from functools import cache
from typing import Any

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from novex_portal.toolkit.files.keeping import Taken, take


def picture(kind: str = "PNG", size: tuple[int, int] = (60, 40), mode: str = "RGB", **options: Any) -> bytes:
    """Return a picture with a line on it."""
    image = Image.new(mode, size, "white" if mode in {"RGB", "L"} else None)  # type: ignore[arg-type]
    ImageDraw.Draw(image).line((0, 0, *size), fill=0)
    target = io.BytesIO()
    image.save(target, kind, **options)
    return target.getvalue()


def photograph(size: tuple[int, int] = (120, 90), **options: Any) -> bytes:
    """Return a JPEG of more colours than a drawing has."""
    image = Image.effect_noise(size, 80).convert("RGB")
    image = Image.merge(
        "RGB", [channel.rotate(turn) for turn, channel in zip((0, 90, 180), image.split(), strict=True)]
    )
    target = io.BytesIO()
    image.save(target, "JPEG", **options)
    return target.getvalue()


@cache
def paper(pages: int = 2) -> bytes:
    """Return a plain PDF."""
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page(page_size=(420, 297))
        return saved(pdf)


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    target = io.BytesIO()
    pdf.save(target, **options)
    return target.getvalue()


def upload(content: bytes, name: str = "kaart.png") -> SimpleUploadedFile:
    """Return content as a form brings it, under whatever name."""
    return SimpleUploadedFile(name, content)


A_PICTURE: Taken = take(upload(picture()))
A_DOCUMENT: Taken = take(upload(paper()))

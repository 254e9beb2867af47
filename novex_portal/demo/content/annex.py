"""What stands in the annex of the akkoord of the practice area: a sketch of the streams, and a sheet as a PDF."""

import io

from PIL import Image, ImageDraw, ImageFont

_LAND, _WATER, _INK, _STEEP = "#eef4f4", "#0a6f80", "#14262a", "#cfe1e2"
_STREAMS = (
    ("Geul", ((90, 760), (300, 610), (520, 560), (780, 430), (1010, 300), (1160, 240))),
    ("Gulp", ((300, 890), (420, 760), (470, 650), (520, 560))),
    ("Geleenbeek", ((1240, 860), (1180, 700), (1250, 520), (1390, 400), (1480, 180))),
)


def sketch() -> bytes:
    image = Image.new("RGB", (1600, 960), _LAND)
    draw = ImageDraw.Draw(image)
    draw.polygon([(520, 300), (900, 190), (1010, 280), (760, 410), (560, 500)], fill=_STEEP, outline=_WATER, width=3)
    for name, points in _STREAMS:
        draw.line(points, fill=_WATER, width=12, joint="curve")
        draw.text((points[0][0] + 30, points[0][1] - 10), name, fill=_INK, font=ImageFont.load_default(34))
    draw.text((590, 300), "Water vasthouden", fill=_INK, font=ImageFont.load_default(30))
    return _saved(image, "PNG")


def note() -> bytes:
    image = Image.new("RGB", (1240, 1754), "white")
    draw = ImageDraw.Draw(image)
    draw.text((120, 140), "Startnotitie water vasthouden", fill=_INK, font=ImageFont.load_default(52))
    for row, words in enumerate(
        (
            "Aanleiding: de zomer van 2021.",
            "Vraag: hoeveel water kunnen de hellingen vasthouden?",
            "Wie: waterschap, gemeenten, provincie en boeren.",
            "Wanneer: eerste metingen dit najaar, voorstel in het voorjaar.",
        )
    ):
        draw.text((120, 280 + 70 * row), words, fill=_INK, font=ImageFont.load_default(34))
    return _saved(image, "PDF")


def _saved(image: Image.Image, kind: str) -> bytes:
    target = io.BytesIO()
    image.save(target, kind, resolution=150)
    return target.getvalue()


EXHIBITS = (
    (
        "Schets, niet op schaal, van de beken waar het water wordt vastgehouden",
        (
            "Schets van drie beken: de Geul van zuidwest naar noordoost, de Gulp die erin uitkomt en de Geleenbeek in het oosten. "
            "Op de hellingen boven de Geul staat een vlak: daar houden partijen het water vast."
        ),
        sketch,
    ),
    ("Startnotitie water vasthouden", "Een bladzijde met de aanleiding, de vraag en de planning.", note),
)

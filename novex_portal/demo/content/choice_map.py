"""The sketch of where the hoofdkeuzes of the practice area lie: drawn here, so that nothing is brought along."""

import io

from PIL import Image, ImageDraw, ImageFont

_SIZE, _SCALE = (1600, 1280), 16  # sixteen dots for a unit of the sketch
_LAND, _EDGE, _WATER, _ZONE = "#e6f0f0", "#a9cdd0", "#2a7a86", "#a9cdd0"
_TOWN, _TOWN_EDGE, _WORK, _ACCENT, _INK = "#d5dedf", "#8a9a9d", "#2a7a86", "#0a4a55", "#14262a"
Points = tuple[tuple[float, float], ...]

_OUTLINE: Points = (
    (43, 3), (57, 2), (58, 12), (63, 23), (71, 27), (77, 34), (84, 43), (86, 54), (81, 63), (83, 74), (71, 78),
    (59, 76), (47, 77), (36, 73), (27, 72), (24, 62), (17, 55), (18, 46), (26, 40), (31, 32), (35, 22), (39, 12),
)  # fmt: skip
_MEUSE: Points = ((27, 72), (22, 62), (15, 54), (17, 45), (25, 39), (30, 31), (34, 22), (38, 12), (43, 3))
_GEUL: Points = ((64, 76), (57, 67), (50, 60), (42, 54), (33, 49), (27, 44))
_GELEEN: Points = ((72, 50), (63, 41), (55, 33), (50, 22), (47, 8))
_PLATEAUS: tuple[Points, ...] = (
    ((31, 68), (45, 73), (50, 67), (44, 60), (34, 56), (28, 61)),
    ((58, 61), (68, 57), (72, 66), (65, 73), (60, 71)),
)
_TOWNS: tuple[Points, ...] = (
    ((65, 41), (74, 38), (80, 45), (78, 54), (70, 55), (64, 49)),
    ((20, 55), (26, 53), (27, 62), (23, 64)),
    ((50, 25), (57, 22), (59, 31), (53, 33)),
)
_WORKS: Points = ((44, 27), (50, 26), (51, 33), (45, 34))
_CHOICES: tuple[tuple[int, float, float], ...] = ((1, 38, 65), (2, 47, 57.5), (3, 72, 47), (4, 47.5, 30.5))
_NAMES: tuple[tuple[str, float, float], ...] = (
    ("Maastricht", 7.5, 64),
    ("Heerlen", 86, 47),
    ("Sittard", 61, 23),
    ("Vaals", 86, 76),
)


def choice_map() -> bytes:
    """Return the sketch as a PNG."""
    image = Image.new("RGB", _SIZE, "white")
    draw = ImageDraw.Draw(image)
    draw.polygon(_dots(_OUTLINE), fill=_LAND, outline=_EDGE, width=5)
    for plateau in _PLATEAUS:
        _hatch(image, _dots(plateau))
    draw.line(_dots(_GEUL), fill=_ZONE, width=78, joint="curve")
    for stream, width in ((_GEUL, 10), (_GELEEN, 10), (_MEUSE, 22)):
        draw.line(_dots(stream), fill=_WATER, width=width, joint="curve")
    for town in _TOWNS:
        draw.polygon(_dots(town), fill=_TOWN, outline=_TOWN_EDGE, width=4)
    draw.polygon(_dots(_WORKS), fill=_WORK)
    small, bold = ImageFont.load_default(38), ImageFont.load_default(46)
    for name, across, down in _NAMES:
        draw.text((across * _SCALE, down * _SCALE), name, fill=_INK, font=small, anchor="mm")
    for number, x, y in _CHOICES:
        draw.circle((x * _SCALE, y * _SCALE), 40, fill=_ACCENT, outline="white", width=7)
        draw.text((x * _SCALE, y * _SCALE), str(number), fill="white", font=bold, anchor="mm")
    target = io.BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def _dots(points: Points) -> list[tuple[float, float]]:
    return [(x * _SCALE, y * _SCALE) for x, y in points]


def _hatch(image: Image.Image, shape: list[tuple[float, float]]) -> None:
    """Fill a shape with slanting lines, so that it is told apart without its colour."""
    mask = Image.new("L", _SIZE, 0)
    ImageDraw.Draw(mask).polygon(shape, fill=255)
    lines = Image.new("RGB", _SIZE, _LAND)
    pen = ImageDraw.Draw(lines)
    for start in range(-_SIZE[1], _SIZE[0], 24):
        pen.line([(start, _SIZE[1]), (start + _SIZE[1], 0)], fill=_WATER, width=4)
    image.paste(lines, mask=mask)
    ImageDraw.Draw(image).polygon(shape, outline=_WATER, width=4)

"""People: no faces, but a way to stand, and clothes that say when and who.

A figure is drawn on its own map, 100 high, the feet at 0 and up is up.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from config.demo.drawing.inks import Swatch
from config.demo.drawing.patterns import Cloth, wear
from config.demo.drawing.plates import Page
from config.demo.drawing.shapes import (
    Place,
    Point,
    Shape,
    blob,
    limb,
    oval,
    poly,
)

Joint = tuple[Point, Point]


@dataclass(frozen=True)
class Pose:
    """Elbow and hand, knee and foot, on both sides; how far the body leans."""

    left_arm: Joint = ((-11, 66), (-10, 49))
    right_arm: Joint = ((11, 66), (10, 49))
    left_leg: Joint = ((-4, 26), (-4.5, 1))
    right_leg: Joint = ((4, 26), (4.5, 1))
    lean: float = 0
    nod: Point = (0, 0)


STAND: Final = Pose()
WALK: Final = Pose(
    left_arm=((-11, 67), (-14, 52)),
    right_arm=((10, 66), (14, 53)),
    left_leg=((-5, 27), (-12, 3)),
    right_leg=((7, 28), (9, 1)),
    lean=2,
)
CARRY: Final = Pose(
    left_arm=((-11, 65), (-12, 47)),
    right_arm=((11, 65), (12, 47)),
    left_leg=((-4, 26), (-8, 2)),
    right_leg=((5, 27), (7, 1)),
    lean=2,
)
WAVE: Final = Pose(right_arm=((15, 78), (17, 98)), nod=(0.6, 0.5))
POCKETS: Final = Pose(left_arm=((-13, 66), (-6, 53)), right_arm=((13, 66), (6, 53)))
HIPS: Final = Pose(left_arm=((-17, 67), (-7.5, 57)), right_arm=((11, 66), (11, 49)))
REACH: Final = Pose(
    left_arm=((-9, 68), (3, 62)), right_arm=((13, 72), (24, 68)), lean=4, nod=(2, -1)
)
LINK: Final = Pose(left_arm=((-15, 71), (-21, 60)), right_arm=((15, 71), (21, 60)))


@dataclass(frozen=True)
class Person:
    """What somebody looks like from across the street."""

    skin: Swatch
    hair: Swatch
    top: Cloth
    bottom: Cloth
    shoes: Swatch
    cover: str = "short"  # short, bob, long, bun, braid, scarf, cap, hat, wool
    covering: Cloth | None = None
    cut: str = "shirt"  # shirt, jacket, coat, dress, tunic
    legs: str = "straight"  # straight, flares, shalwar, skirt, bare
    head: float = 1.0
    back: bool = False
    pose: Pose = field(default=STAND)


def person(page: Page, who: Person, place: Place) -> None:
    """Draw somebody where they stand."""
    pose = who.pose
    _arm(page, who, place, pose.left_arm, -1)
    _legs(page, who, place)
    _body(page, who, place)
    _head(page, who, place)
    _arm(page, who, place, pose.right_arm, 1)


def _shoulder(pose: Pose, side: int) -> Point:
    return 7.4 * side + pose.lean, 79.5


def _arm(page: Page, who: Person, place: Place, joint: Joint, side: int) -> None:
    elbow, hand = joint
    start = _shoulder(who.pose, side)
    short = who.cut in {"dress", "tunic"} and who.legs == "bare"
    page.paint(who.skin, place(oval(hand[0], hand[1] - 1, 2.1, 2.6)))
    if short:
        page.paint(who.skin, place(limb(start, elbow, hand, widths=(4.4, 3.4, 3))))
        wear(page, who.top, place(limb(start, _half(start, elbow), widths=(6, 6))))
    else:
        sleeve = limb(start, elbow, hand, widths=(6.4, 5.4, 4.6))
        wear(page, who.top, place(sleeve))


def _half(a: Point, b: Point) -> Point:
    return (a[0] + b[0]) / 2, (a[1] + b[1]) / 2


def _leg(joint: Joint, hip: Point, widths: Sequence[float]) -> Shape:
    return limb(hip, joint[0], joint[1], widths=widths)


LEG_WIDTHS: Final = {
    "straight": (8.6, 6.4, 5.4),
    "flares": (8.6, 6.4, 6.4, 10.5),
    "shalwar": (11, 11, 9, 5),
    "skirt": (4.4, 4.2, 3),
    "bare": (5, 4.4, 3.2),
}


def _legs(page: Page, who: Person, place: Place) -> None:
    widths = LEG_WIDTHS[who.legs]
    bare = who.legs in {"skirt", "bare"}
    for joint, hip in (
        (who.pose.left_leg, (-3.6, 51.0)),
        (who.pose.right_leg, (3.6, 51.0)),
    ):
        x, y = joint[1]
        page.paint(
            who.shoes,
            place(
                blob(
                    (x - 2.4, y + 2),
                    (x + 2, y + 2),
                    (x + 5.4, y - 0.6),
                    (x - 2.6, y - 1),
                )
            ),
        )
        shape = place(_leg(joint, hip, widths))
        if bare:
            page.paint(who.skin, shape)
        else:
            wear(page, who.bottom, shape)
    if who.legs == "skirt":
        (ax, ay), (bx, by) = who.pose.left_leg[0], who.pose.right_leg[0]
        low = min(ay, by) - 7
        wear(
            page,
            who.bottom,
            place(
                blob(
                    (-7, 56),
                    (7, 56),
                    (bx + 6, low + 1),
                    (0, low - 1),
                    (ax - 6, low + 1),
                )
            ),
        )


HEMS: Final = {
    "shirt": (50.0, 7.6),
    "jacket": (45.0, 8.6),
    "coat": (27.0, 11.0),
    "dress": (30.0, 12.5),
    "tunic": (33.0, 9.4),
}


def _body(page: Page, who: Person, place: Place) -> None:
    hem, half = HEMS[who.cut]
    lean = who.pose.lean
    waist = 6.2 if who.cut == "dress" else 7.2
    shape = poly(
        *blob(
            (-3 + lean, 85),
            (3 + lean, 85),
            (8.2 + lean, 82),
            (8.6 + lean, 76),
            (waist + lean / 2, 62),
            (half, hem + 4),
            (half - 0.4, hem),
            (0, hem - 1),
            (-half + 0.4, hem),
            (-half, hem + 4),
            (-waist + lean / 2, 62),
            (-8.6 + lean, 76),
            (-8.2 + lean, 82),
            steps=6,
        )
    )
    wear(page, who.top, place(shape))
    if not who.back:
        page.paint(
            who.skin, place(poly((lean - 2.4, 85), (lean + 2.4, 85), (lean, 80.6)))
        )


def _head(page: Page, who: Person, place: Place) -> None:
    k = who.head
    x = who.pose.lean * 1.25 + who.pose.nod[0]
    y = 85 + 7.6 * k + who.pose.nod[1]
    neck = limb((who.pose.lean, 82), (x, y - 4 * k), widths=(4.6, 4.2))
    page.paint(who.skin, place(neck))
    _behind(page, who, place, (x, y))
    face = who.hair if who.back else who.skin
    page.paint(face, place(oval(x, y, 5.1 * k, 6.4 * k)))
    _cover(page, who, place, (x, y))


def _behind(page: Page, who: Person, place: Place, at: Point) -> None:
    (x, y), k = at, who.head
    if who.cover == "long":
        page.paint(
            who.hair,
            place(
                blob(
                    (x - 6 * k, y + 4 * k),
                    (x + 6 * k, y + 4 * k),
                    (x + 7.2 * k, y - 11 * k),
                    (x, y - 13 * k),
                    (x - 7.2 * k, y - 11 * k),
                )
            ),
        )
    elif who.cover == "bob":
        page.paint(
            who.hair,
            place(
                blob(
                    (x - 5.6 * k, y + 4 * k),
                    (x + 5.6 * k, y + 4 * k),
                    (x + 6.6 * k, y - 5 * k),
                    (x - 6.6 * k, y - 5 * k),
                )
            ),
        )
    elif who.cover == "scarf" and who.covering:
        wear(
            page,
            who.covering,
            place(
                blob(
                    (x - 5.4 * k, y + 3 * k),
                    (x + 5.4 * k, y + 3 * k),
                    (x + 6.6 * k, y - 6 * k),
                    (x + 9 * k, y - 12 * k),
                    (x, y - 14 * k),
                    (x - 9 * k, y - 12 * k),
                    (x - 6.6 * k, y - 6 * k),
                )
            ),
        )


def _cover(page: Page, who: Person, place: Place, at: Point) -> None:
    (x, y), k = at, who.head
    cap = blob(
        (x - 5.6 * k, y - 0.6 * k),
        (x - 5.2 * k, y + 5 * k),
        (x, y + 7.4 * k),
        (x + 5.2 * k, y + 5 * k),
        (x + 5.6 * k, y - 0.6 * k),
        (x + 3.4 * k, y + 2.8 * k),
        (x - 2.6 * k, y + 2.6 * k),
    )
    if who.cover == "scarf" and who.covering:
        _scarf(page, who, place, at)
        return
    page.paint(who.hair, place(cap))
    if who.cover == "bun":
        page.paint(who.hair, place(oval(x - 4.6 * k, y + 4.8 * k, 3 * k)))
    elif who.cover == "braid":
        page.paint(
            who.hair,
            place(
                limb(
                    (x + 4 * k, y),
                    (x + 7 * k, y - 8 * k),
                    (x + 5.5 * k, y - 22 * k),
                    widths=(3, 3.4, 1.4),
                )
            ),
        )
    elif who.covering and who.cover in {"cap", "hat", "wool"}:
        _hat(page, who, place, at)


def _scarf(page: Page, who: Person, place: Place, at: Point) -> None:
    (x, y), k = at, who.head
    cloth = who.covering or who.top
    hood = blob(
        (x - 6 * k, y - 4 * k),
        (x - 6.2 * k, y + 3 * k),
        (x, y + 7.8 * k),
        (x + 6.2 * k, y + 3 * k),
        (x + 6 * k, y - 4 * k),
        (x, y - 8.4 * k),
    )
    wear(page, cloth, place(hood))
    if not who.back:
        page.paint(who.skin, place(oval(x + 0.7 * k, y - 0.6 * k, 3.7 * k, 5 * k)))


def _hat(page: Page, who: Person, place: Place, at: Point) -> None:
    (x, y), k = at, who.head
    cloth = who.covering or who.top
    if who.cover == "wool":
        wear(
            page,
            cloth,
            place(
                blob(
                    (x - 6 * k, y + 1.4 * k),
                    (x - 5 * k, y + 6.5 * k),
                    (x, y + 9 * k),
                    (x + 5 * k, y + 6.5 * k),
                    (x + 6 * k, y + 1.4 * k),
                )
            ),
        )
        page.paint(cloth.thread or cloth.ground, place(oval(x, y + 9.6 * k, 2.2 * k)))
    elif who.cover == "cap":
        wear(
            page,
            cloth,
            place(
                blob(
                    (x - 6 * k, y + 2.4 * k),
                    (x - 5 * k, y + 6.8 * k),
                    (x + 2 * k, y + 7.8 * k),
                    (x + 6 * k, y + 4 * k),
                    (x + 8.4 * k, y + 2 * k),
                )
            ),
        )
    else:
        wear(
            page,
            cloth,
            place(
                blob(
                    (x - 4.6 * k, y + 3 * k),
                    (x - 4 * k, y + 8.4 * k),
                    (x, y + 7.6 * k),
                    (x + 4 * k, y + 8.4 * k),
                    (x + 4.6 * k, y + 3 * k),
                )
            ),
        )
        wear(page, cloth, place(oval(x, y + 3.2 * k, 8.4 * k, 1.5 * k)))


def shadow(page: Page, who: Person, place: Place, reach: Point, swatch: Swatch) -> None:
    """The long shadow somebody throws: to `reach`, where the head's shadow falls."""
    (x0, y0), (x1, y1) = (place.x, place.y), reach
    wide = place.size * (18 if who.cut in {"coat", "dress", "tunic"} else 14)

    def along(t: float) -> Point:
        return x0 + (x1 - x0) * t, y0 + (y1 - y0) * t

    body = limb(
        along(0.02),
        along(0.35),
        along(0.62),
        along(0.8),
        along(0.86),
        widths=(wide * 0.5, wide, wide, wide * 0.9, wide * 0.36),
    )
    head = limb(along(0.88), along(0.98), widths=(wide * 0.55 * who.head,))
    page.over(swatch, body, head)

"""What hangs now, what leaves a gap, in which language."""

import pytest
from django.utils import translation

from archive import actions as archive_actions
from archive.images import Picture
from archive.models import Item, Media
from exhibitions import hanging
from exhibitions.models import Exhibition
from tests import make


def whole(exhibition: Exhibition) -> Exhibition:
    return Exhibition.objects.whole().get(pk=exhibition.pk)


@pytest.mark.django_db
def test_a_picture_leaves_a_gap_when_the_family_takes_it_back() -> None:
    placement = make.placement()
    exhibition = placement.block.section.exhibition

    [before] = hanging.chapters(whole(exhibition))[0].blocks[0].pictures
    archive_actions.withdraw(placement.item, by=None)
    [after] = hanging.chapters(whole(exhibition))[0].blocks[0].pictures

    assert (before.is_gap, after.is_gap) == (False, True)
    assert before.shape.split()[0] == after.shape


@pytest.mark.django_db
def test_a_picture_without_the_families_yes_to_exhibitions_is_a_gap() -> None:
    placement = make.placement()
    Item.objects.update(permitted_uses=["web"])

    [hung] = (
        hanging.chapters(whole(placement.block.section.exhibition))[0]
        .blocks[0]
        .pictures
    )

    assert hung.is_gap


@pytest.mark.django_db
def test_the_threshold_is_dark_when_its_picture_may_not_hang() -> None:
    exhibition = make.exhibition(cover=make.published_item())

    assert hanging.cover(whole(exhibition))

    Item.objects.update(permitted_uses=["web"])

    assert hanging.cover(whole(exhibition)) is None


@pytest.mark.django_db
def test_single_pictures_hang_left_and_right_in_turn() -> None:
    section = make.section()
    for position, kind in enumerate(["picture", "text", "picture", "picture"]):
        block = make.block(section, kind=kind, position=position)
        if kind == "picture":
            make.placement(block)

    shown = hanging.chapters(whole(section.exhibition))[0].blocks

    assert [each.is_right for each in shown] == [False, False, True, False]


@pytest.mark.django_db
def test_a_quote_is_in_the_speakers_language_with_the_readers_beneath() -> None:
    block = make.block(
        kind="quote",
        body="Babamı görmemiştik.",
        settings={"language": "tr"},
        translations={"da": {"body": "Vi havde ikke set far."}},
    )
    exhibition = whole(block.section.exhibition)

    in_danish = hanging.chapters(exhibition, language="da")[0].blocks[0]
    in_turkish = hanging.chapters(exhibition, language="tr")[0].blocks[0]

    assert in_danish.original.language == "tr"
    assert in_danish.body.words == "Vi havde ikke set far."
    assert in_turkish.body.is_original


@pytest.mark.django_db
def test_thanks_name_each_lender_once_and_nobody_who_took_a_picture_back() -> None:
    section = make.section()
    gone = make.published_item(credit="Familien Begum")
    for credit in ("Familien Kaya", "Familien Kaya", ""):
        item = make.published_item(credit=credit)
        make.placement(make.block(section, kind="picture"), item=item)
    make.placement(make.block(section, kind="picture"), item=gone)
    archive_actions.withdraw(gone, by=None)

    chapters = hanging.chapters(whole(section.exhibition))

    assert hanging.lenders(chapters) == ["Familien Kaya"]


@pytest.mark.django_db
def test_a_tour_counts_what_the_visitor_reads_and_sees() -> None:
    exhibition = make.exhibition(introduction=" ".join(["ord"] * 380))
    section = make.section(exhibition)
    make.placement(make.block(section, kind="picture"))
    gone = make.placement(make.block(section, kind="picture"))
    archive_actions.withdraw(gone.item, by=None)

    with translation.override("da"):
        chapters = hanging.chapters(whole(exhibition))
        tour = hanging.tour(whole(exhibition), chapters)

    assert tour == hanging.Tour(minutes=2, pictures=1)


@pytest.mark.parametrize(
    ("width", "said"), [(443, "px-400"), (1279, "px-1200"), (90, "px-160"), (1700, "")]
)
def test_a_small_original_stays_small(width: int, said: str) -> None:
    picture = Picture(webp="", jpeg="", src="", width=width, height=400)

    assert hanging.width_class(picture) == said


@pytest.mark.django_db
def test_a_gap_without_any_file_has_a_shape_all_the_same() -> None:
    placement = make.placement()
    archive_actions.withdraw(placement.item, by=None)
    Media.objects.all().delete()

    [hung] = (
        hanging.chapters(whole(placement.block.section.exhibition))[0]
        .blocks[0]
        .pictures
    )

    assert hung.shape == "r-150"

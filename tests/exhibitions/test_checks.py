"""What must be right before an exhibition opens."""

import pytest

from archive import actions as archive_actions
from exhibitions import checks
from exhibitions.models import Exhibition
from tests import make

GOOD = " ".join(["ord"] * 60)


def ready() -> Exhibition:
    """An exhibition with nothing to remark upon."""
    exhibition = make.exhibition(introduction=GOOD, cover=make.published_item())
    for number in range(3):
        make.block(make.section(exhibition, position=number), body="Vi rejste.")
    return exhibition


def found(exhibition: Exhibition) -> list[tuple[str, str]]:
    whole = Exhibition.objects.whole().get(pk=exhibition.pk)
    return [(each.light, each.what) for each in checks.findings(whole)]


@pytest.mark.django_db
def test_nothing_is_found_where_all_is_well() -> None:
    assert found(ready()) == []


@pytest.mark.django_db
def test_an_empty_draft_is_stopped_for_three_reasons() -> None:
    exhibition = make.exhibition()
    make.section(exhibition, title="")

    assert [light for light, _what in found(exhibition)].count("stop") == 3
    assert len(checks.stops(exhibition)) == 3


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "light"), [(60, None), (40, "look"), (130, "look"), (201, "stop")]
)
def test_an_introduction_is_fifty_to_a_hundred_and_twenty_words(
    words: int, light: str | None
) -> None:
    exhibition = ready()
    exhibition.introduction = " ".join(["ord"] * words)
    exhibition.save()

    assert [each for each, _what in found(exhibition)] == ([light] if light else [])


@pytest.mark.django_db
@pytest.mark.parametrize(("words", "light"), [(75, None), (76, "look"), (101, "stop")])
def test_a_label_is_up_to_seventy_five_words_and_never_over_a_hundred(
    words: int, light: str | None
) -> None:
    exhibition = ready()
    block = make.block(exhibition.sections.first(), kind="picture", position=1)
    make.placement(block, label=" ".join(["ord"] * words))

    assert [each for each, _what in found(exhibition)] == ([light] if light else [])


@pytest.mark.django_db
def test_a_withdrawn_picture_is_worth_a_look_but_stops_nothing() -> None:
    exhibition = ready()
    block = make.block(exhibition.sections.first(), kind="picture", position=1)
    placement = make.placement(block)
    archive_actions.withdraw(placement.item, by=None)

    assert [light for light, _what in found(exhibition)] == ["look"]
    assert checks.stops(exhibition) == []


@pytest.mark.django_db
def test_a_picture_without_alt_text_stops() -> None:
    exhibition = ready()
    block = make.block(exhibition.sections.first(), kind="picture", position=1)
    placement = make.placement(block)
    type(placement.item).objects.update(alt_text="")

    assert [light for light, _what in found(exhibition)] == ["stop"]

    placement.alt_text = "To piger."
    placement.save()

    assert found(exhibition) == []


@pytest.mark.django_db
def test_three_texts_in_a_row_want_a_picture_between_them() -> None:
    exhibition = ready()
    section = exhibition.sections.first()
    assert section is not None
    for position in (0, 2):
        make.block(section, body="Mere.", position=position)

    assert [light for light, _what in found(exhibition)] == ["look"]

    make.placement(make.block(section, kind="picture", position=1))

    assert found(exhibition) == []


@pytest.mark.django_db
def test_a_gallery_needs_two_pictures() -> None:
    exhibition = ready()
    block = make.block(exhibition.sections.first(), kind="gallery", position=1)
    make.placement(block, label="Den ene.")

    assert [light for light, _what in found(exhibition)] == ["stop"]

    make.placement(block, label="Den anden.")

    assert found(exhibition) == []

"""The deeds of a curator."""

import pytest

from accounts.models import Partner, User
from archive import actions as archive_actions
from archive.models import Item
from exhibitions import actions
from exhibitions.models import Exhibition, Section
from tests import make


def order(exhibition: Exhibition) -> list[list[int]]:
    return [
        list(section.blocks.values_list("pk", flat=True))
        for section in exhibition.sections.all()
    ]


def test_a_new_exhibition_is_a_draft_with_one_chapter_and_a_plain_address(
    selma: User,
) -> None:
    made = actions.create(title="Første år på Øster Allé", language="da", by=selma)

    assert made.slug == "foerste-aar-paa-oester-alle"
    assert made.sections.count() == 1
    assert not made.is_published


def test_two_exhibitions_of_one_name_get_two_addresses(selma: User) -> None:
    slugs = [actions.create(title="!?", language="da", by=selma).slug for _ in range(3)]

    assert slugs == ["udstilling", "udstilling-2", "udstilling-3"]


def test_write_notes_when_and_by_whom(selma: User) -> None:
    exhibition = make.exhibition()

    actions.write(exhibition, row=exhibition, changes={"subtitle": "Ny"}, by=selma)

    exhibition.refresh_from_db()
    assert exhibition.subtitle == "Ny"
    assert exhibition.changed_by == selma
    assert exhibition.version == 2


def test_write_lays_a_translation_beside_the_others(selma: User) -> None:
    section = make.section(translations={"tr": {"title": "Üç gün"}})
    words = {"translations": {"ur": {"title": "تین دن"}}}

    actions.write(section.exhibition, row=section, changes=words, by=selma)

    section.refresh_from_db()
    assert section.translations == {
        "tr": {"title": "Üç gün"},
        "ur": {"title": "تین دن"},
    }


def test_write_stops_when_somebody_was_first(selma: User) -> None:
    block = make.block(body="Det gamle")
    stale = type(block).objects.get(pk=block.pk)
    exhibition = block.section.exhibition
    actions.write(exhibition, row=block, changes={"body": "Deres"}, by=selma)

    with pytest.raises(actions.ChangedMeanwhile) as refused:
        actions.write(
            exhibition,
            row=stale,
            changes={"body": "Mit"},
            by=selma,
            unchanged=lambda now: bool(now.body == "Det gamle"),
        )

    block.refresh_from_db()
    assert refused.value.theirs.body == "Deres"
    assert block.body == "Deres"


def test_a_published_picture_may_be_hung(selma: User) -> None:
    item, block = make.published_item(), make.block(kind="picture")

    placement = actions.place(block, item=item, by=selma)

    assert list(block.placements.all()) == [placement]


@pytest.mark.parametrize("why", ["draft", "not permitted", "text only", "withdrawn"])
def test_a_picture_that_may_not_be_shown_is_not_hung(selma: User, why: str) -> None:
    block = make.block(kind="picture")
    item = make.item() if why == "draft" else make.published_item()
    if why == "not permitted":
        Item.objects.filter(pk=item.pk).update(permitted_uses=["web"])
    if why == "text only":
        Item.objects.filter(pk=item.pk).update(publication="text_only")
    if why == "withdrawn":
        archive_actions.withdraw(item, by=None)

    with pytest.raises(actions.CannotHang):
        actions.place(block, item=item, by=selma)

    assert not block.placements.exists()


def test_a_block_for_one_picture_takes_one(selma: User) -> None:
    block = make.block(kind="picture")
    actions.place(block, item=make.published_item(), by=selma)

    with pytest.raises(actions.CannotHang):
        actions.place(block, item=make.published_item(), by=selma)

    assert block.placements.count() == 1


def test_move_goes_step_by_step_and_stops_at_the_end(selma: User) -> None:
    exhibition = make.exhibition()
    first, second = (make.section(exhibition, position=n) for n in (0, 1))

    actions.move(first, by=selma, steps=1)
    actions.move(first, by=selma, steps=1)

    assert list(exhibition.sections.all()) == [second, first]


def test_a_block_at_the_edge_goes_on_into_the_next_chapter(selma: User) -> None:
    exhibition = make.exhibition()
    first, second = (make.section(exhibition, position=n) for n in (0, 1))
    moved = make.block(first)
    there = make.block(second)

    actions.move(moved, by=selma, steps=1)

    assert order(exhibition) == [[], [moved.pk, there.pk]]

    moved.refresh_from_db()
    actions.move(moved, by=selma, steps=-1)

    assert order(exhibition) == [[moved.pk], [there.pk]]


def test_arrange_puts_blocks_in_other_chapters(selma: User) -> None:
    exhibition = make.exhibition()
    first, second = (make.section(exhibition, position=n) for n in (0, 1))
    one, two = make.block(first), make.block(first, position=1)

    actions.arrange(exhibition, order=[(second, [two]), (first, [one])], by=selma)

    assert list(exhibition.sections.all()) == [second, first]
    assert order(exhibition) == [[two.pk], [one.pk]]


def test_taking_out_a_block_leaves_the_pictures_in_the_archive(selma: User) -> None:
    placement = make.placement()
    block = placement.block

    actions.remove(block.section.exhibition, row=block, by=selma)

    assert not Section.objects.filter(blocks__isnull=False).exists()
    assert Item.objects.get() == placement.item


def test_a_partner_is_known_by_name_and_made_once(selma: User) -> None:
    known = Partner.objects.create(name="Tyrkisk Kulturforening", slug="tyrkisk")
    exhibition = make.exhibition()

    actions.choose_partners(
        exhibition, partners=[], new="  tyrkisk  KULTURFORENING ", by=selma
    )
    actions.choose_partners(exhibition, partners=[known], new="Klub Jadran", by=selma)

    assert [each.name for each in exhibition.partners.all()] == [
        "Klub Jadran",
        "Tyrkisk Kulturforening",
    ]
    assert Partner.objects.count() == 2


def test_publish_refuses_what_is_not_ready_and_opens_what_is(selma: User) -> None:
    exhibition = make.exhibition()

    with pytest.raises(actions.NotReady) as refused:
        actions.publish(exhibition, by=selma)

    assert refused.value.problems

    actions.write(
        exhibition, row=exhibition, changes={"introduction": "Far kom."}, by=selma
    )
    section = make.section(exhibition)
    make.block(section, body="Vi rejste.")

    assert actions.publish(exhibition, by=selma).is_published
    assert not actions.unpublish(exhibition, by=selma).is_published

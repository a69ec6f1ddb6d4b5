"""Two authorities that were one: every link is kept, and it can be undone."""

import pytest

from accounts.models import User
from archive import actions, history
from archive.headings import headings_in, in_order
from archive.models import Depiction, Edition, Item, Merge, Person, Photographer, Place
from archive.models import Subject as Heading
from archive.permissions import names_living_without_yes
from submissions import erasure
from tests import make

pytestmark = pytest.mark.django_db


def seen_in(person: Person) -> list[Item]:
    return list(Item.objects.filter(depictions__person=person).order_by("number"))


def test_every_link_of_a_person_goes_to_the_other(poul: User) -> None:
    emine, other = make.person("Emine Aydın"), make.person("Emine Aydin")
    first, second = make.item(), make.item()
    make.depiction(first, person=emine)
    make.depiction(second, person=other, x=20, y=30)
    edition = Edition.current()

    actions.merge(other, into=emine, by=poul)

    emine.refresh_from_db()
    assert seen_in(emine) == [first, second]
    assert emine.also_known_as == ["Emine Aydin"]
    assert Person.everything.get(pk=other.pk).standing == emine
    assert other not in Person.objects.all()
    assert Edition.current() > edition


def test_a_merge_stands_in_the_history_of_the_pictures(poul: User) -> None:
    emine, other = make.person("Emine Aydın"), make.person("Emine")
    item = make.item(subjects=[make.subject("bolig")])
    make.depiction(item, person=other)

    actions.merge(other, into=emine, by=poul)

    newest = history.of(item).changes[0]
    said = [(line.before, line.after) for line in newest.lines]
    assert newest.by == "Poul"
    assert ("Emine", "Emine Aydın") in said
    assert Item.objects.get(pk=item.pk).version == item.version + 1


def test_undoing_puts_back_what_is_still_there(poul: User) -> None:
    emine, other = make.person("Emine Aydın"), make.person("Emine")
    kept, erased, mine = make.item(), make.item(), make.item()
    make.depiction(kept, person=other)
    gone = make.depiction(erased, person=other)
    make.depiction(mine, person=emine)
    merge = actions.merge(other, into=emine, by=poul)
    gone.delete()

    actions.undo_merge(merge, by=poul)

    emine.refresh_from_db()
    assert seen_in(other) == [kept]
    assert seen_in(emine) == [mine]
    assert emine.also_known_as == []
    assert other in Person.objects.all()
    with pytest.raises(actions.CannotMerge):
        actions.undo_merge(merge, by=poul)


def test_a_picture_of_both_has_one_and_the_greater_care(poul: User) -> None:
    emine = make.person("Emine Aydın", living="no")
    other = make.person("Emine", living="yes", is_name_hidden=True)
    item = make.item()
    make.depiction(item, person=emine, may_be_named=True)
    make.depiction(item, person=other, x=20, y=30)

    merge = actions.merge(other, into=emine, by=poul)

    emine.refresh_from_db()
    row = Depiction.objects.get(item=item)
    assert (row.person, row.x, row.may_be_named) == (emine, 20, False)
    assert (emine.living, emine.is_name_hidden) == ("yes", True)

    actions.undo_merge(merge, by=poul)

    emine.refresh_from_db()
    assert {row.person: (row.x, row.may_be_named) for row in item.depictions.all()} == {
        emine: (None, True),
        other: (20, False),
    }
    assert (emine.living, emine.is_name_hidden) == ("no", False)


def test_merging_never_names_somebody_who_may_live(poul: User) -> None:
    father = make.person("Yusuf", living="no")
    son = make.person("Yusuf Aydın", living="unknown")
    item = make.item()
    make.depiction(item, person=son)

    actions.merge(son, into=father, by=poul)

    item = Item.objects.get(pk=item.pk)
    assert item.public_names == []
    assert names_living_without_yes(item)


def test_a_place_takes_its_pictures_its_places_and_its_anchors_along(
    poul: User,
) -> None:
    block = make.place("Vejleåparken")
    plan = make.place("Planen")
    hall = make.place("Hallen", parent=plan)
    anchor = make.anchor(place=plan)
    item = make.item(place=plan)

    merge = actions.merge(plan, into=block, by=poul)

    for each in (item, hall, anchor):
        each.refresh_from_db()
    assert (item.place, hall.parent, anchor.place) == (block, block, block)

    actions.undo_merge(merge, by=poul)

    for each in (item, hall, anchor):
        each.refresh_from_db()
    assert (item.place, hall.parent, anchor.place) == (plan, plan, plan)


def test_a_place_can_take_over_the_one_it_lies_in(poul: User) -> None:
    town = make.place("Ishøj")
    block = make.place("Vejleåparken", parent=town)
    hall = make.place("Hallen", parent=block)

    merge = actions.merge(town, into=block, by=poul)

    block.refresh_from_db()
    assert block.parent is None
    assert Place.everything.get(pk=town.pk).standing == block
    with pytest.raises(actions.CannotMerge):
        actions.merge(block, into=make.place("Kælderen", parent=hall), by=poul)

    actions.undo_merge(merge, by=poul)

    block.refresh_from_db()
    assert block.parent == town


def test_headings_keep_their_order_and_the_old_word_is_understood(poul: User) -> None:
    snow, winter = make.subject("sne"), make.subject("vinter")
    work = make.subject("arbejde")
    both = make.item(subjects=[winter, work, snow])
    one = make.item(subjects=[winter, work])

    merge = actions.merge(winter, into=snow, by=poul)

    assert in_order(one) == [snow, work]
    assert in_order(both) == [snow, work]
    assert headings_in("vinter") == ([snow], [])

    actions.undo_merge(merge, by=poul)

    assert in_order(one) == [winter, work]
    assert set(in_order(both)) == {work, snow, winter}
    assert headings_in("vinter") == ([winter], [])
    assert Heading.objects.count() == 3


def test_a_photographers_words_on_the_card_are_not_touched(poul: User) -> None:
    known = Photographer.objects.create(slug="birthe", name="Birthe Koch")
    other = Photographer.objects.create(slug="b-koch", name="B. Koch")
    item = make.item(photographer="B. Koch, Ishøj", photographed_by=other)

    actions.merge(other, into=known, by=poul)

    item.refresh_from_db()
    assert (item.photographer, item.photographed_by) == ("B. Koch, Ishøj", known)
    assert Photographer.objects.called("b. koch") == known


def test_one_is_not_merged_into_itself_nor_twice(poul: User) -> None:
    emine, other = make.person("Emine Aydın"), make.person("Emine")
    actions.merge(other, into=emine, by=poul)

    for one, two in ((emine, emine), (other, emine), (emine, other)):
        with pytest.raises(actions.CannotMerge):
            actions.merge(one, into=two, by=poul)


def test_a_person_is_split_by_the_pictures_they_are_in(poul: User) -> None:
    yusuf = make.person("Yusuf Aydın", living="no")
    father, son = make.item(), make.item()
    make.depiction(father, person=yusuf)
    row = make.depiction(son, person=yusuf)

    other = actions.split(yusuf, depictions=[row.pk], name="Yusuf, sønnen", by=poul)

    assert seen_in(yusuf) == [father]
    assert seen_in(other) == [son]
    assert Item.objects.get(pk=son.pk).version == son.version + 1


def test_erasing_a_picture_forgets_the_names_that_came_with_it(poul: User) -> None:
    emine, other = make.person("Emine Aydın"), make.person("Hemmelig Kaya")
    item, stays = make.item(), make.item()
    make.depiction(item, person=other)
    make.depiction(stays, person=emine)
    actions.merge(other, into=emine, by=poul)

    erasure._blank_item(item)

    emine.refresh_from_db()
    assert "Hemmelig Kaya" not in emine.also_known_as
    assert not Person.everything.filter(name="Hemmelig Kaya").exists()
    assert not Person.history.filter(name="Hemmelig Kaya").exists()
    assert not Merge.objects.exists()


def test_a_place_that_a_family_hides_goes_along_and_comes_back(poul: User) -> None:
    home, same = make.place("Hjemme"), make.place("Hjemmet")
    item = make.item(place=home)
    actions.hide_place(item, by=None)

    merge = actions.merge(home, into=same, by=poul)
    item.refresh_from_db()
    merged = item.hidden_place
    actions.undo_merge(merge, by=poul)
    item.refresh_from_db()

    assert (merged, item.hidden_place, item.place) == (same, home, None)


def test_what_was_erased_meanwhile_cannot_be_merged(poul: User) -> None:
    gone, other = make.person("Ali"), make.person("Ali Kaya")
    Person.objects.get(pk=gone.pk).delete()

    with pytest.raises(actions.CannotMerge):
        actions.merge(gone, into=other, by=poul)

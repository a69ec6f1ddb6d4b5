"""Many at once: what will change is said first, done in one go, and undone as one."""

import datetime as dt

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from archive import actions, batches, history
from archive.batches import Wish
from archive.headings import in_order
from archive.models import Batch, Edition, Item, Photographer
from archive.models import Collection as Held
from archive.permissions import Missing
from search.models import Outbox
from tests import make

pytestmark = pytest.mark.django_db


def all_of(items: list[Item]) -> dict[int, int]:
    return {
        each.pk: each.version
        for each in Item.objects.filter(pk__in=[i.pk for i in items])
    }


def planned(items: list[Item], wish: Wish) -> list[batches.Planned]:
    return batches.plan(batches.chosen(all_of(items)), wish, timezone.now())


def test_a_plan_says_what_will_change_and_writes_nothing() -> None:
    block = make.place("Vejleåparken")
    first, second = make.item(), make.item(place=block)

    plan = planned([first, second], Wish({"place": block, "is_place_unknown": False}))

    assert [each.is_changed for each in plan] == [True, False]
    assert [(line.before != "", line.after) for line in plan[0].lines] == [
        (True, "Vejleåparken")
    ]
    assert Item.objects.get(pk=first.pk).place is None


def test_one_wish_is_done_to_many_with_an_entry_each(poul: User) -> None:
    block, bil = make.place("Vejleåparken"), make.subject("bil")
    birthe = Photographer.objects.create(slug="b", name="Birthe Koch")
    album = Held.objects.create(slug="album", names={"da": "Et album"})
    items = [make.item(subjects=[make.subject("bolig")]) for _ in range(3)]
    edition, told = Edition.current(), Outbox.objects.count()
    wish = Wish(
        {
            "place": block,
            "is_place_unknown": False,
            "photographed_by": birthe,
            "collection": album,
        },
        add=(bil.pk,),
    )

    done = actions.change_many(all_of(items), wish=wish, by=poul)

    assert (done.changed, done.already, done.meanwhile) == (3, 0, [])
    assert Edition.current() == edition + 1
    assert Outbox.objects.count() == told + 3
    for item in items:
        item.refresh_from_db()
        newest = history.of(item).changes[0]
        assert (item.place, item.photographed_by, item.collection) == (
            block,
            birthe,
            album,
        )
        assert [each.label for each in in_order(item)] == ["bolig", "bil"]
        assert item.origins["place"]["from"] == "archivist"
        assert str(done.batch) in newest.deed
        assert {line.after for line in newest.lines} >= {"Vejleåparken", "bolig; bil"}


def test_undo_puts_all_back_but_what_was_changed_meanwhile(poul: User) -> None:
    bil, bolig = make.subject("bil"), make.subject("bolig")
    items = [make.item(subjects=[bolig], date_told="1974") for _ in range(3)]
    wish = Wish(
        {"place": make.place(), "is_place_unknown": False},
        add=(bil.pk,),
        remove=(bolig.pk,),
    )
    done = actions.change_many(all_of(items), wish=wish, by=poul)
    theirs = Item.objects.get(pk=items[1].pk)
    actions.describe(
        theirs, version=theirs.version, changes={"title": "Mit"}, by=make.user()
    )
    assert done.batch

    undone = actions.undo_batch(done.batch, by=poul)

    assert undone.changed == 2
    assert undone.meanwhile == [theirs]
    for item in (items[0], items[2]):
        item.refresh_from_db()
        assert (item.place, item.is_place_unknown) == (None, True)
        assert in_order(item) == [bolig]
        assert history.of(item).changes[0].by == "Poul"
    with pytest.raises(actions.CannotUndo):
        actions.undo_batch(done.batch, by=poul)


def test_what_changed_since_the_preview_is_left_alone(poul: User) -> None:
    seen, changed = make.item(), make.item()
    shown = all_of([seen, changed])
    actions.withdraw(changed, by=None)
    wish = Wish({"collection": Held.objects.create(slug="a", names={"da": "A"})})

    done = actions.change_many(shown, wish=wish, by=poul)

    assert (done.changed, done.meanwhile) == (1, [changed])
    changed.refresh_from_db()
    assert changed.is_withdrawn
    assert changed.collection is None


def test_nothing_to_change_makes_no_batch(poul: User) -> None:
    item = make.item()

    done = actions.change_many(
        all_of([item]), wish=Wish({"is_place_unknown": True}), by=poul
    )

    assert (done.batch, done.changed, done.already) == (None, 0, 1)
    assert not Batch.objects.exists()
    assert Item.objects.get(pk=item.pk).version == item.version


def test_as_the_previous_one_goes_on_from_item_to_item(poul: User) -> None:
    block, bil = make.place("Vejleåparken"), make.subject("bil")
    model = make.item(place=block, date_told="ca. 1974", subjects=[bil])
    items = [make.item(title=f"{n}") for n in range(3)]
    wish = Wish(previous=("place", "date", "subjects"))

    actions.change_many(all_of(items), wish=wish, by=poul)

    for item in items:
        item.refresh_from_db()
        assert (item.place, item.date_edtf) == (block, model.date_edtf)
        assert (item.is_place_unknown, item.is_date_unknown) == (False, False)
        assert item.date_told == ""
        assert in_order(item) == [bil]


def test_words_that_somebody_wrote_are_kept(poul: User) -> None:
    item = make.item(date_told="i 70'erne", photographer="Far, vist nok")
    birthe = Photographer.objects.create(slug="b", name="Birthe Koch")
    wish = Wish(
        {
            "date_told": "sommeren 1975",
            "date_edtf": "1975-22",
            "earliest": dt.date(1975, 6, 1),
            "latest": dt.date(1975, 8, 31),
            "photographed_by": birthe,
            "photographer": "Birthe Koch",
        }
    )

    actions.change_many(all_of([item]), wish=wish, by=poul)

    item.refresh_from_db()
    assert (item.date_told, item.date_edtf) == ("i 70'erne", "1975-22")
    assert (item.photographer, item.photographed_by) == ("Far, vist nok", birthe)


def test_a_published_picture_that_would_be_hidden_is_said_beforehand() -> None:
    shown, hidden = make.published_item(), make.item()
    until = timezone.localdate() + dt.timedelta(days=400)
    wish = Wish({"restriction": "until", "restricted_until": until})

    plan = planned([shown, hidden], wish)

    assert [each.hidden_for for each in plan] == [(Missing.RESTRICTED,), ()]


def test_whatever_would_hide_a_published_picture_is_said_with_the_reason() -> None:
    licensed = make.published_item(rights_basis="licence", date_told="1974")
    alone = make.published_item(is_place_unknown=True)
    until = timezone.localdate() + dt.timedelta(days=400)

    dateless = planned([licensed, alone], Wish({"date_edtf": "", "earliest": None}))
    nowhere = planned([alone], Wish({"is_place_unknown": False}))
    closed = planned(
        [licensed, alone], Wish({"restricted_until": until, "is_place_unknown": False})
    )

    assert [each.hidden_for for each in dateless] == [(Missing.DATE,), ()]
    assert [each.hidden_for for each in nowhere] == [(Missing.PLACE,)]
    assert batches.hidden(closed) == [
        (str(Missing.RESTRICTED.label), [licensed, alone]),
        (str(Missing.PLACE.label), [licensed, alone]),
    ]


def test_what_the_plan_says_of_the_reading_room_is_what_happens(poul: User) -> None:
    stays, goes = make.published_item(place=make.place()), make.published_item()
    wish = Wish({"is_place_unknown": False})
    plan = planned([stays, goes], wish)

    actions.change_many(all_of([stays, goes]), wish=wish, by=poul)

    warned = {each.item.pk for each in plan if each.hidden_for}
    shown = set(Item.objects.published().values_list("pk", flat=True))
    assert warned == {stays.pk, goes.pk} - shown == {goes.pk}


def test_a_place_the_family_hides_stays_hidden(poul: User) -> None:
    home, hall = make.place("Hjemme"), make.place("Hallen")
    hidden, open_ = make.published_item(place=home), make.published_item()
    actions.hide_place(hidden, by=None)
    wish = Wish({"place": hall, "is_place_unknown": False})

    done = actions.change_many(all_of([hidden, open_]), wish=wish, by=poul)

    hidden.refresh_from_db()
    open_.refresh_from_db()
    assert (hidden.place, hidden.hidden_place) == (None, hall)
    assert open_.place == hall
    assert done.batch
    actions.undo_batch(done.batch, by=poul)
    hidden.refresh_from_db()
    assert (hidden.place, hidden.hidden_place) == (None, home)


def test_what_one_family_hides_is_not_written_on_the_next(poul: User) -> None:
    before, after = make.item(place=make.place("Hjemme")), make.item()
    actions.hide_place(before, by=None)

    actions.change_many(all_of([after]), wish=Wish(previous=("place",)), by=poul)

    after.refresh_from_db()
    assert (after.place, after.hidden_place) == (None, None)


@pytest.mark.parametrize("number", [1, 3])
def test_planning_asks_as_often_for_many_as_for_one(
    number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    make.item(place=make.place())
    items = [make.item(subjects=[make.subject()]) for _ in range(number)]
    for item in items:
        make.depiction(item)
    chosen = all_of(items)
    wish = Wish(previous=("place", "subjects", "date"))

    with django_assert_max_num_queries(9):
        batches.plan(batches.chosen(chosen), wish, timezone.now())


def test_changing_and_undoing_ask_as_often_for_many_as_for_few(
    poul: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    place, kept, heading = make.place(), make.collection(), make.subject()
    wish = Wish(
        {"place": place, "collection": kept, "is_place_unknown": False},
        add=(heading.pk,),
    )

    def asked(number: int) -> list[int]:
        chosen = all_of([make.item(place=make.place()) for _ in range(number)])
        with django_assert_max_num_queries(40) as changing:
            done = actions.change_many(chosen, wish=wish, by=poul)
        assert done.batch is not None
        with django_assert_max_num_queries(40) as undoing:
            actions.undo_batch(done.batch, by=poul)
        return [len(changing), len(undoing)]

    asked(1)  # what is asked only once in a process

    assert asked(12) == asked(3)


def test_a_template_keeps_no_words_of_a_family(poul: User) -> None:
    secret = "da Ali gik i 2. klasse, 1974"
    item = make.item(date_told=secret, place=make.place())

    template = actions.keep_template("Bryllup i forsamlingshus", of=item, by=poul)

    assert template.values["place"] == item.place_id
    assert secret not in str(template.values)

"""The archive's lists: found however they are written, two people at a time."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from archive import actions
from archive.models import Accession, Collection, Merge, Person, Place, Subject
from config import headings
from search import outbox
from tests import make

pytestmark = pytest.mark.django_db

ROOM = "/arbejdsrum"


def found(client: Client, kind: str, words: str = "") -> list[str]:
    return [
        str(row) for row in client.get(f"{ROOM}/{kind}/", {"q": words}).context["rows"]
    ]


def posted(page: Any, **typed: Any) -> dict[str, Any]:
    """What a browser would send from a row's page, with some fields changed."""
    form = page.context["form"]
    raw = {form[name].html_name: form[name].value() for name in form.fields}
    if hasattr(form, "former"):
        raw |= {
            form.former.management_form[name].html_name: form.former.management_form[
                name
            ].value()
            for name in form.former.management_form.fields
        }
    filled = {n: v for n, v in raw.items() if v is not None and v is not False}
    return filled | {"version": page.context["version"]} | typed


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("İbrahim Şahin", "ibrahim sahin"),
        ("İbrahim Şahin", "IBRAHIM"),
        ("Işıl Aydın", "isil aydin"),
        ("Isıl Aydın", "Işil AYDIN"),
        ("Bjørn Sørensen", "bjorn"),
        ("Bjørn Sørensen", "Soerensen"),
        ("Åse Bæk", "aase baek"),
        ("کریم خان", "كريم"),
        ("أحمد", "احمد"),
    ],
)
def test_a_person_is_found_however_the_name_is_written(
    poul_client: Client, name: str, words: str
) -> None:
    make.person(name)
    make.person("Fatma Demir")

    assert found(poul_client, "personer", words) == [name]


def test_names_stand_in_danish_order(poul_client: Client) -> None:
    for name in ("Åse", "Ørsted", "Zeki", "Ærø", "Çelik", "Işık", "İpek"):
        make.person(name)

    assert found(poul_client, "personer") == [
        *("Çelik", "İpek", "Işık", "Zeki", "Ærø", "Ørsted", "Åse")
    ]


@pytest.mark.parametrize(
    "kind", ["personer", "steder", "emner", "samlinger", "fotografer", "journal"]
)
@pytest.mark.parametrize("number", [1, 3])
def test_a_list_asks_as_often_for_many_as_for_one(
    poul_client: Client,
    kind: str,
    number: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(number):
        place = make.place(parent=make.place())
        subject = make.subject(broader=make.subject())
        item = make.item(place=place, subjects=[subject])
        make.depiction(item)
        make.collection()
        make.photographer()
        Accession.objects.open(giver="Aydın", terms="", reference="")

    with django_assert_max_num_queries(5):
        page = poul_client.get(f"{ROOM}/{kind}/")

    assert len(page.context["rows"]) >= number


@pytest.mark.parametrize("number", [1, 3])
def test_a_row_asks_as_often_for_many_pictures_as_for_one(
    poul_client: Client,
    number: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    person = make.person()
    for _ in range(number):
        make.depiction(make.item(place=make.place()), person=person)

    with django_assert_max_num_queries(14):
        page = poul_client.get(f"{ROOM}/personer/{person.slug}/")

    assert page.context["count"] == number


def test_a_new_person_is_written_down(poul_client: Client) -> None:
    poul_client.post(
        f"{ROOM}/personer/ny/",
        {
            "name": "Emine Aydın",
            "also_known_as": "Emine hanım; Emine Yılmaz",
            "living": "no",
            "born": "1934",
            "died": "2003",
        },
    )

    person = Person.objects.get()
    assert person.slug == "emine-aydin"
    assert person.also_known_as == ["Emine hanım", "Emine Yılmaz"]
    assert (person.living, person.died) == ("no", 2003)
    assert Person.objects.called("emine YILMAZ") == person


@pytest.mark.parametrize(
    ("kind", "typed", "field"),
    [
        ("personer", {"living": "no"}, "name"),
        ("personer", {"name": "A", "living": "no", "born": "nitten"}, "born"),
        (
            "personer",
            {"name": "A", "living": "no", "born": "1950", "died": "1940"},
            "died",
        ),
        ("personer", {"name": "A", "living": "yes", "died": "1990"}, "died"),
        ("personer", {"name": "A\0", "living": "no"}, "name"),
        ("emner", {"labels_en": "snow"}, "labels_da"),
        ("emner", {"labels_da": "sne", "links": "javascript:alert(1)"}, "links"),
        ("emner", {"labels_da": "sne", "links": "https://["}, "links"),
        ("emner", {"labels_da": "sne", "broader": "noget andet"}, "broader"),
        ("steder", {"name": "Hallen", "opened": "engang"}, "opened"),
        ("steder", {"name": "Hallen", "latitude": "55.6"}, "longitude"),
        ("steder", {"name": "Hallen", "parent": "Ukendtby"}, "parent"),
        ("journal", {"giver": ""}, "giver"),
    ],
)
def test_what_cannot_be_is_said_at_the_field(
    poul_client: Client, kind: str, typed: dict[str, str], field: str
) -> None:
    forms = {"navne-TOTAL_FORMS": "0", "navne-INITIAL_FORMS": "0"}

    page = poul_client.post(f"{ROOM}/{kind}/ny/", typed | forms)

    assert page.status_code == 422
    assert list(page.context["form"].errors) == [field]


def test_a_place_keeps_its_names_through_time(poul_client: Client) -> None:
    place = make.place("Vejleåparken", former_names=[])
    make.place("Ishøj")
    page = poul_client.get(f"{ROOM}/steder/{place.slug}/")

    poul_client.post(
        f"{ROOM}/steder/{place.slug}/",
        posted(page, parent="ishøj", opened="ca. 1970", closed="26. september 1976")
        | {
            "navne-TOTAL_FORMS": "1",
            "navne-0-name": "Planen",
            "navne-0-since": "1968",
            "navne-0-until": "1975",
        },
    )

    place.refresh_from_db()
    assert place.former_names == [{"name": "Planen", "from": "1968", "to": "1975"}]
    assert (place.opened, place.closed) == ("1970~", "1976-09-26")
    assert str(place.parent) == "Ishøj"
    assert Place.objects.called("PLANEN") == place


def test_a_heading_cannot_lie_in_itself(poul_client: Client) -> None:
    party = make.subject("fest")
    wedding = make.subject("bryllup", broader=party)
    page = poul_client.get(f"{ROOM}/emner/{party.slug}/")

    answer = poul_client.post(
        f"{ROOM}/emner/{party.slug}/", posted(page, broader="bryllup")
    )

    assert list(answer.context["form"].errors) == ["broader"]
    assert wedding.broader == party


def test_the_second_of_two_sees_both_and_loses_nothing(poul_client: Client) -> None:
    person = make.person("Emine")
    page = poul_client.get(f"{ROOM}/personer/{person.slug}/")
    actions.write_authority(
        person, changes={"note": "Hendes"}, version=1, by=make.user()
    )

    second = poul_client.post(
        f"{ROOM}/personer/{person.slug}/", posted(page, note="Mit")
    )

    person.refresh_from_db()
    assert second.status_code == 409
    assert person.note == "Hendes"
    assert [each[1:] for each in second.context["differences"]] == [("Hendes", "Mit")]

    poul_client.post(
        f"{ROOM}/personer/{person.slug}/", posted(second, note="Hendes. Mit")
    )

    person.refresh_from_db()
    assert person.note == "Hendes. Mit"


def test_a_hidden_name_leaves_the_page_and_the_search(
    poul_client: Client, client: Client
) -> None:
    person = make.person("Gülizar Aydın", slug="gulizar")
    make.depiction(make.published_item(), person=person, may_be_named=True)
    outbox.rebuild()
    before = client.get("/personer/gulizar/").status_code
    page = poul_client.get(f"{ROOM}/personer/gulizar/")

    poul_client.post(f"{ROOM}/personer/gulizar/", posted(page, is_name_hidden="on"))
    outbox.drain()

    assert before == 200
    assert client.get("/personer/gulizar/").status_code == 404
    assert "Gülizar" not in client.get("/billeder/").text
    assert client.get("/soeg/", {"q": "Gülizar"}).context["page"].items == [] or (
        "Gülizar Aydın" not in client.get("/soeg/", {"q": "Gülizar"}).text
    )


def test_a_person_has_a_page_only_by_a_whole_name_in_public(client: Client) -> None:
    person = make.person(slug="emine")
    address = "/personer/emine/"
    make.depiction(make.item(), person=person, may_be_named=True)
    make.depiction(make.published_item(), person=person)
    make.depiction(
        make.published_item(first_names_only=True), person=person, may_be_named=True
    )
    make.depiction(
        make.published_item(are_names_hidden=True), person=person, may_be_named=True
    )
    hidden = client.get(address).status_code
    shown = make.published_item()
    actions.describe(shown, version=shown.version, changes={}, by=make.user())
    make.depiction(shown, person=person, may_be_named=True)
    actions.describe(
        shown, version=shown.version + 1, changes={"title": "Ny"}, by=make.user()
    )

    page = client.get(address)

    assert hidden == 404
    assert [item.pk for item in page.context["page"].items] == [shown.pk]


@pytest.mark.parametrize("kind", ["personer", "steder", "emner", "samlinger"])
def test_public_pages_show_what_is_published_and_are_gone_with_it(
    client: Client, kind: str
) -> None:
    place, subject, album = make.place(), make.subject(), make.collection()
    item = make.published_item(place=place, subjects=[subject], collection=album)
    row = make.depiction(item, may_be_named=True).person
    rows: dict[str, Any] = {
        "personer": row,
        "steder": place,
        "emner": subject,
        "samlinger": album,
    }
    address = f"/{kind}/{rows[kind].slug}/"

    page = client.get(address)
    actions.withdraw(item, by=None)
    after = client.get(address)

    assert [each.pk for each in page.context["page"].items] == [item.pk]
    assert after.status_code == 410


def test_an_address_that_was_merged_leads_on(
    client: Client, poul_client: Client, poul: User
) -> None:
    block, plan = make.place(slug="vejleaaparken"), make.place(slug="planen")
    make.published_item(place=plan)
    actions.merge(plan, into=block, by=poul)

    public = client.get("/steder/planen/")
    inside = poul_client.get(f"{ROOM}/steder/planen/")

    assert public["Location"] == "/steder/vejleaaparken/"
    assert inside["Location"] == f"{ROOM}/steder/vejleaaparken/"


def test_merging_is_shown_first_done_and_undone(poul_client: Client) -> None:
    gone, stays = make.person("Emine", slug="a"), make.person("Emine Aydın", slug="b")
    make.depiction(make.item(), person=gone)

    shown = poul_client.get(f"{ROOM}/personer/a/saml/", {"into": "Emine Aydın"})
    poul_client.post(f"{ROOM}/personer/a/saml/", {"into": "b", "sure": "1"})
    page = poul_client.get(f"{ROOM}/personer/b/")
    poul_client.post(f"{ROOM}/saml/{Merge.objects.get().pk}/fortryd/")

    assert shown.context["into"] == stays
    assert not Merge.objects.filter(undone_at=None).exists()
    assert [name for _merge, name in page.context["merges"]] == ["Emine"]
    assert gone.depictions.count() == 1


def test_the_journal_gives_the_next_number(poul_client: Client) -> None:
    first = Accession.objects.open(giver="Aydın", terms="", reference="")

    poul_client.post(
        f"{ROOM}/journal/ny/", {"giver": "Khan", "content": "Et album", "terms": "Gave"}
    )

    line = Accession.objects.exclude(pk=first.pk).get()
    assert line.sequence == first.sequence + 1
    assert line.content == "Et album"
    assert found(poul_client, "journal", "album") == [str(line)]


def test_a_new_archive_begins_with_its_headings_and_then_owns_them() -> None:
    headings.begin()
    number = Subject.objects.count()
    Subject.objects.get(slug="jul").delete()
    headings.begin()

    assert number >= 80
    assert Subject.objects.count() == number - 1
    assert all(len(each.labels) == 5 for each in Subject.objects.all())
    assert str(Subject.objects.get(slug="bryllup").broader) == "fest"


def test_volunteers_read_the_lists_and_write_nothing(kirsten_client: Client) -> None:
    album: Collection = make.collection()
    address = f"{ROOM}/samlinger/{album.slug}/"

    assert kirsten_client.get(address).status_code == 200
    assert kirsten_client.post(address, {"names_da": "Mit"}).status_code == 403

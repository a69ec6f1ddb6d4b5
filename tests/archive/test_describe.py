"""The card: what is typed is kept, understood, and refused only with a sentence."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from archive.differences import as_posted
from archive.headings import in_order
from archive.models import Item, Person, Place
from archive.views.describe import desk_of, find
from tests import make

pytestmark = pytest.mark.django_db

Save = Callable[..., Any]


def posted(item: Item, **typed: Any) -> dict[str, Any]:
    """What a browser would send from this card, with some fields changed."""
    raw = as_posted(desk_of(find(item.reg_number)))
    return {name: values for name, values in raw.items() if values} | {
        "version": find(item.reg_number).version,
        **{name.replace("__", "-"): value for name, value in typed.items()},
    }


def address(item: Item, *more: str) -> str:
    return "/".join([f"/arbejdsrum/billeder/{item.reg_number}", *more, ""])


def test_saving_the_card_untouched_changes_nothing(poul_client: Client) -> None:
    item = make.item(
        date_told="ca. 1974",
        place=make.place(),
        subjects=[make.subject("bolig"), make.subject("bil")],
    )
    make.depiction(item, may_be_named=True)
    before = dict[str, Any](Item.objects.values().get(pk=item.pk))
    hung = in_order(item)

    poul_client.post(address(item), posted(item))

    after = dict[str, Any](Item.objects.values().get(pk=item.pk))
    assert after == before
    assert in_order(item) == hung
    assert item.depictions.get().may_be_named


def test_what_an_archivist_writes_is_kept(poul_client: Client) -> None:
    item = make.item(title="")

    poul_client.post(
        address(item),
        posted(
            item,
            title="Parkeringsplads set fra femte sal",
            seen="Syv biler langs en kantsten.",
            material="farve diapositiv",
            credit="Familien Khan",
        ),
    )

    item.refresh_from_db()
    assert item.title == "Parkeringsplads set fra femte sal"
    assert item.seen == "Syv biler langs en kantsten."
    assert item.material == "farve diapositiv"
    assert item.credit == "Familien Khan"
    assert not item.is_published


def test_an_alt_text_broken_over_lines_is_one_line(poul_client: Client) -> None:
    item = make.item()
    typed = posted(item, alt_text="En mand i en have.\r\n Han ler. ")

    poul_client.post(address(item), typed)

    item.refresh_from_db()
    assert item.alt_text == "En mand i en have. Han ler."


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ({"date_told": "sommeren 1975"}, "1975-22"),
        ({"date_told": "i 70'erne"}, "197X"),
        ({"date_from": "1970", "date_to": "1974"}, "[1970..1974]"),
        ({"date_from": "1971", "date_to": "1971"}, "1971"),
        ({"date_from": "3.5.1974", "date_to": "3.5.1974"}, "1974-05-03"),
        ({"date_to": "1972"}, "[..1972]"),
        ({"date_told": "da Ali gik i 2. klasse", "date_from": "1975"}, "[1975..]"),
        ({"date_told": "telefon 43 57 19 72"}, ""),
    ],
)
def test_a_date_is_read_from_words_or_from_days(
    poul_client: Client, typed: dict[str, str], edtf: str
) -> None:
    item = make.item(is_date_unknown=False)

    poul_client.post(address(item), posted(item, **typed, is_date_unknown=""))

    item.refresh_from_db()
    assert item.date_edtf == edtf
    assert item.date_told == typed.get("date_told", "")
    assert item.date_basis == ("archivist" if edtf else "")


def test_days_changed_by_hand_win_over_the_familys_words(poul_client: Client) -> None:
    item = make.item(date_told="i 70'erne")

    poul_client.post(address(item), posted(item, date_from="1973", date_to="1975"))

    item.refresh_from_db()
    assert item.date_edtf == "[1973..1975]"
    assert item.date_told == "i 70'erne"
    assert item.date_basis == "archivist"


def test_new_words_that_nobody_understands_leave_the_days_as_they_are(
    poul_client: Client,
) -> None:
    item = make.item(date_told="1974")

    poul_client.post(address(item), posted(item, date_told="da vi fik fjernsyn"))

    item.refresh_from_db()
    assert item.date_told == "da vi fik fjernsyn"
    assert item.date_edtf == "1974"


def test_saying_that_the_date_is_not_known_takes_it_away(poul_client: Client) -> None:
    item = make.item(date_told="1974")

    poul_client.post(address(item), posted(item, is_date_unknown="on"))

    item.refresh_from_db()
    assert (item.date_edtf, item.earliest, item.latest) == ("", None, None)
    assert item.is_date_unknown


def test_the_date_is_read_back_while_it_is_written(kirsten_client: Client) -> None:
    answer = kirsten_client.get("/arbejdsrum/datering/", {"told": "sommeren 1975"})

    understood = answer.json()
    bar = understood.pop("bar")
    assert '<rect class="date-sure"' in bar
    assert understood == {
        "said": "sommeren 1975",
        "explained": "juni, juli eller august 1975",
        "edtf": "1975-22",
        "from": "1975-06",
        "to": "1975-08",
    }


def test_a_known_place_is_found_by_any_of_its_names(poul_client: Client) -> None:
    place = make.place("Ishøj Strandpark", aliases=["Strandparken"])
    item = make.item()

    poul_client.post(address(item), posted(item, place_name=" strandparken "))

    item.refresh_from_db()
    assert item.place == place


def test_a_new_place_is_made_by_its_name(poul_client: Client) -> None:
    item = make.item()

    poul_client.post(address(item), posted(item, place_name="Tømmergården"))

    item.refresh_from_db()
    assert item.place == Place.objects.get(slug="toemmergaarden")


def test_headings_keep_the_order_they_are_written_in(poul_client: Client) -> None:
    for label in ("altan", "bil", "skole"):
        make.subject(label)
    item = make.item()

    poul_client.post(address(item), posted(item, subject_words="skole; ALTAN; bil"))

    assert [subject.label for subject in in_order(item)] == ["skole", "altan", "bil"]


def test_a_heading_nobody_knows_is_refused_and_nothing_typed_is_lost(
    poul_client: Client,
) -> None:
    make.subject("bil")
    item = make.item(title="Før")

    answer = poul_client.post(
        address(item),
        posted(item, title="Efter", subject_words="bil; rumskib", credit="Familien K"),
    )

    item.refresh_from_db()
    assert item.title == "Før"
    assert 'value="Efter"' in answer.text
    assert 'value="bil; rumskib"' in answer.text
    assert 'value="Familien K"' in answer.text
    assert 'href="#id_subject_words"' in answer.text


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ({"date_from": "engang"}, "id_date_from"),
        ({"date_from": "1975", "date_to": "1970"}, "id_date_to"),
        ({"title": "ø" * 201}, "id_title"),
        ({"restriction": "until"}, "id_restricted_until"),
        ({"restricted_until": "i morgen"}, "id_restricted_until"),
        ({"rights_basis": "hacked"}, "id_rights_basis"),
        ({"tr__title": "x" * 201}, "id_tr-title"),
        ({"persons__0__living": "perhaps"}, "id_persons-0-living"),
        ({"persons-TOTAL_FORMS": "many"}, "persons"),
        ({"persons-TOTAL_FORMS": "9999"}, "persons"),
    ],
)
def test_what_cannot_be_kept_gets_a_sentence_at_its_field(
    poul_client: Client, typed: dict[str, str], place: str
) -> None:
    item = make.item()

    answer = poul_client.post(
        address(item), posted(item, **{"remarks": "Bliver stående", **typed})
    )

    assert answer.status_code == 200
    assert f'href="#{place}"' in answer.text
    assert "Bliver stående" in answer.text


def test_persons_come_go_and_are_corrected(poul_client: Client) -> None:
    item = make.item()
    fatma = make.depiction(item, person=make.person("Fatma Aydin"))
    gone = make.depiction(item, person=make.person("Ali"))

    poul_client.post(
        address(item),
        posted(item)
        | {
            "persons-TOTAL_FORMS": "3",
            "persons-0-name": "Fatma Aydın",
            "persons-0-living": "yes",
            "persons-0-may_be_named": "on",
            "persons-1-name": "",
            "persons-2-name": "Hasan Aydın",
            "persons-2-living": "no",
        },
    )

    fatma.person.refresh_from_db()
    assert fatma.person.name == "Fatma Aydın"
    assert not item.depictions.filter(pk=gone.pk).exists()
    assert find(item.reg_number).public_names == ["Fatma Aydın", "Hasan Aydın"]


def test_another_name_for_somebody_seen_elsewhere_is_somebody_else(
    poul_client: Client,
) -> None:
    ali = make.person("Ali")
    item, other = make.item(), make.item()
    make.depiction(item, person=ali)
    make.depiction(other, person=ali)

    poul_client.post(address(item), posted(item, persons__0__name="Mehmet"))

    assert item.depictions.get().person.name == "Mehmet"
    assert other.depictions.get().person.name == "Ali"
    assert Person.objects.filter(name="Mehmet").count() == 1


def test_a_story_is_translated_with_its_translators_name(poul_client: Client) -> None:
    item = make.item()
    story = item.stories.create(text="Babam 1971'de geldi.", language="tr")

    poul_client.post(
        address(item),
        posted(item)
        | {
            f"en-story-{story.pk}": "My father came in 1971.",
            f"en-by-{story.pk}": "Selma",
            "en-title": "Father at the station",
        },
    )

    item.refresh_from_db()
    story.refresh_from_db()
    translation = story.translations.get()
    assert (translation.text, translation.translator) == (
        "My father came in 1971.",
        "Selma",
    )
    assert item.text("title", "en").words == "Father at the station"
    assert story.text == "Babam 1971'de geldi."


def test_a_translation_without_a_name_is_asked_whose_it_is(poul_client: Client) -> None:
    item = make.item()
    story = item.stories.create(text="Babam geldi.", language="tr")

    answer = poul_client.post(
        address(item), posted(item) | {f"en-story-{story.pk}": "My father came."}
    )

    assert f'href="#id_en-by-{story.pk}"' in answer.text
    assert "My father came." in answer.text
    assert not story.translations.exists()


def test_a_published_picture_keeps_its_title(poul_client: Client) -> None:
    item = make.published_item()

    answer = poul_client.post(address(item), posted(item, title=""))

    item.refresh_from_db()
    assert 'href="#id_title"' in answer.text
    assert item.title


def test_taking_the_rights_away_takes_the_picture_out_at_once(
    poul_client: Client,
) -> None:
    item = make.published_item()

    poul_client.post(address(item), posted(item, rights_basis="unknown"))

    item.refresh_from_db()
    assert not item.is_published
    assert not Item.objects.published().filter(pk=item.pk).exists()
    assert item.media.get().public_token is None


def test_volunteers_read_the_card_and_write_nothing(kirsten_client: Client) -> None:
    item = make.item(title="Før")

    page = kirsten_client.get(address(item))
    refused = kirsten_client.post(address(item), posted(item, title="Efter"))

    item.refresh_from_db()
    assert '<fieldset class="card" disabled>' in page.text
    assert refused.status_code == 403
    assert item.title == "Før"


def test_strangers_are_asked_to_sign_in(client: Client) -> None:
    item = make.item()

    answer = client.get(address(item))

    assert answer["Location"].startswith("/konto/ind/?next=")


@pytest.mark.parametrize("number", ["B999", "B0", "x", "B" + "9" * 30, "B١"])
def test_a_number_nobody_has_is_not_found(poul_client: Client, number: str) -> None:
    answer = poul_client.get(f"/arbejdsrum/billeder/{number}/")

    assert answer.status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_card_costs_the_same_whatever_is_on_it(
    poul_client: Client,
    count: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    item = make.item(subjects=[make.subject(f"emne {n}") for n in range(count)])
    for _ in range(count):
        make.depiction(item)
        make.item()
        item.stories.create(text="Vi kom med tog.", language="tr")

    with django_assert_max_num_queries(22):
        poul_client.get(address(item))
    with django_assert_max_num_queries(7):
        poul_client.get("/arbejdsrum/billeder/")

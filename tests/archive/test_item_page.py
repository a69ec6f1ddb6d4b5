import json
import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from accounts.models import User
from archive import actions
from archive.models import Depiction, Item, Person, StoryTranslation
from tests import make

pytestmark = pytest.mark.django_db


def test_the_picture_comes_with_its_size_and_in_two_formats(client: Client) -> None:
    item = make.published_item(picture=True)

    page = client.get(f"/billeder/{item.reg_number}/").content.decode()

    assert 'type="image/webp"' in page
    assert re.search(r'<img [^>]*width="\d+" height="\d+"', page)
    [address] = re.findall(r'src="(/r/[^"]+)"', page)
    answer = client.get(address)
    assert answer["Content-Type"] == "image/jpeg"
    assert b"".join(answer.streaming_content)[:2] == b"\xff\xd8"  # type: ignore[attr-defined]
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_story_is_told_in_its_own_words_with_its_translation(client: Client) -> None:
    item = make.published_item()
    story = actions.tell(
        item, text="Babam <b>saatin</b> altında durmuş.", language="tr", teller="Emine"
    )
    StoryTranslation.objects.create(
        story=story, language="da", text="Far stod under uret.", translator="Deniz"
    )

    page = client.get(f"/billeder/{item.reg_number}/").content.decode()

    assert "Babam &lt;b&gt;saatin&lt;/b&gt; altında durmuş." in page
    assert '<div class="telling-or" lang="tr" dir="ltr">' in page
    assert "Far stod under uret." in page
    assert "Deniz" in page


def test_persons_are_named_only_when_they_may_be(client: Client) -> None:
    item = make.item()
    make.depiction(item, person=make.person("Emine Aydın"), may_be_named=True)
    make.depiction(item, person=make.person("Død Onkel", living=Person.Living.NO))
    shy = make.depiction(item, person=make.person("Stille Nabo", is_name_hidden=True))
    actions.publish(item, publication=Item.Publication.FULL, by=make.user())

    page = client.get(f"/billeder/{item.reg_number}/").content.decode()

    assert "Emine Aydın" in page
    assert "Død Onkel" in page
    assert str(shy.person) not in page


def test_hidden_names_are_nowhere_on_the_page(client: Client) -> None:
    item = make.item(are_names_hidden=True)
    make.depiction(item, person=make.person("Emine Aydın"), may_be_named=True)
    actions.publish(item, publication=Item.Publication.FULL, by=make.user())

    page = client.get(f"/billeder/{item.reg_number}/").content.decode()

    assert "Emine Aydın" not in page


def test_text_only_shows_no_picture_and_serves_none(client: Client) -> None:
    item = make.item(picture=True)
    actions.publish(item, publication=Item.Publication.TEXT_ONLY, by=make.user())
    media = item.media.get()

    page = client.get(f"/billeder/{item.reg_number}/").content.decode()

    assert "/r/" not in page
    for token in (media.public_token, "None"):
        assert client.get(f"/r/{token}/640.jpg").status_code == 404


def test_a_withdrawn_item_is_gone_and_says_why(client: Client) -> None:
    item = make.published_item(picture=True)
    page = client.get(f"/billeder/{item.reg_number}/").content.decode()
    [picture] = re.findall(r'src="(/r/[^"]+)"', page)

    actions.withdraw(item, by=None)

    gone = client.get(f"/billeder/{item.reg_number}/")
    assert gone.status_code == 410
    assert item.title not in gone.content.decode()
    assert client.get(picture).status_code == 404


def test_what_never_was_published_is_not_known(client: Client) -> None:
    item = make.item()

    assert client.get(f"/billeder/{item.reg_number}/").status_code == 404
    assert client.get("/billeder/B999999/").status_code == 404
    assert client.get("/billeder/Bæ/").status_code == 404


@pytest.mark.parametrize("role", User.Role.values)
def test_nobody_sees_the_unpublished_in_the_reading_room(role: str) -> None:
    item = make.item()
    client = Client()
    client.force_login(make.user(role))

    assert client.get(f"/billeder/{item.reg_number}/").status_code == 404


def test_the_short_address_leads_to_the_visitors_language(client: Client) -> None:
    item = make.published_item()

    danish = client.get(f"/b/{item.number}", headers={"accept-language": "da"})
    urdu = client.get(f"/b/{item.number}", headers={"accept-language": "ur,en;q=0.5"})

    assert danish["Location"] == f"/billeder/B{item.number}/"
    assert urdu["Location"] == f"/ur/billeder/B{item.number}/"


def test_search_engines_read_a_photograph(client: Client) -> None:
    item = make.published_item(title="Far </script> under uret", date_told="1974")

    page = client.get(f"/billeder/{item.reg_number}/").content.decode()

    [told] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    facts = json.loads(told)
    assert facts["@type"] == "Photograph"
    assert facts["name"] == "Far </script> under uret"
    assert facts["temporal"] == "1974"


def test_a_card_is_offered_only_where_social_is_permitted(client: Client) -> None:
    shared = make.published_item()
    kept = make.published_item(permitted_uses=["web", "exhibit"])

    yes = client.get(f"/billeder/{shared.reg_number}/").content.decode()
    no = client.get(f"/billeder/{kept.reg_number}/").content.decode()

    assert f"/kort/b/{shared.number}/1200x630.jpg" in yes
    assert "og:image" not in no
    assert client.get(f"/kort/b/{kept.number}/1200x630.jpg").status_code == 404


def test_visitors_get_no_cookie(client: Client) -> None:
    item = make.published_item()

    for address in ("/", "/billeder/", f"/billeder/{item.reg_number}/"):
        answer = client.get(address)
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")


def test_a_second_visit_costs_no_bytes(client: Client) -> None:
    item = make.published_item()
    first = client.get(f"/billeder/{item.reg_number}/")

    again = client.get(
        f"/billeder/{item.reg_number}/", headers={"if-none-match": first["ETag"]}
    )

    assert again.status_code == 304


@pytest.mark.parametrize("number", [1, 3])
def test_an_item_costs_the_same_however_much_is_known(
    client: Client, number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    item = make.item(place=make.place())
    for _ in range(number):
        Depiction.objects.create(item=item, person=make.person(), may_be_named=True)
        item.subjects.add(make.subject())
        actions.tell(item, text="Det var en søndag.", language="da", teller="Emine")
        make.published_item(place=item.place)
    actions.publish(item, publication=Item.Publication.FULL, by=make.user())

    with django_assert_max_num_queries(8):
        client.get(f"/billeder/{item.reg_number}/")

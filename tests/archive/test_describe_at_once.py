"""Two people on one card: the second sees both, and nothing typed is lost."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from archive import actions, shelving
from archive.models import Item
from submissions import erasure
from tests import make
from tests.archive.test_describe import address, posted

pytestmark = pytest.mark.django_db


def preferred(page: str) -> dict[str, str]:
    """Which version is ticked for each thing that differs."""
    ticked = re.findall(r'name="keep-([\w-]+)" value="(\w+)" checked', page)
    return dict(ticked)


def test_the_second_sees_both_versions(poul_client: Client) -> None:
    item = make.item(title="Før", seen="")
    mine = posted(item, title="Min titel", remarks="Kun min")
    poul_client.post(address(item), posted(item, title="Hendes", seen="Kun hendes"))

    page = poul_client.post(address(item), mine)

    item.refresh_from_db()
    assert page.status_code == 409
    assert item.title == "Hendes"
    for words in ("Min titel", "Hendes", "Kun min", "Kun hendes"):
        assert words in page.text
    assert preferred(page.text) == {
        "title": "mine",
        "seen": "theirs",
        "remarks": "mine",
    }


def test_what_was_chosen_is_what_stands(poul_client: Client) -> None:
    item = make.item(title="Før", date_told="1974")
    mine = posted(item, title="Min titel", remarks="Kun min", date_told="1975")
    poul_client.post(
        address(item), posted(item, title="Hendes", date_told="ca. 1976", seen="Set")
    )
    version = Item.objects.get(pk=item.pk).version

    poul_client.post(
        address(item),
        mine
        | {
            "version": version,
            "keep-title": "mine",
            "keep-date_told": "theirs",
            "keep-seen": "theirs",
            "keep-remarks": "mine",
        },
    )

    item.refresh_from_db()
    assert (item.title, item.seen, item.remarks) == ("Min titel", "Set", "Kun min")
    assert (item.date_told, item.date_edtf) == ("ca. 1976", "1976~")


def test_persons_of_the_other_can_be_kept(poul_client: Client) -> None:
    item = make.item()
    mine = posted(item, persons__0__name="Ali")
    poul_client.post(address(item), posted(item, persons__0__name="Hasan"))
    version = Item.objects.get(pk=item.pk).version

    poul_client.post(
        address(item), mine | {"version": version, "keep-persons": "theirs"}
    )

    assert [row.person.name for row in item.depictions.all()] == ["Hasan"]


def test_a_third_hand_in_between_is_shown_again(poul_client: Client) -> None:
    item = make.item(title="Før")
    mine = posted(item, title="Min")
    poul_client.post(address(item), posted(item, title="Anden"))
    seen = Item.objects.get(pk=item.pk).version
    poul_client.post(address(item), posted(item, title="Tredje"))

    page = poul_client.post(
        address(item), mine | {"version": seen, "keep-title": "mine"}
    )

    assert page.status_code == 409
    assert "Tredje" in page.text
    assert "Min" in page.text


@pytest.mark.parametrize("version", ["", "-1", "a", "9" * 40])
def test_a_page_without_a_sound_version_writes_over_nobody(
    poul_client: Client, version: str
) -> None:
    item = make.item(title="Før")

    page = poul_client.post(
        address(item), posted(item, title="Min") | {"version": version}
    )

    item.refresh_from_db()
    assert page.status_code == 409
    assert item.title == "Før"


def test_the_familys_change_in_between_is_said(poul_client: Client) -> None:
    item = make.item(title="Før")
    mine = posted(item, title="Min")
    actions.permit(item, uses=["exhibit"], by=None)

    page = poul_client.post(address(item), mine)

    assert page.status_code == 409
    assert preferred(page.text) == {"title": "mine"}


def posted_again(page: str) -> dict[str, str]:
    """What the page of the conflict carries along."""
    hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page)
    return {name: value for name, value in hidden if name != "csrfmiddlewaretoken"}


def test_what_was_typed_on_a_card_that_was_laid_away_comes_back(
    poul_client: Client,
) -> None:
    item = make.item(title="Før")
    mine = posted(item, title="Min titel")
    actions.lay_away(item, because="Dublet.", by=make.user())

    page = poul_client.post(address(item), mine)
    shelving.take_back(item, by=make.user())
    taken_back = poul_client.post(address(item), posted_again(page.text))
    saved = poul_client.post(
        address(item), posted_again(taken_back.text) | {"keep-title": "mine"}
    )

    assert (page.status_code, preferred(page.text)) == (409, {"title": "mine"})
    assert taken_back.status_code == 409  # which was one more change
    assert saved.status_code == 302
    assert Item.objects.get(pk=item.pk).title == "Min titel"


def test_what_was_typed_on_a_card_that_was_erased_is_shown_and_not_kept(
    poul_client: Client,
) -> None:
    item = make.item(title="Før")
    mine = posted(item, seen="Kun mine ord")
    erasure.erase_item(item, by=make.user())

    page = poul_client.post(address(item), mine)

    item.refresh_from_db()
    assert page.status_code == 409
    assert "Kun mine ord" in page.text
    assert 'type="submit" class="act"' not in page.text
    assert item.seen == ""


def test_who_pressed_publish_is_told_that_only_words_are_saved_here(
    poul_client: Client,
) -> None:
    item = make.item(title="Før")
    mine = posted(item, title="Min titel")
    poul_client.post(address(item), posted(item, title="Hendes"))

    saving = poul_client.post(address(item), mine)
    publishing = poul_client.post(
        reverse("archive:publish", args=[item.reg_number]),
        mine | {"publication": "full"},
    )

    assert (saving.status_code, publishing.status_code) == (409, 409)
    assert not saving.context["also_pressed"]
    assert publishing.context["also_pressed"]

"""Publishing says everything that is missing; taking down holds everywhere at once."""

import pytest
from django.test import Client
from django.utils.html import escape

from archive import actions
from archive.models import Item
from archive.permissions import Missing, Use, permits
from tests import make
from tests.archive.test_describe import address, posted
from tests.conftest import signed_in

pytestmark = pytest.mark.django_db


def test_everything_that_is_missing_is_said_with_its_cure(poul_client: Client) -> None:
    item = make.item(
        title="",
        alt_text="",
        rights_basis="unknown",
        permitted_uses=[],
        is_place_unknown=False,
    )
    Item.objects.update(is_date_unknown=False)
    make.depiction(item)

    page = poul_client.post(address(item, "udgiv"), posted(item), follow=True)

    item.refresh_from_db()
    assert not item.is_published
    for reason, place in [
        (Missing.TITLE, "id_title"),
        (Missing.ALT_TEXT, "id_alt_text"),
        (Missing.DATE, "id_date_told"),
        (Missing.PLACE, "id_place_name"),
        (Missing.RIGHTS, "id_rights_basis"),
        (Missing.PERSONS, "persons"),
        (Missing.CONSENT, "consent"),
    ]:
        assert f'<a href="#{place}">{reason.label}</a>' in page.text
        assert f'id="{place}"' in page.text


def test_publishing_saves_the_card_first(poul_client: Client) -> None:
    item = make.item(title="")

    poul_client.post(
        address(item, "udgiv"), posted(item, title="Far i haven", publication="full")
    )

    item.refresh_from_db()
    assert item.title == "Far i haven"
    assert item.publication == Item.Publication.FULL
    assert item.media.get().public_token


def test_what_was_written_is_kept_though_something_is_missing(
    poul_client: Client,
) -> None:
    item = make.item(alt_text="")

    poul_client.post(address(item, "udgiv"), posted(item, title="Far i haven"))

    item.refresh_from_db()
    assert item.title == "Far i haven"
    assert not item.is_published


@pytest.mark.parametrize(
    ("level", "kept"), [("full", "full"), ("text_only", "text_only"), ("x", "full")]
)
def test_the_three_levels_are_three_buttons(
    poul_client: Client, level: str, kept: str
) -> None:
    item = make.item()

    poul_client.post(address(item, "udgiv"), posted(item, publication=level))

    item.refresh_from_db()
    assert item.publication == kept


def test_taken_out_of_the_reading_room_it_has_no_public_address(
    poul_client: Client,
) -> None:
    item = make.published_item()

    poul_client.post(address(item, "udgiv"), posted(item, publication="not"))

    item.refresh_from_db()
    assert item.publication == Item.Publication.NOT
    assert item.media.get().public_token is None


def test_saving_alone_never_publishes(poul_client: Client) -> None:
    item = make.item()

    poul_client.post(address(item), posted(item, publication="full"))

    item.refresh_from_db()
    assert not item.is_published


def test_taking_down_asks_once_and_holds(poul_client: Client) -> None:
    item = make.published_item()

    asked = poul_client.get(address(item, "tag-ned"))
    poul_client.post(address(item, "tag-ned"))
    again = poul_client.post(address(item, "udgiv"), posted(item), follow=True)

    item.refresh_from_db()
    assert asked.status_code == 200
    assert item.is_withdrawn
    assert str(Missing.WITHDRAWN.label) in again.text
    assert not item.is_published


def test_only_a_new_consent_brings_it_back(poul_client: Client) -> None:
    item = make.published_item()
    poul_client.post(address(item, "tag-ned"))
    actions.permit(item, uses=["web", "exhibit"], by=None)

    poul_client.post(address(item, "udgiv"), posted(item))

    item.refresh_from_db()
    assert item.is_published


@pytest.mark.parametrize("role", ["volunteer", "registrar", "curator", "editor"])
@pytest.mark.parametrize("deed", ["udgiv", "tag-ned", "historik/tilbage"])
def test_only_archivists_decide(role: str, deed: str) -> None:
    item = make.item()

    answer = signed_in(make.user(role)).post(address(item, deed), {"to": 1})

    item.refresh_from_db()
    assert answer.status_code == 403
    assert not item.is_published
    assert not item.is_withdrawn


def test_a_registrar_describes_and_sees_no_button_to_publish() -> None:
    item = make.item(title="Før")
    registrar = signed_in(make.user("registrar"))

    page = registrar.get(address(item))
    registrar.post(address(item), posted(item, title="Efter"))

    item.refresh_from_db()
    assert item.title == "Efter"
    assert "formaction" not in page.text


@pytest.mark.parametrize(
    ("kind", "told", "said"),
    [
        ("amateur", "1965", "1970"),
        ("amateur", "1970", "2021"),
        ("amateur", "1999", "2050"),
        ("amateur", "", ""),
        ("professional", "1970", "70"),
        ("unknown", "1970", ""),
    ],
)
def test_the_protection_is_reckoned_as_advice(
    poul_client: Client, kind: str, told: str, said: str
) -> None:
    item = make.item(photographer_kind=kind, date_told=told)

    page = poul_client.get(address(item))

    assert said in page.context["protection"]
    assert escape(page.context["protection"]) in page.text


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("basis", "use", "allowed"),
    [
        ("family", "open", True),
        ("licence", "open", False),
        ("licence", "print", True),
        ("unknown", "exhibit", True),
        ("unknown", "web", False),
    ],
)
def test_a_family_permits_what_was_theirs_to_permit(
    basis: str, use: str, *, allowed: bool
) -> None:
    item = make.item(rights_basis=basis, permitted_uses=list(Use))

    answer = permits(item, use)

    assert bool(answer) == allowed
    assert answer.missing == (() if allowed else (Missing.RIGHTS,))

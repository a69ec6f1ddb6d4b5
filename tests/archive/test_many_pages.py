"""The pages of many at once: choose, say, look, do, regret."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from archive import actions
from archive.models import Batch, Item, Template
from tests import make

pytestmark = pytest.mark.django_db

MANY = "/arbejdsrum/mange/"


def chosen(client: Client, *items: Item, **asked: Any) -> str:
    page = client.get(MANY, {"valgt": [item.pk for item in items], **asked})
    return str(page.context["chosen"])


def test_ticked_cards_are_shown_told_changed_and_put_back(poul_client: Client) -> None:
    make.place("Vejleåparken")
    items = [make.item() for _ in range(3)]
    told = {"chosen": chosen(poul_client, *items), "place_name": "vejleåparken"}

    shown = poul_client.post(MANY, {**told, "step": "preview"})
    untouched = Item.objects.filter(place=None).count()
    done = poul_client.post(MANY, {**told, "step": "do"}, follow=True)
    changed = Item.objects.exclude(place=None).count()
    batch = Batch.objects.get()
    poul_client.post(f"{MANY}{batch.pk}/fortryd/")

    assert (shown.context["count"], shown.context["already"]) == (3, 0)
    assert ("place_name", "vejleåparken") in shown.context["typed"]
    assert (untouched, changed) == (3, 3)
    assert f"{MANY}{batch.pk}/fortryd/" in done.text
    assert Item.objects.filter(place=None).count() == 3


def test_all_that_answer_the_filter_are_chosen(poul_client: Client) -> None:
    for number in range(3):
        make.item(title=f"Bryllup {number}")
    make.published_item(title="Bryllup udgivet")
    make.item(title="Strand")

    page = poul_client.get(MANY, {"alle": "1", "vis": "ikke-udgivet", "q": "Bryllup"})

    assert page.context["count"] == 3


def test_those_that_use_a_place_are_chosen_together(poul_client: Client) -> None:
    place = make.place(slug="hallen")
    make.item(place=place)
    make.item(place=make.place(parent=place))
    make.item()

    page = poul_client.get(MANY, {"alle": "1", "hos": "steder/hallen"})

    assert page.context["count"] == 2


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({}, "__all__"),
        ({"place_name": "Ukendtby"}, "place_name"),
        ({"date_words": "da vi fik fjernsyn"}, "date_words"),
        ({"date_words": "1974", "is_date_unknown": "on"}, "date_words"),
        ({"add_subjects": "noget andet"}, "add_subjects"),
        ({"photographer_name": "Ingen"}, "photographer_name"),
        ({"restriction": "until"}, "restricted_until"),
        ({"collection": "999"}, "collection"),
        ({"place_name": "A\0"}, "place_name"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_lost(
    poul_client: Client, typed: dict[str, str], field: str
) -> None:
    told = {"chosen": chosen(poul_client, make.item()), "material": "", **typed}

    page = poul_client.post(MANY, {**told, "step": "do"})

    assert page.status_code == 422
    assert list(page.context["form"].errors) == [field]
    assert str(page.context["chosen"]) == told["chosen"]
    assert not Batch.objects.exists()


@pytest.mark.parametrize("odd", ["", "1", "x:y", "9:9", "1:1:1,,", "\0:1", "٣:١"])
def test_an_odd_choice_is_no_choice(poul_client: Client, odd: str) -> None:
    make.place("Hallen")

    answer = poul_client.post(
        MANY, {"chosen": odd, "step": "do", "place_name": "Hallen"}
    )

    assert answer.status_code in {200, 302}
    assert not Batch.objects.exists()


def test_a_button_that_is_clicked_twice_does_it_once(poul_client: Client) -> None:
    make.place("Hallen")
    told = {"chosen": chosen(poul_client, make.item()), "place_name": "Hallen"}

    for _ in range(2):
        poul_client.post(MANY, {**told, "step": "do"})

    assert Batch.objects.count() == 1


def test_a_template_is_kept_from_a_card_and_fills_in_the_form(
    poul_client: Client, poul: User
) -> None:
    hall = make.place("Forsamlingshuset")
    item = make.item(
        place=hall, date_told="ca. 1974", subjects=[make.subject("bryllup")]
    )
    poul_client.post(
        f"/arbejdsrum/skabeloner/ny/{item.reg_number}/", {"name": " Bryllup  i hus "}
    )
    template = Template.objects.get()
    told = {"chosen": chosen(poul_client, make.item())}

    page = poul_client.post(MANY, {**told, "step": "template", "template": template.pk})

    filled = page.context["form"].initial
    assert template.name == "Bryllup i hus"
    assert filled["place_name"] == "Forsamlingshuset"
    assert filled["add_subjects"] == "bryllup"
    assert filled["date_words"] == item.date_edtf

    poul_client.post(f"/arbejdsrum/skabeloner/{template.pk}/laeg-vaek/")

    assert poul_client.get(MANY).context["templates"].count() == 0
    assert poul_client.get(MANY).context["aside"].get() == template

    poul_client.post(f"/arbejdsrum/skabeloner/{template.pk}/laeg-vaek/")

    assert poul_client.get(MANY).context["templates"].get() == template


def test_a_template_follows_a_merge(poul_client: Client, poul: User) -> None:
    old, new = make.place("Salen"), make.place("Forsamlingshuset")
    actions.keep_template("Fest", of=make.item(place=old), by=poul)
    actions.merge(old, into=new, by=poul)
    told = {"chosen": chosen(poul_client, make.item()), "step": "template"}

    page = poul_client.post(MANY, {**told, "template": Template.objects.get().pk})

    assert page.context["form"].initial["place_name"] == "Forsamlingshuset"


def test_volunteers_see_what_was_done_and_tick_nothing(kirsten_client: Client) -> None:
    item = make.item()

    assert 'name="valgt"' not in kirsten_client.get("/arbejdsrum/billeder/").text
    assert "batches" in kirsten_client.get(MANY, {"valgt": item.pk}).context
    assert kirsten_client.post(MANY, {"chosen": f"{item.pk}:1"}).status_code == 403


def test_where_all_were_changed_meanwhile_what_was_typed_is_handed_back(
    poul_client: Client,
) -> None:
    item, away = make.item(), make.item()
    told = {"chosen": chosen(poul_client, item, away), "material": "Barytpapir"}
    actions.unpublish(item, by=make.user())
    actions.lay_away(away, because="Dublet.", by=make.user())

    page = poul_client.post(MANY, {**told, "step": "do"})
    again = {**told, "chosen": str(page.context["chosen"]), "step": "do"}
    poul_client.post(MANY, again)

    item.refresh_from_db()
    away.refresh_from_db()
    assert page.status_code == 409
    assert 'value="Barytpapir"' in page.text
    assert all(number in page.text for number in (item.reg_number, away.reg_number))
    assert (item.material, away.material) == ("Barytpapir", "")


def test_the_preview_names_what_would_leave_and_why(poul_client: Client) -> None:
    shown = make.published_item(place=make.place("Hallen"))
    told = {
        "chosen": chosen(poul_client, shown),
        "restriction": "until",
        "restricted_until": "2090-01-01",
    }

    page = poul_client.post(MANY, {**told, "step": "preview"})

    [(reason, items)] = page.context["hiding"]
    assert (page.context["hidden"], items) == (1, [shown])
    assert reason in page.text

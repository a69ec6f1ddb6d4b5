"""A call may ask for a recipe; it becomes a story one can cook by."""

import pytest
from django.test import Client

from submissions import actions, erasure
from submissions.models import Recipe, Submission
from tests import make
from tests.submissions.test_contribute import give

pytestmark = pytest.mark.django_db

PAGE = "/en/bidrag/livretter/"
SOUP = {
    "dish": "Mercimek çorbası",
    "ingredients": "3 dl røde linser\n- 1 løg\n",
    "method": "Kog linserne.",
    "taught_by": "min mor",
}


def test_a_recipe_alone_is_enough(client: Client) -> None:
    make.call("livretter", kind="recipe", left_out=["when", "who"])

    answer = give(client, PAGE, **SOUP)

    given = Submission.objects.get()
    assert answer.status_code == 302
    assert given.recipe.dish == "Mercimek çorbası"
    assert given.recipe.taught_by == "min mor"


def test_the_name_of_a_dish_is_not_yet_a_recipe(client: Client) -> None:
    make.call("livretter", kind="recipe")

    answer = give(client, PAGE, dish="Suppe")

    assert answer.status_code == 422
    assert Recipe.objects.get().dish == "Suppe"


def test_other_calls_ask_for_no_recipe(client: Client) -> None:
    make.call("sommer")

    give(client, "/en/bidrag/sommer/", story="Vi badede.", **SOUP)

    assert not Recipe.objects.exists()


def test_a_second_recipe_from_the_same_page_is_not_lost(client: Client) -> None:
    make.call("livretter", kind="recipe")

    give(client, PAGE, **SOUP)
    give(client, PAGE, **SOUP)
    give(client, PAGE, **(SOUP | {"method": "Bag det."}))

    assert Submission.objects.count() == 2


def test_an_accepted_recipe_is_a_story_laid_out_to_cook_by() -> None:
    call = make.call("livretter", kind="recipe")
    given = make.submission(call=call, story="Vi fik den om fredagen.", ready=True)
    Recipe.objects.create(submission=given, **SOUP)

    [item] = actions.accept(given, by=make.user())

    told = item.stories.get().text
    parts = told.split("\n\n")
    assert item.title == "Mercimek çorbası"
    assert parts[0] == "Mercimek çorbası"
    assert parts[1].splitlines()[1:] == ["– 3 dl røde linser", "- 1 løg"]
    assert parts[2].splitlines()[1:] == ["Kog linserne."]
    assert parts[3].splitlines()[1:] == ["min mor"]
    assert parts[4] == "Vi fik den om fredagen."


def test_the_archivist_reads_the_recipe_in_the_inbox(poul_client: Client) -> None:
    given = make.submission(story="", call=make.call("livretter", kind="recipe"))
    Recipe.objects.create(submission=given, **SOUP)

    page = poul_client.get(f"/arbejdsrum/indbakke/{given.pk}/").content.decode()

    assert "Kog linserne." in page
    assert 'value="Mercimek çorbası"' in page


def test_erasing_takes_the_recipe_with_it() -> None:
    given = make.submission(partner=make.partner())
    Recipe.objects.create(submission=given, **SOUP)

    erasure.erase(actions.withdraw(given))

    assert not Recipe.objects.exists()
    assert Submission.objects.get().partner is None

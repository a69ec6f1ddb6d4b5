"""Adding, hiding a part, one permission at a time, and a new link."""

from typing import Any

import pytest
from django.test import Client

from archive import actions as archive_actions
from archive.models import Item
from submissions import actions
from submissions.models import Consent, Notice, Submission
from tests import make, photos
from tests.submissions.shown import published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def page_of(submission: Submission, deed: str = "") -> str:
    return f"/en/mit/{submission.token}/{deed}"


def test_further_words_stand_beside_the_first(client: Client) -> None:
    given = make.submission(story="Farfar kom i 1971.")

    for _click in range(2):
        client.post(page_of(given, "mere/"), {"more": "Og mor.", "more_language": "da"})
    empty = client.post(page_of(given, "mere/"), {"more": " "})

    given.refresh_from_db()
    assert given.story == "Farfar kom i 1971."
    assert [each.text for each in given.additions.all()] == ["Og mor."]
    assert "Og mor." in client.get(page_of(given)).text
    assert empty.status_code == 422


def test_words_told_before_acceptance_become_stories_with_the_first() -> None:
    given = make.submission(story="Farfar kom i 1971.")
    actions.tell_more(given, text="Annem de geldi.", language="tr")

    (item,) = actions.accept(given, by=make.user())

    told = [(each.text, each.language) for each in item.stories.all()]
    assert told == [("Farfar kom i 1971.", "da"), ("Annem de geldi.", "tr")]


def test_what_is_added_after_acceptance_waits_in_the_inbox(
    client: Client, poul_client: Client
) -> None:
    given = make.submission()
    item = published(given)
    more = make.upload(photos.png(), "bagside.png")

    client.post(page_of(given, "billeder/"), {"pictures": [more]})
    client.post(page_of(given, "mere/"), {"more": "Det er bagsiden."})
    listed = poul_client.get("/arbejdsrum/indbakke/?vis=tilfoejet")
    (photograph,) = actions.added_photographs(Submission.objects.get(pk=given.pk))
    poul_client.post(
        f"/arbejdsrum/indbakke/{given.pk}/tilfoejet/", {"take": photograph.pk}
    )

    given.refresh_from_db()
    new = Item.objects.exclude(pk=item.pk).get()
    assert [row.submission for row in listed.context["listing"].rows] == [given]
    assert given.added_at is None
    assert given.state == Submission.State.ACCEPTED
    assert new.accession == item.accession
    assert new.permitted_uses == ["exhibit", "web"]
    assert not new.is_published
    assert item.stories.filter(text="Det er bagsiden.").count() == 1
    assert new.stories.filter(text="Det er bagsiden.").count() == 1


def test_what_is_added_may_be_left_where_it_is(client: Client, poul: Any) -> None:
    given = make.submission()
    published(given)
    actions.tell_more(given, text="Mere.", language="da")

    actions.leave_added(given)

    given.refresh_from_db()
    assert given.added_at is None
    with pytest.raises(actions.NotPossibleNow):
        actions.take_added(given, by=poul)


def test_what_the_archive_did_not_choose_before_does_not_come_back(poul: Any) -> None:
    given = make.submission(pictures=2)
    first = given.photographs.first()
    assert first is not None
    actions.accept(given, by=poul, chosen=[first.pk])
    given.refresh_from_db()

    actions.add_pictures(given, [make.upload(photos.png(), "ny.png")])
    given.refresh_from_db()

    names = [each.media.name for each in actions.added_photographs(given)]
    assert names == ["ny.png"]


@pytest.mark.parametrize(
    ("posted", "uses", "names"),
    [
        (
            {"only": "print", "may": ["print"]},
            ["exhibit", "print", "social", "web"],
            "full",
        ),
        ({"only": "social", "may": []}, ["exhibit", "web"], "full"),
        ({"only": "show", "may": []}, ["social"], "full"),
        ({"only": "names", "names": "none"}, ["exhibit", "social", "web"], "none"),
        ({"only": "nothing", "may": []}, ["exhibit", "social", "web"], "full"),
    ],
)
def test_one_switch_changes_one_answer_only(
    client: Client, posted: dict[str, Any], uses: list[str], names: str
) -> None:
    """Also from a page that was opened before something else was decided."""
    given = make.submission(uses=["web", "exhibit", "social"])

    client.post(page_of(given, "tilladelse/"), posted)

    now = Consent.objects.latest_of(given)
    assert now is not None
    assert (now.uses, now.names) == (uses, names)


def test_one_tap_hides_every_name_and_the_givers_too(client: Client) -> None:
    given = make.submission(contributor=make.contributor("Emine Aydın"))
    item = published(given)
    make.depiction(item, person=make.person("Meryem Aydın"), may_be_named=True)

    client.post(page_of(given, "skjul/"), {"part": "names"})

    page = Client().get(item.get_absolute_url()).text
    item.refresh_from_db()
    assert item.is_published
    assert "Emine" not in page
    assert "Meryem" not in page
    assert "Emine" not in item.credit


def test_the_place_is_hidden_everywhere_and_an_archivist_cannot_show_it(
    client: Client,
) -> None:
    given = make.submission(place_told="Vejleåparken 7")
    item = published(given)
    place = make.place("Vejleåparken")
    by = make.user()
    item.refresh_from_db()
    archive_actions.describe(
        item, version=item.version, changes={"place": place}, by=by
    )

    client.post(page_of(given, "skjul/"), {"part": "place"})
    item.refresh_from_db()
    archive_actions.describe(
        item, version=item.version, changes={"place": place}, by=by
    )

    item.refresh_from_db()
    assert item.is_published
    assert (item.place, item.hidden_place, item.place_told) == (None, place, "")
    assert "Vejle" not in Client().get(item.get_absolute_url()).text
    client.post(page_of(given, "skjul/"), {"part": "show_place"})
    item.refresh_from_db()
    assert (item.place, item.place_told) == (place, "Vejleåparken 7")


def test_a_place_hidden_before_acceptance_stays_hidden() -> None:
    given = make.submission(place_told="Vejleåparken 7")
    actions.hide_place(given, hidden=True)

    (item,) = actions.accept(given, by=make.user())

    assert item.is_place_hidden
    assert item.place_told == ""


def test_social_media_alone_is_taken_back(client: Client) -> None:
    given = make.submission(uses=["web", "exhibit", "social"])
    item = published(given)

    client.post(page_of(given, "skjul/"), {"part": "social"})

    item.refresh_from_db()
    assert item.is_published
    assert item.permitted_uses == ["exhibit", "web"]


def test_nothing_can_be_hidden_of_what_is_gone(client: Client) -> None:
    given = make.submission()
    actions.withdraw(given)

    for part in ("names", "place", "social"):
        response = client.post(page_of(given, "skjul/"), {"part": part})
        assert "done=too_late" in response["Location"]


def test_a_new_link_closes_the_old_one_and_its_words(client: Client) -> None:
    given = make.submission(contributor=make.contributor(email="emine@example.org"))
    old, words, key = page_of(given), given.words, given.key

    response = client.post(page_of(given, "nyt-link/"))

    given.refresh_from_db()
    assert response["Location"].startswith(page_of(given))
    assert client.get(old).status_code == 404
    assert client.get(page_of(given)).status_code == 200
    assert words != given.words
    assert key != given.key
    assert given.notices.filter(kind=Notice.Kind.LINKS).exists()


def test_the_page_says_where_it_hangs_and_starts_there(client: Client) -> None:
    given = make.submission()
    item = published(given)
    show = make.exhibition(published_at=item.published_at, title="Den første dag")
    make.placement(make.block(make.section(show), kind="picture"), item=item)
    draft = make.exhibition(title="Hemmelig")
    make.placement(make.block(make.section(draft), kind="picture"), item=item)

    page = client.get(page_of(given))

    (hanging,) = page.context["shows"]
    assert f'href="{hanging.url}"' in page.text
    assert "Den første dag" in page.context["line"][-1].words
    assert "Hemmelig" not in page.text
    assert f'id="{hanging.anchor}"' in client.get(show.get_absolute_url()).text


@pytest.mark.parametrize("count", [1, 3])
def test_what_is_shown_and_hung_costs_the_same_for_one_and_three(
    client: Client, django_assert_max_num_queries: Any, count: int
) -> None:
    given = make.submission(pictures=count, uses=["web", "exhibit", "social"])
    published(given)
    show = make.exhibition(published_at=given.sent_at)
    block = make.block(make.section(show), kind="gallery")
    for item in actions.items_of(given):
        item.publication, item.published_at = "full", given.sent_at
        item.place = make.place()
        item.save()
        make.placement(block, item=item)

    with django_assert_max_num_queries(21):
        page = client.get(page_of(given))

    assert len(page.context["shares"]) == count
    assert len(page.context["shows"]) == 1


@pytest.mark.parametrize("social", [True, False])
def test_the_picture_to_share_is_there_only_with_a_yes(
    client: Client, *, social: bool
) -> None:
    given = make.submission(uses=["web", "exhibit", *(["social"] if social else [])])
    item = published(given)

    page = client.get(page_of(given)).text

    assert (f"/kort/b/{item.number}/" in page) is social


def test_a_hidden_place_takes_its_pin_along_everywhere(client: Client) -> None:
    given = make.submission(latitude=55.61234, longitude=12.34567, uses=["web"])
    item = published(given)
    address = f"/billeder/{item.reg_number}/"

    before = item.public_point
    actions.hide_place(given, hidden=True)
    item.refresh_from_db()
    after = [client.get(each).text for each in (address, "/billeder/", "/soeg/?q=B")]

    assert before == (55.61234, 12.34567)
    assert item.public_point is None
    assert not any("55.61" in text or "12.34" in text for text in after)

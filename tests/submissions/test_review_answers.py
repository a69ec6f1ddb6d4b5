"""Asking, saying no, and accepting: each once, in the family's language."""

from urllib.parse import urlencode

import pytest
from django.test import Client
from django.utils import translation

from accounts.models import User
from archive.models import Accession, Item
from archive.permissions import Use
from submissions import actions, desk
from submissions.models import Submission
from tests import make
from tests.submissions.test_review import INBOX, card

pytestmark = pytest.mark.django_db


def test_a_question_in_ones_own_words(poul_client: Client) -> None:
    submission = make.submission()

    poul_client.post(card(submission, "spoerg/"), {"text": " Hvem holder paraplyen? "})

    submission.refresh_from_db()
    assert submission.state == Submission.State.QUESTION
    assert submission.messages.get().text == "Hvem holder paraplyen?"
    assert submission.messages.get().author == "Poul"


def test_a_ready_question_goes_in_the_familys_language(poul_client: Client) -> None:
    submission = make.submission(language="tr")

    poul_client.post(card(submission, "spoerg/"), {"ready": "left"})

    with translation.override("tr"):
        theirs = str(desk.QUESTIONS["left"])
    assert submission.messages.get().text == theirs


@pytest.mark.parametrize(
    ("ready", "own", "said"),
    [
        ("left", "", "Who is on the left?"),
        ("left", "And on the right?", "Who is on the left?\n\nAnd on the right?"),
        ("before", "the station opened?", "Is it before or after the station opened?"),
        ("before", "", ""),
        ("", "  ", ""),
        ("nothing", "Own", "Own"),
        ("", "{0} %s", "{0} %s"),
    ],
)
def test_ready_words_and_own_words_become_one_question(
    ready: str, own: str, said: str
) -> None:
    assert desk.composed(desk.QUESTIONS, ready, own, "en") == said


@pytest.mark.parametrize("deed", ["spoerg/", "sig-nej/"])
def test_nothing_to_say_gets_a_sentence(poul_client: Client, deed: str) -> None:
    submission = make.submission()

    page = poul_client.post(card(submission, deed), {"ready": "before", "text": " "})

    submission.refresh_from_db()
    assert page.status_code == 200
    assert 'role="alert"' in page.text
    assert submission.state == Submission.State.RECEIVED
    assert not submission.messages.exists()


def test_a_kind_no_with_its_reason(poul_client: Client) -> None:
    submission = make.submission(language="en")

    answer = poul_client.post(
        card(submission, "sig-nej/"), {"ready": "elsewhere", "text": "Prøv i Roskilde."}
    )

    submission.refresh_from_db()
    with translation.override("en"):
        reason = str(desk.REASONS["elsewhere"])
    assert answer["Location"] == INBOX
    assert submission.state == Submission.State.DECLINED
    assert submission.reply == f"{reason}\n\nPrøv i Roskilde."


def test_accepting_leads_to_the_first_card(poul_client: Client) -> None:
    submission = make.submission(
        pictures=2, date_told="sommeren 1975", story="Vi kom med tog."
    )
    first, second = submission.photographs.all()

    answer = poul_client.post(
        card(submission, "tag-imod/"),
        {
            "choosing": "1",
            "take": [first.pk, second.pk],
            f"title-{first.pk}": "  Far  i haven ",
            f"title-{second.pk}": "",
        },
    )

    items = list(Item.objects.order_by("number"))
    assert answer["Location"] == f"/arbejdsrum/billeder/{items[0].reg_number}/"
    assert [item.title for item in items] == ["Far i haven", ""]
    assert {item.date_edtf for item in items} == {"1975-22"}
    assert [item.stories.get().text for item in items] == ["Vi kom med tog."] * 2
    assert not any(item.is_published for item in items)
    assert {item.accession for item in items} == {Accession.objects.get()}


def test_only_the_chosen_pictures_are_taken(poul_client: Client) -> None:
    submission = make.submission(pictures=3)
    chosen = submission.photographs.all()[1]

    poul_client.post(
        card(submission, "tag-imod/"), {"choosing": "1", "take": [chosen.pk, 999, "x"]}
    )

    assert Item.objects.get().media.get() == chosen.media


def test_another_familys_picture_cannot_be_taken_with_it(poul_client: Client) -> None:
    submission, other = make.submission(), make.submission()
    theirs = other.photographs.get()

    poul_client.post(
        card(submission, "tag-imod/"), {"choosing": "1", "take": [theirs.pk]}
    )

    assert not Item.objects.exists()


def test_choosing_none_keeps_the_titles_that_were_typed(poul_client: Client) -> None:
    submission = make.submission()
    photograph = submission.photographs.get()

    page = poul_client.post(
        card(submission, "tag-imod/"),
        {"choosing": "1", f"title-{photograph.pk}": "Far i haven"},
    )

    assert page.status_code == 200
    assert 'value="Far i haven"' in page.text
    assert not Item.objects.exists()


def test_a_story_without_a_picture_becomes_an_item_of_its_own(
    poul_client: Client,
) -> None:
    submission = make.submission(pictures=0)

    page = poul_client.post(card(submission, "tag-imod/"), {"title-0": "Med toget"})

    submission.refresh_from_db()
    item = Item.objects.get()
    assert page["Location"] == f"/arbejdsrum/billeder/{item.reg_number}/"
    assert (submission.item, item.title) == (item, "Med toget")
    assert item.stories.get().text == submission.story


def test_two_clicks_accept_once(poul_client: Client) -> None:
    submission = make.submission()

    poul_client.post(card(submission, "tag-imod/"))
    second = poul_client.post(card(submission, "tag-imod/"), follow=True)

    assert second.status_code == 200
    assert Item.objects.count() == 1
    assert Accession.objects.count() == 1


def test_what_was_typed_too_late_is_not_lost(poul_client: Client, poul: User) -> None:
    submission = make.submission()
    actions.decline(submission, reason="Tak.", by=poul)

    page = poul_client.post(
        card(submission, "spoerg/"), {"text": "Hvem holder paraplyen?"}, follow=True
    )

    assert "Hvem holder paraplyen?" in page.text
    assert submission.messages.count() == 1


def test_after_an_answer_the_familys_words_are_first_to_be_seen(
    poul_client: Client, poul: User
) -> None:
    submission = make.submission(date_told="1974")
    actions.ask(submission, question="Hvem?", by=poul)
    actions.answer(submission, text="Det er Farfar & Ali.")

    page = poul_client.get(INBOX + "?" + urlencode({"vis": "svar"}))

    assert page.context["submission"] == submission
    assert "Det er Farfar &amp; Ali." in page.text


def test_after_a_no_comes_the_next_in_the_same_list(poul_client: Client) -> None:
    first, second = make.submission(), make.submission()

    answer = poul_client.post(card(first, "sig-nej/?vis=nye"), {"ready": "elsewhere"})
    last = poul_client.post(card(second, "sig-nej/?vis=nye"), {"ready": "elsewhere"})

    assert answer["Location"] == card(second, "?vis=nye")
    assert last["Location"] == f"{INBOX}?vis=nye"


def test_a_question_leaves_the_list_that_was_open_where_it_is(
    poul_client: Client,
) -> None:
    submission = make.submission()

    answer = poul_client.post(card(submission, "spoerg/?vis=nye"), {"text": "Hvem?"})

    assert answer["Location"] == card(submission, "?vis=nye")


@pytest.mark.parametrize(
    ("ready", "own", "read"),
    [
        ("left", "", "Hvem er til venstre?"),
        ("left", "Ham med hatten.", "Hvem er til venstre?"),
        ("before", "1976", "Er det før eller efter 1976?"),
    ],
)
def test_a_ready_question_is_read_back_in_our_own_words(
    poul: User, ready: str, own: str, read: str
) -> None:
    submission = make.submission(language="tr")
    question = desk.composed(desk.QUESTIONS, ready, own, "tr")
    actions.ask(submission, question=question, by=poul)
    actions.answer(submission, text="Dayım Hasan.")

    with translation.override("da"):
        asked, answered = desk.letters(submission)

    assert asked[1] == read
    assert answered[1] == ""


def test_an_answer_stands_first_on_the_card(poul_client: Client, poul: User) -> None:
    submission = make.submission()
    actions.ask(submission, question="Hvem?", by=poul)
    before = poul_client.get(card(submission)).text
    actions.answer(submission, text="Hasan.")

    after = poul_client.get(card(submission)).text

    assert before.index('id="letters"') > before.index('id="told"')
    assert after.index('id="letters"') < after.index('id="told"')


def test_the_journal_says_what_was_agreed_in_words(poul: User) -> None:
    submission = make.submission(uses=["web", "exhibit"], language="tr")

    with translation.override("tr"):
        actions.accept(submission, by=poul)

    submission.refresh_from_db()
    assert submission.accession is not None
    with translation.override("da"):
        assert submission.accession.terms == f"{Use.WEB.label}, {Use.EXHIBIT.label}"

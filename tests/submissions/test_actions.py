"""The deeds between a family and the archive."""

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from submissions import actions, throttle
from submissions.models import Consent, Submission
from tests import make


@pytest.mark.django_db
def test_accepting_makes_one_item_a_picture_with_story_and_permission() -> None:
    submission = make.submission(
        pictures=2, date_told="ca. 1974", place_told="Vejleåparken", taken_by="family"
    )

    items = actions.accept(submission, by=make.user())

    submission.refresh_from_db()
    assert submission.state == Submission.State.ACCEPTED
    assert [each.date_edtf for each in items] == ["1974~", "1974~"]
    assert [each.permitted_uses for each in items] == [["exhibit", "web"]] * 2
    assert [each.stories.get().text for each in items] == ["Farfar kom i 1971."] * 2
    assert not any(each.is_published for each in items)


@pytest.mark.django_db
def test_what_was_taken_back_cannot_be_accepted() -> None:
    submission = make.submission()
    actions.withdraw(submission)

    with pytest.raises(actions.NotPossibleNow):
        actions.accept(submission, by=make.user())


@pytest.mark.django_db
def test_taking_back_twice_is_taking_back_once() -> None:
    submission = make.submission()

    first = actions.withdraw(submission)
    second = actions.withdraw(submission)

    assert first.withdrawn_at == second.withdrawn_at
    assert submission.consents.count() == 2
    latest = Consent.objects.latest_of(submission)
    assert latest is not None
    assert latest.uses == []


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("facts", "state"),
    [({}, "received"), ({"reply": "Ikke herfra.", "state": "declined"}, "declined")],
)
def test_regret_goes_back_to_where_it_was(facts: dict[str, Any], state: str) -> None:
    submission = make.submission(**facts)
    actions.withdraw(submission)

    assert actions.regret(submission).state == state


@pytest.mark.django_db
def test_regret_is_over_after_its_days() -> None:
    submission = actions.withdraw(make.submission())
    long_ago = timezone.now() - dt.timedelta(days=31)
    Submission.objects.update(withdrawn_at=long_ago)

    with pytest.raises(actions.NotPossibleNow):
        actions.regret(submission)


@pytest.mark.django_db
def test_two_contributions_never_share_their_three_words() -> None:
    make.submission(words="lampe-tog-vand")
    draft = make.submission(state=Submission.State.DRAFT, words="lampe-tog-vand")

    sent = actions.send(
        draft, uses=["web"], names="full", have_persons_agreed=True, is_of_age=True
    )

    assert sent.words != "lampe-tog-vand"


@pytest.mark.django_db
def test_a_family_without_a_name_is_a_family_in_town() -> None:
    submission = make.submission(contributor=make.contributor(name=""), language="en")

    assert actions.public_name(submission) == "A family in Ishøj"


@pytest.mark.django_db
def test_a_door_counts_each_address_by_itself() -> None:
    door = throttle.Door("test", 2, 4)

    world = [throttle.knock(door, "85.1.2.3") for _ in range(3)]
    other = throttle.knock(door, "85.1.2.4")
    house = [throttle.knock(door, "192.168.1.7") for _ in range(5)]

    assert world == [True, True, False]
    assert other
    assert house == [True] * 4 + [False]
    assert not throttle.is_open(door, "85.1.2.3")
    assert throttle.is_open(door, "85.1.2.9")

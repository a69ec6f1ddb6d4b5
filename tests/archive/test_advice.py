"""The adviser proposes with a reason and a source; what is decided is kept, and holds."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from archive import actions, advice, deciding
from archive.models import Item, RightsDecision
from archive.permissions import Missing, Purpose, Use, Verdict, permits
from archive.rights import RULES
from config.society import read
from tests import make

pytestmark = pytest.mark.django_db

YES, NO, ASK = Verdict.YES, Verdict.NO, Verdict.ASK


def moment(year: int, month: int, day: int, hour: int = 12) -> dt.datetime:
    return dt.datetime(year, month, day, hour, tzinfo=timezone.get_current_timezone())


def amateurs(**facts: Any) -> Item:
    """A snapshot nobody knows who took; the family has said yes to everything."""
    facts.setdefault("rights_basis", "unknown")
    facts.setdefault("photographer_kind", "amateur")
    facts.setdefault("permitted_uses", list(Use))
    return make.item(**facts)


@pytest.mark.parametrize(
    ("told", "last_day", "first_day"),
    [
        ("1974", moment(2024, 12, 31, 23), moment(2025, 1, 1, 0)),
        ("1976", moment(2026, 12, 31, 23), moment(2027, 1, 1, 0)),
        ("1974-1976", moment(2026, 12, 31, 23), moment(2027, 1, 1, 0)),
    ],
)
def test_on_the_first_of_january_rights_change_by_themselves(
    told: str, last_day: dt.datetime, first_day: dt.datetime
) -> None:
    item = amateurs(date_told=told)

    before, after = permits(item, Use.WEB, last_day), permits(item, Use.WEB, first_day)

    assert before.missing == (Missing.RIGHTS,)
    assert after


def test_before_1970_nothing_stands_in_the_way() -> None:
    assert permits(amateurs(date_told="1969"), Use.PRESS, moment(1999, 1, 1))


def test_without_a_date_nothing_runs_out() -> None:
    assert not permits(amateurs(), Use.WEB, moment(2100, 1, 1))


@pytest.mark.parametrize(
    ("purpose", "at", "verdict", "source"),
    [
        (Purpose.WEB, moment(2024, 12, 31), ASK, RULES["amateur"].source),
        (Purpose.WEB, moment(2025, 1, 1), YES, RULES["amateur"].source),
        (Purpose.WALL, moment(2024, 12, 31), YES, RULES["wall"].source),
        (Purpose.CATALOGUE, moment(2024, 12, 31), ASK, RULES["amateur"].source),
    ],
)
def test_a_proposal_has_its_reason_and_its_source(
    purpose: Purpose, at: dt.datetime, verdict: str, source: str
) -> None:
    item = amateurs(date_told="1974")

    proposal = advice.proposal(item, purpose, at)

    assert proposal.verdict == verdict
    assert source in [reason.source for reason in proposal.deciding]
    assert all(reason.says for reason in proposal.reasons)


def test_a_family_that_said_no_is_not_proposed_past() -> None:
    item = make.item(permitted_uses=["web"])

    assert advice.proposal(item, Purpose.SOCIAL).verdict == NO
    assert advice.proposal(item, Purpose.WEB).verdict == YES


def test_a_living_person_nobody_asked_is_asked_first() -> None:
    item = make.item(date_told="1974")
    make.depiction(item, person=make.person("Emine", living="yes"))

    named = advice.proposal(item, Purpose.WEB_NAMED, moment(2026, 1, 1))
    unnamed = advice.proposal(item, Purpose.WEB, moment(2026, 1, 1))
    much_later = advice.proposal(item, Purpose.WEB_NAMED, moment(2050, 1, 1))

    assert (named.verdict, unnamed.verdict) == (ASK, YES)
    assert "Emine" in named.deciding[0].says
    assert much_later.verdict == YES


def test_the_years_are_the_societys_own(settings: Any) -> None:
    rules = dict(RULES)
    rules["persons"] = rules["persons"]._replace(figure=50)
    settings.SOCIETY = type(settings.SOCIETY)(rights=rules)
    item = make.item(date_told="1974")
    make.depiction(item, person=make.person("Emine", living="yes"))

    proposal = advice.proposal(item, Purpose.WEB_NAMED, moment(2026, 1, 1))

    assert proposal.verdict == YES


def test_a_societys_file_may_say_another_figure_and_source(tmp_path: Any) -> None:
    file = tmp_path / "society.toml"
    file.write_text('[rights.persons]\nfigure = 50\nsource = "Vores praksis"\n')

    rule = read(file).rights["persons"]

    assert (rule.figure, rule.source) == (50, "Vores praksis")
    assert read(file).rights["amateur"] == RULES["amateur"]


@pytest.mark.parametrize("use", [Use.PRINT, Use.SOCIAL, Use.PRESS])
def test_a_child_who_may_live_goes_nowhere_unasked(use: Use) -> None:
    item = make.item(date_told="1974", permitted_uses=list(Use))
    child = make.depiction(item, person=make.person("Ali", born=1966))

    refused = permits(item, use)
    on_our_own_wall = permits(item, Use.EXHIBIT)
    child.may_be_named = True
    child.save()
    asked = permits(Item.objects.get(pk=item.pk), use)

    assert refused.missing == (Missing.CHILD,)
    assert on_our_own_wall
    assert asked


def test_a_decision_is_a_row_with_what_was_proposed_that_day(poul: User) -> None:
    item = amateurs(date_told="1990")

    deciding.decide(item, purpose="catalogue", verdict="yes", reason="VISDA", by=poul)

    row = RightsDecision.objects.get()
    item.refresh_from_db()
    assert (row.proposed, row.decided, row.reason, row.by) == (
        "ask",
        "yes",
        "VISDA",
        poul,
    )
    assert permits(item, Use.PRINT)
    assert not permits(item, Use.SOCIAL)


def test_a_decision_is_never_written_over(poul: User) -> None:
    item = make.item()
    row = deciding.decide(item, purpose="web", verdict="no", reason="", by=poul)

    row.reason = "something else"

    with pytest.raises(TypeError):
        row.save()


def test_a_yes_never_goes_past_a_family(poul: User) -> None:
    item = make.item(permitted_uses=["web"])

    deciding.decide(item, purpose="social", verdict="yes", reason="", by=poul)
    item.refresh_from_db()

    assert permits(item, Use.SOCIAL).missing == (Missing.CONSENT,)


def test_a_no_takes_it_off_the_web_at_once(client: Client, poul: User) -> None:
    item = make.published_item()

    deciding.decide(item, purpose="web", verdict="no", reason="", by=poul)
    item.refresh_from_db()

    assert client.get(item.get_absolute_url()).status_code == 404
    assert item.media.get().public_token is None
    with pytest.raises(actions.CannotPublish):
        actions.publish(item, publication="full", by=poul)


def test_names_are_hidden_by_a_no_and_come_back_with_a_yes(poul: User) -> None:
    item = make.item()

    deciding.decide(item, purpose="web_named", verdict="no", reason="", by=poul)
    item.refresh_from_db()
    hidden = item.are_names_hidden
    deciding.decide(item, purpose="web_named", verdict="yes", reason="", by=poul)
    item.refresh_from_db()

    assert hidden
    assert not item.are_names_hidden


def test_names_a_family_hid_stay_hidden(poul: User) -> None:
    item = make.item(are_names_hidden=True)

    deciding.decide(item, purpose="web_named", verdict="yes", reason="", by=poul)
    item.refresh_from_db()

    assert item.are_names_hidden


def test_letting_the_rules_hold_again_lifts_a_decision(poul: User) -> None:
    item = make.item()
    deciding.decide(item, purpose="web", verdict="no", reason="", by=poul)

    deciding.decide(item, purpose="web", verdict="ask", reason="", by=poul)
    item.refresh_from_db()

    assert item.decided == {}
    assert permits(item, Use.WEB)
    assert RightsDecision.objects.count() == 2


def test_the_panel_has_six_lines_and_the_decision(
    poul_client: Client, poul: User
) -> None:
    item = make.item()
    address = reverse("archive:decide", args=[item.reg_number])

    answer = poul_client.post(
        address, {"decide": "press:no", "decide-reason": "Barn i midten"}, follow=True
    )

    assert answer.text.count('class="advice-head"') == 6
    assert "Barn i midten" in answer.text
    item.refresh_from_db()
    assert item.decided == {"press": "no"}
    assert "Barn i midten" not in Client().get(item.get_absolute_url()).text


@pytest.mark.parametrize("typed", ["", "web", "web:maybe", "moon:yes", "web:yes:no"])
def test_what_is_no_decision_changes_nothing(poul_client: Client, typed: str) -> None:
    item = make.item()

    answer = poul_client.post(
        reverse("archive:decide", args=[item.reg_number]), {"decide": typed}
    )

    assert answer.status_code == 400
    assert not RightsDecision.objects.exists()


def test_what_was_typed_on_the_card_is_saved_with_the_decision(
    poul_client: Client,
) -> None:
    from tests.archive.test_describe import posted  # noqa: PLC0415

    item = make.item(title="Før")
    sent = {**posted(item, title="Efter"), "decide": "wall:yes"}

    poul_client.post(reverse("archive:decide", args=[item.reg_number]), sent)

    item.refresh_from_db()
    assert (item.title, item.decided) == ("Efter", {"wall": "yes"})


def test_the_history_tells_of_the_decision(poul_client: Client, poul: User) -> None:
    item = make.item()
    deciding.decide(item, purpose="press", verdict="no", reason="", by=poul)

    page = poul_client.get(reverse("archive:history", args=[item.reg_number]))

    assert str(Purpose.PRESS.label) in page.text


def test_every_rule_stands_with_its_source(poul_client: Client) -> None:
    page = poul_client.get(reverse("archive:rules"))

    assert [
        rule.source for rule in RULES.values() if rule.source not in page.text
    ] == []


def test_a_photographer_who_lives_after_all_takes_their_pictures_down(
    poul: User,
) -> None:
    birthe = make.photographer(kind="professional", died=1940)
    item = make.item(rights_basis="unknown", photographed_by=birthe)
    item = Item.objects.get(pk=item.pk)
    item.photographer_kind = "professional"
    item.save()
    actions.publish(item, publication=Item.Publication.FULL, by=poul)

    birthe.died = None
    birthe.save()

    item.refresh_from_db()
    assert not item.is_published

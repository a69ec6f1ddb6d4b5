"""Whoever floods is slowed down, and nobody beside them notices."""

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from waitress.proxy_headers import proxy_headers_middleware

from submissions import stamp, throttle
from submissions.models import Consent, Knock, Notice, Objection, Submission
from tests import make
from tests.submissions import tus

pytestmark = pytest.mark.django_db

PAGE, TYPED = "/en/bidrag/", "/en/bidrag/kladde/"
FLOODER, NEIGHBOUR, LIBRARY = "86.48.33.7", "86.48.33.8", "130.226.1.1"


def key(number: int) -> str:
    return f"{number:022d}"


def give(client: Client, number: int, **answers: Any) -> Any:
    answers = {"key": key(number), "may": ["show"], "is_of_age": "on", **answers}
    return client.post(PAGE, answers)


def test_five_thousand_sendings_from_one_address_are_slowed_its_neighbour_is_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    hour = timezone.now().replace(minute=0, second=0, microsecond=0)
    monkeypatch.setattr(throttle, "_hour", lambda: hour)  # the clock may strike
    flooder, neighbour = Client(REMOTE_ADDR=FLOODER), Client(REMOTE_ADDR=NEIGHBOUR)

    answers = Counter(
        flooder.post(TYPED, {"key": key(n), "story": "Buy"}).status_code
        for n in range(5_000)
    )
    beside = give(neighbour, 9_000, story="Farfar kom i 1971.")

    assert answers == {200: 300, 429: 4_700}
    assert beside.status_code == 302
    assert Submission.objects.count() == 301
    assert Knock.objects.get(door="beginning", count__gt=1).count == 300


def test_a_whole_library_behind_one_address_gives_in_peace() -> None:
    library = Client(REMOTE_ADDR=LIBRARY)

    answers: Counter[int] = Counter()
    for family in range(20):
        for picture in range(10):
            kept = library.post(
                TYPED, {"key": key(family), "story": f"Far kom. {picture}"}
            )
            answers[kept.status_code] += 1
        answers[give(library, family, story="Far kom i 1971.").status_code] += 1

    assert answers == {200: 200, 302: 20}


def test_the_house_has_room_for_a_hundred_families_on_its_own_wifi() -> None:
    assert all(throttle.knock(throttle.BEGINNING, "192.168.1.20") for _ in range(400))


def test_one_contribution_cannot_be_sent_for_ever(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "SENDING", throttle.Door("sending", 2, 2))

    answers = [give(client, 1, may=[], story="Farfar kom.") for _ in range(4)]
    other = give(client, 2, story="Farmor kom.")

    assert [answer.status_code for answer in answers] == [422, 422, 422, 429]
    assert "Farfar kom." in answers[-1].text
    assert 0 < int(answers[-1]["Retry-After"]) <= 3601
    assert other.status_code == 302


def test_what_an_address_has_carried_in_is_weighed(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "MEGABYTES", throttle.Door("megabytes", 3, 3))
    heavy = "å" * (1024 * 1024)  # two megabytes

    first = give(client, 1, who_told="Far", pictures=[make.upload(heavy.encode())])
    second = give(client, 2, who_told="Mor", pictures=[make.upload(heavy.encode())])
    light = give(client, 3, story="Farmor kom.")

    assert first.status_code == 422
    assert second.status_code == 429
    assert "Mor" in second.text
    assert light.status_code == 302


def test_nobody_can_fill_a_strangers_mailbox_from_here(client: Client) -> None:
    answers = [
        give(client, n, story=f"Nr. {n}", email="Zehra@example.org").status_code
        for n in range(25)
    ]
    left_out = give(client, 24, story="Nr. 24")

    assert answers == [302] * 20 + [429] * 5
    assert Notice.objects.count() == 20
    assert left_out.status_code == 302


def test_objections_do_not_fill_a_mailbox_either(client: Client) -> None:
    page = f"/en/billeder/{make.published_item().reg_number}/det-er-mig/"
    for _ in range(20):
        throttle.knock(throttle.MAILBOX, throttle.mailbox("zehra@example.org"))

    answer = client.post(page, {"wish": "picture", "email": " ZEHRA@example.org "})
    without = client.post(page, {"wish": "picture"})

    assert answer.status_code == 429
    assert without.status_code == 302
    assert Objection.objects.count() == 1


def test_dates_are_read_for_families_not_for_floods(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = throttle.Door("date-reading", 2, 2)
    monkeypatch.setattr(throttle, "DATE_READING", door)

    answers = [client.get("/bidrag/hvornaar/?date_told=1974") for _ in range(3)]

    assert [each.status_code for each in answers] == [200, 200, 429]


def test_a_closed_door_is_only_read(
    django_assert_num_queries: Callable[[int], Any],
) -> None:
    door = throttle.Door("test", 1, 1)
    assert throttle.knock(door, FLOODER)

    with django_assert_num_queries(1):
        assert not throttle.knock(door, FLOODER)


def test_the_count_is_kept_by_the_database_and_not_by_this_process(
    settings: Any,
) -> None:
    door = throttle.Door("test", 1, 1)
    throttle.knock(door, FLOODER)

    row = Knock.objects.get()

    assert row.count == 1
    assert FLOODER not in row.who
    assert settings.CACHES["default"]["BACKEND"].endswith("DatabaseCache")


@pytest.mark.parametrize(
    ("limits", "of_the_net", "of_the_house"),
    [({}, 1, 4), ({"test": 2}, 2, 4), ({"test-own-net": 3}, 1, 3)],
)
def test_the_keeper_of_the_house_can_set_every_limit(
    settings: Any, limits: dict[str, int], of_the_net: int, of_the_house: int
) -> None:
    settings.LIMITS = limits
    door = throttle.Door("test", 1, 4)

    let_in = [throttle.knock(door, FLOODER) for _ in range(6)]
    at_home = [throttle.knock(door, "10.0.0.4") for _ in range(6)]

    assert sum(let_in) == of_the_net
    assert sum(at_home) == of_the_house


def test_every_door_has_a_name_of_its_own_that_fits_its_row() -> None:
    names = [door.name for door in throttle.DOORS]
    longest = Knock._meta.get_field("door").max_length

    assert len(set(names)) == len(names)
    assert max(map(len, names)) <= (longest or 0)


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ("86.48.33.7", "86.48.33.7"),
        ("2a05:f6c7:1:2:aaaa::1", "2a05:f6c7:1:2::"),
        ("2a05:f6c7:1:2:bbbb::9", "2a05:f6c7:1:2::"),
        ("2a05:f6c7:1:3::9", "2a05:f6c7:1:3::"),
        ("::ffff:86.48.33.7", "86.48.33.7"),
        ("fe80::1%eth0", "fe80::"),
        ("::1", "::1"),
        ("", ""),
        ("unix:", "unix:"),
    ],
)
def test_a_household_is_one_address(told: str, counted: str) -> None:
    request = RequestFactory().get("/", REMOTE_ADDR=told)

    assert throttle.address(request) == counted


def seen_behind_proxy(remote: str, *, trusted: str | None, **headers: str) -> str:
    """The address the house sees when waitress has read what the proxy says."""
    seen: dict[str, str] = {}

    def house(environ: Any, start_response: Any) -> list[bytes]:
        seen.update(environ)
        return []

    front = proxy_headers_middleware(
        house,
        trusted_proxy=trusted,
        trusted_proxy_headers={"x-forwarded-for", "x-forwarded-proto"},
        clear_untrusted=True,
    )
    environ = {**RequestFactory().get("/").environ, "REMOTE_ADDR": remote, **headers}
    front({**environ, "REMOTE_PORT": "1", "wsgi.url_scheme": "http"}, lambda *_: None)
    return throttle.address(RequestFactory().get("/", REMOTE_ADDR=seen["REMOTE_ADDR"]))


def test_an_address_is_believed_from_the_named_proxy_only() -> None:
    forged = {"HTTP_X_FORWARDED_FOR": "1.2.3.4"}
    passed_on = {"HTTP_X_FORWARDED_FOR": f"1.2.3.4, {NEIGHBOUR}"}

    assert seen_behind_proxy(FLOODER, trusted=None, **forged) == FLOODER
    assert seen_behind_proxy(FLOODER, trusted="127.0.0.1", **forged) == FLOODER
    assert seen_behind_proxy("127.0.0.1", trusted="127.0.0.1", **passed_on) == NEIGHBOUR


def test_a_form_filled_in_by_a_machine_is_asked_once_more_and_loses_nothing(
    client: Client,
) -> None:
    quick = stamp.new()

    answer = give(client, 1, story="Buy now", opened=quick)

    assert answer.status_code == 422
    assert "That went very fast." in answer.text
    assert "Buy now" in answer.text
    assert f'value="{quick}"' in answer.text
    assert not Consent.objects.exists()


def test_nobody_with_a_picture_is_ever_too_quick(client: Client) -> None:
    answer = give(client, 1, pictures=[make.upload()], opened=stamp.new())

    assert answer.status_code == 302


@pytest.mark.parametrize("opened", ["", "opened:1tfFoo:forged", "'", "\0", "x" * 5000])
def test_an_old_page_and_one_without_a_stamp_are_as_good_as_any(
    client: Client, opened: str
) -> None:
    answer = give(client, 1, story="Farfar kom.", opened=opened)

    assert answer.status_code == 302


def test_whoever_takes_the_time_to_read_is_not_asked(
    client: Client, settings: Any
) -> None:
    settings.QUICKEST_WRITER = 0
    opened = stamp.new()

    assert give(client, 1, story="Farfar kom.", opened=opened).status_code == 302


def test_a_wrong_limit_is_said_in_plain_words(tmp_path: Path) -> None:
    said = subprocess.run(
        [sys.executable, "manage.py", "check"],
        env={"DATA_DIR": str(tmp_path), "LIMITS": "sending=many"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert "LIMITS says 'sending=many'; write name=number." in said.stderr


def test_files_in_pieces_count_with_their_contribution_and_guesses_with_the_address(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "BEGINNING", throttle.Door("beginning", 1, 1))
    monkeypatch.setattr(throttle, "ARRIVING", throttle.Door("arriving", 1, 1))
    monkeypatch.setattr(throttle, "WRONG_LINK", throttle.Door("wrong-link", 1, 1))

    mine = [tus.announce(client, 9, key=key(1)).status_code for _ in range(3)]
    new = tus.announce(client, 9, key=key(2)).status_code
    guessed = [tus.announce(client, 9, token=f"x{n}").status_code for n in range(2)]

    assert mine == [201, 201, 429]
    assert new == 429
    assert guessed == [404, 429]


def test_what_is_kept_while_typing_counts_with_its_contribution(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttle, "TYPING", throttle.Door("typing", 1, 1))
    page = reverse("submissions:keep_typed")
    answers = [
        client.patch(page, f"key={key(n)}&story=Far").status_code for n in (1, 1, 1, 2)
    ]

    assert answers == [200, 200, 429, 200]

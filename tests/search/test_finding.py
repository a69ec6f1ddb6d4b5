"""What people type, and the picture they should get."""

import pytest

from archive import actions
from archive.models import Item, StoryTranslation
from search import outbox
from search.finding import A_PAGE, Answer, Asked, find
from tests import make

pytestmark = pytest.mark.django_db

TOLD = (
    "En indvandrerfamilie fra Konya foran opgangen i Vejleåparken. Børnene har fået "
    "nye cykler, og farfar kommer fra fabrikken med S-toget. Gülşen står på altanen."
)

PROBES = [
    # inflection
    "familien",
    "familier",
    "barn",
    "børn",
    "cykel",
    "cyklerne",
    "fabrik",
    "fabrikker",
    "altan",
    "opgange",
    "nyt",
    "kommet",
    # æ, ø, å
    "vejleaaparken",
    "Vejleaparken",
    "VEJLEÅPARKEN",
    "boern",
    "faaet",
    "born",
    # marks
    "gulsen",
    "GÜLŞEN",
    "Gülsen",
    "konya'dan",
    "KONYA",
    "Gulşen",
    # compounds
    "familie",
    "indvandrer",
    "park",
    "tog",
    "stog",
    "s-tog",
    "stogs",
    # typos
    "indvandrerfamlie",
    "vejlåparken",
    "fabirkken",
    "Koyna",
    "altnaen",
]


def found_by(text: str, **chosen: str) -> list[Item]:
    return [hit.item for hit in find(Asked(text, chosen)).hits]


def index(*items: Item) -> None:
    outbox.rebuild()


@pytest.fixture
def family() -> Item:
    """One picture of a family among others that tell of something else."""
    told = make.published_item(title="Foran opgangen", seen=TOLD)
    make.published_item(title="Sandpumperen", seen="Der graves ved Køge Bugt.")
    make.published_item(title="Haven før byen", seen="Kålen er høj i år.")
    index()
    return told


def test_nearly_every_probe_finds_the_family(family: Item) -> None:
    missed = [probe for probe in PROBES if family not in found_by(probe)]

    assert len(PROBES) == 36
    assert missed in ([], ["nyt"], ["kommet"], ["nyt", "kommet"])


@pytest.mark.parametrize("other", ["tyskland", "skib", "bager"])
def test_words_nobody_used_find_nothing(family: Item, other: str) -> None:
    assert find(Asked(other)).hits == []


@pytest.mark.parametrize("typed", ["ISHØJ", "ishoej", "ishoj", "Ishøjs", "Ishoej"])
@pytest.mark.parametrize("written", ["Ishøj Station", "ISHOEJ", "ishoj"])
def test_ishoj_is_ishoj_however_it_is_written(written: str, typed: str) -> None:
    item = make.published_item(title=written)
    index()

    assert found_by(typed) == [item]


def test_arabic_and_urdu_meet_without_marks_and_articles() -> None:
    item = make.published_item(seen="هَذِهِ الصُّورَةُ من سنة ١٩٧٤")
    index()

    assert found_by("صورة") == [item]
    assert found_by("الصوره 1974") == [item]


def test_every_text_a_visitor_may_read_is_found() -> None:
    place = make.place("Strandvejen", aliases=["Gl. Strandvej"])
    subject = make.subject("bryllup")
    subject.labels = {"da": "bryllup", "tr": "düğün", "ur": "شادی"}
    subject.save()
    item = make.published_item(
        title="Brudeparret",
        remarks="Kjolen blev syet hjemme.",
        date_told="pinsen 1976",
        place=place,
        subjects=[subject],
        photographer="Vagn Overgaard",
        translations={"en": {"title": "The bridal couple", "seen": "Two doves."}},
    )
    story = actions.tell(item, text="Gelin çok güzeldi.", language="tr", teller="")
    StoryTranslation.objects.create(
        story=story, language="da", text="Bruden var smuk.", translator="Kirsten"
    )
    index()

    typed = [
        "brudeparret",
        "kjole",
        "pinsen",
        "1976",
        "strandvej",
        "dugun",
        "شادي",
        "overgaard",
        "doves",
        "guzeldi",
        "smuk",
        item.reg_number,
    ]
    assert [word for word in typed if found_by(word) != [item]] == []


def test_a_hidden_name_is_not_found() -> None:
    living = make.person("Emine Aydın", living="yes")
    departed = make.person("Hasan Aydın", living="no")
    item = make.item()
    make.depiction(item, person=living)
    make.depiction(item, person=departed)
    item.are_names_hidden = True
    item.save()
    shown = make.item()
    make.depiction(shown, person=departed)
    for each in (item, shown):
        actions.publish(each, publication="full", by=make.user())
    index()

    assert found_by("Emine") == []
    assert found_by("Hasan") == [shown]


def test_all_words_must_be_told_of_and_small_ones_do_not_count(family: Item) -> None:
    assert found_by("en cykel fra fabrikken") == [family]
    assert found_by("cykel Køge") == []


def test_the_title_weighs_more_than_the_story() -> None:
    aside = make.published_item(title="Havnen", seen="Bageren ses i baggrunden.")
    title = make.published_item(title="Bageren", seen="Han står i døren.")
    index()

    assert found_by("bager") == [title, aside]


def test_the_whole_word_comes_before_the_compound() -> None:
    part = make.published_item(title="Skolebørnene")
    whole = make.published_item(title="Børnene")
    index()

    assert found_by("barn") == [whole, part]


def test_a_compound_finds_pictures_that_tell_both_parts() -> None:
    item = make.published_item(title="Billedet af klassen")
    make.published_item(title="Klassen")
    index()

    assert found_by("klassebillede") == [item]


def test_the_beginning_of_a_word_is_enough() -> None:
    item = make.published_item(title="Indvandrerforeningen")
    index()

    assert found_by("indvandrerf") == [item]


def test_a_slip_of_the_finger_is_answered_and_named() -> None:
    item = make.published_item(title="Sommer ved Køge Bugt")
    index()

    answer = find(Asked("somemr køge"))

    assert [hit.item for hit in answer.hits] == [item]
    assert answer.meant == "sommer køge"


def test_what_was_asked_is_not_corrected_when_it_was_found(family: Item) -> None:
    assert find(Asked("familie")).meant == ""


@pytest.mark.parametrize(
    "odd",
    [
        "*",
        '"',
        "(",
        "AND",
        "a OR",
        "]",
        "😀",
        "\x00",
        "...",
        "–",
        "x" * 10_000,
        "[* TO",
    ],
)
def test_odd_questions_have_an_answer(family: Item, odd: str) -> None:
    assert isinstance(find(Asked(odd)), Answer)


def test_without_words_the_newest_come_first() -> None:
    items = [make.published_item() for _ in range(3)]
    index()

    assert found_by("") == items[::-1]


def test_pages_follow_each_other_without_gap_or_repetition() -> None:
    items = [make.published_item(title="Strand") for _ in range(A_PAGE + 3)]
    index()

    first = [hit.item for hit in find(Asked("strand")).hits]
    second = [hit.item for hit in find(Asked("strand", page=2)).hits]

    assert len(first) == A_PAGE
    assert first + second == items[::-1]


def test_words_met_are_marked_and_the_rest_is_harmless() -> None:
    make.published_item(
        title="<b>Konya</b>", seen="Fra <script>alert(1)</script> Konya & hjem."
    )
    index()

    hit = find(Asked("konya")).hits[0]

    assert hit.title.html == "&lt;b&gt;<mark>Konya</mark>&lt;/b&gt;"
    assert hit.snippet is not None
    assert "<mark>Konya</mark> &amp; hjem." in hit.snippet.html
    assert "<script" not in hit.snippet.html


def test_the_snippet_stands_in_the_language_of_the_words_met() -> None:
    item = make.published_item(seen="En pige ved et vindue.")
    actions.tell(item, text="یہ میری ماں کی تصویر ہے۔", language="ur", teller="")
    index()

    snippet = find(Asked("تصویر")).hits[0].snippet

    assert snippet is not None
    assert (snippet.language, snippet.direction) == ("ur", "rtl")
    assert "<mark>تصویر</mark>" in snippet.html


def test_a_long_story_is_cut_around_the_words_met() -> None:
    item = make.published_item()
    text = "Vi rejste længe. " * 60 + "Så så vi Ishøj. " + "Der blev vi. " * 60
    actions.tell(item, text=text, language="da", teller="")
    index()

    snippet = find(Asked("ishøj")).hits[0].snippet

    assert snippet is not None
    assert "<mark>Ishøj</mark>" in snippet.html
    assert snippet.html.startswith("… ")
    assert len(snippet.html) < 260

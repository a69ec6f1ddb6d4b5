"""What families write about when, and what the archive makes of it."""

import csv
from datetime import date
from pathlib import Path

import pytest

from archive import dates
from archive.dates.feasts import RULES, days_of, easter, hijri
from archive.dates.languages import HEARD
from archive.dates.lexicon import WORDS, fold

TODAY = date(2026, 11, 24)
TABLE = Path(__file__).with_name("dates.csv").read_text(encoding="utf-8")
ROWS = list(csv.DictReader(TABLE.splitlines()))
HINTS = [*sorted(HEARD), "so"]


def read(told: str, language: str = "da") -> dates.UncertainDate | None:
    return dates.read(told, language, today=TODAY)


def edtf(told: str, language: str = "da") -> str:
    date = read(told, language)
    return date.edtf if date else ""


def known(text: str) -> dates.UncertainDate:
    date = dates.from_edtf(text)
    assert date is not None, text
    return date


@pytest.mark.parametrize(
    "row", ROWS, ids=lambda row: f"{row['language']} {row['told']}"
)
def test_the_agreed_phrases_are_understood_exactly(row: dict[str, str]) -> None:
    found = read(row["told"], row["language"])

    if not row["edtf"]:
        assert found is None
        return
    assert found == dates.UncertainDate(
        row["edtf"],
        date.fromisoformat(row["earliest"]) if row["earliest"] else None,
        date.fromisoformat(row["latest"]) if row["latest"] else None,
    )


TOLD = [
    ("da", "sommeren 75, før skolen begyndte", "1975-22"),
    ("da", "1974, tror jeg", "1974?"),
    ("da", "  SOMMEREN   1975 ", "1975-22"),
    ("da", "foraar 1976", "1976-21"),
    ("da", "det var vist nok i 1974", "1974?"),
    ("da", "billedet er taget i sommeren 1975", "1975-22"),
    ("da", "ca.1974", "1974~"),
    ("da", "1974 eller deromkring", "1974~"),
    ("da", "‘74", "1974"),
    ("da", "i 74", "1974"),
    ("da", "1974 eller 75", "[1974,1975]"),
    ("da", "1974, 1975 eller 1976", "[1974,1975,1976]"),
    ("da", "1974–75", "[1974..1975]"),
    ("da", "ca. 1974-75", "[1974~..1975~]"),
    ("da", "mellem 69 og 73", "[1969..1973]"),
    ("da", "efter 1969 og før 1973", "[1970..1972]"),
    ("da", "før ca. 1972", "[..1971~]"),
    ("da", "tidligst 1972", "[1972..]"),
    ("da", "1972 eller senere", "[1972..]"),
    ("da", "efter sommeren 1975", "[1975-09..]"),
    ("da", "før jul 1974", "[..1974-12-23]"),
    ("da", "juni, juli eller august 1975", "[1975-06,1975-07,1975-08]"),
    ("da", "3. eller 4. maj 1974", "[1974-05-03,1974-05-04]"),
    ("da", "6.-7. juni 1976", "[1976-06-06..1976-06-07]"),
    ("da", "fra maj 1974 til 1976", "[1974-05..1976-12]"),
    (
        "da",
        "efteråret 1973 eller foråret 1974",
        "[1973-09..1973-11,1974-03..1974-05]",
    ),
    ("da", "mellem oktober 1973 og maj 1974", "[1973-10..1974-05]"),
    ("da", "60'erne eller 70'erne", "[1960..1969,1970..1979]"),
    ("da", "de tidlige 70'ere", "[1970..1973]"),
    ("da", "sidst på sommeren 1975", "1975-08"),
    ("da", "vinteren 1970–71", "[1970-12..1971-02]"),
    ("da", "en sommer i 70'erne", "197X"),
    ("da", "1900-tallet", "19XX"),
    ("da", "lørdag d. 3. maj 74", "1974-05-03"),
    ("da", "5/1974", "1974-05"),
    ("da", "7/74", "1974-07"),
    ("da", "jun-jul 1978", "[1978-06..1978-07]"),
    ("da", "2. juledag 1978", "1978-12-26"),
    ("da", "Store Bededag 1976", "1976-05-14"),
    ("da", "skt. hans aften 1977", "1977-06-23"),
    ("da", "fastelavn 1976", "[1976-02-29..1976-03-01]"),
    ("da", "nytår 1974/75", "[1974-12-31..1975-01-01]"),
    ("da", "mellem jul og nytår 1974", "[1974-12-26..1974-12-31]"),
    ("da", "[1969..1973]", "[1969..1973]"),
    ("en", "sometime in the 70s", "197X"),
    ("en", "mid-1970s", "[1974..1976]"),
    ("en", "May 3rd, 1974", "1974-05-03"),
    ("en", "3/5/74", "[1974-03-05,1974-05-03]"),
    ("en", "5/13/74", "1974-05-13"),
    ("en", "I think it was 1974", "1974?"),
    ("en", "1974 or so", "1974~"),
    ("en", "New Year's Eve 1974", "1974-12-31"),
    ("en", "1900s", "19XX"),
    ("tr", "1974'te", "1974"),
    ("tr", "yetmişlerin başında", "[1970..1973]"),
    ("tr", "1969'dan 1973'e kadar", "[1969..1973]"),
    ("tr", "ARALIK 1974", "1974-12"),
    ("tr", "KIŞ 1974", "1974-24"),
    ("tr", "1979 Kurban Bayramı", "[1979-10-30..1979-11-06]"),
    ("tr", "Şeker Bayramı 1979", "[1979-08-23..1979-08-29]"),
    ("tr", "Mayıs veya Haziran 1974", "[1974-05,1974-06]"),
    ("tr", "Nevruz 1980", "1980-03-21"),
    ("ar", "حوالي ١٩٧٤", "1974~"),
    ("ar", "في صيف عام 1975", "1975-22"),
    ("ar", "السبعينات", "197X"),
    ("ar", "سبعينيات القرن الماضي", "197X"),
    ("ar", "قبل 1972", "[..1971]"),
    ("ar", "بعد سنة ١٩٧٢", "[1973..]"),
    ("ar", "بين ١٩٦٩ و١٩٧٣", "[1969..1973]"),
    ("ar", "عيد الأضحى ١٩٧٩", "[1979-10-30..1979-11-06]"),
    ("ar", "رمضان ١٩٧٨", "[1978-08-03..1978-09-05]"),
    ("ar", "٣ أيار ١٩٧٤", "1974-05-03"),
    ("ur", "تقریباً ۱۹۷۴", "1974~"),
    ("ur", "۱۹۷۵ کی گرمیاں", "1975-22"),
    ("ur", "ستر کی دہائی", "197X"),
    ("ur", "ستر کی دہائی کے آخر میں", "[1977..1979]"),
    ("ur", "۱۹۷۲ سے پہلے", "[..1971]"),
    ("ur", "۱۹۶۹ سے ۱۹۷۳ تک", "[1969..1973]"),
    ("ur", "بقر عید ۱۹۷۹", "[1979-10-30..1979-11-06]"),
    ("ur", "عید ۱۹۷۹", "[1979-08-23..1979-08-29,1979-10-30..1979-11-06]"),
    ("bs", "oko 1974", "1974~"),
    ("bs", "ljeto 1975", "1975-22"),
    ("bs", "sedamdesetih", "197X"),
    ("bs", "početkom 70-ih godina", "[1970..1973]"),
    ("bs", "prije 1972", "[..1971]"),
    ("bs", "od 1969 do 1973", "[1969..1973]"),
    ("bs", "između 1969 i 1973", "[1969..1973]"),
    ("bs", "3. 5. 1974. godine", "1974-05-03"),
    ("bs", "jul 1978", "1978-07"),
    ("da", "1975 yazı", "1975-22"),
    ("da", "صيف 1975", "1975-22"),
    ("so", "oko 1974", "1974~"),
]


@pytest.mark.parametrize(("language", "told", "expected"), TOLD)
def test_families_may_say_it_their_own_way(
    language: str, told: str, expected: str
) -> None:
    assert edtf(told, language) == expected


NO_DATES = """
telefon 43 57 19 72|blå bil|Vejlebrovej 45|B1974|B-1974|7 børn|kl. 19.30|19:30
lejlighed 1974 kr|1974 kr.|nr. 45|nr. 1974|31/2-74|29/2-75|1974-02-30|32. maj 1974
13/13/74|0/5-74|1974-13-01|1974-00|1974 1975|43571972|2635 Ishøj|1839|2099|1.974
1,974|19.30|12|7|maj|sommer|jul|maj 12|jul 24|24. december|3/5|3.5|-1974|1974-
1973-1969|mellem 1973 og 1969|69-43|70 år|8 år|jeg var 8 år|45b|12c|45A|1974b|197
19745|0|1905-12|1-2-3|1974, nej 1975|1974, eller året efter|1974, men måske senere
1974, et år senere|1974, nej det passer ikke|sommeren 75, eller foråret
1974, 2 børn|før|efter|ca.|?|...|mellem 1969|eller 1970|1974 eller|1974 eller blå
for 50 år siden|i fjor|da vi flyttede ind|efter krigen|konfirmation 1974
sommeren 1976/79|1975'erne|74 yıl|70 years|70 godina|٧٤ سنة|۷۰ سال|i|og|1974²|f. 1972
19 74|50%|5 af 74|midt i slutningen af 1974|00'erne|10|1974 & 1975|sommer-lejr 1974
"""


@pytest.mark.parametrize("language", HINTS)
@pytest.mark.parametrize("told", NO_DATES.replace("\n", "|").strip("|").split("|"))
def test_what_is_no_date_is_not_guessed(told: str, language: str) -> None:
    assert read(told, language) is None


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("da", "[1978-12-24..1978-12-26]"),
        ("en", "1978-07"),
        ("bs", "1978-07"),
        ("tr", ""),
        ("ur", ""),
    ],
)
def test_jul_is_christmas_in_danish_and_july_in_english(
    language: str, expected: str
) -> None:
    assert edtf("jul 1978", language) == expected


def test_no_word_means_different_things_in_different_languages() -> None:
    spelt = {word for book in WORDS.values() for word in book}

    clashes = {
        word
        for word in spelt
        if len({book[word] for book in WORDS.values() if word in book}) > 1
    }

    assert clashes == set()


def test_years_end_with_this_one_and_two_figures_are_last_century() -> None:
    assert edtf("2026") == "2026"
    assert edtf("2027") == ""
    assert edtf("sommeren 26") == "1926-22"


SAYS = [
    ("1974~", "ca. 1974"),
    ("1974?", "måske 1974"),
    ("1974%", "måske ca. 1974"),
    ("1975-22", "sommeren 1975"),
    ("1976-24", "vinteren 1976"),
    ("[1976-12..1977-02]", "vinteren 1976-77"),
    ("197X", "i 1970'erne"),
    ("197X~", "ca. 1970'erne"),
    ("19XX", "1900-tallet"),
    ("[1970..1973]", "begyndelsen af 1970'erne"),
    ("[1984..1986]", "midten af 1980'erne"),
    ("[1967..1969]", "slutningen af 1960'erne"),
    ("[..1971]", "før 1972"),
    ("[..1971~]", "før ca. 1972"),
    ("[1973..]", "efter 1972"),
    ("[..1974-05-02]", "før 3. maj 1974"),
    ("[1969..1973]", "mellem 1969 og 1973"),
    ("[1974~..1975~]", "ca. 1974–1975"),
    ("[1969,1970]", "1969 eller 1970"),
    ("[1974-05,1974-06]", "maj eller juni 1974"),
    ("[1974-05-03,1974-05-04]", "3. eller 4. maj 1974"),
    ("[1976-06-06..1976-06-07]", "6.–7. juni 1976"),
    ("[1979-10-30..1979-11-06]", "30. oktober – 6. november 1979"),
    ("[1974-05-11..1974-05-20]", "midt i maj 1974"),
    ("[1974-01..1974-04]", "januar–april 1974"),
    ("[1973-10..1974-05]", "mellem oktober 1973 og maj 1974"),
    ("[1973-09..1973-11,1974-03..1974-05]", "efteråret 1973 eller foråret 1974"),
    ("1974-05-03", "3. maj 1974"),
    ("1974-05", "maj 1974"),
]


@pytest.mark.parametrize(("text", "said"), SAYS)
def test_a_date_says_itself_in_danish(text: str, said: str) -> None:
    assert known(text).say("da") == said


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "1974~", "around 1974"),
        ("en", "[1967..1969]", "the late 1960s"),
        ("en-gb", "197X", "the 1970s"),
        ("tr", "[..1971]", "1972'den önce"),
        ("tr", "[..1973]", "1974'ten önce"),
        ("tr", "[1981..]", "1980'den sonra"),
        ("tr", "[1961..]", "1960'tan sonra"),
        ("tr", "196X", "1960'lar"),
        ("tr", "[1967..1969]", "1960'ların sonu"),
        ("tr", "[1970..1973]", "1970'lerin başı"),
        ("tr", "1975-22", "1975 yazı"),
        ("ar", "1974%", "ربما حوالي ١٩٧٤"),
        ("ar", "197X", "السبعينيات"),
        ("ar", "[1969..1973]", "بين ١٩٦٩ و١٩٧٣"),
        ("ur", "1974~", "تقریباً ۱۹۷۴"),
        ("ur", "[..1971]", "۱۹۷۲ سے پہلے"),
        ("ur", "1975-22", "۱۹۷۵ کی گرمیاں"),
        ("so", "1975-22", "sommeren 1975"),
    ],
)
def test_a_date_says_itself_in_the_other_languages(
    language: str, text: str, said: str
) -> None:
    assert known(text).say(language) == said


@pytest.mark.parametrize(
    ("language", "text", "explained"),
    [
        ("da", "1975-22", "juni, juli eller august 1975"),
        ("da", "1974~", "1. januar 1972 – 31. december 1976"),
        ("da", "1974", "1. januar – 31. december 1974"),
        ("da", "1974-05", "1.–31. maj 1974"),
        ("da", "1974-05-03", "3. maj 1974"),
        ("da", "[..1971]", "til og med 31. december 1971"),
        ("da", "[1973..]", "fra og med 1. januar 1973"),
        ("da", "[1969,1970]", "1. januar 1969 – 31. december 1970"),
        ("da", "[1974-03-05,1974-05-03]", "5. marts 1974 eller 3. maj 1974"),
        ("en", "1976-24", "1 December 1975 – 28 February 1977"),
        ("tr", "[..1971]", "31 Aralık 1971 tarihine kadar"),
        ("ar", "1974~", "من ١ يناير ١٩٧٢ إلى ٣١ ديسمبر ١٩٧٦"),
        ("ur", "1975-22", "جون، جولائی یا اگست ۱۹۷۵"),
    ],
)
def test_a_date_explains_which_days_it_can_be(
    language: str, text: str, explained: str
) -> None:
    assert known(text).explain(language) == explained


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        (date(1974, 1, 1), date(1974, 12, 31), "1974"),
        (date(1970, 1, 1), date(1979, 12, 31), "197X"),
        (date(1900, 1, 1), date(1999, 12, 31), "19XX"),
        (date(1974, 5, 1), date(1974, 5, 31), "1974-05"),
        (date(1974, 5, 3), date(1974, 5, 3), "1974-05-03"),
        (date(1975, 6, 1), date(1975, 8, 31), "1975-22"),
        (date(1969, 1, 1), date(1973, 12, 31), "[1969..1973]"),
        (date(1974, 1, 1), date(1974, 4, 30), "[1974-01..1974-04]"),
        (date(1974, 5, 3), date(1974, 12, 31), "[1974-05-03..1974-12-31]"),
        (None, date(1971, 12, 31), "[..1971]"),
        (date(1973, 5, 1), None, "[1973-05..]"),
        (None, None, None),
        (date(1974, 5, 3), date(1974, 5, 2), None),
    ],
)
def test_an_archivists_span_becomes_the_simplest_date(
    earliest: date | None, latest: date | None, expected: str | None
) -> None:
    found = dates.from_span(earliest, latest)

    assert (found.edtf if found else None) == expected
    assert found is None or (found.earliest, found.latest) == (earliest, latest)


@pytest.mark.parametrize(("age", "born"), [(8, 99_999), (-2000, 1967)])
def test_an_age_outside_history_is_no_date(age: int, born: int) -> None:
    with pytest.raises(ValueError, match="year"):
        dates.from_age(age, born)


def test_an_age_and_a_year_of_birth_make_an_approximate_year() -> None:
    assert dates.from_age(8, 1967) == known("1975~")


@pytest.mark.parametrize(
    "text",
    [
        *("", "1974-13", "1974-02-30", "1974-25", "197", "74", "[1974]", "[..]", "[]"),
        *(
            "[1973..1969]",
            "[1974..1974]",
            "1969/1973",
            "[1969~..1973]",
            "[1969,..1971]",
        ),
        *("197X-05", "1974!", "١٩٧٤", "[1970,1969]", "[1969,1969]", "0974", "9999999"),
    ],
)
def test_edtf_that_this_archive_never_writes_is_refused(text: str) -> None:
    assert dates.from_edtf(text) is None


def test_feasts_fall_on_their_known_days() -> None:
    assert easter(1976) == date(1976, 4, 18)
    assert easter(2000) == date(2000, 4, 23)
    assert hijri(1400, 1, 1) == date(1979, 11, 21)
    assert len(days_of("eid al-fitr", 2000)) == 2


def test_every_feast_a_language_knows_has_a_rule() -> None:
    heard = {feast for language in HEARD.values() for feast in language.feasts}

    assert heard <= set(RULES)


def test_folding_sees_one_letter_where_people_type_many() -> None:
    assert fold("ARALIK") == fold("aralık")
    assert fold("Şubat’ta") == "subat'ta"
    assert fold("۱۹۷۴ – ١٩٧٤") == "1974 - 1974"
    assert fold("الأضحى") == fold("الاضحي")

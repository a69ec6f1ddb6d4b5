"""How words meet: a table of what people write and what the archive says."""

import pytest

from search.language import Vocabulary, fold, hyphenated, stem, terms, words

SAME_WORD = [
    # inflection
    ("familien", "familie"),
    ("familierne", "familie"),
    ("børnene", "barn"),
    ("børns", "barnet"),
    ("mændene", "mand"),
    ("bøgerne", "bog"),
    ("byen", "by"),
    ("søstre", "søster"),
    ("fødderne", "fod"),
    ("cykler", "cykel"),
    ("fabrikkerne", "fabrik"),
    ("husets", "hus"),
    ("arbejderne", "arbejder"),
    ("moskeen", "moské"),
    # æ, ø, å as people type them
    ("ISHØJ", "ishoej"),
    ("Ishøj", "ishoj"),
    ("Ishoej", "ishoj"),
    ("Vejleåparken", "vejleaaparken"),
    ("Vejleåparken", "vejleaparken"),
    ("Køge", "koege"),
    ("æbletræ", "aebletrae"),
    # marks and other alphabets
    ("Gülşen", "gulsen"),
    ("YILMAZ", "yilmaz"),
    ("Yılmaz", "yilmaz"),
    ("İstanbul", "istanbul"),
    ("Özgür", "ozgur"),
    ("Konya’dan", "konya"),
    ("صُورَة", "صوره"),
    ("الصورة", "صورة"),
    ("أحمد", "احمد"),
    ("تصویر", "تصوير"),
    ("لڑکی", "لڑكي"),
    ("١٩٧٤", "1974"),
    ("۱۹۷۴", "1974"),
    # spelling with and without a hyphen
    ("s-tog", "stog"),
    ("S-toget", "stogs"),
    ("1970’erne", "1970"),
    ("1970erne", "1970"),
]

HOLDS = [
    ("indvandrerfamilie", "familie"),
    ("indvandrerfamilierne", "familier"),
    ("skolebørn", "barn"),
    ("gæstearbejderen", "arbejder"),
    ("bryllupsbilleder", "bryllup"),
    ("kolonihave", "have"),
    ("klassebilledet", "klasse"),
    ("s-togsstation", "station"),
    ("indvandrerkvindeforening", "kvinde"),
]

OTHER_WORD = [
    ("mor", "mur"),
    ("mand", "mandag"),
    ("søndag", "sø"),
    ("station", "stationær"),
    ("kone", "kone-bror"),
    ("1974", "1975"),
]


def met(text: str) -> set[str]:
    return {term.text for token in words(text) for term in terms(token.word)}


@pytest.mark.parametrize(("written", "asked"), SAME_WORD)
def test_forms_of_one_word_meet(written: str, asked: str) -> None:
    assert met(written) & met(asked)


@pytest.mark.parametrize(("compound", "part"), HOLDS)
def test_a_compound_is_found_by_its_parts(compound: str, part: str) -> None:
    parts = set(Vocabulary(["indvandrer", "koloni", "bryllup"]).parts(compound))
    for piece in hyphenated(compound):
        parts |= set(Vocabulary().parts(piece))

    assert parts & met(part)


@pytest.mark.parametrize(("one", "other"), OTHER_WORD)
def test_different_words_stay_apart(one: str, other: str) -> None:
    parts = set(Vocabulary().parts(other))

    assert not met(one) & (met(other) | parts)


def test_the_exact_spelling_weighs_more_than_the_bare_one() -> None:
    full, slim = terms("Ishøj")

    assert full.text == "ishoej"
    assert slim.text == "ishoj"
    assert full.weight > slim.weight


def test_the_vocabulary_opens_compounds_with_the_archives_own_words() -> None:
    plain = Vocabulary()
    learned = Vocabulary(["simit"])

    assert plain.parts("morgensimit") == ()
    assert learned.parts("morgensimit")[0] == stem("simit")


@pytest.mark.parametrize("odd", ["", "***", "(((", '"', "😀😀", "\x00", "ـ", "-" * 50])
def test_signs_are_no_words(odd: str) -> None:
    assert list(words(odd)) == []


def test_very_long_words_are_folded_like_others() -> None:
    assert fold("Ø" * 10_000) == "oe" * 10_000

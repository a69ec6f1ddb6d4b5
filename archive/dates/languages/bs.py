"""Bosnian, Croatian and Serbian in Latin letters: heard, not spoken."""

from archive.dates.vocabulary import Heard, Kind

TENS = ("dvadeset", "trideset", "četrdeset", "pedeset")
MORE_TENS = ("šezdeset", "sedamdeset", "osamdeset", "devedeset")


def _cases(*names: str) -> str:
    """A month in the cases a date uses: “maj, maja, maju”."""
    forms = []
    for name in names:
        stem = name[:-3] + "r" if name.endswith("bar") else name
        stem = stem.removesuffix("i")
        forms += [name, stem + "a", stem + "u", stem + "om"]
    return "|".join(forms)


def _decade(word: str) -> str:
    forms = [word + ending for ending in ("ih", "e", "im", "ima", "te", "tih")]
    return "|".join([*forms, *(f"{form} godin{end}" for form in forms for end in "ae")])


HEARD = Heard(
    months=(
        _cases("januar", "jan") + "|siječanj|siječnja|siječnju",
        _cases("februar", "feb") + "|veljača|veljače|veljači",
        _cases("mart") + "|ožujak|ožujka|ožujku",
        _cases("april") + "|travanj|travnja|travnju",
        _cases("maj") + "|svibanj|svibnja|svibnju",
        _cases("juni", "jun") + "|lipanj|lipnja|lipnju",
        "juli|jula|julu|srpanj|srpnja|srpnju",
        _cases("august", "avgust", "avg") + "|kolovoz|kolovoza|kolovozu",
        _cases("septembar", "sept") + "|rujan|rujna|rujnu",
        _cases("oktobar", "okt") + "|listopad|listopada|listopadu",
        _cases("novembar", "nov") + "|studeni|studenog|studenom|studenoga",
        _cases("decembar", "dec") + "|prosinac|prosinca|prosincu",
    ),
    seasons=(
        "proljeće|proljeća|proljeću|proleće|proleća|proljece|prolece|u proljeće",
        "ljeto|ljeta|ljetu|ljeti|leto|leta|letu|leti",
        "jesen|jeseni|s jeseni",
        "zima|zime|zimi|zimu",
    ),
    feasts={
        "christmas": "božić|božića|božiću",
        "new year": "nova godina|novu godinu|nove godine",
        "easter": "uskrs|uskrsa|uskrsu",
        "summer holiday": "ljetni raspust|ljetnji raspust|letnji raspust"
        "|ljetni praznici",
        "nowruz": "nevruz",
        "ramadan": "ramazan|ramazana|ramazanu",
        "eid al-fitr": "ramazanski bajram|ramazanskog bajrama|mali bajram",
        "eid al-adha": "kurban bajram|kurbanski bajram|kurban bajrama|veliki bajram"
        "|hadžijski bajram",
        "eid": "bajram|bajrama|bajramu",
        "mawlid": "mevlud",
    },
    parts=(
        "početak|početkom|početka|početkom godine|rane|ranih|na početku|početku",
        "sredina|sredinom|sredine|sredini|u sredini|polovinom",
        "kraj|krajem|kraja|kraju|kasne|kasnih|potkraj",
    ),
    decades={
        1920 + 10 * n: _decade(word) for n, word in enumerate((*TENS, *MORE_TENS))
    },
    words={
        Kind.FILLER: "u|na|god|snimljeno|slikano|slika|fotografija|negdje|nekad"
        "|nekada|tokom|bilo je|bila je|to je bilo|je|ponedjeljak|utorak|srijeda"
        "|četvrtak|petak|subota|nedjelja|mjesec|mjeseca",
        Kind.YEAR_WORD: "godine|godina|godinu|godini|g",
        Kind.ABOUT: "oko|otprilike|cca|približno|negdje oko|okvirno|tamo oko",
        Kind.MAYBE: "možda|vjerovatno|verovatno|vjerojatno|valjda|mislim|mislim da je"
        "|moguće|nisam siguran|nisam sigurna|čini mi se",
        Kind.BEFORE: "prije|pre|ranije od",
        Kind.AFTER: "poslije|posle|nakon|iza|kasnije od",
        Kind.UNTIL: "do|najkasnije|najkasnije do|sve do",
        Kind.UNTIL_IT: "ili prije|ili ranije|ili pre",
        Kind.SINCE: "od|najranije|počev od|još od",
        Kind.SINCE_IT: "ili kasnije|ili poslije|ili posle|nadalje|pa nadalje",
        Kind.BETWEEN: "između|izmedju|negdje između",
        Kind.OR: "ili|ili možda",
        Kind.DECADE_AFTER: "ih|tih|ih godina|tih godina|desetih",
        Kind.NTH_CENTURY: "vijek|vijeka|vijeku|vek|veka|veku|stoljeće|stoljeća",
        Kind.NOT: "ne|nije|nego|ali|no|nisam|kasnije|ranije",
    },
    suffixes={Kind.DECADE_AFTER: "ih|tih|ih godina|tih godina|ih godine"},
)

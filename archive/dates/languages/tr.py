"""Turkish."""

from archive.dates.vocabulary import Heard, Kind, Voice

MONTHS = (
    *("Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran"),
    *("Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık"),
)
CASES = ("", "ı", "i", "ta", "te", "da", "de", "ın", "in", "ında", "inde", " ayı")
FROM = ("den", "dan", "ten", "tan")
# A number's suffix follows the sound of its last spoken word.
UNITS_FROM = ("", "den", "den", "ten", "ten", "ten", "dan", "den", "den", "dan")
TENS_FROM = ("den", "dan", "den", "dan", "tan", "den", "tan", "ten", "den", "dan")
TENS_PLURAL = ("ler", "lar", "ler", "lar", "lar", "ler", "lar", "ler", "ler", "lar")
DECADES = ("yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")
DECADE_ENDINGS = (
    *("ler", "lerde", "lerin", "leri", "li yıllar", "li yıllarda", "li yılların"),
    *("lar", "larda", "ların", "ları", "lı yıllar", "lı yıllarda", "lı yılların"),
    *("lu yıllar", "lu yıllarda", "lü yıllar", "lü yıllarda"),
    *("lu yılların", "lü yılların", "lerden", "lardan"),
)


def _months() -> tuple[str, ...]:
    """Every month in the cases a date uses; “Ekim'in”, “Aralığı” fold to these."""
    forms = []
    for month in MONTHS:
        soft = month[:-1] + "ğ" if month.endswith("k") else month
        cases = [month + case for case in CASES]
        cases += [month + " ayında", month + "ta", month + "un", month + "u"]
        cases += [soft + case for case in ("ı", "ın", "ında")]
        forms.append("|".join(cases))
    return tuple(forms)


def _before(words: str) -> str:
    """“'den önce” with each shape of the suffix."""
    return "|".join(f"{end} {word}" for word in words.split("|") for end in FROM)


def _from_suffix(text: str) -> str:
    """“1972” becomes “1972'den”: the suffix that its last figure asks for."""
    number = int(text[-4:])
    if number % 10:
        return f"{text}'{UNITS_FROM[number % 10]}"
    return f"{text}'{TENS_FROM[number // 10 % 10]}"


def _decade(year: int) -> str:
    return f"{year}'{TENS_PLURAL[year // 10 % 10]}"


def _of_decade(year: int) -> str:
    decade = _decade(year)
    return f"{decade}ın" if decade.endswith("lar") else f"{decade}in"


HEARD = Heard(
    months=_months(),
    seasons=(
        (
            "ilkbahar|ilkbaharı|ilkbaharında|ilkbaharda|ilkbaharın|bahar|baharı|baharında"
            "|baharda|ilk bahar"
        ),
        "yaz|yazı|yazın|yazında|yazının|yazları|yaz mevsimi",
        (
            "sonbahar|sonbaharı|sonbaharında|sonbaharda|sonbaharın|son bahar|güz|güzü"
            "|güzünde|güzün"
        ),
        "kış|kışı|kışın|kışında|kışının|kış mevsimi",
    ),
    feasts={
        "christmas": "noel|noelde|noeli",
        "new year": "yılbaşı|yılbaşında|yeni yıl",
        "new year's eve": "yılbaşı gecesi|yılbaşı akşamı",
        "easter": "paskalya",
        "summer holiday": "yaz tatili|yaz tatilinde",
        "nowruz": "nevruz|newroz|nevruzda|nevruz bayramı",
        "children's day": "çocuk bayramı|23 nisan bayramı|ulusal egemenlik bayramı",
        "republic day": "cumhuriyet bayramı|cumhuriyet bayramında",
        "victory day": "zafer bayramı|zafer bayramında",
        "ramadan": "ramazan|ramazanda|ramazanı|ramazan ayı|ramazan ayında",
        "eid al-fitr": "ramazan bayramı|ramazan bayramında|şeker bayramı"
        "|şeker bayramında",
        "eid al-adha": "kurban bayramı|kurban bayramında|kurban|büyük bayram",
        "eid": "bayram|bayramda|bayramı|bayramında",
        "mawlid": "mevlid|mevlit kandili|mevlid kandili",
        "ashura": "aşure|aşure günü",
    },
    parts=(
        "başı|başında|başları|başlarında|başlangıcı|başlangıcında|erken|ilk yılları",
        "ortası|ortasında|ortaları|ortalarında",
        "sonu|sonunda|sonları|sonlarında|geç|son yılları",
    ),
    decades={
        1920 + 10 * n: "|".join(word + ending for ending in DECADE_ENDINGS)
        for n, word in enumerate(DECADES)
    },
    words={
        Kind.FILLER: "tarihinde|tarihi|yılında|yılı|yılının|senesinde|senesi|günü"
        "|çekildi|çekilmiş|çekilen|bir ara|fotoğraf|resim|mevsimi|pazartesi|salı"
        "|çarşamba|perşembe|cuma|cumartesi|pazar|bir|idi",
        Kind.YEAR_WORD: "yıl|sene",
        Kind.ABOUT: "yaklaşık|yaklaşık olarak|civarı|civarında|civarları|takriben"
        "|dolaylarında|dolayları|sıralarında|sıraları|sularında|aşağı yukarı"
        "|tahminen|gibi|etrafında",
        Kind.MAYBE: "belki|belki de|galiba|sanırım|herhalde|muhtemelen|olabilir"
        "|olmalı|sanıyorum|zannedersem|emin değilim|tam emin değilim|büyük ihtimalle",
        Kind.BEFORE_IT: "öncesi|öncesinde|önce|evvel|"
        + _before("önce|evvel|önceki|önceleri|daha önce"),
        Kind.AFTER_IT: "sonrası|sonrasında|sonra|"
        + _before("sonra|sonraki|daha sonra"),
        Kind.UNTIL_IT: "a kadar|e kadar|ya kadar|ye kadar|veya öncesi"
        "|ya da öncesi|veya daha önce|ya da daha önce",
        Kind.UNTIL: "en geç",
        Kind.SINCE: "en erken",
        Kind.SINCE_IT: "veya sonrası|ya da sonrası|veya daha sonra|ya da daha sonra|"
        + _before("beri|bu yana|itibaren"),
        Kind.BETWEEN_THEM: "arası|arasında|arasındaki|aralarında|yılları arası"
        "|yılları arasında",
        Kind.AND: "ile|ve",
        Kind.OR: "veya|ya da|yahut|veyahut",
        Kind.NTH_CENTURY: "yüzyıl|yüzyılda|yy",
        Kind.DECADE_AFTER: "|".join(DECADE_ENDINGS),
        Kind.NOT: "değil|hayır|ama|fakat|yok",
    },
    suffixes={
        Kind.FILLER: "de|da|te|ta|deki|daki|teki|taki|in|ın|un|ün|nin|nın|nun|nün|si"
        "|sı",
        Kind.TO: "|".join(FROM),
        Kind.SINCE_IT: _before("beri|bu yana|itibaren"),
        Kind.DECADE_AFTER: "|".join(DECADE_ENDINGS),
        Kind.BEFORE_IT: _before("önce|evvel|önceki|daha önce"),
        Kind.AFTER_IT: _before("sonra|sonraki|daha sonra"),
        Kind.UNTIL_IT: "a kadar|e kadar|ya kadar|ye kadar|e dek|a dek",
        Kind.ORDINAL: "inci|ıncı|uncu|üncü|nci|ncı",
    },
)

VOICE = Voice(
    months=MONTHS,
    seasons=("{y} ilkbaharı", "{y} yazı", "{y} sonbaharı", "{y} kışı"),
    winter="{y}-{short} kışı",
    decade=_decade,
    decade_alone="{x}",
    decade_parts=("{x} başı", "{x} ortası", "{x} sonu"),
    month_parts=("{x} başı", "{x} ortası", "{x} sonu"),
    century=lambda number: f"{number}. yüzyıl",
    day="{d} {m} {y}",
    day_of_month="{d} {m}",
    days="{a}–{b} {m} {y}",
    about="yaklaşık {x}",
    maybe="belki {x}",
    before="{bent} önce",
    after="{bent} sonra",
    between="{a} ile {b} arası",
    comma=", ",
    either=" veya ",
    until="{x} tarihine kadar",
    since="{x} tarihinden itibaren",
    span="{a} – {b}",
    of_decade=_of_decade,
    bend=_from_suffix,
)

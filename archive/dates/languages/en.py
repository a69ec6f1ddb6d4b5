"""English."""

from archive.dates.vocabulary import Heard, Kind, Voice

DECADES = ("twenties", "thirties", "forties", "fifties", "sixties", "seventies")


def _century(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"the {number}{'th' if number in {11, 12, 13} else ending} century"


HEARD = Heard(
    months=(
        "january|jan",
        "february|feb",
        "march|mar",
        "april|apr",
        "may",
        "june|jun",
        "july",
        "august|aug",
        "september|sep|sept",
        "october|oct",
        "november|nov",
        "december|dec",
    ),
    seasons=(
        "spring|springtime",
        "summer|summertime|midsummer",
        "autumn|fall",
        "winter|wintertime",
    ),
    feasts={
        "christmas": "christmas|xmas|christmas time|christmastime",
        "christmas eve": "christmas eve|xmas eve",
        "christmas day": "christmas day|xmas day",
        "boxing day": "boxing day",
        "christmas to new year": "between christmas and new year"
        "|between christmas and new years",
        "new year": "new year|new years|turn of the year",
        "new year's eve": "new years eve|new year eve",
        "new year's day": "new years day|new year day",
        "carnival": "shrovetide|carnival",
        "palm sunday": "palm sunday",
        "maundy thursday": "maundy thursday",
        "good friday": "good friday",
        "easter": "easter|easter time",
        "easter sunday": "easter sunday|easter day",
        "easter monday": "easter monday",
        "ascension": "ascension|ascension day",
        "pentecost": "pentecost|whitsun|whitsuntide",
        "whit sunday": "whit sunday",
        "whit monday": "whit monday",
        "midsummer": "st johns eve|saint johns eve|midsummer eve|midsummers eve",
        "summer holiday": "summer holiday|summer holidays|summer vacation"
        "|school holidays|summer break",
        "nowruz": "nowruz|nawruz|newroz|nauruz",
        "ramadan": "ramadan|ramadhan|ramazan|ramzan",
        "eid al-fitr": "eid al fitr|eid ul fitr|eid el fitr|id al fitr|id ul fitr"
        "|eidul fitr|eid alfitr|eid fitr|small eid|chhoti eid|choti eid|meethi eid",
        "eid al-adha": "eid al adha|eid ul adha|eid el adha|eid ul azha|eid al azha"
        "|id al adha|id ul adha|id ul azha|eidul adha|eidul azha|bakra eid|bakr eid"
        "|bakrid|baqr eid|big eid|bari eid|feast of sacrifice|eid e qurban"
        "|eid adha",
        "eid": "eid|eed|id",
        "mawlid": "mawlid|milad|milad un nabi|eid milad un nabi|mawlid al nabi",
        "ashura": "ashura|ashoora",
        "pakistan day": "pakistan day",
        "pakistan's independence": "pakistan independence day|pakistans independence day",
    },
    parts=(
        (
            "early|early in|beginning|beginning of|the beginning of|start of|the start of"
            "|early part of"
        ),
        "mid|middle|middle of|the middle of|midway through",
        "late|late in|end|end of|the end of|latter part of|later",
    ),
    decades={1920 + 10 * n: f"{d}|nineteen {d}" for n, d in enumerate(DECADES)}
    | {1980: "eighties|nineteen eighties", 1990: "nineties|nineteen nineties"},
    centuries={
        1800: "nineteenth century",
        1900: "twentieth century|last century",
        2000: "twenty first century",
    },
    words={
        Kind.FILLER: "in|the|of|on|at|taken|taken in|it was|it is|its|was|is|it"
        "|sometime|some time|sometime in|during|photo|photograph|picture|from|dated"
        "|somewhere|either|back in|one|a|year of|monday|tuesday"
        "|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|sun",
        Kind.YEAR_WORD: "year|the year|years|the years",
        Kind.ABOUT: "circa|ca|c|about|around|approximately|approx|roughly|or so"
        "|thereabouts|or thereabouts|near|nearly|some time around|sometime around"
        "|give or take|ish",
        Kind.MAYBE: "maybe|perhaps|possibly|probably|likely|presumably|i think"
        "|i believe|we think|we believe|i guess|it may be|may be|might be|it might be"
        "|could be|it could be|must be|it must be|must have been|it must have been"
        "|not sure|im not sure|uncertain|unsure|as far as i know"
        "|as far as i remember|if i remember right|if i remember rightly",
        Kind.BEFORE: "before|prior to|earlier than|pre|older than",
        Kind.AFTER: "after|later than|post",
        Kind.UNTIL: "until|till|up to|by|no later than|not later than|not after"
        "|in or before|on or before",
        Kind.UNTIL_IT: "or earlier|or before|and earlier|at the latest",
        Kind.SINCE: "since|not before|no earlier than|not earlier than|in or after"
        "|on or after|from at least",
        Kind.SINCE_IT: "or later|or after|onwards|onward|and later"
        "|and onwards|at the earliest",
        Kind.BETWEEN: "between|in between|somewhere between|sometime between"
        "|some time between",
        Kind.AND: "and",
        Kind.OR: "or",
        Kind.TO: "to|through|thru",
        Kind.NTH_CENTURY: "century",
        Kind.DECADE_AFTER: "s|decade",
        Kind.NOT: "not|no|never|but|earlier|afterwards|wasnt|isnt|dont",
    },
    suffixes={
        Kind.ORDINAL: "st|nd|rd|th",
        Kind.DECADE_AFTER: "s",
        Kind.ABOUT: "ish",
    },
)

VOICE = Voice(
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    seasons=("spring {y}", "summer {y}", "autumn {y}", "winter {y}"),
    winter="winter {y}–{short}",
    decade=lambda year: f"{year}s",
    decade_alone="the {x}",
    decade_parts=("the early {x}", "the mid-{x}", "the late {x}"),
    month_parts=("early {x}", "mid-{x}", "late {x}"),
    century=_century,
    day="{d} {m} {y}",
    day_of_month="{d} {m}",
    days="{a}–{b} {m} {y}",
    about="around {x}",
    maybe="maybe {x}",
    before="before {x}",
    after="after {x}",
    between="between {a} and {b}",
    comma=", ",
    either=" or ",
    until="up to {x}",
    since="from {x} on",
    span="{a} – {b}",
)

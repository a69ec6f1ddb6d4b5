"""Danish."""

from archive.dates.vocabulary import Heard, Kind, Voice

HEARD = Heard(
    months=(
        "januar|jan",
        "februar|feb",
        "marts|mar",
        "april|apr",
        "maj",
        "juni|jun|forsommer|forsommeren",
        "juli",
        "august|aug|sensommer|sensommeren",
        "september|sep|sept",
        "oktober|okt",
        "november|nov",
        "december|dec",
    ),
    seasons=(
        "forår|foråret|forårs",
        "sommer|sommeren|sommers|højsommer|højsommeren",
        "efterår|efteråret|efterårs",
        "vinter|vinteren|vinters",
    ),
    feasts={
        "christmas": "julen|juletid|juletiden|juledagene|højtiden jul",
        "christmas eve": "juleaften|juleaftensdag|jule aften",
        "christmas day": "juledag",
        "christmas to new year": "mellem jul og nytår|imellem jul og nytår",
        "new year": "nytår|nytåret|årsskiftet",
        "new year's eve": "nytårsaften|nytårs aften",
        "new year's day": "nytårsdag",
        "carnival": "fastelavn|fastelavnen",
        "palm sunday": "palmesøndag",
        "maundy thursday": "skærtorsdag",
        "good friday": "langfredag",
        "easter": "påske|påsken|påskeferien|påskeferie",
        "easter sunday": "påskedag|påskesøndag",
        "easter monday": "påskemandag",
        "prayer day": "store bededag|storebededag",
        "ascension": "kristi himmelfart|kristi himmelfartsdag|kr himmelfartsdag",
        "pentecost": "pinse|pinsen",
        "whit sunday": "pinsedag|pinsesøndag",
        "whit monday": "pinsemandag",
        "constitution day": "grundlovsdag",
        "midsummer": "sankthans|sankt hans|skt hans|sct hans|st hans|sanktehans"
        "|sankthansaften|sankt hans aften|skt hans aften|sct hans aften",
        "lucia": "luciadag|lucia",
        "martinmas": "mortensaften|mortens aften",
        "summer holiday": "sommerferie|sommerferien|skolernes sommerferie",
        "autumn holiday": "efterårsferie|efterårsferien|kartoffelferie|kartoffelferien",
    },
    parts=(
        (
            "begyndelsen|begyndelsen af|starten af|starten|først i|først på|tidligt i"
            "|tidligt på|tidlig|primo|de tidlige|tidlige|i starten af|i begyndelsen af"
        ),
        "midt i|midten af|midten|midt på|medio|midt",
        (
            "slutningen|slutningen af|sidst i|sidst på|sent i|sent på|ultimo|de sene"
            "|i slutningen af|enden af"
        ),
    ),
    decades={
        1920: "tyverne",
        1930: "trediverne|tredverne",
        1940: "fyrrerne",
        1950: "halvtredserne|halvtresserne",
        1960: "tresserne|treserne",
        1970: "halvfjerdserne|halvfjerserne|halvfjersene",
        1980: "firserne|firserene",
        1990: "halvfemserne|halvfemsene",
        2000: "nullerne",
    },
    words={
        Kind.JUL: "jul",
        Kind.I: "i",
        Kind.FILLER: "d|den|dato|fra|om|af|det var|det er|er det|var det|er|var|det"
        "|taget|taget i|er taget|blev taget|tog|billedet|billede|foto|fotoet"
        "|fotograferet|engang|en gang|engang i|på et tidspunkt|et sted|i løbet af"
        "|løbet af|perioden|tiden|en|et|ved|dateret|optaget|omkring i"
        "|i årene|årene|enten|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag",
        Kind.YEAR_WORD: "år|året|årstal|årstallet",
        Kind.ABOUT: "ca|cirka|circa|omkring|omtrent|omk|sådan cirka|sådan ca"
        "|sådan omkring|nogenlunde|tæt på|deromkring|der omkring|cirkaår|ved år"
        "|ved omkring|cirka omkring|ca omkring|rundt om|eller der omkring"
        "|eller deromkring",
        Kind.MAYBE: "vist nok|vistnok|vist|nok|måske|muligvis|formentlig|formodentlig"
        "|sandsynligvis|antagelig|antageligvis|antagelig nok|vel|tror jeg|jeg tror"
        "|tror vi|vi tror|tror jeg nok|jeg tror nok|jeg tror det var|kan være"
        "|det kan være|det kunne være|må være|det må være|må have været"
        "|det må have været|så vidt jeg husker|så vidt jeg ved|så vidt vi ved"
        "|mener jeg|jeg mener|jeg mener det var|usikkert|usikker|gætter jeg på"
        "|jeg gætter på|mit gæt|vil jeg tro|ikke sikker|jeg er ikke sikker"
        "|ikke helt sikker|efter min mening|hvis jeg husker rigtigt",
        Kind.BEFORE: "før|inden|forud for|tidligere end|ældre end",
        Kind.AFTER: "efter|senere end|yngre end",
        Kind.UNTIL: "senest|senest i|ikke efter|ikke senere end|indtil|frem til|op til"
        "|til og med|før eller i",
        Kind.UNTIL_IT: "eller før|eller tidligere|og tidligere",
        Kind.SINCE: "tidligst|tidligst i|ikke før|ikke tidligere end|siden|fra og med"
        "|i eller efter",
        Kind.SINCE_IT: "eller senere|eller efter|og frem|og fremefter|og senere"
        "|og fremad",
        Kind.BETWEEN: "mellem|imellem|mellem årene|et sted mellem",
        Kind.AND: "og|samt",
        Kind.OR: "eller|ellers|el",
        Kind.TO: "til",
        Kind.HUNDREDS: "tallet",
        Kind.NTH_CENTURY: "århundrede",
        Kind.DECADE_AFTER: "erne|årtiet|ernes",
        Kind.NOT: "ikke|nej|aldrig|men|dog|senere|tidligere|derefter|forinden",
    },
    suffixes={
        Kind.DECADE_AFTER: "erne|ernes|er|ere|ene",
        Kind.HUNDREDS: "tallet",
    },
)

VOICE = Voice(
    months=(
        *("januar", "februar", "marts", "april", "maj", "juni"),
        *("juli", "august", "september", "oktober", "november", "december"),
    ),
    seasons=("foråret {y}", "sommeren {y}", "efteråret {y}", "vinteren {y}"),
    winter="vinteren {y}-{short}",
    decade=lambda year: f"{year}'erne",
    decade_alone="i {x}",
    decade_parts=("begyndelsen af {x}", "midten af {x}", "slutningen af {x}"),
    month_parts=("begyndelsen af {x}", "midt i {x}", "slutningen af {x}"),
    century=lambda number: f"{number - 1}00-tallet",
    day="{d}. {m} {y}",
    day_of_month="{d}. {m}",
    days="{a}.–{b}. {m} {y}",
    about="ca. {x}",
    maybe="måske {x}",
    before="før {x}",
    after="efter {x}",
    between="mellem {a} og {b}",
    comma=", ",
    either=" eller ",
    until="til og med {x}",
    since="fra og med {x}",
    span="{a} – {b}",
    nth="{d}.",
)

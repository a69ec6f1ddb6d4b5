"""Three words a family can remember, write on a hand and say on the phone.

About 200 short concrete Danish nouns without æ, ø, å and without look-alikes: 8 million
codes. They open nothing by themselves on the web but a throttled page.
"""

import secrets

WORDS = tuple(
    """
    abe agurk alf and anker arm avis bad bakke bamse banan bank bark bil birk bjerg blad
    blomst blyant bog bold bord bro bukser bus busk cirkel citron cykel dal dam dans dor
    drage due dug duft eg ekko elefant elg eng fad fane fe fest fisk fjeld fjer flag
    flaske flod fly foder fod fugl gaffel gang garn ged gitter glas globus gren gris
    gryde guld gynge hage hal hane hat hav hegn hest hjul hjem hjort honning hus hval
    hvede ild is jakke jord juni kaffe kage kaj kam kamel kande kanin kano kasse kat kirke
    klokke klud knap ko kop kost krage krans krone kugle kurv kvist lam lampe land leg lim
    linje lis loft lomme lue luft lys maj mark maske mel melon mole mose mur mus myg
    natur net niche nisse note olie onkel ost ovn palme panda papir park pas pen perle
    pind pil plade plante pose post potte pude ramme ravn regn ring ris rose rug rundt sak
    saks salt sand seng sejl sild silke sko skib skov skur sne sofa sok sol spand spejl
    spil spor stak sten stige stol storm strand suppe svane svamp tag takt tand tang tante
    tavle te telt tiger tog torn torv tov trold tromme tulipan tur ugle uld ulv ur vand
    vase vej ven vest vind vinge vogn vold zebra
    """.split()  # noqa: SIM905  (a list of words reads best as words)
)


def three_words() -> str:
    """A new code, such as “lampe-tog-hav”."""
    return "-".join(secrets.choice(WORDS) for _ in range(3))

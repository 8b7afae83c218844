"""Write out the forms of regular verbs that news uses, so that a table needs their infinitives only.

Third persons and participles: nobody reads figures in the second person.
"""

from __future__ import annotations

from lesart.analysis.figures.table_syntax import words

_FRENCH_ER = "er e ent ait aient a èrent era eront erait eraient é ée és ées ant"
_FRENCH_IR = "ir it issent issait issaient irent ira iront irait iraient i ie is ies issant"
_SPANISH_AR = "ar a an ó aron aba aban ará arán aría arían ado ada ados adas ando"
_SPANISH_ER = "e en ió ieron ía ían ido ida idos idas iendo"
_SPANISH_FUTURE = "rá rán ría rían"


_NOUNS = words(
    "subida subidas bajada bajadas ganada caida caidas llegada llegadas rebaja rebajas mejora mejoras medida medidas "
    "montant salida entrada quedada pesada montée montées avancée avancées durée porte marque mesure mesures reste vente envolée "
    "percée amende avance tombe tombée livre place compte tasa tasas marca marcas cifra cifras lograda chiffre chiffres estime "
    "élevage cote touche verse coste costa cubierta medida recorte recortes vale vales valor gasto gastos"
)
"""Forms that are nouns more often than verbs."""


def french(line: str) -> str:
    """ "augmenter bondir" in all their forms; "céder" gives cède, "plonger" plongeait."""
    made: list[str] = []
    for verb in line.split():
        stem = verb[:-2]
        if verb.endswith("ir"):
            made += [stem + ending for ending in _FRENCH_IR.split()]
            continue
        made += [_soft(stem, ending) + ending for ending in _FRENCH_ER.split()]
        made += [_grave(stem) + ending for ending in ("e", "ent", "era", "eront", "erait")]
    return " ".join(form for form in dict.fromkeys(made) if form not in _NOUNS)


def _soft(stem: str, ending: str) -> str:
    """ "plongeait", "avança": the consonant stays soft before an a."""
    if ending[0] != "a":
        return stem
    return stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem


def _grave(stem: str) -> str:
    """ "relev" -> "relèv", "céd" -> "cèd": an e before one last consonant opens."""
    if len(stem) > 2 and stem[-2] in "eé" and stem[-1] not in "aeiouyér":
        return stem[:-2] + "è" + stem[-1]
    return stem[:-2] + "èr" if stem.endswith("ér") else stem


def spanish(line: str) -> str:
    """ "bajar caer" in all their forms; "invertir/inviert/invirt" names the stems that differ.

    The second stem is that of the present, the third that of the past ("invirtió").
    """
    made: list[str] = []
    for entry in line.split():
        verb, *stems = entry.split("/")
        stem = verb[:-2]
        present = stems[0] if stems else stem
        past = stems[1] if len(stems) > 1 else stem
        if verb.endswith("ar"):
            made += [stem + ending for ending in _SPANISH_AR.split()]
            made += [present + "a", present + "an"]
            continue
        made += [verb, present + "e", present + "en"]
        made += [
            (past if e.startswith("ie") or e == "ió" else stem) + e for e in _SPANISH_ER.split()[2:]
        ]
        made += [verb[:-1] + ending for ending in _SPANISH_FUTURE.split()]
    return " ".join(form for form in dict.fromkeys(made) if form not in _NOUNS)


_INSEPARABLE = ("be", "ver", "er", "ent", "zer", "über", "unter", "wider", "miss")


def german(line: str) -> str:
    """Weak verbs: "steigern" gives steigert, steigerte, gesteigert; "auf|stocken" aufgestockt too."""
    made: list[str] = []
    for verb in line.split():
        prefix, _, base = verb.rpartition("|")
        stem = base.removesuffix("en") if base.endswith("en") else base.removesuffix("n")
        link = "e" if stem.endswith(("t", "d")) else ""
        forms = [base, stem + link + "t", stem + link + "te", stem + link + "ten"]
        has_ge = not base.startswith(_INSEPARABLE) and not base.endswith("ieren")
        made += [prefix + form for form in forms]
        made.append(prefix + ("ge" if has_ge else "") + stem + link + "t")
    return " ".join(form for form in dict.fromkeys(made) if form not in _NOUNS)

"""Tell which peso or franc a text means by the countries that it speaks of; none where it does not say."""

from __future__ import annotations

from collections.abc import Mapping

from lesart.analysis.figures.token_stream import Found, TokenStream

_SHARED = {
    "peso": "MXN", "pesos": "MXN", "franco": "CHF", "francos": "CHF", "franc": "FRF", "francs": "FRF",
}  # fmt: skip
"""Names that several currencies have, and what the tables take them for."""
_PESOS = {
    "ARS": ("argentin", "bonaerens", "aires", "rosario", "mendoza", "indec", "anses"),
    "CLP": ("chile", "chilen", "valparaíso", "concepción"),
    "COP": ("colombi", "bogot", "medellín", "cali", "barranquilla"),
    "UYU": ("urugua", "montevide"),
    "DOP": ("dominican",),
    "PHP": ("filipin", "philippin", "manila", "manille"),
    "CUP": ("cuba", "cuban", "cubain", "habana", "havane"),
    "MXN": ("méxico", "mexic", "monterrey", "guadalajara", "jalisco", "puebla", "oaxaca", "pemex", "inegi",
            "banxico", "yucatán", "sinaloa", "chiapas", "veracruz", "cancún"),
}  # fmt: skip
_FRANCS = {
    "CHF": ("suisse", "suiza", "suiz", "berne", "genève", "lausanne", "zurich", "bâle", "fribourg", "neuchâtel",
            "valais", "vaud", "vaudois", "jura", "tessin", "helvét", "bns", "confédération", "ginebra", "zúrich"),
    "XOF": ("sénégal", "dakar", "abidjan", "ivoir", "burkina", "mali", "bamako", "togo", "lomé", "bénin", "cotonou"),
    "XAF": ("cameroun", "yaoundé", "douala", "gabon", "libreville", "tchad", "congo"),
}  # fmt: skip
_DOLLARS = {
    "CAD": ("canad", "québec", "québéc", "montréal", "ottawa", "toronto", "gatineau", "vancouver", "winnipeg",
            "ontari", "ontario", "saguenay", "sherbrooke"),
}  # fmt: skip
_OF_SIGNS: Mapping[str, Mapping[str, tuple[str, ...]]] = {"fr": _DOLLARS, "es": _PESOS}
_AMERICAN = (
    "américain",
    "états-unis",
    "washington",
    "dólar",
    "dólares",
    "dollars",
    "dollar",
    "york",
)
"""Words beside which a bare dollar sign may be American."""
_LEAST_STEM = 5


def tell_shared_currencies(stream: TokenStream, found: list[Found]) -> None:
    """ "15.000 pesos" beside Santiago de Chile are Chilean; beside no country they are just pesos."""
    meant = [
        figure for figure in found
        if figure.kind == "money" and _SHARED.get(_last_word(stream, figure)) == figure.unit
    ]  # fmt: skip
    _tell_signs(stream, found)
    if not meant:
        return
    pesos, francs = _told(stream, _PESOS), _told(stream, _FRANCS)
    for figure in meant:
        is_peso = _last_word(stream, figure).startswith("peso")
        told = pesos if is_peso else francs
        if is_peso:
            figure.unit = next(iter(told)) if len(told) == 1 else ""
        elif len(told) == 1:
            figure.unit = next(iter(told))


def _tell_signs(stream: TokenStream, found: list[Found]) -> None:
    """ "300 M$" in Montréal, "$ 1.500" in Buenos Aires: the bare sign of another country's money."""
    places = _OF_SIGNS.get(stream.lexicon.code)
    signs = [figure for figure in found if places and _has_bare_sign(stream, figure)]
    if not places or not signs:
        return
    told = _told(stream, places)
    if len(told) == 1 and not _told(stream, {"USD": _AMERICAN}):
        for figure in signs:
            figure.unit = next(iter(told))


def _has_bare_sign(stream: TokenStream, figure: Found) -> bool:
    at = next((k for k in range(figure.i, figure.j) if stream.at(k).text == "$"), -1)
    is_bare = figure.kind == "money" and figure.unit == "USD" and at >= 0
    return is_bare and stream.low(at - 1) not in {"us", "u"} and stream.low(at + 1) != "us"


def _last_word(stream: TokenStream, figure: Found) -> str:
    return stream.low(figure.j - 1)


def _told(stream: TokenStream, places: Mapping[str, tuple[str, ...]]) -> set[str]:
    """The currencies of the countries that the text names, by their own words and their cities."""
    names = {
        token.low for token in stream.tokens
        if token.kind == "w" and (token.text[0].isupper() or len(token.text) > _LEAST_STEM)
    }  # fmt: skip
    return {
        code for code, stems in places.items()
        if any(_is_of(name, stems) for name in names)
    }  # fmt: skip


def _is_of(name: str, stems: tuple[str, ...]) -> bool:
    return any(
        name == stem or (len(stem) >= _LEAST_STEM and name.startswith(stem)) for stem in stems
    )

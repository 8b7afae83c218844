"""Courts, councils and universities are named with their place: "conseil régional de Bretagne" is one name."""

from __future__ import annotations

import re

from lesart.analysis.entities.candidate import NameCandidate

_OF = r"(?:de la |de l['’]|des |du |de |d['’])"
_WITH_PLACE = {
    "de": re.compile(
        r"(?<![\w-])(?:(?:Polizei|Bundespolizei|Regional|Forst|Bezirks)(?:direktion|inspektion)|Berg(?:rettung|wacht)|Wasserwacht"
        r"|Landvolk|(?:Landes)?[Bb]auernverband|Stadtwerken?|(?:Kreiss|Stadts|S)parkasse|Volksbank|Verkehrs(?:verbund|gesellschaft)"
        r"|Schwurgericht|(?:Industrie- und )?Handelskammer|IHK|Ärztekammer|Landwirtschaftskammer|Staats(?:theater|oper)|Schauspiel"
        r"|Justizvollzugsanstalt|JVA|(?:Land|Amts|Oberlandes|Verwaltungs|Oberverwaltungs|Arbeits|Landesarbeits|Sozial|Finanz)gericht"
        r"|(?:General)?[Ss]taatsanwaltschaft|Universität|Hochschule|Universitätsklinikums?|Uniklinik|Klinikums?"
        r"|Polizeipräsidium|Bistum|Erzbistum|Handwerkskammer|Regierungspräsidium|Verkehrsbetriebe) $"
    ),
    "en": re.compile(
        r"(?<![\w-])(?:University|Diocese|Archdiocese|Bank|Church|Parliament|High Court|Supreme Court|Bishop) of (?:the )?$"
    ),
    "fr": re.compile(
        r"(?<![\w-])(?:conseil (?:régional|départemental|général|municipal)|chambre régionale des comptes"
        r"|cour d['’](?:appel|assises)(?: spéciale| des mineurs)?|cour administrative d['’]appel"
        r"|tribunal (?:judiciaire|correctionnel|administratif|de commerce|pour enfants|de grande instance)"
        r"|agence régionale de santé|centre hospitalier(?: universitaire)?|CHU|parquet|[Uu]niversité"
        rf"|observatoire|chambre d['’]agriculture|tribunal) {_OF}$"
    ),
    "es": re.compile(
        r"(?<![\w-])(?:Ayuntamiento|Audiencia(?: Provincial)?|Universidad(?: Nacional| Autónoma| Complutense)?|Fiscalía"
        rf"|Diputación(?: Provincial| Foral)?|Tribunal Superior de Justicia|Junta|Parlamento|Gobernación|Arzobispado) {_OF}$"
    ),
}
_BEFORE_NAME = re.compile(
    r"(?<![\w-])(?:Fondation|Institut|Association|Collège|Lycée|Hôpital|Théâtre|Fundación|Instituto|Hospital"
    r"|Asociación|Colegio|Teatro) $"
)


def with_office(text: str, finding: NameCandidate, language: str) -> NameCandidate:
    """A place with the court, council or university in front that is named after it."""
    before = text[max(0, finding.start - 60) : finding.start]
    pattern = _WITH_PLACE.get(language)
    office = pattern.search(before) if pattern and finding.kind in ("LOC", "ORG") else None
    if office is None and language in ("fr", "es") and finding.kind in ("ORG", "PER"):
        office = _BEFORE_NAME.search(before)
    if office is None:
        return finding
    return finding._replace(start=finding.start - len(office[0]), kind="ORG")

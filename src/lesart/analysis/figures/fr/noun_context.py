"""The company French counts keep: what a counted phrase may hold, what changes, who says so."""

from __future__ import annotations

from typing import Any

from lesart.analysis.figures.table_syntax import phrases, words

NOUN_CONTEXT: dict[str, Any] = {
    "determiners": words("le la les un une des du au aux ce cet cette ces son sa ses leur leurs "
                         "notre nos votre vos l' tous toutes"),
    "of": words("de des du d'"),
    "more": words("autres"),
    "skip": words("autres nouveaux nouvelles de"),
    "adjectives": words("nouveaux nouvelles grands grandes petits petites premiers premières "
                        "jeunes anciens anciennes autres principaux principales derniers "
                        "dernières bons bonnes gros grosses longues longs vieux vieilles hauts"),
    "plurals": words("morts mortes gens"),
    "never_noun": words("suite plus moins pas dans sans puis depuis après jamais très alors ans mais "
                        "sous vers dès tous jours toujours fois selon parfois mois"),
    "stop_words": words(
        "et ou mais donc or ni car à au aux avec en dans par pour sur sous sans vers chez entre "
        "depuis pendant durant avant après contre selon dont que qui quoi où si quand lorsque "
        "comme il elle ils elles on nous vous je tu ne pas plus moins très aussi est sont était "
        "étaient sera seront a ont avait avaient aura auront ont été être avoir fait font le la "
        "les un une des du de ce cet cette ces son sa ses leur leurs ici hier aujourd'hui demain "
        "puis alors déjà encore environ dès jusque afin soit chaque contre parce voire dit mort "
        "tués tuées"
    ) - words("mort tués tuées"),
    "verbs": words("interrogés interrogées tués tuées blessés blessées arrêtés arrêtées portés disparus évacués évacuées "
                   "déplacés vendus vendues produits recensés recensées attendus attendues"),
    "not_before_half": words("sa leur"),
    "sure_multiples": words(),
    "sport": words("battu bat gagné victoire défaite match nul score but buts mené mène remporté "
                   "vainqueur finale sets set emporté emporte gagne gagnent s'impose s'incline imposé incliné tirs"),
    "odds": words("cote"),
    "number_of": words("nombre moyenne"),
    "number_of_joins": words("de des d'"),
    "outcomes": words(
        "mort morts tués décès blessés blessées disparus disparues interpellations"
    ),
    "including": words("dont lesquels lesquelles compris"),
    "more_before": words("autres dont"),
    "ballots": words("voix votes suffrages députés sénateurs"),
    "voted_against": words("contre"),
    "verbs_behind": words("ont sont étaient avaient d'entre"),
    "by_itself": words("hausse baisse"),
    "rise": words(
        "augmenté augmente augmentent augmentait augmentation hausse progressé progresse grimpé "
        "grimpe bondi bondit crû croissance relevé relève passé passe passer passée accru gagné "
        "progression montée monté monte bond augmenter élevé"
    ),
    "fall": words(
        "baissé baisse baissent diminué diminue diminution reculé recule recul chuté chute réduit "
        "réduire réduction perdu perd perdent tombé tombe tombée abaissé abaisse cédé"
    ),
    "revises": words("revu revue revus revues révisé révisée révisés révisées réviser revoir porté portée portés portées porter portera "
                     "portent porte ramené ramenée ramenés ramenées ramener ramènera ajusté ajustée réévalué réévaluée"),
    "out_of": words("sur"),
    "sums": words(
        "amende amendes arriérés bonus prime primes recettes dettes dette impôts impôt taxes cotisations subventions "
        "subvention aides pertes bénéfice bénéfices profits dédommagement dédommagements dommages intérêts commissions commission "
        "économies dividendes budget trésorerie ventes retombées capitalisation royalties indemnités indemnité fonds caution "
        "dégâts préjudice cautionnement crédits dotation dotations investissement investissements dépenses revenus excédent "
        "déficit loyers rançon frais honoraires salaires liquidités créances réserves ristourne remboursements marge"
    ),
    "moves": words("passera passeront passerait passeraient passaient passé passe passer passée passant passés passées passent passait évolué"),
    "points": words("points point"),
    "anaphors": phrases("d'entre eux | d'entre elles | de plus que | de moins que | parmi eux"),
    "spent": words("prison réclusion guerre retard pluie détention travail travaux négociations sursis neige attente silence captivité ancienneté salaire expérience"),
    "part_of": phrases("des | sur | sur les | de | de ses"),
    "than_more": words("de au-dessus au-dessous"),
    "by": words("de d'"),
    "onto": words("à"),
    "levels": words("sous au-dessous au-dessus dessous dessus"),
    "from_": words("de"),
    "says": words("confirmé confirme ajouté ajoute souligné souligne prévenu rappelé détaillé déclaré affirmé annoncé indiqué précisé expliqué estime estimé annonce affirme "
                  "indique précise explique déclare rapporte rapporté assure assuré"),
    "according": (("selon",), ("d'après",)),
    "behind_according": (),
}  # fmt: skip

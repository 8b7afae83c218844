"""French clauses as data: what rises, costs and amounts to how much, and the nouns around it."""

from __future__ import annotations

from lesart.analysis.figures.conjugation import french
from lesart.analysis.figures.grammar import Grammar
from lesart.analysis.figures.table_syntax import directed, phrases, valued_words, words

GRAMMAR = Grammar(
    shape="determined",
    moves=directed(
        rise="augmenté augmentée augmentés augmentées augmente augmentent augmentait augmenter augmentera augmenteront "
        "augmenterait progressé progresse progressent progresser progressera progressait grimpé grimpe grimpent grimper bondi bondit bondir bondissent crû croît croître "
        "relevé relevée relevés relevées relève relever relèvera accru accrue accrus accrues accroît gagné gagne gagnent gagner gagnait gagnera monté "
        "montée monte montent monter montera élevé rebondi rebondit flambé flambe flamber revalorisé revalorisée revalorisés "
        "revaloriser accéléré accélère majoré majorée majorer haussé renchéri renchérit renchérir creusé creuse creusent "
        "avancé avance avancent explosé explose s'envole envolé envolée envolés envole redressé amélioré améliore "
        "prend pris enchéri dépasse dépassait dépassé dopé grossi remonté remonte remonter remontée "
        "croîtra croîtront croîtrait accroître accroîtra " + french(
            "augmenter progresser grimper gagner monter flamber accélérer creuser exploser améliorer remonter doper gonfler enfler "
            "amplifier alourdir aggraver accentuer allonger élargir envoler étoffer apprécier redresser raffermir agrandir durcir relever rehausser hausser majorer revaloriser bondir rebondir grossir renchérir avancer regagner redécoller décoller intensifier densifier muscler booster doper enchérir"
        ),
        fall="fondu fondue fondus fond fondent fondait fondaient fondirent fondre fondra fondront fondrait perdirent descendirent descendaient descendront descendrait descendue descendus descendues réduisit réduisirent restreint restreinte restreindre baissé baisse baissent baisser baissera baissait diminué diminue diminuent diminuer diminuera reculé "
        "recule reculent reculer reculera chuté chute chutent chuter réduit réduite réduits réduites réduire réduisent réduira "
        "perdu perd perdent perdre perdait tombé tombe tombée tombés tombées tombent tomber abaissé abaisse abaisser abaissée cédé cède cèdent plongé "
        "plonge plongent plonger dégringolé fléchi fléchit ralenti ralentit ralentir rétréci contracté contracte repli "
        "replié replie amputé amputer lâché lâche effondré effondre effondrés amoindri régressé régresse "
        "allégé allège rogné descendu descend redescendu redescend retombé retombe retombée abandonne abandonné décru décroît "
        "réduisait réduisaient réduirait réduiront réduisant perdaient perdra perdront perdrait perdues descendait descendra descendrait " + french(
            "baisser diminuer reculer chuter tomber abaisser céder plonger dégringoler fléchir ralentir contracter rétrécir amputer lâcher "
            "effondrer régresser alléger rogner retomber abandonner éroder effriter dégonfler décrocher raboter sabrer tasser déprécier affaiblir amenuiser comprimer dévisser amincir faiblir "
            "replier refluer affaisser écrouler décélérer amoindrir dégrader rétracter piquer plier écourter minorer dégraisser désenfler ramener"
        ),
    ),
    levels=words(
        "atteint atteignent atteignait atteindre atteindra atteindrait atteinte élève élèvent élevait élevaient élevé élevée élèvera établit établissait "
        "établi établie établis établira est sont était étaient sera seront serait seraient été représente représentent "
        "représentait ressort ressorti ressortait estimé estimée estimés estimées évalué évaluée évalués chiffré chiffrée "
        "fixé fixée fixés reste restent restait demeure situe situait situé chiffre totalise totalisent "
        "dépasse dépassent dépassait dure duré durait pèse mesure mesurait clôturé clôture clôturait terminé termine terminait échange "
        "échangeait échangeaient négocie négociait maintenu maintient stabilisé stabilise crédité créditée avoisine "
        "porté portée plafonné plafonnée frôle monte"
        " atteignant obtiendrait obtiendront valu vaudra vaudrait " + french(
            "établir afficher chiffrer estimer évaluer fixer rester demeurer situer totaliser dépasser durer peser mesurer clôturer "
            "terminer échanger franchir négocier évoluer stabiliser avoisiner frôler plafonner culminer représenter coter osciller friser tourner représenter"
        ) + " inscrit inscrivait inscrira"
        " culmine couvre couvrent compte comptent affiche cotait cote valorisé valorisée valait vaut ramené ramenée laissé laissée laisse laissent portent porte portera porterait"
    ),
    reflexives=words("se s'"),
    reaching=words("pour"),
    reflexive_levels=words("monte montent montait montaient élève élèvent élevait élevaient"),
    own_moves=directed(rise=french("adjuger octroyer"), fall=""),
    becomes=words("passe passent passait passé passée passés passées passer passera passeront passerait passeraient"),
    stays=words("reste restent restait resté restés restée restées rester"),
    costs=words("revient reviennent revenait reviendra reviendrait coûte coûtent coûté coûtait coûtaient coûter coûtera coûterait vaut valent valait vendu vendue vendus vendues vend vendent vendait vendra vendrait " + french("coûter louer")),
    trades=words("acheté achète acheter racheté rachète racheter payé paie payer vendu vend vendre recruté acquis "
                 "acquiert acquérir paieront paiera paient paierait paieraient paieraient payaient déboursé cédé versé facturé recrute transféré"),
    spends=words("investi investit investira investir débloquer débloqué dépensé dépense dépenser versé verse verser gagné gagne empoché "
                 "levé lève lever reçu reçoit touché touche doit doivent réclame réclamé consacré consacre "
                 "consacrer perçu rapporté rapporte rapportera rapporter engrangé octroyé accordé alloué mobilise mobiliser économiser recevra recevrait recevait perçoit percevra percevait " + french("rapporter toucher empocher encaisser "
                 "engranger récolter consacrer investir verser allouer débloquer gagner dépenser octroyer réclamer dépenser")),
    yields=words(french("rapporter générer")),
    expects=words("attendu attendaient attendait prévu tablaient anticipé"),
    owns=words("enregistré enregistre affiche affiché réalisé réalise publié publie annoncé annonce voit vu prévoit "
               "prévoient table vise visent détient détiennent possède signé dégagé dégage essuyé subi subit accusé accuse "
               "réduit relevé augmenté abaissé condamné condamnée gère connaît connu compte comptent emploie emploient emploiera transporté transporte vendu"),
    other_verbs=words(
        "a ont avait avaient aura auront aurait peut peuvent pourrait doit devra devrait devraient doivent va vont fait font faisait "
        "veut veulent dit disent disait estime estiment pense pensent souhaite souhaitent soutient soutiennent désapprouve désapprouvent "
        "votent vote voté concerne concernent touche permet permettra prend prennent met mettent passe passent passait passé passera passée passés passant "
        "devient devance devancent suit profitera profite menace menacent provoque pénalise pénaliserait appartient vivent vit travaille "
        "travaillent ouvre ouvrira obtient obtiennent passer passent passeront passerait passaient faut encourt emporte remporte remporté recueille recueilli retrouve inquiète "
        "déclarent déclare affirment affirme jugent juge préfèrent ignorent se s' n' ne y en créera"
    ),
    infinitive_endings=("er", "ir", "ant", "dre", "ttre", "ître", "uire", "aire"),
    auxiliaries=words("ayant étant a ont avait avaient aura auront est sont était sera seront serait été être avoir devrait"),
    passives=words("été est sont était étaient sera seront être fut"),
    prepositions=words(
        "à de en dans par pour sur sous sans vers chez entre depuis pendant durant avant après contre selon dès "
        "devant jusque jusqu' avec d' parmi malgré outre hors via comme que qu'"
    ),
    fused={"du": "de", "des": "de", "au": "à", "aux": "à"},
    by=words("de d'"),
    onto=words("à"),
    from_=words("de"),
    at=words("à"),
    amount_of=phrases(
        "de | d' | d'un montant de | d'un montant moyen de | d'un montant total de | d'un montant maximal de | d'un montant maximum de | d'une valeur de | à hauteur de | à | estimé à | estimée à | compris entre | comprise entre | compris entre | comprises entre | de l'ordre de | de quelque | de près de | de plus de | pour"
    ),
    with_=words("avec"),
    ahead=words("devant"),
    equals=words("soit"),
    given_of=words("de d'"),
    price_for=words("pour"),
    wants=words("réclame réclament demande demandent propose proposent exige exigent"),
    among=words("chez parmi"),
    out_of=words("parmi"),
    share_of=words("de des du d'"),
    kept_in=words("en"),
    puts_in=words("investi investit investir investira injecté"),
    places=words("à en dans de chez"),
    complements={"à": ("prix",), "par": ("gasto", "dépense", "bénéfice")},
    articles=words("le la les l' un une des du au aux ce cet cette ces son sa ses leur leurs notre nos chaque"),
    pronouns=words("il elle ils elles on ce c' cela"),
    asides=words("lui elle eux elles cependant toutefois"),
    relatives=words("qui que dont où laquelle lequel"),
    own=words("son sa ses leur leurs"),
    subordinators=words("que qu' quand lorsque si comme alors tandis parce puisque"),
    coordinators=words("et ou mais"),
    adverbs=words(
        "désormais encore déjà environ seulement près plus même toujours aujourd'hui actuellement en moyenne "
        "respectivement quelque quasi presque net ainsi ensuite un une la les le l' jusqu' quelques pratiquement au total "
        "moins"
    ),
    adverb_endings_behind_verbs=("ment",),
    adverb_phrases=phrases(
        "au départ | au début | à l'origine | à terme | au final | au maximum | au minimum | à ce jour | en moyenne | au total | en effet | en outre | en revanche | en particulier | en partie | au moins | en tout | du coup | à peine "
        "| en fait | de nouveau | à nouveau | en réalité | par ailleurs | par exemple | sans surprise | d'abord"
    ),
    not_nouns=words("lieu plus moins tandis que alors soit dont contre un an"),
    verb_endings=("aient", "eront", "erait", "eraient", "èrent"),
    pre_adjectives=words(
        "nouveau nouvelle nouvel ancien ancienne grand grande gros grosse petit petite bon bonne meilleur meilleure meilleurs "
        "meilleures dernier dernière prochain prochaine prochains prochaines principal principale haut haute long longue vieux vieille "
        "jeune seul seule vaste simple énorme premier première second seconde deuxième troisième futur future"
    ),
    predicates=words("stable stables égal égale égaux égales inchangé inchangée inchangés constant constante équivalent équivalente"),
    post_adjectives=words(
        "net nette nets nettes brut brute bruts brutes moyen moyenne moyens moyennes public publique publics publiques neuf neuve neufs neuves mondial "
        "maladie vieillesse chômage culture auto habitation retraite jeunesse carbone record pilote clé "
        "directeur directeurs favorable favorables vert verts verte durable usé interne externe libre dur forte fort carrés "
        "carré carrée blanc noir rouge rouges bleu sûr jeunes verts étranger étrangère étrangers étrangères premier"
    ),
    adjective_endings=(
        "ile", "iles", "al", "ale", "aux", "ales", "el", "elle", "els", "elles", "if", "ive", "ifs", "ives", "ique", "iques",
        "aire", "aires", "ien", "ienne", "iens", "iennes", "ais", "aise", "aises", "eux", "euse", "euses",
        "ible", "able", "ibles", "ables", "ain", "aine", "ains", "aines", "ier", "ière", "iers", "ières", "iste", "istes",
        "ieur", "ieure", "ieurs", "ieures", "ant", "ante", "ants", "antes", "ent", "ente", "ents", "entes", "ois", "oise", "oises", "in", "ine", "ié", "iée", "isé", "isée", "isés", "iné", "olé", "olés",
    ),
    occasions=words("reprises occasions"),
    change_nouns=directed(
        rise="progrès essor accroissement élargissement renchérissement hausse augmentation progression croissance bond relèvement accroissement gain envolée rebond majoration "
        "revalorisation montée flambée accélération avance hausses augmentations bonds surcoût",
        fall="retrait déclin dégringolade érosion fléchissement décélération rétrécissement reflux amincissement baisse diminution recul chute réduction repli perte contraction ralentissement décrue effondrement abaissement "
        "rabais baisses reculs réductions plongeon tassement remise",
    ),
    compounding=words("à"),
    no_compounds=words("chacun chacune tous toutes travers partir cause côté nouveau peine jamais perte terme"),
    per_head=words("par"),
    states_in=words("en"),
    others=words("celle celles celui ceux"),
    partitive=words("en"),
    tolls=words(
        "offre offrent offrait offrira propose proposent proposait réclame réclament exige exigent faut faudra faudrait fallait "
        "produit produisent promis promet promettent tire tirent tirait tirerait reverse aligner demande demandent demandait "
        "attendait attend attendent réinjecter garde gardent donne donnent impose préconisent pèse pèsent prend prendra "
        "consacre consacrent absorbent rembourse remboursent"
    ),
    change_in=words("de des du d' dans pour"),
    amount_nouns=words("fourchette chiffre moyenne montant somme valeur total hauteur ordre enveloppe record minimum maximum niveau rythme barre seuil"),
    paces=words("rythme"),
    own_amounts=words("croissance rabais remise"),
    own_sums=words("perte gain pertes surcoût réduction"),
    times=words(
        "an ans année années mois semaine semaines jour jours trimestre trimestres semestre heure heures minute "
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi "
        "jeudi vendredi samedi dimanche été hiver printemps automne période fin début clôture ouverture séance moyenne soir matin "
        "prochain dernier veille saison décennie temps fois"
    ),
    agents=words(
        "groupe société entreprise banque gouvernement pays état région ville mairie ministère constructeur "
        "club parti syndicat fabricant opérateur distributeur fonds assureur agence compagnie firme "
        "université commune département préfecture président maire candidat candidate métropole chaîne enseigne "
        "géant maison-mère filiale institut fédération association ménages femmes hommes salariés tribunal musée fonderie capitale "
        "éleveur agriculteur producteur consommateur client patient retraité étudiant élève lycéen enseignant infirmier médecin propriétaire locataire bailleur contribuable usager voyageur automobiliste actionnaire investisseur épargnant chômeur ouvrier employé employeur dirigeant patron artisan commerçant restaurateur hôtelier avocat notaire juge procureur accusé prévenu victime plaignant suspect joueur entraîneur champion coureur nageur skieur acteur auteur artiste chanteur député sénateur élu habitant riverain citoyen électeur donateur bénéficiaire allocataire foyer famille couple parent veuve héritier pêcheur viticulteur céréalier maraîcher exploitant chauffeur livreur pilote policier gendarme pompier soldat lauréat gagnant "
        "conseil assemblée hôpital usine parlement commission clinique éditeur brasseur avionneur équipementier"
    ),
    sayers=words("analystes économistes experts observateurs police autorités sondage étude rapport enquête chiffres "
                 "données prévisionnistes spécialistes"),
    appraises=words("valorisé valorisée valorisés évalué évaluée"),
    limits=words("franchi franchit franchissent franchira plafond plafonné plafonnée seuil barre maximum minimum dépasse dépassé limite"),
    votes=words("obtient obtiennent remporte emporte recueille recueilli obtenu"),
    bounds=words("supérieur supérieure supérieurs supérieures inférieur inférieure inférieurs inférieures dépassant"),
    lives=("soldats", "hommes", "femmes", "combattants", "personnes", "civils", "enfants", "vies", "militaires", "policiers", "marins", "proches"),
    change_forms=("é", "ée", "és", "ées", "ait", "aient", "era", "eront", "ant", "it", "ie", "i", "isse", "issent", "u", "ue", "us"),
    devotes=words(french("consacrer allouer affecter destiner dédier réserver")),
    endowed=words("doté dotée dotés dotées"),
    aside_in=words("en dans chez"),
    agreeing=(
        "é", "ée", "és", "ées", "ie", "ies", "due", "dues", "du", "dus", "vue", "vues", "vu", "vus", "çue", "çues", "çu", "çus", "enue",
        "enues", "enu", "enus", "uite", "uites", "einte", "eintes",
    ),
    between=words("compris comprise comprises"),
    of_units=words("cube cubes carré carrés"),
    per_many=words("pour"),
    dimensions=words(
        "long longue longs longues haut haute hauts hautes large larges profond profonde profonds profondes épais épaisse lourd lourde "
        "lourds lourdes distant distante distants distantes"
    ),
    outdoes=words("dépasse dépassait dépassé"),
    mourns=words("perdu perdue perdus perd perdent perdre perdait perdaient perdra"),
    more=directed(
        rise="plus supérieur supérieure supérieurs supérieures au-dessus",
        fall="moins inférieur inférieure inférieurs inférieures au-dessous",
    ),
    signs=directed(rise="+", fall="-"),
    multiples=valued_words({
        "doublé doublée doublés doublées doublent doubler": "2", "triplé triplée triplés triplent tripler": "3",
        "quadruplé quadruplée": "4", "décuplé": "10",
    }),
    per=phrases("par | le | la | l' | / | chaque"),
    per_only={
        ("le",): words("baril litre kilo mètre kilogramme mégawattheure mwh"),
        ("la",): words("tonne semaine nuit pièce minute place"),
        ("l'",): words("once heure unité hectare"),
        ("chaque",): words("mois année jour semaine"),
        ("/",): words("jour mois an kg heure"),
    },
    per_words=words("annuels mensuels mensuel annuel journaliers"),
    against=phrases(
        "par rapport à | par rapport au | par rapport aux | sur un an | sur un mois | contre | comparé à | comparée à | que l'année"
    ),
    afterwards=words("après contre"),
    since=phrases("depuis le | depuis la | depuis"),
    superlatives=words("plus moins"),
    male=words("le un du au ce cet son"),
    female=words("la une cette sa"),
    plural_articles=words("les des ces ses aux leurs"),
    ago=words("plus avant auparavant"),
    no_base=words("rapport cent exemple ailleurs"),
    head_changes=words("évolution variation écart différence progression var évol delta tendance"),
    head_ranks=words("rang place classement n°"),
    head_generic=words(
        "valeur valeurs nombre montant chiffre résultat quantité pourcentage combien total"
    ),
    totals=words("total totaux ensemble tous somme"),
)  # fmt: skip

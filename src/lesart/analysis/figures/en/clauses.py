"""English clauses as data: what rises, costs and amounts to how much, and the nouns around it."""

from __future__ import annotations

from lesart.analysis.figures.grammar import Grammar
from lesart.analysis.figures.grammar_verbs import Direction
from lesart.analysis.figures.table_syntax import directed, phrases, split_verbs, valued_words, words


def _finite_forms(line: str) -> str:
    """Regular verbs without their -ing, which may be a noun ("operating profit")."""
    return " ".join(form for form in _forms(line).split() if not form.endswith("ing"))


def _forms(line: str) -> str:
    """Regular verbs in all their forms: "climb" gives climbs, climbed, climbing."""
    made = []
    for base in line.split():
        if base.endswith("e"):
            made += [base, base + "s", base + "d", base[:-1] + "ing"]
        elif base.endswith("y") and base[-2] not in "aeiou":
            made += [base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
        elif base.endswith(("s", "sh", "ch", "x", "z")):
            made += [base, base + "es", base + "ed", base + "ing"]
        else:
            made += [base, base + "s", base + "ed", base + "ing"]
    return " ".join(made)


_RISE = "rose rise rises risen rising grew grow grows grown growing gained gain gains gaining " + _forms(
    "increase climb jump surge soar advance add raise boost accelerate swell rally widen strengthen "
    "expand lift appreciate rebound balloon hike skyrocket spike escalate firm edge inch improve "
    "outperform mushroom inflate magnify heighten enlarge prolong deepen rocket snowball quicken elevate recover lengthen multiply bump"
) + " leapt leaps leaping swollen beat ticked tick higher upped"  # fmt: skip
_FALL = "fell fall falls fallen falling slid slide slides sliding sank sink sinks sunk sinking shrank shrink shrinks shrunk shrinking lost lose loses losing shed sheds shedding cut cuts cutting " + _forms(
    "drop decline decrease reduce lower plunge tumble slump slash narrow contract plummet ease "
    "weaken slip dip dwindle crash retreat soften recede cool slow moderate diminish trim curb deflate depress erode lessen deplete dent shave crater nosedive sag deteriorate wane subside "
    "depreciate worsen shorten collapse cheapen dive scale underperform pare miss"
) + " dropped slipped slipping trimmed dipped scaled fewer lower tanked nosedived dove plunging"  # fmt: skip


def _moves() -> dict[str, Direction]:
    moves = directed(_RISE, _FALL)
    for word in [
        "firm",
        "edge",
        "edges",
        "edged",
        "edging",
        "inch",
        "inches",
        "inched",
        "lower",
        "higher",
        "fewer",
        "scale",
        "scaled",
        "tick",
        "ticked",
    ]:
        moves.pop(word, None)  # they say which way by another word: "edged up"
    return moves


GRAMMAR = Grammar(
    shape="bare",
    moves=_moves(),
    split_moves=split_verbs(
        rise="go|goes|went|gone|going|edged|edge|edges|edging|inched|inch|ticked|tick|ticks|crept|creep|moved|"
        "move|moves|is|are|was|were|be|been|closed|closes|ended|ends|finished|scaled|drifted|shot|picked|pushed~up "
        "edged|inched|ticked|crept|moved|closed|ended|finished|settled|traded|drifted~higher",
        fall="go|goes|went|gone|going|edged|edge|edges|edging|inched|inch|ticked|tick|ticks|moved|came|come|brought|"
        "is|are|was|were|be|been|closed|closes|ended|ends|finished|scaled|drifted|pulled|pushed~down "
        "edged|inched|ticked|crept|moved|closed|ended|finished|settled|traded|drifted~lower",
    ),
    levels=words(
        "is was are were be been being stood stand stands totalled totaled value values valuing totals total totalling totaling amounts "
        "amounted amount equals equalled hit hits reached reaches reach reaching came comes averaged averages "
        "averaging remained remains remain stays stayed closed closes close ended ends finished settled settles "
        "traded trades trading valued estimated put measured measures measured set fixed peaked topped tops exceeded exceed "
        "exceeds surpassed surpasses passed crossed hovered hovers ran runs lasted lasts weighs weighed worth "
        "becomes became sits sat start starts started lies bought buys opened opens changed stabilised stabilized "
        "projected priced unchanged flat capped limited returned left forecast "
        "expected seen pegged calculated assessed quoted makes covers covered spans spanned stretched stretches yielded yields "
        "touched touches touching approached approaches approaching neared nears come coming "
        "bottomed hovering standing running polled polls polling scored"
    ),
    holds_at=words("held holds hold holding"),
    readings=words("averaged averages averaging totalled totaled totalling totaling totals numbered exceeded exceeds peaked"),
    stays=words("remained remains remain stayed stays stay"),
    costs=words("cost costs costing averages fetched fetches fetch fetching retailing selling sold sells sell listed priced retails"),
    trades=words(
        "bought buy buys buying sold sell sells selling paid pay pays paying acquired acquire acquires acquiring purchased "
        "purchase offered charges charge charged spent fetched rents leased auctioned signed"
    ),
    spends=words(
        "earned earns earn earning made makes invested invests invest investing spent spend spends raised raise "
        "won received receives receive got took taken allocated pledged pledge pledges donated owes owed approved "
        "lost lose loses losing generated awarded granted gave given committed commits demanded seeks sought saved saves save stole stolen set "
        "borrowed lent loaned contributed collected brought settle paid pays pay charged charges fined"
    ),
    yields=words("generated generates generate yielded yields yield grossed"),
    adds=words("add adds added adding"),
    raises=words("raise raised raises raising"),
    expects=words("expected forecast predicted projected estimated anticipated polled pencilled consensus"),
    owns=words(
        "suffered suffers experienced showed shows saw sees posted posts post reported reports report booked recorded records logged registered had has have having "
        "saw sees seeing raised cut lowered lifted increased boosted expects expect expected forecast forecasts "
        "holds held hold owns own owned owning manages managed generated announced announces unveiled "
        "achieved delivered swung enjoyed faces faced face imposed carries maintain maintains ran employs employ employed scored score scores handled handle sold owns added"
    ),
    other_verbs=words(
        _forms(
            "say ask call help want need seem turn start show play move live believe happen provide "
            "include continue learn change watch follow create open walk offer remember consider appear wait "
            "serve expect stay reach kill remain suggest require decide pull return explain hope "
            "develop carry receive agree support produce result contain claim warn argue insist "
            "plan order force push drag threaten face outpace overtake hurt destroy cause own account represent "
            "use pass comprise cover affect drive weigh prompt offset involve"
        )
        + " "
        + _finite_forms(
            "accept achieve acknowledge adapt adjust admit adopt advise afford announce apologise "
            "apologize apply appoint argue arrive assess assume assure attend attract avoid await behave belong "
            "calculate celebrate cite clarify comment compare compete compile complain comply concede conclude "
            "condemn confess confirm confront consist construct consult consume contend convict convince cope "
            "criticise criticize declare defend define defy deliver demonstrate deny depart depend deploy "
            "deport derive describe deserve detect differ disagree disappear disclose discover "
            "discuss dismiss disrupt dissolve distribute divide dominate elect eliminate embrace emerge emphasise "
            "employ enable encounter encourage enjoy ensure enter establish evacuate evaluate examine exclude exist "
            "expel explode expose extend facilitate fulfil gather greet happen hire identify ignore illustrate "
            "imagine implement imply impose impress indicate inform inherit initiate inspect install intend intensify "
            "introduce invade investigate invite join justify locate maintain marry merge motivate negotiate notify "
            "oblige observe obtain occupy occur oppose organise organize originate outnumber oversee participate "
            "perform permit persuade postpone predict prefer prepare preserve prevent prioritise proceed proclaim "
            "promote prosecute protect prove publish punish pursue qualify react realise realize recognise "
            "recommend recruit refer reflect refuse regain reject relate relocate rely remind remove renew repeat "
            "replace resign resist resolve respond restore restrict resume retain reveal satisfy seize "
            "simplify solve specify submit succeed suffer suspend sustain tackle tend terminate tolerate transform "
            "translate treat undermine unveil vanish violate vow siphon embezzle defraud recoup repay"
        )
        + " felt heard slept wept bent dealt clung flung slung wrung hung dug stuck drank sang rang stank swam spat sat fought "
        "caught thought wrought told understood withstood forgot got gotten shot shone woke bore drove rode arose hid ate "
        "forgave shook mistook undertook knew threw blew overthrew became overcame overran outdid outran"
        + " swam flew flown sang fought threw thrown ate slept swept rode ridden shot fled hung lent lit rang shook spun split spread "
        "stole tore taught withdrew hid froze woke forgot drank knelt shone swore stuck swung slid spent stung strode"
        + " said says saying told tell tells took take takes went go goes gone going gave give gives came come comes made make "
        "makes knew thought found find finds saw see sees left leave leaves kept keep keeps began begin begins begun "
        "showed shown wrote write writes brought bring brings ran run runs paid pay pays met sent send built "
        "build spoke lay led lead leads grew broke chose wore drove bought caught understood drew voted "
        "backed backs killed injured died dies become becomes beats beat lay struck hurts sought dealt makes"
    ),
    auxiliaries=words(
        "is was are were be been being has have had having do does did will would can could may might must shall cannot "
        "should 's n't is isn't wasn't aren't won't"
    ),
    infinitive_after=words(
        "expects expected expect expecting plans planned plan planning wants wanted want hopes hoped hope intends intended intend "
        "agreed agrees agree promised promises promise vowed vows pledged pledges aims aimed aim seeks sought seek tries tried try "
        "attempted attempts able unable likely unlikely ready set forced allowed asked ordered required requires failed fails "
        "managed manages decided decides continued continues continue began begins begin starts started needs needed need refused "
        "refuses threatened threatens scheduled poised prepared supposed going enough order helped helps help urged told forecast "
        "projected estimated proposed proposes voted offered offers is are was were be has have had hesitate afford wishes "
        "struggled struggling struggle willing keen determined permitted encouraged enables enabled"
    ),
    modals=words("will would can could may might must shall should"),
    prepositions=words(
        "of in to for with on at from by about as into like through after over between out against during without "
        "before under around among across behind beyond except near since until up down off above below along amid "
        "toward towards onto upon via within per despite versus inside outside throughout following including "
        "than because excluding regarding concerning pending"
    ),
    subject_articles=words("the a an its their his her our"),
    possessive=words("whose"),
    own=words("its their his her our"),
    by=words("by"),
    onto=words("to"),
    from_=words("from"),
    at=words("at on"),
    amount_of=phrases(
        "of | totalling | totaling | worth | of between | amounting to | equal to | equivalent to | averaging | at"
    ),
    with_=words("with"),
    price_for=words("for"),
    wants=words("wants want wanted demands demanded seeks sought offers offered expects proposed proposes"),
    among=words("among"),
    out_of=words("of among"),
    ahead=words("by of before"),
    equals=words("or"),
    too=words("too"),
    share_of=words("of"),
    given_of=words("of"),
    kept_in=words("in"),
    puts_in=words("invested invest invests investing poured pumped put injected plunged spent"),
    adjuncts=words("in at across from within among over"),
    places=words("in at for"),
    complements={
        "for": ("price", "prices", "demand", "orders", "order", "support", "estimate", "estimates", "forecast", "forecasts"),
        "on": ("tax", "taxes", "tariff", "tariffs", "interest", "duty", "duties", "spending", "levy"),
        "to": ("exports",),
        "from": ("imports",),
    },
    articles=words(
        "the a an this that these those its their his her our my your some any every each no another "
        "both all such"
    ),
    pronouns=words("what it they he she that which this we you i"),
    objects=words("them it him us me"),
    others=words("those others some many ones both neither"),
    phrasal=words("set put ran racked made built picked stumped coughed"),
    concedes=words("as though"),
    asides=words("however meanwhile too though"),
    relatives=words("which who whose that where whom"),
    subordinators=words("as while after because when although though since if before that whereas"),
    coordinators=words("and or but"),
    adverbs=words(
        "only still now just about already also again even currently roughly nearly almost some "
        "estimated annually all sharply slightly steadily another further merely an a sharply briefly "
        "then typically overall the least most likely much somewhere "
        "not yet however today modestly gradually steeply dramatically significantly"
    ),
    not_nouns=words(
        "rather instead aged past itself themselves himself herself equivalent nevertheless nonetheless therefore thus hence otherwise besides indeed perhaps maybe "
        "altogether abroad elsewhere everywhere afterwards thereafter meantime moreover furthermore likewise them him us me yes attributable others where back "
        "while when which who that after because although though however meanwhile including according "
        "not n't also just only still already even then there here whereas but and or nor so too ahead "
        "late earlier ago annually yesterday today tomorrow last next this higher lower more less fewer "
        "aside compared up down flat unchanged following respectively roughly about nearly almost some early "
        "later longer faster again once twice cheaper overnight behind versus nationwide worldwide worth yet ever never"
    ),
    verb_endings=("ed",),
    noun_endings=(
        "spending", "borrowing", "housing", "funding", "lending", "manufacturing", "farming", "training", "engineering",
        "banking", "advertising", "building", "pricing", "mining", "fishing", "trading", "shipping", "hiring",
        "heating", "gaming", "drilling", "rating", "offering", "marketing", "shopping", "clothing",
        "holding", "financing", "operating", "leading", "parking", "printing", "drinking", "rolling", "outstanding", "living", "voting", "closing", "opening", "existing", "remaining", "ageing", "aging",
    ),
    change_nouns=directed(
        rise="rise increase gain growth jump surge climb advance uptick upturn addition boost hike expansion "
        "acceleration rebound improvement spike leap rises increases gains raise upswing",
        fall="fall drop decline decrease reduction plunge slump dip cut loss slide tumble contraction slowdown "
        "downturn collapse shrinkage slip retreat falls drops declines cuts reductions discount shortfall fall-off",
    ),
    change_in=words("in of for on to among"),
    amount_nouns=words("amount sum total figure maximum minimum pace level mark record clip range band high low peak average"),
    own_amounts=words("growth discount hike surcharge"),
    own_sums=words("loss gain losses gains shortfall expansion"),
    times=words(
        "year years month months week weeks day days quarter quarters decade decades hour hours minute minutes "
        "night time period morning afternoon evening monday tuesday wednesday thursday friday saturday "
        "sunday january february march april may june july august september october november december "
        "season summer winter spring autumn christmas weekend half end beginning start date yesterday "
        "today second first trading while fiscal session"
    ),
    agents=words(
        "company firm group bank government country state city council ministry agency department "
        "airline carrier retailer maker carmaker chipmaker drugmaker automaker manufacturer operator insurer lender "
        "builder developer university college club team charity museum union party region island nation "
        "senator president mayor minister fund utility supermarket brewer grocer giant startup start-up "
        "capital province board committee senate congress parliament court judge union household "
        "corporation business subsidiary division unit conglomerate county church hospital school "
        "women men pensioners customers passengers motorists drivers investors shareholders consumers homeowners employees residents farmers students parents people tenants borrowers savers patients workers families households taxpayers central-bank unit sector boss film movie studio port "
        "opponent supporter minister official lawyer prosecutor victim suspect grower landlord donor shopper commuter bidder buyer seller trader executive manager rescuer firefighter candidate adviser banker pilot driver nurse doctor teacher "
        "owner customer employer employee brand chain painter exchange"
    ),
    sayers=words(
        "analysts economists experts officials researchers police authorities forecasters observers critics "
        "polls poll survey report data figures statisticians scientists doctors spokesman spokeswoman office bureau "
        "study results wall street"
    ),
    told_too=words("results figures"),
    own_levels=words("average median mean maximum minimum peak ceiling"),
    appraises=words("values value valuing valued worth"),
    limits=words("exceed exceeding capped cap ceiling limit limits threshold maximum minimum mark topped tops exceeding exceeded surpassed "
                 "exceeds surpasses crossed deductible"),
    votes=words("won took received got garnered secured polled captured with"),
    bounds=words("above below over under exceeding"),
    lives=("soldiers", "troops", "men", "women", "people", "fighters", "crew", "civilians", "children", "lives", "officers", "policemen", "servicemen", "personnel", "relatives", "members", "sailors"),
    change_forms=("ed",),
    devotes=words("allocated allocates allocate devoted devotes devote earmarked earmarks"),
    aside_in=words("in at"),
    per_many=words("in"),
    outdoes=words("beat beats beating outperform outperforms outperformed outperforming underperform underperformed underperforming miss misses missed missing"),
    mourns=words("lost lose loses losing gained gain gains gaining shed sheds shedding"),
    more=directed(
        rise="better more higher above larger bigger greater longer ahead over up stronger warmer dearer extra costlier taller",
        fall="worse less lower fewer below smaller shorter cheaper under down weaker behind cooler short",
    ),
    dimensions=words("long high tall wide deep thick heavy away"),
    signs=directed(rise="up plus +", fall="down minus - off"),
    multiples=valued_words({
        "doubled doubling": "2", "tripled trebled tripling trebling": "3", "quadrupled quadrupling": "4",
        "quintupled": "5", "halved halving halves": "0.5",
    }),
    per=phrases("per | a | an | each | every | / | for each"),
    per_only={
        ("a",): words("day week month year barrel share gallon tonne ton head person litre liter pound kilo pint "
                      "pack bushel quarter night seat mile square kilogram copy household minute second game bottle time piece unit kilowatt-hour tonne"),
        ("an",): words("hour ounce acre hectare hour"),
        ("each",): words("day week month year"),
        ("every",): words("day week month year hour"),
        ("/",): words("day month year hour barrel share kg kwh tonne ton"),
    },
    per_words=words("annually yearly monthly daily weekly hourly apiece"),
    than=words("than"),
    off_marks=words("above below over under beyond"),
    norms=words(
        "planned expected forecast usual normal average averages mean median target targets goal goals quota quotas "
        "limit limits consensus estimate estimates estimated budget budgeted thought feared predicted projected "
        "anticipated needed required allowed norm norms guideline guidelines healthy assumed hoped peers rivals "
        "requested agreed"
    ),
    earlier=words(
        "before earlier previous previously last ago then now prior old former peak record high low once originally "
        "used previous's it he she they we did was were had"
    ),
    elsewhere=words("in at on those other others any all most"),
    others_too=words(
        "men women boys girls adults children people brands rivals competitors peers men's women's own americans "
        "europeans germans foreigners locals non-smokers smokers drivers private public petrol diesel"
    ),
    misses=words("short shy"),
    margins=words("votes runs goals wickets seats lengths strokes shots tries"),
    loses=words("lost loses lose losing"),
    contests=words("finals matches games sets cases elections wars battles lawsuits trials fights races"),
    gauges=("level", "levels", "river", "lake", "reservoir", "sea", "tide", "water", "table", "height", "depth",
            "waters", "surface"),
    rebates=words("discount discounts rebate"),
    no_moves=frozenset(
        (verb, "up") for verb in words("add adds added adding eat eats ate eating end ends ended make makes swallow")
    )
    | frozenset((verb, "down") for verb in words("boil boils boiled come comes came boiling"))
    | frozenset([("throw", "away"), ("throws", "away"), ("threw", "away"), ("takes", "home"), ("take", "home")]),
    cuts_off=frozenset(
        (what, "to")
        for what in words("power electricity supplies supply water gas access services service funding aid links")
    ),
    against=phrases(
        "compared with | compared to | from a | than a | than in | than the | on the | on a | on last | versus | "
        "from the | year on | than last | from last | over last | than at | against"
    ),
    afterwards=words("after against versus"),
    since=phrases("since"),
    nouns_too=words(
        "accounts advance approval boost bumps calls cap ceiling changes charge charges claim "
        "claims climb close cost costs cut cuts deaths decline decrease demands deposit dip "
        "drop estimate estimates expectations fall firms force forecast forecasts gain gains "
        "growth hike increase jump lead limit limits loss losses mark maximum minimum move "
        "need offer order orders output pay plan plans play plunge price prices produce "
        "produces projects purchase raise rally rate rebound record reduction rent rents "
        "report reports result results return returns rise sales set share shares show slide "
        "slump spike starts support surge threshold yield yields cover pass use total trade trades turn "
    ),
    adjectives_in_ly=words(
        "daily early elderly family hourly italy july likely monthly quarterly supply weekly "
        "yearly tally rally ally bully reply assembly anomaly monopoly "
    ),
    predicates=words(
        "able alone available close deep due eligible flat high level likely long low normal "
        "open responsible short stable steady strong tall unchanged weak wide "
    ),
    titles=words(
        "co corp dr inc ltd mr mrs ms prof st "
    ),
    ago=words("ago earlier before later previously"),
    no_gifts=words("cash total value"),
    head_changes=words(
        "change changes chg difference diff vs versus swing yoy growth delta trend compared"
    ),
    head_ranks=words("rank ranking pos position no place"),
    head_generic=words(
        "value values number amount figure result percent percentage score data measure total quantity count"
    ) | {"how much", "how many"},
    totals=words("total totals all overall sum"),
)  # fmt: skip

"""The company English counts keep: what a counted phrase may hold, what changes, who says so."""

from __future__ import annotations

from typing import Any

from lesart.analysis.figures.table_syntax import phrases, words

NOUN_CONTEXT: dict[str, Any] = {
    "determiners": words("the a an this that these those its their his her our my your all both"),
    "of": words("of"),
    "more": words("more others other another additional further"),
    "skip": words("more other others additional further new different extra of the such whole full"),
    "plurals": words(
        "people men women children police cattle sheep deer fish aircraft spacecraft troops staff "
        "personnel fans criteria media data species series teeth feet mice geese alumni bacteria "
        "phenomena crises analyses headquarters policemen policewomen firemen fishermen servicemen "
        "businessmen congressmen gunmen lawmen crewmen spokesmen schoolchildren grandchildren "
        "salmon dead wounded injured missing percent offspring infantry cavalry"
    ),
    "never_noun": words(
        "is was has his its this does us as plus thus yes always perhaps across besides towards "
        "afterwards less unless alas includes says goes comes makes takes gives remains means "
        "shows needs wants gets becomes continues seems runs overseas outdoors indoors upstairs "
        "serious various previous religious famous dangerous numerous enormous indigenous "
        "continuous anonymous homeless jobless endless helpless harmless nameless wireless "
        "suspicious precious nervous obvious hilarious glamorous rebellious business"
    ),
    "stop_words": words(
        "worth and or but as with without in at on to from by for about after before since during until "
        "under over above below between through into onto out off up down across against along "
        "among around behind beside beyond near than then that which who whom whose where when "
        "while because if is are was were be been being am has have had having do does did will "
        "would can could shall should may might must not n't he she it they we you i them him us "
        "there here now today yesterday tomorrow ago later earlier early late away long old high "
        "tall wide deep apart each per every so too very also only just already still yet again "
        "worldwide nationwide together altogether overall what how why this these those the a an "
        "its their his her our my your died killed said says told were came went left got made "
        "took saw found gave began became lost won fell rose grew hit joined signed remain remained "
        "fled voted live lived work worked attended gathered took marched protested arrived "
        "reported arrested injured wounded displaced died survived lay stood sat ran escaped "
        "tested received needed wanted owned operated served stayed registered participated "
        "applied including despite via amid versus within like unlike alone straight "
        "annually daily monthly weekly yearly respectively"
    ),
    "verbs": words(
        "died killed said told came went left got made took saw found gave began became lost won "
        "fell rose grew hit joined signed fled voted lived worked attended gathered marched"
    ),
    "ballots": words("votes ballots lawmakers lawmaker deputies senators members"),
    "voted_against": words("to against opposed"),
    "adjectives": words("dead wounded injured missing homeless unaccounted sick ill unemployed"),
    "rise": words(
        "rose rise rises risen rising increased increase increases increasing climbed climb climbs "
        "grew grow grown grows growing jumped jump gained gain gains surged surge soared soar up "
        "advanced added expanded raised raise raises boosted hike hiked accelerated swelled rallied "
        "jumping surging climbing soaring edged lifted"
    ),
    "fall": words(
        "fell fall falls fallen falling dropped drop drops dropping declined decline declines "
        "declining decreased decrease down slipped slid sank sunk shed lost plunged plunge tumbled "
        "tumble shrank shrunk reduced reduce cut cuts cutting lowered slumped dipped dip slashed "
        "narrowed contracted plummeted eased halved"
    ),
    "hundredths": words("cent cents pence penny"),
    "of_vague": words("of and"),
    "not_before_half": words("first second other better first-half second-half no each my past this"),
    "sure_multiples": words(),
    "ordinal_lead": words("the a an his her its their our my your this that for in on"),
    "sport": words("won win wins beat beaten defeated defeat lost loss draw drew victory score "
                   "scored goal goals game match lead led final series set sets half-time tied tie"),
    "odds": words("odds bookmaker bookmakers bookies bookie"),
    "number_of": words("number toll"),
    "number_of_joins": words("of"),
    "outcomes": words(
        "dead deaths death fatalities injured injuries wounded missing arrests"
    ),
    "including": words("including them included"),
    "more_before": words("another further"),
    "verbs_behind": words("were are was have had remain died survived of"),
    "by_itself": words("up down plus minus"),
    "out_of": words("of"),
    "points": words("points point"),
    "anaphors": phrases("of them | of whom | of those | of which | more than | fewer than | less than"),
    "surveys": words("survey poll"),
    "of_money": ("sales", "revenue", "revenues", "profit", "profits", "turnover", "earnings", "shares", "bookings",
                 "receipts", "exports", "imports", "debt", "debts", "income", "stock"),
    "spent": words("rain snow war fighting talks negotiations work imprisonment rainfall snowfall jail captivity"),
    "part_of": phrases("of | of the | out of | out of the | of its | of their"),
    "than_more": words("more less higher lower fewer better worse above below ahead behind"),
    "by": words("by"),
    "onto": words("to at"),
    "levels": words("below above under beneath beyond past"),
    "from_": words("from"),
    "says": words(
        "said says told reported announced claimed warned wrote "
        "stated confirmed added expects predicted argued noted explained "
        "insisted acknowledged revealed"
    ),
    "according": (("according", "to"), ("as", "reported", "by")),
}  # fmt: skip

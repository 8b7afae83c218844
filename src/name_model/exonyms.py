"""What the press of our languages calls places that GeoNames' short lists know by fewer names."""

from __future__ import annotations

CITIES = """
Venice IT: Venezia|Venedig|Venice|Venise|Venecia
Zaragoza ES: Zaragoza|Saragossa|Saragosse
New Delhi IN: New Delhi|Neu-Delhi|Nueva Delhi|Delhi
Gaza PS: Gaza City|Gaza-Stadt|Ville de Gaza|Ciudad de Gaza
Sevilla ES: Sevilla|Seville|Séville
Köln DE: Köln|Cologne|Colonia
Nürnberg DE: Nürnberg|Nuremberg|Núremberg
München DE: München|Munich|Múnich|Monaco di Baviera
Hannover DE: Hannover|Hanover|Hanovre
Aachen DE: Aachen|Aix-la-Chapelle|Aquisgrán
Trier DE: Trier|Trèves|Tréveris
Mainz DE: Mainz|Mayence|Maguncia
Leipzig DE: Leipzig
Dresden DE: Dresden|Dresde
Braunschweig DE: Braunschweig|Brunswick
Göttingen DE: Göttingen|Gotinga
Regensburg DE: Regensburg|Ratisbonne|Ratisbona
Konstanz DE: Konstanz|Constance|Constanza
Salzburg AT: Salzburg|Salzbourg|Salzburgo
Innsbruck AT: Innsbruck
Luzern CH: Luzern|Lucerne|Lucerna
Lausanne CH: Lausanne|Lausana
Bern CH: Bern|Berne|Berna
Sankt Gallen CH: Sankt Gallen|St. Gallen|Saint-Gall
Firenze IT: Florenz|Florence|Firenze|Florencia
Napoli IT: Neapel|Naples|Napoli|Nápoles
Padova IT: Padua|Padova|Padoue
Bologna IT: Bologna|Bologne|Bolonia
Genoa IT: Genua|Genoa|Gênes|Génova|Genova
Verona IT: Verona|Vérone
Palermo IT: Palermo|Palerme
Syracuse IT: Syrakus|Siracusa
Bozen IT: Bozen|Bolzano
Brugge BE: Brügge|Bruges|Brujas|Brugge
Gent BE: Gent|Ghent|Gand|Gante
Leuven BE: Löwen|Leuven|Louvain|Lovaina
Antwerpen BE: Antwerpen|Antwerp|Anvers|Amberes
Charleroi BE: Charleroi
Nijmegen NL: Nijmegen|Nimwegen|Nimègue|Nimega
Strasbourg FR: Straßburg|Strasbourg|Estrasburgo
Mulhouse FR: Mülhausen|Mulhouse
Toulouse FR: Toulouse|Tolosa
Poznań PL: Posen|Poznań|Poznan
Szczecin PL: Stettin|Szczecin
Gdańsk PL: Danzig|Gdańsk|Gdansk
Wrocław PL: Breslau|Wrocław|Wroclaw
Łódź PL: Lodsch|Łódź|Lodz
Lublin PL: Lublin
Brno CZ: Brünn|Brno
Plzeň CZ: Pilsen|Plzeň|Plzen
Bratislava SK: Bratislava|Pressburg|Presbourg
Ljubljana SI: Ljubljana|Laibach|Liubliana
Zagreb HR: Zagreb|Agram
Thessaloníki GR: Thessaloniki|Saloniki|Salonica|Thessalonique|Salónica|Tesalónica
Piraeus GR: Piräus|Piraeus|Le Pirée|El Pireo
Chisinau MD: Chisinau|Chișinău|Kischinau|Kischinjow
Vilnius LT: Vilnius|Wilna|Vilna
Tallinn EE: Tallinn|Tallin|Reval
Kaliningrad RU: Kaliningrad|Königsberg
Göteborg SE: Göteborg|Gothenburg|Gotemburgo
Malmö SE: Malmö|Malmo
Lviv UA: Lwiw|Lviv|Lemberg|Lvov|Leópolis
Kharkiv UA: Charkiw|Kharkiv|Charkow|Kharkov|Járkov|Jarkov
Odesa UA: Odessa|Odesa
Mariupol UA: Mariupol|Marioupol|Mariúpol
Kherson UA: Cherson|Kherson|Jersón
Zaporizhzhya UA: Saporischschja|Zaporizhzhia|Zaporijjia|Zaporiyia
Donetsk UA: Donezk|Donetsk
Luhansk UA: Luhansk|Lugansk|Louhansk
Dnipro UA: Dnipro|Dnjepropetrowsk
Mykolayiv UA: Mykolajiw|Mykolaiv|Mykolaïv
Sevastopol UA: Sewastopol|Sevastopol|Sébastopol|Sebastopol
Saint Petersburg RU: Sankt Petersburg|St. Petersburg|Saint Petersburg|Saint-Pétersbourg|San Petersburgo
Yekaterinburg RU: Jekaterinburg|Yekaterinburg|Ekaterinbourg|Ekaterimburgo
Vladivostok RU: Wladiwostok|Vladivostok
Kursk RU: Kursk|Koursk
Belgorod RU: Belgorod
Volgograd RU: Wolgograd|Volgograd|Stalingrad|Stalingrado
Tbilisi GE: Tiflis|Tbilisi|Tbilissi
Yerevan AM: Eriwan|Jerewan|Yerevan|Erevan|Ereván
Baku AZ: Baku|Bakou|Bakú
Tashkent UZ: Taschkent|Tashkent|Tachkent|Taskent
Baghdad IQ: Bagdad|Baghdad
Mosul IQ: Mossul|Mosul|Mossoul
Al Başrah al Qadīmah IQ: Basra|Bassora|Basora
Al Fallūjah IQ: Falludscha|Fallujah|Falloujah|Faluya|Faluja
Kirkuk IQ: Kirkuk|Kirkouk
Erbil IQ: Erbil|Arbil|Irbil
Karbala IQ: Kerbela|Karbala|Kerbala
Najaf IQ: Nadschaf|Najaf|Nayaf
Tikrīt IQ: Tikrit
Ramādī IQ: Ramadi
Aleppo SY: Aleppo|Alep|Alepo
Homs SY: Homs
Ar Raqqah SY: Rakka|Raqqa|Raqa
Idlib SY: Idlib
Deir ez-Zor SY: Deir al-Sor|Deir ez-Zor|Deir al-Zor
Damascus SY: Damaskus|Damascus|Damas|Damasco
Sidon LB: Sidon|Saïda
Jerusalem IL: Jerusalem|Jérusalem|Jerusalén
Bethlehem PS: Bethlehem|Bethléem|Belén
Nablus PS: Nablus|Naplouse|Nablús
Rafah PS: Rafah|Rafa
Khān Yūnis PS: Chan Junis|Khan Younis|Khan Yunis|Jan Yunis
Amman JO: Amman|Amán
Medina SA: Medina|Médine
Mecca SA: Mekka|Mecca|La Mecque|La Meca
Jeddah SA: Dschidda|Jeddah|Djeddah|Yeda
Sanaa YE: Sanaa|Sana'a|Saná
Aden YE: Aden|Adén
Esfahān IR: Isfahan|Ispahan|Isfahán
Mashhad IR: Maschhad|Mashhad|Machhad
Kabul AF: Kabul|Kaboul
Kunduz AF: Kundus|Kunduz|Kunduz City
Herāt AF: Herat
Alexandria EG: Alexandria|Alexandrie|Alejandría
Khartoum SD: Khartum|Khartoum|Jartum
Benghazi LY: Bengasi|Benghazi|Bengasí
Marrakesh MA: Marrakesch|Marrakesh|Marrakech
Casablanca MA: Casablanca
Tangier MA: Tanger|Tangier|Tánger
Mogadishu SO: Mogadischu|Mogadishu|Mogadiscio
N'Djamena TD: N’Djamena|N'Djamena|Ndjamena|Yamena
Cape Town ZA: Kapstadt|Cape Town|Le Cap|Ciudad del Cabo
Timbuktu ML: Timbuktu|Tombouctou|Tombuctú
Karachi PK: Karatschi|Karachi
Peshawar PK: Peschawar|Peshawar
Calcutta IN: Kalkutta|Kolkata|Calcutta|Calcuta
Mumbai IN: Mumbai|Bombay
Guangzhou CN: Guangzhou|Kanton|Cantón
Tainan TW: Tainan
Hiroshima JP: Hiroshima
Mexico City MX: Mexiko-Stadt|Mexico City|Ciudad de México|CDMX
Montréal CA: Montreal|Montréal
Québec CA: Québec-Stadt|Quebec City
San Francisco US: San Francisco
Los Angeles US: Los Angeles|Los Ángeles
New Orleans US: New Orleans|La Nouvelle-Orléans|Nueva Orleans
"""
"""A name and the country, then the names in the press; these names are nobody else's."""

REGIONS = {
    "DE-SN": ("Saxe", "Sajonia"),
    "DE-TH": ("Thuringe", "Turingia"),
    "DE-NW": ("Rhénanie-du-Nord-Westphalie", "Renania del Norte-Westfalia"),
    "DE-NI": ("Basse-Saxe", "Baja Sajonia"),
    "DE-HE": ("Hesse",),
    "DE-RP": ("Rhénanie-Palatinat",),
    "IT-SICILY": ("Sizilien", "Sicily", "Sicile", "Sicilia"),
    "IT-SARDINIA": ("Sardinien", "Sardinia", "Sardaigne", "Cerdeña"),
    "IT-TUSCANY": ("Toskana", "Tuscany", "Toscane", "Toscana"),
    "IT-LOMBARDY": ("Lombardei", "Lombardy", "Lombardie", "Lombardía"),
    "IT-SOUTH-TYROL": ("Südtirol", "South Tyrol", "Haut-Adige", "Tirol del Sur"),
    "BE-FLANDERS": ("Flandern", "Flanders", "Flandre", "Flandes"),
    "BE-WALLONIA": ("Wallonien", "Wallonia", "Wallonie", "Valonia"),
    "ES-BALEARICS": ("Balearen", "Balearic Islands", "Baléares", "Baleares"),
    "ES-CANARIES": ("Kanaren", "Kanarische Inseln", "Canary Islands", "Canaries", "Canarias"),
    "ES-MALLORCA": ("Mallorca", "Majorca", "Majorque"),
    "FR-ALSACE": ("Elsass", "Alsace", "Alsacia"),
    "FR-LORRAINE": ("Lothringen", "Lorraine", "Lorena"),
    "FR-BURGUNDY": ("Burgund", "Burgundy", "Bourgogne", "Borgoña"),
    "GR-CRETE": ("Kreta", "Crete", "Crète", "Creta"),
    "CZ-BOHEMIA": ("Böhmen", "Bohemia", "Bohême"),
    "SILESIA": ("Schlesien", "Silesia", "Silésie"),
    "RU-SIBERIA": ("Sibirien", "Siberia", "Sibérie"),
    "CAUCASUS": ("Kaukasus", "Caucasus", "Caucase", "Cáucaso"),
    "SAHEL": ("Sahel", "Sahelzone"),
    "MAGHREB": ("Maghreb", "Magreb"),
    "GOLAN": ("Golanhöhen", "Golan", "Golan Heights", "plateau du Golan", "Altos del Golán"),
    "SINAI": ("Sinai", "Sinaï", "Sinaí"),
    "DARFUR": ("Darfur", "Darfour"),
    "TIGRAY": ("Tigray", "Tigré"),
    "KASHMIR": ("Kaschmir", "Kashmir", "Cachemire", "Cachemira"),
    "SCANDINAVIA": ("Skandinavien", "Scandinavia", "Scandinavie", "Escandinavia"),
    "BALTICS": ("Baltikum", "Baltic states", "pays baltes", "países bálticos"),
    "PATAGONIA": ("Patagonien", "Patagonia", "Patagonie"),
    "ALPS": ("Alpen", "Alps", "Alpes"),
    "PYRENEES": ("Pyrenäen", "Pyrenees", "Pyrénées", "Pirineos"),
    "RHINE": ("Rhein", "Rhine", "Rhin", "Rin"),
    "DANUBE": ("Donau", "Danube", "Danubio"),
    "NILE": ("Nil", "Nile", "Nilo"),
    "EUPHRATES": ("Euphrat", "Euphrates", "Euphrate", "Éufrates"),
    "TIGRIS": ("Tigris",),
    "DNIEPER": ("Dnipro-Fluss", "Dnjepr", "Dnieper", "Dniepr", "Dniéper"),
    "MEDITERRANEAN": ("Mittelmeer", "Mediterranean", "Mediterranean Sea", "Méditerranée", "Mediterráneo"),
    "BLACK-SEA": ("Schwarzes Meer", "Schwarze Meer", "Schwarzen Meer", "Black Sea", "mer Noire", "mar Negro"),
    "RED-SEA": ("Rotes Meer", "Rote Meer", "Roten Meer", "Red Sea", "mer Rouge", "mar Rojo"),
    "NORTH-SEA": ("Nordsee", "North Sea", "mer du Nord", "mar del Norte"),
    "BALTIC-SEA": ("Ostsee", "Baltic Sea", "mer Baltique", "mar Báltico"),
    "ATLANTIC": ("Atlantik", "Atlantic", "Atlantic Ocean", "Atlantique", "Atlántico"),
    "PACIFIC": ("Pazifik", "Pacific", "Pacific Ocean", "Pacifique", "Pacífico"),
    "PERSIAN-GULF": ("Persischer Golf", "Persischen Golf", "Persian Gulf", "golfe Persique", "golfo Pérsico"),
    "HORMUZ": ("Straße von Hormus", "Strait of Hormuz", "détroit d’Ormuz", "estrecho de Ormuz"),
    "BOSPORUS": ("Bosporus", "Bosphorus", "Bosphore", "Bósforo"),
}  # fmt: skip


def city_names() -> list[tuple[str, list[str]]]:
    """A city's country, and its names in the press with GeoNames' name first."""
    found = []
    for line in CITIES.strip().splitlines():
        city, _, names = line.partition(": ")
        name, _, country = city.rpartition(" ")
        found.append((country, [name, *names.split("|")]))
    return found

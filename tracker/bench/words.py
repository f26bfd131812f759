"""What titles are made of, in both languages: the first topics are common, the last ones rare."""

# ruff: noqa: RUF001 - text in French and Russian

from tracker.bench.reference import CodeName

TOPICS = tuple(
    CodeName("", en, fr)
    for en, fr in (
        ("critical minerals", "les minéraux critiques"),
        ("supply chain resilience", "la résilience des chaînes d’approvisionnement"),
        ("cooperation in mining", "la coopération minière"),
        ("sustainable investment", "l’investissement durable"),
        ("raw materials value chains", "les chaînes de valeur des matières premières"),
        ("geological mapping", "la cartographie géologique"),
        ("mineral processing", "le traitement des minerais"),
        ("energy transition", "la transition énergétique"),
        ("battery manufacturing", "la fabrication de batteries"),
        ("strategic partnership", "le partenariat stratégique"),
        ("mutual trade", "les échanges mutuels"),
        ("exploration data", "les données d’exploration"),
        ("refining capacity", "les capacités de raffinage"),
        ("recycling of scrap", "le recyclage des déchets"),
        ("market transparency", "la transparence des marchés"),
        ("research and innovation", "la recherche et l’innovation"),
        ("project finance", "le financement de projets"),
        ("export credit", "le crédit à l’exportation"),
        ("responsible sourcing", "l’approvisionnement responsable"),
        ("workforce training", "la formation professionnelle"),
        ("strategic stockpiles", "les stocks stratégiques"),
        ("rail and port infrastructure", "les infrastructures ferroviaires et portuaires"),
        ("permanent magnets", "les aimants permanents"),
        ("renewable electricity", "l’électricité renouvelable"),
        ("green hydrogen", "l’hydrogène vert"),
        ("nuclear fuel", "le combustible nucléaire"),
        ("semiconductors", "les semi-conducteurs"),
        ("environmental standards", "les normes environnementales"),
        ("mine closure", "la fermeture des mines"),
        ("artisanal mining", "l’exploitation artisanale"),
        ("tailings management", "la gestion des résidus"),
        ("traceability", "la traçabilité"),
        ("price floors", "les prix planchers"),
        ("offtake contracts", "les contrats d’enlèvement"),
        ("joint ventures", "les coentreprises"),
        ("technology transfer", "le transfert de technologie"),
        ("customs facilitation", "la facilitation douanière"),
        ("mutual recognition of standards", "la reconnaissance mutuelle des normes"),
        ("electric vehicles", "les véhicules électriques"),
        ("steel decarbonisation", "la décarbonation de l’acier"),
        ("smelting", "la fonderie"),
        ("hydrometallurgy", "l’hydrométallurgie"),
        ("deep-sea resources", "les ressources des grands fonds"),
        ("airborne geophysics", "la géophysique aéroportée"),
        ("core sample archives", "les carothèques"),
        ("satellite remote sensing", "la télédétection par satellite"),
        ("water stewardship", "la gestion de l’eau"),
        ("community benefits", "les retombées pour les communautés"),
        ("indigenous consultation", "la consultation des peuples autochtones"),
        ("anti-corruption", "la lutte contre la corruption"),
        ("dispute settlement", "le règlement des différends"),
        ("double taxation", "la double imposition"),
        ("investment screening", "le filtrage des investissements"),
        ("export controls", "le contrôle des exportations"),
        ("sanctions compliance", "le respect des sanctions"),
        ("insurance of political risk", "l’assurance du risque politique"),
        ("sovereign guarantees", "les garanties souveraines"),
        ("royalty regimes", "les régimes de redevances"),
        ("cadastre digitisation", "la numérisation du cadastre"),
        ("mine safety", "la sécurité des mines"),
        ("drone surveying", "le levé par drone"),
        ("laboratory accreditation", "l’accréditation des laboratoires"),
        ("isotope analysis", "l’analyse isotopique"),
        ("solvent extraction", "l’extraction par solvant"),
        ("direct lithium extraction", "l’extraction directe du lithium"),
        ("brine evaporation", "l’évaporation des saumures"),
        ("spodumene conversion", "la conversion du spodumène"),
        ("spherical graphite", "le graphite sphérique"),
        ("precursor cathodes", "les précurseurs de cathodes"),
        ("sulphuric acid supply", "l’approvisionnement en acide sulfurique"),
        ("ferroalloys", "les ferroalliages"),
        ("aerospace alloys", "les alliages aérospatiaux"),
        ("munitions-grade antimony", "l’antimoine pour munitions"),
        ("superconductors", "les supraconducteurs"),
        ("optical fibres", "les fibres optiques"),
        ("photovoltaic glass", "le verre photovoltaïque"),
        ("wind turbines", "les éoliennes"),
        ("grid storage", "le stockage sur réseau"),
        ("desalination", "le dessalement"),
        ("geothermal brines", "les saumures géothermales"),
        ("phosphate fertilisers", "les engrais phosphatés"),
        ("bauxite residues", "les boues rouges"),
        ("coal ash recovery", "la valorisation des cendres de charbon"),
        ("urban mining", "la mine urbaine"),
        ("seabed nodules", "les nodules polymétalliques"),
        ("permafrost engineering", "le génie du pergélisol"),
        ("avalanche protection", "la protection contre les avalanches"),
        ("camel-track logistics", "la logistique des pistes caravanières"),
        ("meteorite prospecting", "la prospection de météorites"),
    )
)

SITES = tuple(
    CodeName("", en, fr)
    for en, fr in (
        ("deposit", "gisement"),
        ("mine", "mine"),
        ("refinery", "raffinerie"),
        ("smelter", "fonderie"),
        ("corridor", "corridor"),
        ("basin", "bassin"),
        ("plant", "usine"),
        ("port", "port"),
    )
)

_SYLLABLES = (
    *("kara", "mur", "tal", "sor", "bel", "nur", "zhan", "lum", "gor", "dal", "shy", "ruk"),
    *("tem", "wad", "pal", "kol", "vel", "mak", "chu", "sen", "boz", "hol", "jar", "fen"),
    *("lob", "gan", "tir", "mon", "sul", "rav", "del", "kut", "par", "zim", "nor", "bas"),
)
_ENDINGS = ("tau", "bek", "dorp", "mina", "gorsk", "wana", "field", "stan", "ville", "puri", "lo")
_STEP = 10_007  # a prime: neighbours in number are no neighbours in spelling
_PLACES = len(_SYLLABLES) ** 3 * len(_ENDINGS)


def place(number: int) -> str:
    """Return the name of a place; another one for each number up to half a million."""
    rest = number * _STEP % _PLACES
    rest, ending = divmod(rest, len(_ENDINGS))
    rest, first = divmod(rest, len(_SYLLABLES))
    last, middle = divmod(rest, len(_SYLLABLES))
    return (_SYLLABLES[first] + _SYLLABLES[middle] + _SYLLABLES[last] + _ENDINGS[ending]).title()


def places(agreements: int) -> int:
    """Return how many places the titles of so many agreements name."""
    return max(20, agreements // 25)


def rare_word(agreements: int) -> str:
    """Return the place that is named least: in some ten titles, however many there are."""
    return place(places(agreements) - 1)


COMMON_WORD = "resilience"
"""A word of a good tenth of all titles."""

"""The edition, its venues, rooms and the hours in which bilaterals may be held."""

from datetime import date, time
from typing import Any

from week.introduction import INTRODUCTIONS

EDITION: dict[str, Any] = {
    "conference": "contact-days",
    "code": "contact-days-2026",
    "title nl": "Diplomatieke contactdagen 2026",
    "title fr": "Journées de contact diplomatiques 2026",
    "title de": "Diplomatische Kontakttage 2026",
    "title en": "Diplomatic Contact Days 2026",
    "theme nl": (
        "Wereldwijd invloed uitoefenen door economische en politieke diplomatie: hoe kunnen we onze instrumenten "
        "inzetten en aanpassen om het effect van ons beleid te vergroten?"
    ),
    "theme fr": (
        "Peser dans le monde par la diplomatie économique et politique : comment utiliser et adapter nos instruments "
        "pour que notre politique ait plus d’effet ?"
    ),
    "theme de": (
        "Weltweit Einfluss nehmen durch wirtschaftliche und politische Diplomatie: Wie können wir unsere Instrumente "
        "einsetzen und anpassen, damit unsere Politik mehr bewirkt?"
    ),
    "theme en": (
        "Worldwide influence through economic and political diplomacy: how can we use and adapt our instruments "
        "so that our policy has more effect?"
    ),
    "introduction nl": INTRODUCTIONS["nl"],
    "introduction fr": INTRODUCTIONS["fr"],
    "introduction de": INTRODUCTIONS["de"],
    "introduction en": INTRODUCTIONS["en"],
    "first day": date(2026, 2, 2),
    "last day": date(2026, 2, 6),
    "time zone": "Europe/Brussels",
    "default language": "nl",
    "required languages": "nl;fr",
    "venue": "egmont",
    "meeting length": 15,
    "meeting pitch": 20,
    "change-over": 5,
    "cap post": 10,
    "cap organisation": 5,
    "weight mutual": 3,
    "issuer name": "FOD Buitenlandse Zaken / SPF Affaires étrangères (voorbeeld / exemple)",
    "issuer street": "Voorbeeldstraat 15 / Rue de l’Exemple 15",
    "issuer city": "1000 Brussel / Bruxelles",
    "issuer country": "België / Belgique",
    "issuer phone": "+32 2 000 00 00",
    "issuer site": "https://contactdagen.example",
}

VENUES: list[dict[str, Any]] = [
    {
        "code": "egmont",
        "name": "Egmont Palace",
        "name nl": "Egmontpaleis",
        "name fr": "palais d’Egmont",
        "name de": "Egmont-Palast",
        "address": "Kleine Zavel / Petit Sablon, 1000 Brussel / Bruxelles",
    },
    {
        "code": "laeken",
        "name": "Laeken Castle",
        "name nl": "Kasteel van Laken",
        "name fr": "château de Laeken",
        "name de": "Schloss Laeken",
        "address": "1020 Brussel / Bruxelles",
    },
    {
        "code": "parliament",
        "name": "Palace of the Nation",
        "name nl": "Paleis der Natie",
        "name fr": "palais de la Nation",
        "name de": "Palast der Nation",
        "address": "Natieplein / place de la Nation, 1000 Brussel / Bruxelles",
    },
    {
        "code": "port-house",
        "name": "Port House",
        "name nl": "Havenhuis",
        "name fr": "Maison du port",
        "name de": "Hafenhaus",
        "address": "Antwerpen",
    },
]

TRAVEL: list[dict[str, Any]] = [
    {"from": "egmont", "to": "laeken", "minutes": 30},
    {"from": "egmont", "to": "parliament", "minutes": 15},
    {"from": "egmont", "to": "port-house", "minutes": 70},
    {"from": "laeken", "to": "parliament", "minutes": 25},
    {"from": "laeken", "to": "port-house", "minutes": 60},
    {"from": "parliament", "to": "port-house", "minutes": 65},
]

# code, name, venue, kind, capacity, interpreters' booths
SESSION_ROOMS = [
    ("glaces", "Galerie des Glaces", "egmont", "hall", 260, 4),
    ("marbres", "Galerie des Marbres", "egmont", "hall", 180, None),
    ("tapisseries", "Salle des Tapisseries", "egmont", "hall", 200, None),
    ("louis-xiv", "Salon Louis XIV", "egmont", "hall", 150, None),
    ("salon-vert", "Salon Vert", "egmont", "hall", 60, None),
    ("salon-dames", "Salon des Dames", "egmont", "hall", 40, None),
    ("arenberg", "Arenberg", "egmont", "room", 110, 4),
    ("europe", "Europe", "egmont", "room", 80, 3),
    ("bleue", "Salle Bleue", "egmont", "room", 45, 2),
    ("orange", "Salle Orange", "egmont", "room", 45, 2),
    ("press-room", "Press room", "egmont", "room", 80, 2),
    ("coach-stop", "Coach stop Petit Sablon", "egmont", "outside", 400, None),
    ("laeken-salons", "Great drawing rooms", "laeken", "hall", 350, None),
    ("chamber-hall", "International hall", "parliament", "hall", 180, 3),
    ("port-house-hall", "Auditorium", "port-house", "hall", 160, None),
]
IN_OTHER_LANGUAGES = {
    "press-room": {"name nl": "Perszaal", "name fr": "Salle de presse", "name de": "Presseraum"},
    "coach-stop": {
        "name nl": "Bushalte Kleine Zavel",
        "name fr": "Arrêt des cars, Petit Sablon",
        "name de": "Bushaltestelle Kleiner Sablon",
    },
    "laeken-salons": {"name nl": "Grote salons", "name fr": "Grands salons", "name de": "Große Salons"},
    "chamber-hall": {
        "name nl": "Internationale zaal",
        "name fr": "Salle internationale",
        "name de": "Internationaler Saal",
    },
    "bleue": {"name nl": "Blauwe zaal", "name de": "Blauer Saal", "name en": "Blue Room"},
    "orange": {"name nl": "Oranje zaal", "name de": "Oranger Saal", "name en": "Orange Room"},
}
TABLES, OFFICES = 21, 4

# The windows in which bilaterals may be held: day of February, from, to.
HOURS = [
    (2, time(14, 0), time(17, 40)),
    (3, time(14, 0), time(18, 0)),
    (4, time(14, 20), time(18, 0)),
    (5, time(14, 0), time(17, 40)),
    (6, time(9, 0), time(12, 20)),
]


def rooms() -> list[dict[str, Any]]:
    """Rooms for sessions, then the tables and offices where two parties meet. Capacities are assumed."""
    headings = ("code", "name", "venue", "kind", "capacity", "booths")
    places: list[dict[str, Any]] = [
        dict(zip(headings, room, strict=True)) | IN_OTHER_LANGUAGES.get(room[0], {}) for room in SESSION_ROOMS
    ]
    places += [_table(number) for number in range(1, TABLES + 1)]
    places += [_office(number) for number in range(1, OFFICES + 1)]
    return [place | {"assumed": "yes"} for place in places]


def windows() -> list[dict[str, Any]]:
    """The rows of the sheet of windows."""
    return [{"date": date(2026, 2, day), "from": start, "to": end} for day, start, end in HOURS]


def _table(number: int) -> dict[str, Any]:
    return {
        "code": f"table-{number:02}",
        "name": f"Table {number}",
        "name nl": f"Tafel {number}",
        "name de": f"Tisch {number}",
        "venue": "egmont",
        "kind": "table",
        "capacity": 6,
        "part of": "marbres",
        "bilaterals": "yes",
    }


def _office(number: int) -> dict[str, Any]:
    return {
        "code": f"office-{number}",
        "name": f"Office {number}",
        "name nl": f"Kantoor {number}",
        "name fr": f"Bureau {number}",
        "name de": f"Büro {number}",
        "venue": "egmont",
        "kind": "room",
        "capacity": 8,
        "bilaterals": "yes",
    }

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
    {"code": "egmont", "name": "Egmontpaleis / Palais d’Egmont", "address": "Kleine Zavel / Petit Sablon, Brussel"},
    {"code": "laeken", "name": "Kasteel van Laken / Château de Laeken", "address": "Laken / Laeken, Brussel"},
    {"code": "parliament", "name": "Paleis der Natie / Palais de la Nation", "address": "Natieplein, Brussel"},
    {"code": "port-house", "name": "Havenhuis / Maison du port", "address": "Antwerpen / Anvers"},
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
    ("press-room", "Perszaal / Salle de presse", "egmont", "room", 80, 2),
    ("coach-stop", "Bushalte Kleine Zavel / Arrêt des cars Petit Sablon", "egmont", "outside", 400, None),
    ("laeken-salons", "Grote salons / Grands salons", "laeken", "hall", 350, None),
    ("chamber-hall", "Internationale zaal / Salle internationale", "parliament", "hall", 180, 3),
    ("port-house-hall", "Auditorium", "port-house", "hall", 160, None),
]
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
    places = [dict(zip(headings, room, strict=True)) for room in SESSION_ROOMS]
    places += [_table(number) for number in range(1, TABLES + 1)]
    places += [_office(number) for number in range(1, OFFICES + 1)]
    return [place | {"assumed": "yes"} for place in places]


def windows() -> list[dict[str, Any]]:
    """The rows of the sheet of windows."""
    return [{"date": date(2026, 2, day), "from": start, "to": end} for day, start, end in HOURS]


def _table(number: int) -> dict[str, Any]:
    return {
        "code": f"table-{number:02}",
        "name": f"Tafel / Table {number}",
        "venue": "egmont",
        "kind": "table",
        "capacity": 6,
        "part of": "marbres",
        "bilaterals": "yes",
    }


def _office(number: int) -> dict[str, Any]:
    return {
        "code": f"office-{number}",
        "name": f"Bureau {number}",
        "venue": "egmont",
        "kind": "room",
        "capacity": 8,
        "bilaterals": "yes",
    }

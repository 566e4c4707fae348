"""What sheets and columns are called in Dutch, French, German and English, besides their published names.

Compared without regard to case, accents, spaces and punctuation (``folded``).
"""

import unicodedata

from contactdays.intake.layout import LANGUAGES, SheetLayout

SHEET_NAMES: dict[str, str] = {
    "Edition": "editie, uitgave, édition, ausgabe, edition",
    "Venues": "venue, locaties, locatie, gebouwen, lieux, lieu, bâtiments, orte, ort, gebäude, buildings",
    "Travel": "travel times, reistijden, reistijd, verplaatsingen, trajets, déplacements, temps de trajet, "
    "wegzeiten, fahrzeiten, reisezeiten",
    "Rooms": "room, zalen, zaal, lokalen, salles, salle, locaux, räume, raum, säle, rooms and tables",
    "Windows": "window, meeting windows, tijdvakken, tijdvensters, vensters, plages, plages horaires, créneaux, "
    "zeitfenster",
    "Posts": "post, posten, missies, postes, poste, vertretungen, vertretung, auslandsvertretungen, missions",
    "People": "persons, person, personen, persoon, personnes, personne",
    "Incumbencies": "incumbency, incumbents, ambtstermijnen, bezetting, titularissen, mandats, titulaires, "
    "amtszeiten, amtsinhaber, besetzungen",
    "Organisations": "organisation, organizations, organisaties, organisatie, organismes, organisationen, "
    "tegenpartijen, partners, counterparts",
    "Participants": "participant, deelnemers, deelnemer, participants, teilnehmer, teilnehmende",
    "Sessions": "session, programme, program, sessies, sessie, programma, séances, séance, sitzungen, sitzung, "
    "programm",
    "Availability": "availabilities, beschikbaarheid, beschikbaarheden, disponibilités, disponibilité, "
    "verfügbarkeit, verfügbarkeiten",
    "Requests": "request, meeting requests, aanvragen, aanvraag, verzoeken, demandes, demande, anfragen, anfrage, "
    "wünsche",
}

EVERYWHERE: dict[str, str] = {
    "code": "code, kode, id, kürzel, sigle",
    "name": "naam, nom, name, bezeichnung, benaming",
    "kind": "type, soort, genre, art, typ, catégorie, categorie",
    "venue": "locatie, gebouw, lieu, bâtiment, ort, gebäude, building",
    "date": "datum, dag, date, jour, tag, day",
    "from": "van, vanaf, de, du, à partir de, dès, von, ab, start, begin, début, beginn",
    "to": "tot, à, au, jusqu’à, bis, end, einde, fin, ende",
    "post": "post, poste, vertretung, auslandsvertretung, missie, mission",
    "person": "persoon, personne, person",
    "organisation": "organisatie, organisation, organization, organisme",
    "region": "regio, gewest, région, region",
    "language": "taal, langue, sprache",
    "languages": "talen, langues, sprachen",
    "room": "zaal, lokaal, salle, raum, saal",
    "note": "nota, opmerking, note, remarque, bemerkung, anmerkung, notiz",
    "title": "titel, titre, title",
    "function": "functie, fonction, funktion, position",
}

BY_SHEET: dict[str, dict[str, str]] = {
    "Edition": {
        "conference": "conferentie, conférence, konferenz",
        "theme": "thema, thème",
        "introduction": "inleiding, introduction, einleitung, einführung, intro",
        "first day": "eerste dag, premier jour, erster tag, start, begin, début, beginn",
        "last day": "laatste dag, dernier jour, letzter tag, einde, fin, ende, end",
        "time zone": "tijdzone, fuseau horaire, fuseau, zeitzone, timezone",
        "default language": "standaardtaal, langue par défaut, standardsprache",
        "required languages": "verplichte talen, vereiste talen, langues obligatoires, langues requises, "
        "pflichtsprachen, erforderliche sprachen",
        "venue": "hoofdlocatie, lieu principal, hauptort, main venue",
        "meeting length": "gespreksduur, duur gesprek, durée des entretiens, durée entretien, gesprächsdauer",
        "meeting pitch": "gesprekstakt, tijd tussen gesprekken, cadence, cadence des entretiens, gesprächstakt, takt",
        "change-over": "wisseltijd, temps de passage, battement, wechselzeit, changeover time",
        "cap post": "maximum post, max post, maximum per post, maximum par poste, max poste, höchstzahl vertretung, "
        "maximum vertretung",
        "cap organisation": "maximum organisatie, max organisatie, maximum par organisation, max organisation, "
        "höchstzahl organisation, maximum organisation",
        "weight mutual": "gewicht wederzijds, bonus wederzijds, poids mutuel, bonus mutuel, gewicht gegenseitig",
        "issuer name": "afzender naam, naam afzender, émetteur nom, nom émetteur, herausgeber name, name herausgeber",
        "issuer street": "afzender straat, straat afzender, émetteur rue, rue émetteur, herausgeber straße",
        "issuer city": "afzender stad, stad afzender, émetteur ville, ville émetteur, herausgeber ort",
        "issuer country": "afzender land, land afzender, émetteur pays, pays émetteur, herausgeber land",
        "issuer phone": "afzender telefoon, telefoon afzender, émetteur téléphone, téléphone émetteur, "
        "herausgeber telefon",
        "issuer site": "afzender website, website afzender, émetteur site, site émetteur, herausgeber website, "
        "issuer website",
    },
    "Venues": {"address": "adres, adresse, anschrift"},
    "Travel": {"minutes": "minuten, minutes, min, dauer, duur, durée"},
    "Rooms": {
        "capacity": "capaciteit, capacité, kapazität, plaatsen, places, plätze",
        "assumed": "aangenomen, geschat, supposée, estimée, angenommen, geschätzt, estimated",
        "part of": "deel van, staat in, fait partie de, partie de, teil von, steht in",
        "bilaterals": "bilaterale, bilaterale gesprekken, bilateralen, bilatérales, bilatéraux, entretiens bilatéraux, "
        "bilaterale gespräche",
        "booths": "cabines, tolkencabines, cabines d’interprétation, kabinen, dolmetscherkabinen",
    },
    "Posts": {
        "city": "stad, ville, stadt, plaats",
        "country": "land, pays",
        "accredited to": "geaccrediteerd bij, geaccrediteerd in, accrédité auprès de, accrédité, akkreditiert bei, "
        "akkreditiert in",
        "opens": "opent, opening, ouvre, ouverture, öffnet, eröffnung",
        "closes": "sluit, sluiting, ferme, fermeture, schließt, schließung",
    },
    "People": {
        "given name": "voornaam, prénom, vorname, first name",
        "family name": "familienaam, achternaam, nom, nom de famille, familienname, nachname, last name, surname",
        "original name": "oorspronkelijke naam, naam in eigen schrift, nom original, nom d’origine, originalname, "
        "name in eigener schrift",
        "original language": "oorspronkelijke taal, taal van de naam, langue d’origine, langue du nom, "
        "originalsprache, sprache des namens",
        "gender": "geslacht, gender, sexe, genre, geschlecht",
        "email": "e-mail, e-mailadres, mail, courriel, adresse électronique, adresse e-mail, e-mail-adresse",
    },
    "Incumbencies": {
        "role": "rol, hoedanigheid, rôle, qualité, rolle, eigenschaft",
        "until": "tot, tot en met, jusqu’au, jusqu’à, au, bis, bis einschließlich, to",
    },
    "Organisations": {
        "sector": "sector, secteur, sektor, branche",
        "countries": "landen, pays, länder, countries of interest",
    },
    "Participants": {
        "spokesperson": "woordvoerder, porte-parole, sprecher, sprecherin, pressesprecher",
        "listed": "vermeld, publiek vermeld, mentionné, nommé, genannt, öffentlich genannt",
    },
    "Sessions": {
        "short title": "korte titel, titre court, kurztitel",
        "destination": "bestemming, destination, ziel",
        "audience": "publiek, doelgroep, public, teilnehmerkreis, zielgruppe",
        "optional audience": "facultatief publiek, optioneel publiek, public facultatif, public optionnel, "
        "freiwilliger teilnehmerkreis, optionale zielgruppe",
        "speakers": "sprekers, orateurs, intervenants, redner, rednerinnen und redner",
        "marking": "markering, rubricering, marquage, diffusion, kennzeichnung, einstufung",
        "press": "pers, presse",
    },
    "Availability": {"reason": "reden, motif, raison, grund"},
    "Requests": {
        "from post": "van post, du poste, de poste, von vertretung, aanvrager post, poste demandeur",
        "from organisation": "van organisatie, de l’organisation, de organisation, von organisation, "
        "aanvrager organisatie, organisation demandeuse",
        "to post": "aan post, naar post, au poste, à poste, an vertretung, gevraagde post, poste sollicité",
        "to organisation": "aan organisatie, naar organisatie, à l’organisation, à organisation, an organisation, "
        "gevraagde organisatie, organisation sollicitée",
        "purpose": "doel, onderwerp, objet, but, zweck, anliegen, subject",
        "priority": "prioriteit, priorité, priorität",
        "wish": "wens, souhait, wunsch",
        "length": "duur, lengte, durée, longueur, dauer, länge, duration",
    },
}

LANGUAGE_NAMES: dict[str, str] = {
    "nl": "nl, nederlands, néerlandais, niederländisch, dutch",
    "fr": "fr, frans, français, französisch, french",
    "de": "de, duits, allemand, deutsch, german",
    "en": "en, engels, anglais, englisch, english",
}


def folded(text: str) -> str:
    """``text`` as it is compared: letters and digits only, without case and accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if letter.isalnum())


def sheet_names() -> dict[str, str]:
    """Published sheet name by every folded name it goes by."""
    names = {folded(word): name for name, words in SHEET_NAMES.items() for word in words.split(", ")}
    return names | {folded(name): name for name in SHEET_NAMES}


def column_names(layout: SheetLayout) -> dict[str, str]:
    """Published column name by every folded heading it goes by in this sheet."""
    names: dict[str, str] = {}
    for column in layout.columns:
        for heading in _headings(layout.name, column.name):
            names.setdefault(folded(heading), column.name)
    return names | {folded(column.name): column.name for column in layout.columns}


def _headings(sheet: str, column: str) -> list[str]:
    stem, _, language = column.rpartition(" ")
    if stem and language in LANGUAGES:
        tongues = LANGUAGE_NAMES[language].split(", ")
        return [f"{word} {tongue}" for word in (stem, *_words(sheet, stem)) for tongue in tongues]
    return _words(sheet, column)


def _words(sheet: str, column: str) -> list[str]:
    own = BY_SHEET.get(sheet, {}).get(column, "")
    general = EVERYWHERE.get(column, "")
    return [word for words in (own, general) for word in words.split(", ") if word]

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PostKind(TextChoices):
    EMBASSY = "embassy", _("embassy")
    CONSULATE_GENERAL = "consulate-general", _("consulate-general")
    PERMANENT_REPRESENTATION = "permanent-representation", _("permanent representation")
    DIPLOMATIC_OFFICE = "diplomatic-office", _("diplomatic office")
    NON_RESIDENT_AMBASSADOR = "non-resident-ambassador", _("non-resident ambassador")


class WorldRegion(TextChoices):
    AFRICA = "africa", _("Africa")
    AMERICAS = "americas", _("Americas")
    ASIA_PACIFIC = "asia-pacific", _("Asia and Pacific")
    EUROPE = "europe", _("Europe")
    MIDDLE_EAST = "middle-east", _("Middle East")
    MULTILATERAL = "multilateral", _("multilateral")


class IncumbencyRole(TextChoices):
    HEAD = "head", _("head of mission")
    CHARGE = "charge", _("chargé d’affaires")
    DESIGNATE = "designate", _("designate")


class Gender(TextChoices):
    FEMALE = "f", _("female")
    MALE = "m", _("male")
    OTHER = "x", _("other or not given")


class OrganisationKind(TextChoices):
    HEAD_OF_STATE = "head-of-state", _("head of state")
    FEDERAL_CABINET = "federal-cabinet", _("federal cabinet")
    FEDERAL_ADMINISTRATION = "federal-administration", _("federal administration")
    PARLIAMENT = "parliament", _("parliament")
    REGIONAL_GOVERNMENT = "regional-government", _("regional government")
    COMMUNITY_GOVERNMENT = "community-government", _("community government")
    REGIONAL_ADMINISTRATION = "regional-administration", _("regional administration")
    REGIONAL_AGENCY = "regional-agency", _("regional agency")
    INTERFEDERAL_AGENCY = "interfederal-agency", _("interfederal agency")
    DEVELOPMENT_AGENCY = "development-agency", _("development agency")
    DEVELOPMENT_FINANCE = "development-finance", _("development finance")
    EXPORT_FINANCE = "export-finance", _("export finance")
    EXPORT_CREDIT_INSURANCE = "export-credit-insurance", _("export credit insurance")
    CENTRAL_BANK = "central-bank", _("central bank")
    THINK_TANK = "think-tank", _("think tank")
    CIVIL_SOCIETY = "civil-society", _("civil society")
    FINANCIAL_INSTITUTION = "international-financial-institution", _("international financial institution")
    FEDERATION = "federation", _("federation")
    CHAMBER = "chamber", _("chamber of commerce")
    CITY = "city", _("city")
    COMPANY = "company", _("company")
    RESEARCH_CENTRE = "research-centre", _("research centre")


class HomeRegion(TextChoices):
    FLANDERS = "flanders", _("Flanders")
    WALLONIA = "wallonia", _("Wallonia")
    BRUSSELS = "brussels", _("Brussels")
    FEDERAL = "federal", _("federal")
    ABROAD = "abroad", _("abroad")


class AvailabilityKind(TextChoices):
    UNAVAILABLE = "unavailable", _("unavailable")
    PRIVATE = "private", _("private")
    ONLY = "only", _("only then")

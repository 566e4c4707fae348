"""Settings of an installation, all from the environment; the defaults suit a laptop and the tests.

Environment (docs/reference/settings.md): CONTACTDAYS_MODE (production, demo, test), CONTACTDAYS_STATE,
CONTACTDAYS_DATABASE, CONTACTDAYS_SECRET_KEY, CONTACTDAYS_HOSTS, CONTACTDAYS_NOW (demo and test only).
"""

import os
import sys
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlparse

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

PACKAGE = Path(__file__).resolve().parent.parent
MODE = os.environ.get("CONTACTDAYS_MODE", "test" if "pytest" in sys.modules else "production")
if MODE not in {"production", "demo", "test"}:
    raise ImproperlyConfigured(f"CONTACTDAYS_MODE is “{MODE}”; it must be production, demo or test.")
DEMO = MODE == "demo"
STATE = Path(os.environ.get("CONTACTDAYS_STATE", "var")).resolve()
DEBUG = False


def _secret_key() -> str:
    """From the environment; in demo and test a key of this state folder or run, so that nothing needs setting."""
    if key := os.environ.get("CONTACTDAYS_SECRET_KEY"):
        return key
    if MODE == "production":
        raise ImproperlyConfigured("Set CONTACTDAYS_SECRET_KEY to 50 or more random characters.")
    if MODE == "test":
        return get_random_secret_key()
    kept = STATE / "secret-key"
    STATE.mkdir(parents=True, exist_ok=True)
    if not kept.exists():
        kept.touch(mode=0o600)
        kept.write_text(get_random_secret_key())
    return kept.read_text()


def held_clock(mode: str, instant: str) -> datetime | None:
    """Where the clock stands still, for looking at a week as it will be; None: it runs. Never in production."""
    if not instant:
        return None
    if mode == "production":
        raise ImproperlyConfigured("CONTACTDAYS_NOW holds the clock; it is refused in production. Unset it.")
    try:
        held = datetime.fromisoformat(instant)
    except ValueError as error:
        raise ImproperlyConfigured(f"CONTACTDAYS_NOW is “{instant}”, no ISO 8601 instant.") from error
    if held.tzinfo is None:
        raise ImproperlyConfigured(f"CONTACTDAYS_NOW is “{instant}”, without its zone, such as +01:00.")
    return held


SECRET_KEY = _secret_key()
NOW = held_clock(MODE, os.environ.get("CONTACTDAYS_NOW", ""))
ALLOWED_HOSTS = os.environ.get("CONTACTDAYS_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "contactdays.core.apps.CoreConfig",
    "contactdays.audit.apps.AuditConfig",
    "contactdays.outbox.apps.OutboxConfig",
    "contactdays.typesetting.apps.TypesettingConfig",
    "contactdays.editions.apps.EditionsConfig",
    "contactdays.accounts.apps.AccountsConfig",
    "contactdays.people.apps.PeopleConfig",
    "contactdays.programme.apps.ProgrammeConfig",
    "contactdays.bilaterals.apps.BilateralsConfig",
    "contactdays.planning.apps.PlanningConfig",
    "contactdays.agendas.apps.AgendasConfig",
    "contactdays.intake.apps.IntakeConfig",
    "contactdays.press.apps.PressConfig",
    "contactdays.web.apps.WebConfig",
    "contactdays.cli.apps.CliConfig",
]
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SILENCED_SYSTEM_CHECKS: list[str] = []

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "contactdays.web.press_misses.PressMisses",
    "contactdays.web.kept_pages.KeptPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "contactdays.web.middleware.EditionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "contactdays.web.forgetting.ForgetKeptPages",
    "contactdays.web.middleware.AudienceMiddleware",
]
ROOT_URLCONF = "contactdays.config.urls"
WSGI_APPLICATION = "contactdays.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "contactdays.web.context.page",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
            "string_if_invalid": "",
        },
    }
]

_SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}


def _database() -> dict[str, object]:
    """CONTACTDAYS_DATABASE is a path to an SQLite file or ``postgresql://user:password@host:port/name``."""
    address = os.environ.get("CONTACTDAYS_DATABASE", str(STATE / "contactdays.sqlite3"))
    if not address.startswith("postgresql://"):
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": address,
            "OPTIONS": _SQLITE_OPTIONS,
            "CONN_MAX_AGE": 60,
        }
    parts = urlparse(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }


DATABASES = {"default": _database()}
if MODE == "test" and "sqlite3" in str(DATABASES["default"]["ENGINE"]):
    DATABASES["default"]["TEST"] = {"OPTIONS": _SQLITE_OPTIONS}

LANGUAGE_CODE = "en"
LANGUAGES = [("nl", "Nederlands"), ("fr", "Français"), ("de", "Deutsch"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATICFILES_DIRS = [PACKAGE / "web" / "static"]
STATIC_ROOT = None if MODE == "test" else STATE / "static"
WHITENOISE_USE_FINDERS = MODE == "test"  # elsewhere: contactdays manage collectstatic, under hashed names, compressed
WHITENOISE_MIMETYPES = {".webmanifest": "application/manifest+json", ".woff2": "font/woff2"}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if MODE == "test"
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "TIMEOUT": 60,  # the longest that a page can outlive a change that nobody recorded
        "OPTIONS": {"MAX_ENTRIES": 1000},
    },
}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF],
        "script-src": [SELF],
        "worker-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
BEHIND_PROXY = os.environ.get("CONTACTDAYS_BEHIND_PROXY") == "yes"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "contactdays.web.errors.csrf_refused"
if MODE == "production":
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    if BEHIND_PROXY:  # only where a proxy of ours sets and strips this header
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if MODE == "test"
    else ["django.contrib.auth.hashers.ScryptPasswordHasher"]
)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"secret_addresses": {"()": "contactdays.web.logs.HideSecretAddresses"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["secret_addresses"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

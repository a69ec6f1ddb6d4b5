"""Settings, read top to bottom. Each knob has a default that works on a laptop.

docs/operating.md names every variable that is read from the environment here.
"""

from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from config import environment, society, town

BASE_DIR = Path(__file__).resolve().parent.parent

# Everything Ankomst keeps lies here: database, originals, renditions, index, mail.
DATA_DIR = Path(environment.text("DATA_DIR", default=str(BASE_DIR / "var"))).resolve()

# The sample archive: demo people may sign in by password, mail becomes files.
DEMO = environment.flag("DEMO", default=False)

# Only while writing code: errors with their source, static files as they lie.
DEBUG = environment.flag("DEBUG", default=False)

SECRET_KEY = environment.secret("SECRET_KEY", kept_in=DATA_DIR / "secret.key")

# Where the house is seen from outside; printed in QR codes, mails and share links.
HOST = environment.text("HOST", default="127.0.0.1")
PORT = environment.number("PORT", default=8000)
SITE_URL = environment.text("SITE_URL", default=f"http://{HOST}:{PORT}").rstrip("/")
ALLOWED_HOSTS = environment.words(
    "ALLOWED_HOSTS",
    default=f"{urlsplit(SITE_URL).hostname},{HOST},localhost,127.0.0.1",
)
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# Whose archive this is.
SOCIETY = society.read(DATA_DIR / "society.toml")

# The town with a few strokes, for those who put a pin in it; None where nobody drew it.
TOWN = town.read(DATA_DIR / "town.toml")

INSTALLED_APPS = [
    "config",
    "search",
    "exhibitions",
    "submissions",
    "archive",
    "accounts",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "filer",
    "easy_thumbnails",  # filer will not start without it; no thumbnail is made with it
    "haystack",
    "simple_history",
    "django_tasks",
    "django_tasks_db",
    "django.contrib.admin.apps.SimpleAdminConfig",  # filer imports it; no address
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
]

# Filer brings an admin with it that refers to others; none of them is registered here.
SILENCED_SYSTEM_CHECKS = ["admin.E039"]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.TextGZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "config.middleware.NoNulMiddleware",
    "config.middleware.PlainWordsMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context.house",
            ],
        },
    },
]

# SQLite on a laptop; PostgreSQL when DATABASE_URL says postgres://…
DATABASES = {
    "default": environment.database("DATABASE_URL", default=DATA_DIR / "ankomst.db")
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Tries at the door of the workroom are counted in the database, for every process and
# across restarts; what is counted once per version of the archive stays in this process.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "tries_at_the_door",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    "facets": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "facets",
    },
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "OPTIONS": {"MAX_ENTRIES": 400},
    },
}

# Signing in: a code by e-mail; by password only in the demo.
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "accounts.adapter.HouseAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 900
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_GET = False

# Or with a passkey: the phone's finger or face. Browsers give them to https and to
# localhost only, and to names, never to a bare number like 127.0.0.1.
MFA_ADAPTER = "accounts.keys.HouseKeys"
MFA_SUPPORTED_TYPES = ["webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
# Over plain http only on one's own machine, for trying it out.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SITE_URL.startswith("https://")
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "submissions:inbox"
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
]

# Danish at the root; the others under /en/ /tr/ /ur/ /ar/.
LANGUAGE_CODE = "da"
LANGUAGES = [
    ("da", _("Danish")),
    ("tr", _("Turkish")),
    ("ur", _("Urdu")),
    ("ar", _("Arabic")),
    ("en", _("English")),
]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["config.formats"]
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True
SESSION_COOKIE_NAME = "ankomst"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Static files: hashed names, served by the same process.
STATIC_URL = "static/"
STATIC_ROOT = environment.folder(DATA_DIR / "static")
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_KEEP_ONLY_HASHED_FILES = False
WHITENOISE_USE_FINDERS = DEBUG
STORAGES = {
    "default": {"BACKEND": "archive.storage.SyncedStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "config.static.HouseStaticStorage"
        )
    },
}

# Families' files: private, byte for byte, never decoded by the web process.
MEDIA_ROOT = DATA_DIR / "originals"
MEDIA_URL = "/originals-have-no-address/"
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
FILE_UPLOAD_TEMP_DIR = str(environment.folder(DATA_DIR / "arriving"))
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 40
LARGEST_FILE = environment.number("LARGEST_FILE_MB", default=120) * 1024 * 1024
MOST_FILES = 10
# Together, all files of one contribution; and where they lie until they are whole.
LARGEST_CONTRIBUTION = (
    environment.number("LARGEST_CONTRIBUTION_MB", default=1200) * 1024 * 1024
)
PIECES_DIR = environment.folder(DATA_DIR / "arriving" / "pieces")

# How often one address, contribution or mailbox may knock in an hour, where the numbers
# in submissions/throttle.py do not fit: LIMITS="beginning=600, objecting=50".
LIMITS = environment.limits("LIMITS")

# How long an answer of the desk can be taken back before the family is told of it.
UNDO_SECONDS = environment.number("UNDO_SECONDS", default=10)

# A form with nothing but words that comes back faster was not written by a person.
QUICKEST_WRITER = environment.number("QUICKEST_WRITER", default=2)  # seconds

FILER_IS_PUBLIC_DEFAULT = False
FILER_ENABLE_PERMISSIONS = False
FILER_STORAGES = {
    "private": {
        "main": {
            "ENGINE": "archive.storage.SyncedStorage",
            "OPTIONS": {"base_url": MEDIA_URL},
            "UPLOAD_TO": "archive.storage.unguessable_name",
            "UPLOAD_TO_PREFIX": "",
        },
    },
}
RENDITIONS_DIR = DATA_DIR / "renditions"

# Collection days: where the scanners put their files, a folder for each table.
SCANNER_DIR = environment.text("SCANNER_DIR")  # DATA_DIR/scanner when it says nothing

# The archive's own scanner; DATA_DIR/archive-scanner when it says nothing.
ARCHIVE_SCANNER_DIR = environment.text("ARCHIVE_SCANNER_DIR")

# Search lives in a folder of its own and can always be rebuilt.
HAYSTACK_CONNECTIONS = {"default": {"ENGINE": "search.engine.ArchiveEngine"}}

# Background work: rows in our own database, run by `manage.py work`.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Mail: SMTP when MAIL_URL names a server; otherwise .eml files in DATA_DIR/mail.
MAIL_URL = environment.mail("MAIL_URL")
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if MAIL_URL
    else "config.mail.LetterboxBackend"
)
EMAIL_HOST = MAIL_URL.get("EMAIL_HOST", "localhost")
EMAIL_PORT = MAIL_URL.get("EMAIL_PORT", 25)
EMAIL_HOST_USER = MAIL_URL.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = MAIL_URL.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_SSL = MAIL_URL.get("EMAIL_USE_SSL", False)
EMAIL_USE_TLS = MAIL_URL.get("EMAIL_USE_TLS", False)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = environment.text(
    "MAIL_FROM", default=SOCIETY.email or f"ankomst@{urlsplit(SITE_URL).hostname}"
)
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Security. Behind a proxy with https, SITE_URL begins with https:// and the rest follows.
TRUSTED_PROXY = environment.text("TRUSTED_PROXY")
# HTTPS=0 where the printed address is https, but the house is met without it: a laptop
# on a wi-fi of its own on a collection day.
HTTPS = environment.flag("HTTPS", default=SITE_URL.startswith("https://"))
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "config.views.stale_form"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:", "blob:"],
        "media-src": [SELF, "blob:"],
        "worker-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    },
}

LOG_LEVEL = environment.text("LOG_LEVEL", default="WARNING").upper()
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}
    },
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["terminal"], "level": LOG_LEVEL},
    "loggers": {"django": {"level": LOG_LEVEL}},
}

"""Settings of Dabir, from the environment; the default is embedded: SQLite and one folder.

Everything that a paper's engineer may change is an environment variable of this list
(``docs/reference/settings.md`` explains each):

    DABIR_DATA         the data folder: database, pictures, printed paper (default ``data``)
    DABIR_ADDRESS      the paper's public address (default ``http://127.0.0.1:8000``)
    DABIR_SECRET_KEY   default: made once, kept in the data folder
    DABIR_DATABASE     a database URL (default: SQLite in the data folder)
    DABIR_STORE        where the paper is printed to: s3://bucket/prefix?endpoint=…
                       (default: the folder ``public`` of the data folder)
    DABIR_DEBUG        1 for development
    DABIR_PROXIES      how many trusted proxies stand before the server (default 0)
    DABIR_METRICS_TOKEN  lets another machine read /-/metrics (default: none may)
    DABIR_SEARCH       a folder with a copied index of the search, which is then only read
                       (default: the folder ``search`` of the data folder, which Dabir keeps)
    DABIR_CDN          the cache before the paper that forgets what is printed anew (default none)
    DABIR_CDN_TOKEN    its secret, where it asks for one
"""

import json
import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url

PACKAGE = Path(__file__).resolve().parent
DATA = Path(os.environ.get("DABIR_DATA", "data")).resolve()
ADDRESS = os.environ.get("DABIR_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
DEBUG = os.environ.get("DABIR_DEBUG") == "1"
STORE = os.environ.get("DABIR_STORE", "")
PROXIES = int(os.environ.get("DABIR_PROXIES", "0"))


def front_end_cache(told: str, token: str = "") -> dict[str, dict[str, object]]:
    """Return Wagtail's setting for the cache that DABIR_CDN names; empty where it names none.

    ``http://…`` is a cache that takes PURGE, ``cloudflare:ZONE`` a zone there; what begins with
    a brace is the setting itself in JSON.
    """
    if told.startswith("{"):
        return dict(json.loads(told))
    backends = "wagtail.contrib.frontend_cache.backends"
    if told.startswith("cloudflare:"):
        zone = told.partition(":")[2]
        backend = f"{backends}.CloudflareBackend"
        return {"cdn": {"BACKEND": backend, "ZONEID": zone, "BEARER_TOKEN": token}}
    return {"cdn": {"BACKEND": f"{backends}.HTTPBackend", "LOCATION": told}} if told else {}


def kept_secret(place: Path) -> str:
    """Return the secret kept at ``place``, made at first use and readable by its owner alone."""
    try:
        return place.read_text().strip()
    except FileNotFoundError:
        place.parent.mkdir(parents=True, exist_ok=True)
    try:
        with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(64))
    except FileExistsError:
        pass
    return place.read_text().strip()


WAGTAILFRONTENDCACHE = front_end_cache(
    os.environ.get("DABIR_CDN", ""), os.environ.get("DABIR_CDN_TOKEN", "")
)
SECRET_KEY = os.environ.get("DABIR_SECRET_KEY") or kept_secret(DATA / "secret-key")

METRICS_TOKEN = os.environ.get("DABIR_METRICS_TOKEN", "")

# Where things lie ---------------------------------------------------------------------
PUBLIC_DIR = DATA / "public"
"""The printed paper: what readers are served, and nothing else."""
SEARCH_DIR = Path(os.environ.get("DABIR_SEARCH") or DATA / "search").resolve()
"""The index of the search: derived from the stories, and safe to delete."""
SEARCH_IS_COPY = "DABIR_SEARCH" in os.environ
MEDIA_ROOT = DATA / "media"
MEDIA_URL = "/media/"
STATIC_ROOT = DATA / "static"
STATIC_URL = "/static/"
STORAGES = {
    "default": {
        "BACKEND": "dabir.press.media.BucketMedia"
        if STORE
        else "django.core.files.storage.FileSystemStorage"
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage",
    },
}
STATICFILES_DIRS = [
    ("fonts", PACKAGE.parent / "build" / "fonts"),
    ("built", PACKAGE.parent / "build" / "css"),
]

# Who may ask --------------------------------------------------------------------------
_ADDRESS = urlsplit(ADDRESS)
ALLOWED_HOSTS = [_ADDRESS.hostname or "127.0.0.1", "127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [ADDRESS]
SECURE = _ADDRESS.scheme == "https"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_SSL_REDIRECT = SECURE
SECURE_REDIRECT_EXEMPT = [r"^-/"]
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
if PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"  # but for the newsroom's live preview: see dabir.theme.guard
CSRF_FAILURE_VIEW = "dabir.theme.views.csrf_failure"

INSTALLED_APPS = [
    "dabir.theme",
    "dabir.press",
    "dabir.comments",
    "dabir.classifieds",
    "dabir.archive",
    "dabir.newsroom",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.users",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django_tasks",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "dabir.theme.guard.GuardMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "dabir.urls"
WSGI_APPLICATION = "dabir.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "NAME": "paper",
        "DIRS": [PACKAGE / "theme"],
        "OPTIONS": {
            "environment": "dabir.theme.environment.environment",
            "context_processors": ["dabir.theme.context.masthead"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "NAME": "newsroom",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["dabir.newsroom.templatetags.jalali"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DABIR_DATABASE") or f"sqlite:///{DATA / 'dabir.sqlite3'}",
        conn_max_age=60,
    ),
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "wagtailadmin_login"

LANGUAGE_CODE = "fa"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("fa", "فارسی")]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Tehran"
USE_THOUSAND_SEPARATOR = False

WAGTAIL_SITE_NAME = "تحریریهٔ دبیر"
WAGTAILADMIN_BASE_URL = ADDRESS
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_AUTOSAVE_INTERVAL = 4000
WAGTAIL_USER_TIME_ZONES = ["Asia/Tehran"]
WAGTAIL_I18N_ENABLED = False
WAGTAIL_ALLOW_UNICODE_SLUGS = True
WAGTAIL_EDITING_SESSION_PING_INTERVAL = 10_000
WAGTAIL_MODERATION_ENABLED = True
WAGTAILIMAGES_IMAGE_MODEL = "newsroom.Picture"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "avif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAILIMAGES_JPEG_QUALITY = 80
WAGTAILIMAGES_WEBP_QUALITY = 76
WAGTAILDOCS_EXTENSIONS = ["webm", "mp4", "pdf", "csv", "txt"]
TAGGIT_CASE_INSENSITIVE = True
WAGTAILADMIN_COMMENTS_ENABLED = False
WAGTAILADMIN_EXTERNAL_LINK_CONVERSION = ""  # there are no pages of Wagtail's to link to
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database.fallback"}}

DATA_UPLOAD_MAX_MEMORY_SIZE = 40 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
EMAIL_BACKEND = os.environ.get(
    "DABIR_EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend"
)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "WARNING"},
        "dabir": {"handlers": ["console"], "level": "INFO"},
    },
}

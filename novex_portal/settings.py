"""Every setting of the portal. Values from outside come in through `env`; defaults are safe."""

from pathlib import Path
from urllib.parse import urlsplit

import pghistory
from django.utils.csp import CSP

from novex_portal import __version__, env
from novex_portal.checks import production_problems
from novex_portal.logs import configuration
from novex_portal.servers import cache, database, mailer

BASE_DIR = Path(__file__).resolve().parent.parent
VERSION = __version__

# --- Profile -----------------------------------------------------------------------------------
PROFILE = env.text("PORTAL_PROFILE", "local")
if PROFILE not in {"local", "test", "production"}:
    raise env.EnvironmentProblem(f"PORTAL_PROFILE: {PROFILE!r} bestaat niet; kies local, test of production.")
PRODUCTION = PROFILE == "production"
DEBUG = env.flag("PORTAL_DEBUG")
DEMO = env.flag("PORTAL_DEMO")
SUPERVISED = env.flag("PORTAL_SUPERVISED")  # set by `make run`, for its own processes

DATA_DIR = Path(env.text("PORTAL_DATA", str(BASE_DIR / "var"))).resolve()
BASE_URL = env.text("PORTAL_BASE_URL", "http://127.0.0.1:8000").rstrip("/")
HTTPS = BASE_URL.startswith("https://")

SECRET_KEY = env.text("PORTAL_SECRET_KEY")
SECRET_KEY_FALLBACKS = env.words("PORTAL_SECRET_KEY_FALLBACKS")
FIELD_KEY = env.text("PORTAL_FIELD_KEY")  # Fernet key; encrypts the MFA secrets at rest
FIELD_KEY_FALLBACKS = env.words("PORTAL_FIELD_KEY_FALLBACKS")
_HOST = urlsplit(BASE_URL).hostname or "localhost"
_MACHINE = [] if PRODUCTION else ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS = [*env.words("PORTAL_ALLOWED_HOSTS", _MACHINE), f"[{_HOST}]" if ":" in _HOST else _HOST]
CSRF_TRUSTED_ORIGINS = [BASE_URL] if HTTPS else []
PROXY_COUNT = env.number("PORTAL_PROXY_COUNT", 0)

# --- Apps --------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "novex_portal.dashboards",
    "deliverables",
    "coalition",
    "areas",
    "novex_portal.records",  # its tables belong to the rooms above, which are loaded first
    "novex_portal.toolkit",
    "novex_portal.apps.PortalConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.contrib.postgres",
    "novex_portal.apps.OwnStaticFilesConfig",
    "django.forms",
    "django_htmx",
    "django_filters",
    "pgtrigger",
    "pghistory",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "allauth.usersessions",
]
ADMIN_ENABLED = env.flag("PORTAL_ADMIN")
if ADMIN_ENABLED:
    INSTALLED_APPS.append("django.contrib.admin.apps.SimpleAdminConfig")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # hides the true length (BREACH); tokens in pages are masked
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "novex_portal.middleware.Headers",
    "novex_portal.middleware.HtmxSignIn",
    "novex_portal.middleware.FetchMetadata",
    "novex_portal.middleware.CleanInput",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "areas.accounts.middleware.SessionLimits",
    "novex_portal.middleware.UploadLimit",  # before anything reads the form
    "novex_portal.middleware.SignInRequired",
    "areas.accounts.middleware.SecondFactor",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "novex_portal.middleware.Problems",
]

ROOT_URLCONF = "novex_portal.urls"
WSGI_APPLICATION = "novex_portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csp",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "novex_portal.toolkit.context.portal",
            ],
        },
    },
]

# --- Database, cache, queue ----------------------------------------------------------------------
DATABASE_URL = env.database_url("postgresql:///novex")
DATABASES = {"default": database(DATABASE_URL, pool=0 if PROFILE == "test" else env.number("PORTAL_DB_POOL", 8))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.redis_url("redis://127.0.0.1:6379/0")
CACHES = {"default": cache(REDIS_URL)}
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"

CELERY_BROKER_URL = REDIS_URL
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 300,
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True  # so tasks must be repeatable: each claims its row first
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 3
CELERY_TASK_TIME_LIMIT = 180
CELERY_TASK_SOFT_TIME_LIMIT = 150
CELERY_ENABLE_UTC = True
CELERY_TIMEZONE = "Europe/Amsterdam"
# A sweep nobody took up in time is of no use: the next one does its work, and the queue stays short.
CELERY_BEAT_SCHEDULE = {
    name: {"task": task, "schedule": seconds, "options": {"expires": seconds}}
    for name, task, seconds in (
        ("heartbeat", "novex_portal.tasks.beat_heart", 10.0),
        ("deliver-mail", "novex_portal.toolkit.tasks.deliver_mail", 15.0),
        ("send-due-reminders", "deliverables.reminders.tasks.send_due_reminders", 15.0),
        ("ask-for-status", "deliverables.agenda.reports.tasks.ask_before_checkpoints", 900.0),
        ("take-due-photos", "deliverables.photos.tasks.take_due_photos", 60.0),
        ("render-waiting-versions", "coalition.agreement.versions.tasks.render_waiting_versions", 30.0),
        ("render-waiting-agendas", "deliverables.agenda.versions.tasks.render_waiting_agendas", 30.0),
        ("render-waiting-perspectives", "deliverables.perspective.versions.tasks.render_waiting_perspectives", 30.0),
        ("render-waiting-printouts", "areas.printouts.tasks.render_waiting_printouts", 30.0),
        ("run-waiting-imports", "areas.imports.tasks.run_waiting_imports", 30.0),
        ("remind-consultations", "coalition.agreement.consultations.tasks.remind_consultations", 900.0),
        ("throw-away-loose-files", "novex_portal.toolkit.tasks.throw_away_loose_files", 3600.0),
        ("tell-executives", "coalition.agreement.confirming.tasks.tell_executives", 900.0),
        ("purge-old-papers", "areas.printouts.tasks.purge_old_papers", 3600.0),
    )
}

# --- People ------------------------------------------------------------------------------------
AUTH_USER_MODEL = "areas.User"
LOGIN_URL = "/accounts/login/"
LOGIN_REDIRECT_URL = "/"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["areas.accounts.passwords.Argon2idHasher", "django.contrib.auth.hashers.PBKDF2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "areas.accounts.passwords.LengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "areas.accounts.passwords.SimilarityValidator", "OPTIONS": {"user_attributes": ("email", "name")}},
    {"NAME": "areas.accounts.passwords.CommonValidator"},
    {"NAME": "areas.accounts.passwords.GuessableWordsValidator"},
]
PASSWORD_RESET_TIMEOUT = 60 * 60

SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
CSRF_COOKIE_HTTPONLY = True
SESSION_IDLE_SECONDS = 30 * 60
SESSION_MAX_SECONDS = 12 * 60 * 60

# Accounts come from invitations alone; whoever asks never learns which addresses have one.
ACCOUNT_ADAPTER = "areas.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
# A whole room may sign in from one address; guessing one account's password is what must be slow.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "5/300s/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = PROXY_COUNT
ACCOUNT_FORMS = {
    "add_email": "areas.accounts.forms.account.AddEmailForm",
    "change_password": "areas.accounts.forms.account.ChangePasswordForm",
    "login": "areas.accounts.forms.account.LoginForm",
    "reauthenticate": "areas.accounts.forms.account.ReauthenticateForm",
    "reset_password": "areas.accounts.forms.account.ResetPasswordForm",
    "reset_password_from_key": "areas.accounts.forms.account.ResetPasswordKeyForm",
    "set_password": "areas.accounts.forms.account.SetPasswordForm",
}

MFA_ADAPTER = "areas.accounts.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "activate_totp": "areas.accounts.forms.account.ActivateTOTPForm",
    "add_webauthn": "areas.accounts.forms.account.AddWebAuthnForm",
    "authenticate": "areas.accounts.forms.account.AuthenticateForm",
    "edit_webauthn": "areas.accounts.forms.account.EditWebAuthnForm",
    "reauthenticate": "areas.accounts.forms.account.ReauthenticateCodeForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_TOTP_ISSUER, MFA_TOTP_TOLERANCE = "Coalitieportaal NOVEX", 1  # a clock may be a step off: RFC 6238, 5.2
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # so that a passkey alone is two factors
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS

# Sign-in with an organisation's own OpenID Connect provider, once per deployment.
OIDC_NAME = env.text("PORTAL_OIDC_NAME")
OIDC_SERVER_URL = env.text("PORTAL_OIDC_SERVER_URL")
SOCIALACCOUNT_ADAPTER = "areas.accounts.adapters.OrganisationAccountAdapter"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"  # the invitation proved the address
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_PROVIDERS: dict[str, dict[str, object]] = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": []}}
if OIDC_SERVER_URL:
    SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"] = [
        {
            "provider_id": "organisatie",
            "name": OIDC_NAME or "uw organisatie",
            "client_id": env.text("PORTAL_OIDC_CLIENT_ID"),
            "secret": env.text("PORTAL_OIDC_CLIENT_SECRET"),
            "settings": {"server_url": OIDC_SERVER_URL, "oauth_pkce_enabled": True},
        }
    ]


# --- Safety ------------------------------------------------------------------------------------
def _origin(url: str) -> list[str]:
    return ["{0.scheme}://{0.netloc}".format(urlsplit(url))] if url else []


SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "manifest-src": [CSP.SELF],
    "worker-src": [CSP.SELF],
    # A browser holds the redirect after a form to this list too: to the provider's own sign-in page.
    "form-action": [CSP.SELF, *_origin(OIDC_SERVER_URL)],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    "object-src": [CSP.NONE],
}
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^(livez|readyz|healthz)$"]
SECURE_HSTS_SECONDS = 63072000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "novex_portal.errors.csrf_failure"
if PROXY_COUNT:
    # Only safe behind a proxy that overwrites this header, as the bundled one does.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 6_000  # a conversation of 500 statements has 3,600

# --- Language and time -------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands")]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = ["novex_portal.formats"]
FORM_RENDERER = "novex_portal.toolkit.forms.fields.PortalRenderer"

# --- Files -------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = Path(env.text("PORTAL_STATIC", str(BASE_DIR / "staticfiles")))
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "novex_portal.toolkit.frontend.stylesheets.StyleFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "novex_portal.toolkit.frontend.nodefiles.StaticFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
MEDIA_ROOT = DATA_DIR / "media"  # never served by path: every file goes through a view that checks access
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if PROFILE == "test"
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# A test asks for few static files, if any: they are looked for when asked for, not listed for every client.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = PROFILE == "test"
THEME_CSS = env.text("PORTAL_THEME_CSS")  # path of a style sheet with a house theme
CONTACT = env.text("PORTAL_CONTACT")  # e-mail address on the contact page
SECURITY_CONTACT = env.text("PORTAL_SECURITY_CONTACT", CONTACT)  # in security.txt

# --- Mail --------------------------------------------------------------------------------------
EMAIL_FROM = env.text("PORTAL_EMAIL_FROM", "portaal@localhost")
DEFAULT_FROM_EMAIL = SERVER_EMAIL = EMAIL_FROM
MAIL_DIR = DATA_DIR / "mail"  # the practice environment's letterbox

MAILERS = {"default": mailer(env.text("PORTAL_EMAIL_URL"), env.text("PORTAL_EMAIL_PASSWORD"), MAIL_DIR)}

# --- Log: failures go to standard error, Django's own default is silence ------------------------
LOGGING = configuration(propagate=PROFILE == "test")

# --- The portal's own rules --------------------------------------------------------------------
# Executives see a sum of statements only from this many organisations on.
K_THRESHOLD = env.number("PORTAL_K_THRESHOLD", 3)
SILENT_DAYS = env.number("PORTAL_SILENT_DAYS", 60)  # without a conversation
# Local hour from which a reminder is due. The practice environment does not wait for the morning.
REMINDER_HOUR = 0 if DEMO else 7
INVITATION_DAYS = 14

# --- History -----------------------------------------------------------------------------------
# The context (who, which page) is kept in each event row itself: one write less per change.
PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_DEFAULT_TRACKERS = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
PGHISTORY_APPEND_ONLY = True
PGHISTORY_MIDDLEWARE_METHODS = ("POST",)

if PRODUCTION:
    _named = {"DATABASE_URL": env.database_url(), "REDIS_URL": env.redis_url()}
    if _problems := production_problems({**globals(), **_named, "EMAIL_URL": env.text("PORTAL_EMAIL_URL")}):
        raise env.EnvironmentProblem("\n- ".join(["Het portaal start zo niet in het productieprofiel:", *_problems]))

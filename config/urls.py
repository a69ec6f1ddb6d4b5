"""Every address of the house. Addresses on paper stand outside the languages."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from archive.views import machines
from config import numbers, views
from exhibitions import urls as exhibitions_urls
from submissions import urls_calls

handler400 = "config.views.bad_request"
handler403 = "config.views.forbidden"
handler404 = "config.views.not_found"
handler500 = "config.views.our_mistake"

urlpatterns = [
    path("healthz", views.healthz, name="healthz"),
    path("robots.txt", views.robots, name="robots"),
    path("sw.js", views.service_worker, name="service_worker"),
    # /b/137, /u/<slug>: short addresses, printed on paper, without a language
    path("b/<int:number>", machines.short_item, name="short_item"),
    path("u/<slug:slug>", exhibitions_urls.short, name="short_exhibition"),
    # /r/<token>/<name>: renditions of what is published now
    path("r/<str:token>/<str:name>", machines.rendition, name="rendition"),
    *exhibitions_urls.cards,
    # /i/<call>, /d/<partner>/: calls, on posters
    *urls_calls.short,
    *i18n_patterns(
        path("", views.Home.as_view(), name="home"),
        path("konto/", include("accounts.urls")),
        path("arbejdsrum/folk/", include("accounts.urls_people")),
        path("arbejdsrum/tal/", numbers.numbers, name="numbers"),
        path("arbejdsrum/tal/filer/", numbers.files, name="files"),
        path("arbejdsrum/tal/filer/se-efter/", numbers.look_again, name="look_again"),
        path("soeg/", include("search.urls")),
        path("arbejdsrum/stilblad/", views.style_guide, name="style_guide"),
        path("", include("exhibitions.urls")),
        path("", include("submissions.urls")),
        path("", include("archive.urls")),
        prefix_default_language=False,
    ),
]

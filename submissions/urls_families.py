"""Addresses of families: giving, their own page, and “I am in this picture”."""

from django.urls import path

from submissions.urls_uploads import urlpatterns as uploads
from submissions.views import (
    calls,
    keepsakes,
    lost,
    mine,
    objections,
    parts,
    take_home,
    voices,
    when,
    who,
)

# /bidrag/
giving = [
    path("bidrag/", calls.front_door, name="contribute"),
    *uploads,
    path("bidrag/hvornaar/", when.read_date, name="read_date"),
    path(
        "bidrag/billede/<str:key>/<int:pk>/<str:name>",
        who.draft_picture,
        name="draft_picture",
    ),
    path(
        "bidrag/stemme/<str:key>/<int:pk>/<str:name>",
        voices.draft_voice,
        name="draft_voice",
    ),
    path("bidrag/andet/", calls.without_call, name="contribute_freely"),
    path("bidrag/<slug:slug>/", calls.one_call, name="contribute_to"),
]

# /mit/<token>/
own_page = [
    path("mit/", lost.FindMine.as_view(), name="find_mine"),
    path("mit/<str:token>/", mine.Mine.as_view(), name="mine"),
    path("mit/<str:token>/tak/", mine.Receipt.as_view(), name="receipt"),
    path("mit/<str:token>/svar/", mine.answer, name="answer"),
    path("mit/<str:token>/billeder/", mine.add_pictures, name="add_pictures"),
    path("mit/<str:token>/tilladelse/", mine.decide, name="decide"),
    path("mit/<str:token>/traek-tilbage/", mine.Withdraw.as_view(), name="withdraw"),
    path("mit/<str:token>/fortryd/", mine.regret, name="regret"),
    path("mit/<str:token>/mere/", parts.tell_more, name="tell_more"),
    path("mit/<str:token>/skjul/", parts.hide, name="hide_part"),
    path("mit/<str:token>/breve/", parts.Hear.as_view(), name="hear"),
    path("mit/<str:token>/nyt-link/", parts.Renew.as_view(), name="renew"),
    path("mit/<str:token>/hjem/", take_home.take_home, name="take_home"),
    path(
        "mit/<str:token>/minde/<str:name>", keepsakes.own_keepsake, name="own_keepsake"
    ),
    path(
        "mit/<str:token>/filer/<int:pk>/<str:name>",
        mine.own_picture,
        name="own_picture",
    ),
    path(
        "mit/<str:token>/stemmer/<int:pk>/<str:name>",
        voices.own_voice,
        name="own_voice",
    ),
]

# /billeder/<number>/det-er-mig/
objecting = [
    path(
        "billeder/<str:reg_number>/det-er-mig/",
        objections.Object.as_view(),
        name="object",
    ),
    path(
        "indsigelse/<str:token>/",
        objections.ObjectionReceipt.as_view(),
        name="objection",
    ),
]

urlpatterns = [*giving, *own_page, *objecting]

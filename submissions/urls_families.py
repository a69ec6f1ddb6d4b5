"""Addresses of families: giving, their own page, and “I am in this picture”."""

from django.urls import path

from submissions.views import contribute, mine, objections, when, who

# /bidrag/
giving = [
    path("bidrag/", contribute.Contribute.as_view(), name="contribute"),
    path("bidrag/hvornaar/", when.read_date, name="read_date"),
    path(
        "bidrag/billede/<str:key>/<int:pk>/<str:name>",
        who.draft_picture,
        name="draft_picture",
    ),
    path("bidrag/<slug:slug>/", contribute.Contribute.as_view(), name="contribute_to"),
]

# /mit/<token>/
own_page = [
    path("mit/", mine.FindMine.as_view(), name="find_mine"),
    path("mit/<str:token>/", mine.Mine.as_view(), name="mine"),
    path("mit/<str:token>/tak/", mine.Receipt.as_view(), name="receipt"),
    path("mit/<str:token>/svar/", mine.answer, name="answer"),
    path("mit/<str:token>/billeder/", mine.add_pictures, name="add_pictures"),
    path("mit/<str:token>/tilladelse/", mine.decide, name="decide"),
    path("mit/<str:token>/traek-tilbage/", mine.Withdraw.as_view(), name="withdraw"),
    path("mit/<str:token>/fortryd/", mine.regret, name="regret"),
    path(
        "mit/<str:token>/filer/<int:pk>/<str:name>",
        mine.own_picture,
        name="own_picture",
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

"""Addresses of the permission on paper, and of the texts that were shown."""

from django.urls import path

from submissions.views import slips

urlpatterns = [
    # /mit/<token>/
    path("mit/<str:token>/tilladelse.pdf", slips.mine, name="my_slip"),
    path("mit/<str:token>/underskrift/", slips.signed, name="signed"),
    # /arbejdsrum/
    path(
        "arbejdsrum/indbakke/<int:pk>/tilladelse.pdf",
        slips.of_contribution,
        name="slip",
    ),
    path("arbejdsrum/tilladelser/", slips.texts, name="texts"),
    path(
        "arbejdsrum/tilladelser/blanket-<str:language>.pdf",
        slips.blank,
        name="blank_slip",
    ),
]

"""Addresses of the describing desk and of its files."""

from django.urls import include, path

from archive.urls_house import urlpatterns as house
from archive.views import (
    anchors,
    dating,
    describe,
    exchange,
    files,
    item_files,
    past,
    registrations,
    scanner,
)

# /arbejdsrum/billeder/
items = [
    path("", registrations.Items.as_view(), name="items"),
    path("<str:reg_number>/", describe.Edit.as_view(), name="edit"),
    path("<str:reg_number>/udgiv/", describe.publish, name="publish"),
    path("<str:reg_number>/tag-ned/", describe.withdraw, name="withdraw"),
    path("<str:reg_number>/filer/", item_files.item_files, name="files"),
    path("<str:reg_number>/filer/ny/", item_files.add, name="add_file"),
    path("<str:reg_number>/dateringsankre/", anchors.ask, name="ask_anchors"),
    path("<str:reg_number>/historik/", past.item_history, name="history"),
    path("<str:reg_number>/historik/tilbage/", past.revert, name="revert"),
    path(
        "<str:reg_number>/historik/fortryd/<int:version>/", past.undo, name="undo_last"
    ),
]

# /arbejdsrum/filer/<pk>/
media = [
    path("original", files.original, name="original"),
    path("drej/", files.turn, name="turn"),
    path("ret/", item_files.change, name="change_file"),
    path("<str:name>", files.working, name="working"),
]

# /arbejdsrum/dateringsankre/
anchor_table = [
    path("", anchors.table, name="anchors"),
    path("ny/", anchors.new, name="new_anchor"),
    path("<slug:slug>/", anchors.edit, name="anchor"),
    path("<slug:slug>/laeg-vaek/", anchors.lay_away, name="lay_anchor_away"),
]

# /arbejdsrum/ind-og-ud/
in_and_out = [
    path("", exchange.exchange, name="exchange"),
    path("scanner/", scanner.scanner, name="scanner"),
    path("ud/<slug:form>/", exchange.export, name="export"),
    path("<str:token>/", exchange.import_run, name="import_run"),
    path("<str:token>/kolonner/", exchange.import_columns, name="import_columns"),
    path("<str:token>/begynd/", exchange.import_start, name="import_start"),
    path("<str:token>/stop/", exchange.import_stop, name="import_stop"),
]

urlpatterns = [
    path("arbejdsrum/ind-og-ud/", include(in_and_out)),
    *house,
    path("arbejdsrum/billeder/", include(items)),
    path("arbejdsrum/filer/<int:pk>/", include(media)),
    path("arbejdsrum/dateringsankre/", include(anchor_table)),
    path("arbejdsrum/datering/", dating.reading, name="reading"),
]

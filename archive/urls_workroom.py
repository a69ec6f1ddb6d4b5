"""Addresses of the describing desk and of its files."""

from django.urls import include, path

from archive.urls_house import urlpatterns as house
from archive.views import describe, files

# /arbejdsrum/billeder/
items = [
    path("", describe.Items.as_view(), name="items"),
    path("<str:reg_number>/", describe.Edit.as_view(), name="edit"),
    path("<str:reg_number>/udgiv/", describe.publish, name="publish"),
    path("<str:reg_number>/tag-ned/", describe.withdraw, name="withdraw"),
    path("<str:reg_number>/historik/", describe.item_history, name="history"),
    path("<str:reg_number>/historik/tilbage/", describe.revert, name="revert"),
]

# /arbejdsrum/filer/<pk>/
media = [
    path("original", files.original, name="original"),
    path("drej/", files.turn, name="turn"),
    path("<str:name>", files.working, name="working"),
]

urlpatterns = [
    *house,
    path("arbejdsrum/billeder/", include(items)),
    path("arbejdsrum/filer/<int:pk>/", include(media)),
    path("arbejdsrum/datering/", describe.reading, name="reading"),
]

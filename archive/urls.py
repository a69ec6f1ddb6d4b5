"""Addresses of the reading room and of the describing desk."""

from django.urls import path

from archive.urls_lists import urlpatterns as lists
from archive.urls_workroom import urlpatterns as workroom
from archive.views import browse

app_name = "archive"

# /billeder/
reading_room = [
    path("billeder/", browse.Browse.as_view(), name="browse"),
    path("billeder/<str:reg_number>/", browse.ItemPage.as_view(), name="item"),
]

urlpatterns = [*reading_room, *lists, *workroom]

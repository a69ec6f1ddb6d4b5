"""Addresses of searching."""

from django.urls import path

from search import views

app_name = "search"

# /soeg/
urlpatterns = [path("", views.SearchPage.as_view(), name="search")]

"""The address where an item is erased for good."""

from django.urls import path

from submissions.views import erasing

urlpatterns = [
    path(
        "arbejdsrum/billeder/<str:reg_number>/slet/",
        erasing.erase_item,
        name="erase_item",
    ),
]

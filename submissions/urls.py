"""Addresses of families and of the inbox."""

from submissions.urls_erasing import urlpatterns as erasing
from submissions.urls_families import urlpatterns as families
from submissions.urls_review import urlpatterns as review
from submissions.urls_slips import urlpatterns as slips

app_name = "submissions"

urlpatterns = [*erasing, *families, *review, *slips]

"""Addresses of families, of calls and partners, of the inbox and of collection days."""

from submissions.urls_calls import urlpatterns as calls
from submissions.urls_day import urlpatterns as days
from submissions.urls_erasing import urlpatterns as erasing
from submissions.urls_families import urlpatterns as families
from submissions.urls_review import urlpatterns as review
from submissions.urls_slips import urlpatterns as slips

app_name = "submissions"

urlpatterns = [*erasing, *families, *calls, *review, *slips, *days]

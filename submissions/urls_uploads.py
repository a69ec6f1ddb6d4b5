"""Addresses of what is not whole yet: files in pieces, and drafts."""

from django.urls import path

from submissions.views import drafts, uploads

# /bidrag/
urlpatterns = [
    path("bidrag/kladde/", drafts.keep_typed, name="keep_typed"),
    path("bidrag/fortsaet/<str:token>/", drafts.Resume.as_view(), name="resume"),
    path("bidrag/filer/", uploads.Uploads.as_view(), name="uploads"),
    path("bidrag/filer/<str:token>/", uploads.OneUpload.as_view(), name="upload"),
]

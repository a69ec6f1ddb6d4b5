"""Addresses of the archive's lists, and of what is done to many items at once."""

from django.urls import include, path, register_converter

from archive.authorities import KindConverter
from archive.views import about, lists, many, templates

register_converter(KindConverter, "liste")

# /personer/<slug>/, /steder/<slug>/, /emner/<slug>/, /samlinger/<slug>/
public = [
    path(f"{key}/<slug:slug>/", about.About.as_view(key=key), name=f"about_{key}")
    for key in ("personer", "steder", "emner", "samlinger")
]

# /arbejdsrum/personer/, steder/, emner/, samlinger/, fotografer/, journal/
one_list = [
    path("", lists.authorities, name="authorities"),
    path("ny/", lists.new_authority, name="new_authority"),
    path("<slug:slug>/", lists.authority, name="authority"),
    path("<slug:slug>/saml/", lists.merge, name="merge_authority"),
    path(
        "<slug:slug>/fortryd/<int:version>/",
        lists.undo_authority,
        name="undo_authority",
    ),
]

# /arbejdsrum/mange/
many_at_once = [
    path("", many.many, name="many"),
    path("<int:pk>/", many.batch, name="batch"),
    path("<int:pk>/fortryd/", many.undo, name="undo_batch"),
]

# /arbejdsrum/skabeloner/
kept = [
    path("ny/<str:reg_number>/", templates.new_template, name="new_template"),
    path("<int:pk>/laeg-vaek/", templates.lay_template_away, name="lay_template_away"),
]

urlpatterns = [
    *public,
    path(
        "arbejdsrum/personer/<slug:slug>/del/", lists.split_person, name="split_person"
    ),
    path("arbejdsrum/saml/<int:pk>/fortryd/", lists.undo_merge, name="undo_merge"),
    path("arbejdsrum/<liste:kind>/", include(one_list)),
    path("arbejdsrum/mange/", include(many_at_once)),
    path("arbejdsrum/skabeloner/", include(kept)),
]

"""Addresses of the exhibitions; `short` and `cards` stand outside the languages."""

from django.urls import path

from exhibitions.views import curate, posters, printing, share, visit

app_name = "exhibitions"

short = visit.short_exhibition

# /kort/: share cards, as files
cards = [
    path("kort/b/<int:number>/<str:size>.jpg", share.item_card, name="item_card"),
    path(
        "kort/u/<slug:slug>/<str:size>.jpg",
        share.exhibition_card,
        name="exhibition_card",
    ),
    path("kort/i/<slug:slug>/<str:size>.jpg", share.call_card, name="call_card"),
]

# /udstillinger/
visiting = [
    path("udstillinger/", visit.ExhibitionList.as_view(), name="list"),
    path("udstillinger/<slug:slug>/", visit.Visit.as_view(), name="visit"),
]

# /arbejdsrum/udstillinger/
DESK = "arbejdsrum/udstillinger/"
ONE = DESK + "<slug:slug>/"
curating = [
    path(DESK, curate.Desk.as_view(), name="curate"),
    path(DESK + "ny/", curate.create, name="create"),
    path(ONE, curate.Builder.as_view(), name="build"),
    path(ONE + "se/", curate.Preview.as_view(), name="preview"),
    path(ONE + "gem/", curate.save_exhibition, name="save"),
    path(ONE + "orden/", curate.arrange, name="arrange"),
    path(ONE + "aabn/", curate.publish, name="publish"),
    path(ONE + "luk/", curate.unpublish, name="unpublish"),
    path(ONE + "kapitel/", curate.add_section, name="add_section"),
    path(ONE + "kapitel/<int:pk>/", curate.save_section, name="save_section"),
    path(ONE + "kapitel/<int:pk>/blok/", curate.add_block, name="add_block"),
    path(ONE + "blok/<int:pk>/", curate.save_block, name="save_block"),
    path(ONE + "blok/<int:pk>/haeng/", curate.place, name="place"),
    path(ONE + "billede/<int:pk>/", curate.save_placement, name="save_placement"),
    path(ONE + "<str:what>/<int:pk>/flyt/", curate.move, name="move"),
    path(ONE + "<str:what>/<int:pk>/fjern/", curate.remove, name="remove"),
]

# /arbejdsrum/udstillinger/<slug>/tryk/ and …/del/
going_out = [
    path(ONE + "tryk/", printing.Studio.as_view(), name="print"),
    path(ONE + "tryk/paneler-<str:form>.pdf", printing.panels, name="panels"),
    path(ONE + "tryk/<str:form>-<int:page>.jpg", printing.proof, name="proof"),
    path(ONE + "tryk/skilte-<str:sheet>.pdf", printing.labels, name="labels"),
    path(ONE + "del/", share.ShareStudio.as_view(), name="share"),
    path(
        "arbejdsrum/del/B<int:number>/", share.ShareStudio.as_view(), name="share_item"
    ),
]

# /arbejdsrum/indkaldelser/<slug>/plakat/ and …/del/: a call, on the wall and passed on
CALL = "arbejdsrum/indkaldelser/<slug:call>/"
calling = [
    path(CALL + "plakat/", posters.Studio.as_view(), name="call_print"),
    path(CALL + "plakat/<str:form>.pdf", posters.poster, name="call_poster"),
    path(CALL + "plakat/<str:form>.jpg", posters.proof, name="call_proof"),
    path(CALL + "del/", share.ShareStudio.as_view(), name="share_call"),
]

urlpatterns = [*visiting, *curating, *going_out, *calling]

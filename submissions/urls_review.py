"""Addresses of the inbox."""

from django.urls import include, path

from submissions.views import added, review, settling, sorting

# /arbejdsrum/indbakke/
inbox = [
    path("", review.inbox, name="inbox"),
    path("indsigelser/", settling.objections, name="objections"),
    path("indsigelser/<int:pk>/skjul/", settling.hide, name="hide"),
    path("indsigelser/<int:pk>/genkend/", settling.recognise, name="recognise"),
    path("indsigelser/<int:pk>/svar/", settling.settle, name="settle"),
    path("<int:pk>/", review.review, name="review"),
    path("<int:pk>/spoerg/", review.ask, name="ask"),
    path("<int:pk>/sig-nej/", review.decline, name="decline"),
    path("<int:pk>/tag-imod/", review.accept, name="accept"),
    path("<int:pk>/tilfoejet/", added.take_added, name="take_added"),
    path("<int:pk>/set/", added.leave_added, name="leave_added"),
    path("<int:pk>/skriv-af/", review.transcribe, name="transcribe"),
    path("<int:pk>/tilladelse/", review.record, name="record"),
    path("<int:pk>/saml/", sorting.merge, name="merge"),
    path("<int:pk>/skil/", sorting.split, name="split"),
    path("<int:pk>/samme/", sorting.join, name="join"),
    path("<int:pk>/bagside/", sorting.mark_back, name="mark_back"),
    path("<int:pk>/i-haanden/", sorting.hold, name="hold"),
    path("fortryd/<int:pk>/", sorting.undo, name="undo"),
    path("<int:pk>/tag-tilbage/", review.take_back, name="take_back"),
]

urlpatterns = [path("arbejdsrum/indbakke/", include(inbox))]

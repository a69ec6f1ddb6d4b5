"""Addresses of rights, volunteers' tasks, history and what was laid away."""

from django.urls import include, path

from archive.views import chronicle, rights, shelves, volunteer

# /arbejdsrum/billeder/<number>/
of_item = [
    path("ret/", rights.decide, name="decide"),
    path("laeg-vaek/", shelves.lay_away, name="lay_away"),
    path("tag-frem/", shelves.take_back, name="take_back"),
    path("forslag/", volunteer.suggest, name="suggest"),
    path("giv/", volunteer.give, name="give"),
    path("historik/sammenlign/", chronicle.compare, name="compare"),
]

urlpatterns = [
    path("arbejdsrum/billeder/<str:reg_number>/", include(of_item)),
    path("arbejdsrum/regler/", rights.rules, name="rules"),
    path("arbejdsrum/lagt-vaek/", shelves.laid_away, name="laid_away"),
    path("arbejdsrum/historik/", chronicle.deeds, name="chronicle"),
    path("arbejdsrum/historik/csv/", chronicle.export, name="chronicle_csv"),
    path("arbejdsrum/mine-opgaver/", volunteer.my_tasks, name="my_tasks"),
    path("arbejdsrum/mine-opgaver/<int:pk>/", volunteer.give_back, name="give_back"),
    path("arbejdsrum/forslag/", volunteer.suggestions, name="suggestions"),
    path("arbejdsrum/forslag/<int:pk>/", volunteer.answer, name="answer_suggestion"),
    path(
        "arbejdsrum/forslag/<int:pk>/igen/", volunteer.reopen, name="reopen_suggestion"
    ),
]

"""Addresses of the people of the house."""

from django.urls import path

from accounts.views import people

app_name = "people"

# /arbejdsrum/folk/
urlpatterns = [
    path("", people.people, name="people"),
    path("inviter/", people.invite, name="invite"),
    path("invitation/<int:pk>/tag-tilbage/", people.uninvite, name="uninvite"),
    path("<int:pk>/", people.person, name="person"),
    path("<int:pk>/rolle/", people.change_role, name="change_role"),
    path("<int:pk>/orlov/", people.go_away, name="go_away"),
    path("<int:pk>/tilbage/", people.come_back, name="come_back"),
    path("<int:pk>/slut/", people.end, name="end"),
    path("<int:pk>/igen/", people.begin_again, name="begin_again"),
]

"""The door: of allauth only these four pages have an address."""

from django.urls import path

from accounts import views

# /konto/
urlpatterns = [
    path("ind/", views.sign_in, name="account_login"),
    path("ind/kode/", views.SignIn.as_view(), name="account_request_login_code"),
    path(
        "ind/kode/svar/", views.ConfirmCode.as_view(), name="account_confirm_login_code"
    ),
    path("ud/", views.SignOut.as_view(), name="account_logout"),
]

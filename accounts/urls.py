"""The door: of allauth only these five pages have an address."""

from django.urls import path

from accounts.views import door, keys, people

# /konto/
urlpatterns = [
    path("ind/", door.sign_in, name="account_login"),
    path("ind/kode/", door.SignIn.as_view(), name="account_request_login_code"),
    path(
        "ind/kode/svar/", door.ConfirmCode.as_view(), name="account_confirm_login_code"
    ),
    path("ind/noegle/", keys.SignInByKey.as_view(), name="account_login_by_key"),
    path("velkommen/<str:token>/", people.welcome, name="welcome"),
    path("noegler/", keys.my_keys, name="my_keys"),
    path("noegler/ny/", keys.ask_for_key, name="ask_for_key"),
    path("noegler/<int:pk>/fjern/", keys.remove_key, name="remove_key"),
    path("ud/", door.SignOut.as_view(), name="account_logout"),
]

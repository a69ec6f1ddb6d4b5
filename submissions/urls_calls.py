"""Addresses of partners, and of the workroom that issues calls; `short` is on paper."""

from django.urls import path

from submissions.views import call_desk, calls, partner_desk

# /i/<call>, /d/<partner>/, /d/<partner>/<call>/: printed, without a language
short = [
    path("i/<slug:slug>", calls.short_call, name="short_call"),
    path("d/<slug:partner>/", calls.short_partner, name="short_partner"),
    path(
        "d/<slug:partner>/<slug:slug>/", calls.short_partner, name="short_partner_call"
    ),
]

# /partnere/
visiting = [
    path("partnere/", calls.PartnerList.as_view(), name="partners"),
    path("partnere/<slug:slug>/", calls.PartnerPage.as_view(), name="partner"),
]

# /arbejdsrum/indkaldelser/
DESK = "arbejdsrum/indkaldelser/"
calling = [
    path(DESK, call_desk.call_list, name="calls"),
    path(DESK + "<slug:slug>/", call_desk.Edit.as_view(), name="edit_call"),
    path(DESK + "<slug:slug>/se/", call_desk.Preview.as_view(), name="preview_call"),
    path(DESK + "<slug:slug>/aabn/", call_desk.open_call, name="open_call"),
    path(DESK + "<slug:slug>/luk/", call_desk.close_call, name="close_call"),
    path(DESK + "<slug:slug>/flyt/", call_desk.move_call, name="move_call"),
]

# /arbejdsrum/partnere/
PARTNERS = "arbejdsrum/partnere/"
partnering = [
    path(PARTNERS, partner_desk.partner_list, name="desk_partners"),
    path(PARTNERS + "<slug:slug>/", partner_desk.Edit.as_view(), name="edit_partner"),
    path(PARTNERS + "<slug:slug>/qr.svg", partner_desk.code, name="partner_code"),
    path(
        PARTNERS + "<slug:slug>/qr/<slug:call>.svg",
        partner_desk.code,
        name="partner_call_code",
    ),
]

urlpatterns = [*visiting, *calling, *partnering]

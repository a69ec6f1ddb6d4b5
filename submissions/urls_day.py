"""Addresses of collection days: the queue, the tables, the wall."""

from django.urls import URLPattern, URLResolver, include, path

from submissions.views import day, day_sheet, day_wall

# /arbejdsrum/indsamlingsdag/<slug>/ark/<code>/: one family's sheet
sheet = [
    path("", day_sheet.Sheet.as_view(), name="day_sheet"),
    path("gem/", day_sheet.save, name="day_save"),
    path("overtag/", day_sheet.take_over, name="day_take_over"),
    path("tilbage-i-koe/", day_sheet.back_to_queue, name="day_back_to_queue"),
    path("faerdig/", day_sheet.finish, name="day_finish"),
    path("kvittering.pdf", day_sheet.receipt, name="day_receipt"),
    path("filer/<int:pk>/<str:name>", day_sheet.file, name="day_file"),
]

# /arbejdsrum/indsamlingsdag/
days: list[URLPattern | URLResolver] = [
    path("", day.days, name="days"),
    path("ny/", day.Plan.as_view(), name="day_new"),
    path("<slug:slug>/", day.queue, name="day"),
    path("<slug:slug>/ret/", day.Plan.as_view(), name="day_edit"),
    path("<slug:slug>/aabn/", day.open_day, name="day_open"),
    path("<slug:slug>/luk/", day.close_day, name="day_close"),
    path("<slug:slug>/tag-nummer/", day.take_ticket, name="day_take"),
    path("<slug:slug>/nummer/<str:code>/", day.number, name="day_number"),
    path("<slug:slug>/nummer/<str:code>/seddel.pdf", day.slip, name="day_slip"),
    path("<slug:slug>/bord/<str:table>/", day.table, name="day_table"),
    path("<slug:slug>/bord/<str:table>/kald/", day.call, name="day_call"),
    path("<slug:slug>/ark/<str:code>/", include(sheet)),
    path("<slug:slug>/opgoerelse/", day.summary, name="day_summary"),
    path("<slug:slug>/skan/<int:pk>/glem/", day.forget_scan, name="day_forget_scan"),
    path("<slug:slug>/vaeg/", day_wall.inside, name="day_wall"),
]

urlpatterns = [
    path("arbejdsrum/indsamlingsdag/", include(days)),
    # /vaeg/<token>/: the same wall for a projector that nobody is signed in at
    path("vaeg/<str:token>/", day_wall.outside, name="wall"),
]

from django.urls import path

from deliverables.board_meetings.views import lists, meetings, outcomes

_HERE = "gebieden/<slug:slug>/overleggen/"
_OUTCOME = _HERE + "afspraken/<uuid:pk>/"

urlpatterns = [
    path(_HERE, meetings.board_meetings, name="board-meetings"),
    path(_HERE + "<uuid:pk>/", meetings.area_board_meeting, name="area-board-meeting"),
    path(_HERE + "<uuid:pk>/tafel/", meetings.board_table, name="board-table"),
    path(_HERE + "<uuid:pk>/afdrukken/", meetings.board_meeting_print, name="board-meeting-print"),
    path(_HERE + "<uuid:pk>/nieuw/", outcomes.board_outcome_new, name="board-outcome-new"),
    path(_OUTCOME, outcomes.board_outcome, name="board-outcome"),
    path(_OUTCOME + "bewerken/", outcomes.board_outcome_edit, name="board-outcome-edit"),
    path(_OUTCOME + "stand/", outcomes.board_outcome_report, name="board-outcome-report"),
    path(_OUTCOME + "overnemen/", outcomes.board_outcome_continue, name="board-outcome-continue"),
    path("overleggen/", lists.all_board_outcomes, name="all-board-outcomes"),
    path("overleggen/afspraken.csv", lists.board_outcomes_csv, name="board-outcomes-csv"),
    path("overleggen/afspraken.xlsx", lists.board_outcomes_xlsx, name="board-outcomes-xlsx"),
    path("overleggen/<uuid:pk>/", meetings.board_meeting, name="board-meeting"),
]

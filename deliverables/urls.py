"""Addresses of ontwikkelperspectief, uitvoeringsagenda, money, arrangement, checkpoints, overleggen, reminders and photos."""

from deliverables.agenda.chance.urls import urlpatterns as chance
from deliverables.agenda.exchange.urls import urlpatterns as exchange
from deliverables.agenda.measures.urls import urlpatterns as measures
from deliverables.agenda.moving.urls import urlpatterns as moving
from deliverables.agenda.plan.urls import urlpatterns as plan
from deliverables.agenda.reports.urls import urlpatterns as reports
from deliverables.agenda.timeline.urls import urlpatterns as timeline
from deliverables.agenda.versions.urls import urlpatterns as agenda_versions
from deliverables.arrangement.agreements.urls import urlpatterns as arrangement_agreements
from deliverables.arrangement.commitments.urls import urlpatterns as commitments
from deliverables.arrangement.overview.urls import urlpatterns as arrangement
from deliverables.arrangement.stances.urls import urlpatterns as agreement_stances
from deliverables.board_meetings.urls import urlpatterns as board_meetings
from deliverables.checkpoints.urls import urlpatterns as checkpoints
from deliverables.money.balance.urls import urlpatterns as balance
from deliverables.money.funding.urls import urlpatterns as funding
from deliverables.money.funds.urls import urlpatterns as funds
from deliverables.money.investments.urls import urlpatterns as investments
from deliverables.money.price_levels.urls import urlpatterns as price_levels
from deliverables.money.process_money.urls import urlpatterns as process_money
from deliverables.perspective.approval.urls import urlpatterns as approval
from deliverables.perspective.choices.urls import urlpatterns as choices
from deliverables.perspective.exchange.urls import urlpatterns as perspective_exchange
from deliverables.perspective.figures.urls import urlpatterns as figures
from deliverables.perspective.overview.urls import urlpatterns as perspective
from deliverables.perspective.sections.urls import urlpatterns as sections
from deliverables.perspective.template.urls import urlpatterns as perspective_template
from deliverables.perspective.versions.urls import urlpatterns as perspective_versions
from deliverables.photos.urls import urlpatterns as photos
from deliverables.reminders.urls import urlpatterns as reminders

urlpatterns = [
    *perspective,
    *sections,
    *perspective_template,
    *choices,
    *figures,
    *perspective_versions,
    *approval,
    *perspective_exchange,
    *measures,
    *chance,
    *reports,
    *timeline,
    *agenda_versions,
    *moving,
    *plan,
    *exchange,
    *investments,
    *funding,
    *funds,
    *balance,
    *price_levels,
    *process_money,
    *arrangement,
    *arrangement_agreements,
    *commitments,
    *agreement_stances,
    *checkpoints,
    *board_meetings,
    *photos,
    *reminders,
]

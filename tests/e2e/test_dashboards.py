"""The dashboards in a real browser: readable wide and narrow, and on one sheet of paper."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from django.utils import timezone
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from areas.area.actions.areas import load_areas
from areas.area.catalogue import read_catalogue
from areas.enums import Role
from areas.models import Area, User
from areas.parties.enums import OrganisationKind
from coalition.agreement.document.enums import PartyStatus
from coalition.models import (
    ActionItem,
    Agreement,
    AgreementParty,
    Ambition,
    Article,
    Chapter,
    PartyContact,
)
from deliverables.checkpoints.models import Checkpoint, CheckpointArea, Requirement
from tests.e2e.axe import serious_findings
from tests.factories import make_member, make_organisation

pytestmark = pytest.mark.django_db(transaction=True)

Browse = Callable[[User], None]
PHONE = {"width": 360, "height": 780}


@pytest.fixture
def full_area(transactional_db: None) -> Area:
    """Zuid-Limburg with as much of everything as its dashboard shows."""
    load_areas(catalogue=read_catalogue())
    area = Area.objects.get(slug="zuid-limburg")
    author = make_member(Role.PLANNING_GROUP, area)
    agreement = Agreement.objects.create(area=area, title="Akkoord")
    chapter = Chapter.objects.create(agreement=agreement, number=1, label="1", title="Gedeelde ambities")
    day = timezone.localdate() + timedelta(days=52)
    checkpoint = Checkpoint.objects.create(name="Tweede ijkmoment", date=day, place="Maastricht")
    CheckpointArea.objects.create(checkpoint=checkpoint, area=area)
    for number, kind in enumerate(OrganisationKind, 1):
        title = f"Een ambitie met een titel die niet erg kort is, nummer {number}"
        Ambition.objects.create(area=area, number=number, title=title, text="Tekst", created_by=author)
        Article.objects.create(chapter=chapter, number=number, label=str(number), title=title, text="Tekst")
        Requirement.objects.create(checkpoint=checkpoint, area=area, text=f"Een stuk dat klaar moet zijn, {number}")
        party = make_organisation(f"Organisatie met een lange naam {number}", kind, area)
        AgreementParty.objects.create(agreement=agreement, organisation=party, status=PartyStatus.EXECUTIVES_AGREE)
        PartyContact.objects.create(area=area, organisation=party, conversation_count=number, statement_count=number)
    return area


@pytest.fixture
def busy(full_area: Area) -> User:
    """Somebody of whom as much is asked as the dashboard shows."""
    user = make_member(Role.AREA_ADMIN, full_area)
    for number in range(5):
        ActionItem.objects.create(
            area=full_area, what=f"Afspraak {number}", owner="ik", owner_user=user, due_on=timezone.localdate()
        )
    return user


def _sheets(page: Page, path: Path) -> int:
    page.pdf(path=path, prefer_css_page_size=True)
    return len(pypdfium2.PdfDocument(path))


@pytest.mark.parametrize("address", ["/gebieden/zuid-limburg/", "/overzicht/"])
def test_full_dashboard_prints_on_one_a4(
    page: Page, live_server: LiveServer, browse_as: Browse, busy: User, tmp_path: Path, address: str
) -> None:
    browse_as(busy)
    page.goto(live_server.url + address)
    assert _sheets(page, tmp_path / "print.pdf") == 1


def test_overview_of_sixteen_areas_prints_on_one_a4(
    page: Page, live_server: LiveServer, browse_as: Browse, full_area: Area, tmp_path: Path
) -> None:
    browse_as(make_member(Role.PROGRAMME_TEAM))
    page.goto(live_server.url + "/overzicht/")
    assert page.locator("tbody tr").count() == 16
    assert _sheets(page, tmp_path / "print.pdf") == 1


@pytest.mark.parametrize(
    "address",
    ["/", "/gebieden/", "/overzicht/", "/gebieden/zuid-limburg/", "/gebieden/zuid-limburg/partijen/",
     "/gebieden/zuid-limburg/partijen/nieuw/"],
)  # fmt: skip
def test_page_has_no_serious_findings_wide_or_narrow(
    page: Page, live_server: LiveServer, browse_as: Browse, busy: User, complaints: list[str], address: str
) -> None:
    browse_as(busy)
    page.goto(live_server.url + address)
    findings = serious_findings(page)
    page.set_viewport_size(PHONE)
    assert findings + serious_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_why_of_a_step_leads_to_its_evidence(
    page: Page, live_server: LiveServer, browse_as: Browse, full_area: Area
) -> None:
    browse_as(make_member(Role.EXECUTIVE, full_area))
    page.goto(live_server.url + "/gebieden/zuid-limburg/")
    page.locator("li.step", has_text="Gesprekken").locator("summary").click()
    page.get_by_role("link", name="Partijen van het gebied").first.click()
    assert page.url.endswith("/gebieden/zuid-limburg/partijen/")

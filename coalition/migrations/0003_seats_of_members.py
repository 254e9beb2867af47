"""Who had the role planningsgroep gets a seat in the planning group, as a person in a role."""

from django.db import migrations
from django.utils import timezone

PLANNING_GROUP = "planningsgroep"


def give_seats(apps, schema_editor):
    Membership = apps.get_model("areas", "Membership")
    Person = apps.get_model("areas", "Person")
    Seat = apps.get_model("coalition", "Seat")
    today = timezone.localdate()
    members = (
        Membership.objects.filter(role=PLANNING_GROUP, ended_at__isnull=True, organisation__isnull=False)
        .exclude(valid_until__lt=today)
        .select_related("user")
        .order_by("valid_from")
    )
    for member in members:
        role = member.user.name or "Lid van de planningsgroep"
        taken = Person.objects.filter(organisation_id=member.organisation_id, role__iexact=role)
        person = taken.filter(name="", user__isnull=True).first()
        if person is None:
            name = member.user.email if taken.exists() else ""
            person = Person.objects.create(organisation_id=member.organisation_id, role=role, name=name)
        person.user_id = member.user_id
        person.save(update_fields=["user"])
        if not Seat.objects.filter(area_id=member.area_id, person=person).exists():
            Seat.objects.create(
                area_id=member.area_id, person=person, valid_from=member.valid_from, valid_until=member.valid_until
            )


class Migration(migrations.Migration):
    dependencies = [("coalition", "0002_planning_group")]
    operations = [migrations.RunPython(give_seats, migrations.RunPython.noop)]

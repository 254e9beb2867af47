"""What a line of a file comes to, given what the portal knows and the lines before it."""

from collections.abc import Mapping, Sequence
from datetime import date

from areas.imports.queries.ground import Ground
from areas.imports.rules.columns import listed
from areas.imports.rules.party_plan import PartyPlan
from areas.imports.rules.plan import Change
from areas.parties.enums import OrganisationKind
from areas.parties.models import Organisation
from areas.parties.rules.umbrellas import chain_in_words, closing_chain
from areas.people.models import Person

STAYS = "Naam en soort blijven zoals ze zijn: andere gebieden gebruiken ze ook."


class Deciding:
    """Decides line after line. `lines` gives the number of the line in the file that bears a name."""

    def __init__(self, ground: Ground, lines: Mapping[str, int]) -> None:
        self._ground = ground
        self._lines = lines
        self._first: dict[object, PartyPlan] = {}

    def decide(self, plan: PartyPlan) -> None:
        """Fill in what this line would change, in the portal and in words, or what is wrong with it."""
        if not plan.name:
            return
        self._refuse_double(plan)
        if plan.known is None:
            self._new(plan)
        else:
            self._known(plan, plan.known)
        self._umbrellas(plan)
        self._person(plan)
        if plan.action == "same" and not plan.words:
            plan.words.append("Staat al zo in het portaal.")

    def settle(self, plans: Sequence[PartyPlan]) -> None:
        """Refuse lines that lean on a line that cannot be written, and lines that lean on those."""
        unfit = {plan.key: plan for plan in plans if not plan.is_fit and self._first.get(_identity(plan)) is plan}
        here = {key for key, organisation in self._ground.known.items() if self._ground.is_here(organisation)}
        leaning: dict[str, list[PartyPlan]] = {}
        for plan in plans:
            for key in plan.new_umbrellas:
                if key in self._lines and key not in here:
                    leaning.setdefault(key, []).append(plan)
        waiting = list(unfit)
        while waiting:
            key = waiting.pop()
            for plan in leaning.get(key, ()):
                if plan.is_fit:
                    plan.fault(
                        "koepel",
                        f"De koepel staat op regel {self._lines[key]}, maar die regel kan niet worden ingevoerd.",
                    )
                    waiting.append(plan.key)

    def _refuse_double(self, plan: PartyPlan) -> None:
        earlier = self._first.setdefault(_identity(plan), plan)
        if earlier is not plan:
            same = "" if earlier.key == plan.key else f" als “{earlier.name}”"
            plan.fault(
                "naam", f"Deze organisatie staat al op regel {earlier.number}{same}. Haal een van de twee regels weg."
            )

    def _new(self, plan: PartyPlan) -> None:
        plan.joins_area = True
        if not plan.kind:
            if not any(column == "soort" for column, _text in plan.errors):
                plan.fault(
                    "soort",
                    "De soort ontbreekt, en deze organisatie is nieuw. Vul de soort in, bijvoorbeeld “gemeente”.",
                )
            return
        plan.words.append(f"Komt erbij als {OrganisationKind(plan.kind).label.lower()}.")

    def _known(self, plan: PartyPlan, known: Organisation) -> None:
        plan.joins_area = not self._ground.is_here(known)
        if known.name.lower() != plan.key:
            plan.words.append(f"“{plan.name}” heet nu “{known.name}”.")
        if plan.joins_area:
            plan.words.append(
                f"{known.name} is al bekend in het portaal en wordt ook partij van {self._ground.area.name}."
            )
        self._shared_facts(plan, known)
        notes = self._ground.notes.get(known.pk, "")
        if plan.notes and plan.notes != notes:
            plan.new_notes = plan.notes
            plan.changes.append(Change("aantekeningen", notes, plan.notes))

    def _shared_facts(self, plan: PartyPlan, known: Organisation) -> None:
        kind = plan.kind if plan.kind != known.kind else ""
        website = plan.website if plan.website.rstrip("/") != known.website.rstrip("/") else ""
        if not kind and not website:
            return
        if not self._ground.may_change(known):
            plan.words.append(STAYS if kind else "De website blijft zoals die is: andere gebieden gebruiken die ook.")
            return
        plan.new_kind, plan.new_website = kind, website
        if kind:
            labels = OrganisationKind(known.kind).label, OrganisationKind(kind).label
            plan.changes.append(Change("soort", *labels))
        if website:
            plan.changes.append(Change("website", known.website, website))

    def _umbrellas(self, plan: PartyPlan) -> None:
        own = _identity(plan)
        new: list[tuple[str, object, str]] = []
        for name in plan.umbrellas:
            key = name.lower()
            umbrella = self._ground.known.get(key)
            if umbrella is not None and umbrella.pk in self._ground.above.get(own, ()):
                continue
            if key not in self._lines and (umbrella is None or not self._ground.is_here(umbrella)):
                plan.fault(
                    "koepel",
                    f"“{name}” is geen partij van {self._ground.area.name}. Zet die koepel op een eigen regel.",
                )
                continue
            target = umbrella.pk if umbrella else key
            if target not in self._ground.above.get(own, ()):
                new.append((key, target, umbrella.name if umbrella else name))
        if new and plan.known is not None and not self._ground.may_change(plan.known):
            plan.words.append("De koepels blijven zoals ze zijn: andere gebieden gebruiken ze ook.")
            return
        if self._circles(plan, own, new) or plan.errors or not new:
            return
        self._ground.above.setdefault(own, set()).update(target for _key, target, _name in new)
        plan.new_umbrellas = [key for key, _target, _name in new]
        plan.changes.append(Change("lid van", "", ", ".join(name for _key, _target, name in new)))

    def _circles(self, plan: PartyPlan, own: object, new: Sequence[tuple[str, object, str]]) -> bool:
        """Say which umbrella would close a circle; looks only upward from it."""
        for _key, target, name in new:
            if target == own or own in self._all_above(target):
                links = ((member, above) for member, many in self._ground.above.items() for above in many)
                chain = chain_in_words([self._name_of(step, plan) for step in closing_chain(own, target, links)])
                said = "Een organisatie kan geen lid van zichzelf zijn." if target == own else f"{chain}."
                plan.fault("koepel", f"Met “{name}” als koepel ontstaat een kring. {said}")
                return True
        return False

    def _all_above(self, start: object) -> set[object]:
        seen: set[object] = set()
        waiting = [start]
        while waiting:
            for over in self._ground.above.get(waiting.pop(), ()):
                if over not in seen:
                    seen.add(over)
                    waiting.append(over)
        return seen

    def _name_of(self, identity: object, plan: PartyPlan) -> str:
        if identity == _identity(plan):
            return plan.name
        first = self._first.get(identity)
        return self._ground.names.get(identity) or (first.name if first else "een andere organisatie")  # type: ignore[call-overload]

    def _person(self, plan: PartyPlan) -> None:
        if not plan.role:
            if plan.email or plan.phone:
                plan.fault("functie", "Vul ook de functie in van wie u zo bereikt, bijvoorbeeld “Beleidsadviseur”.")
            return
        held = self._ground.persons_in(plan.known, plan.role) if plan.known else []
        current = [person for person in held if not person.valid_until or person.valid_until >= self._ground.today]
        if len(current) > 1:
            plan.words.append(f"De functie {listed([plan.role])} is er al meer keren: die blijft zoals ze is.")
        elif current:
            self._reach(plan, current[0])
        else:
            # Who held the role before has an end: the new one begins today, or since when is not known.
            since: date | None = self._ground.today if held else None
            plan.new_person = Person(role=plan.role, email=plan.email, phone=plan.phone, valid_from=since)
            plan.changes.append(Change("functie", "", ", ".join(filter(None, [plan.role, plan.email, plan.phone]))))

    def _reach(self, plan: PartyPlan, person: Person) -> None:
        """Give somebody who is known another e-mail address or telephone number."""
        before = (person.email, person.phone)
        after = (plan.email or person.email, plan.phone or person.phone)
        for what, old, new in zip(("e-mail", "telefoon"), before, after, strict=True):
            if old != new:
                plan.changes.append(Change(f"{what} van {person.role}", old, new))
        if before != after:
            person.email, person.phone = after
            plan.changed_person = person


def _identity(plan: PartyPlan) -> object:
    """What a line is about: an organisation that is known, or a name that is still to be made."""
    return plan.known.pk if plan.known else plan.key

"""The lines of a file with parties, for django-import-export: what each would do, and on confirmation doing it.

Nothing here asks the database per line: `Ground` holds what is known, a line becomes a `Plan`, and
`areas.imports.writing` writes all plans together.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator
from import_export import resources
from import_export.fields import Field
from import_export.widgets import Widget
from tablib import Dataset

from areas.imports.deciding import Deciding
from areas.imports.queries.ground import Ground
from areas.imports.rules.columns import BY_KEY, COLUMNS, is_phone, is_spreadsheet_error, kind_of, names_in, web_address
from areas.imports.rules.plan import Plan
from areas.parties.rules.similarity import words_of

Row = Mapping[str, Any]
KINDS_IN_WORDS = "Kies uit: rijk, provincie, gemeente, waterschap, maatschappelijke organisatie, bedrijf, kennisinstelling of bewoners."
_is_url = URLValidator(schemes=["http", "https"])
_is_email = EmailValidator()
REPORT_EVERY = 250


class CellWidget(Widget):
    """A cell as text. A fault is a ValueError with a sentence and an example."""

    def clean(self, value: Any, row: Row | None = None, **kwargs: Any) -> Any:
        text = str(value or "")
        if is_spreadsheet_error(text):
            raise ValueError(
                f"Hier staat een foutmelding van Excel ({text}). Vul de waarde zelf in, of maak de cel leeg."
            )
        return self.read(text) if text else self.nothing()

    def nothing(self) -> Any:
        return ""

    def read(self, text: str) -> Any:
        return text


class NameWidget(CellWidget):
    def nothing(self) -> str:
        raise ValueError("De naam ontbreekt. Vul de naam van de organisatie in, bijvoorbeeld “Waterschap Limburg”.")

    def read(self, text: str) -> str:
        if not any(sign.isalnum() for sign in text) or not words_of(text):
            raise ValueError("Dit is geen naam. Vul de naam van de organisatie in, bijvoorbeeld “Waterschap Limburg”.")
        return text


class KindWidget(CellWidget):
    def read(self, text: str) -> str:
        kind = kind_of(text)
        if not kind:
            raise ValueError(f"“{text}” is geen soort partij. {KINDS_IN_WORDS}")
        return kind


class WebsiteWidget(CellWidget):
    def read(self, text: str) -> str:
        address = web_address(text)
        try:
            _is_url(address)
        except ValidationError as error:
            raise ValueError("Dit is geen webadres. Vul het zo in: www.waterschaplimburg.nl.") from error
        if len(address) > BY_KEY["website"].most:
            raise ValueError("Dit webadres is te lang. Het mag 200 tekens lang zijn.")
        return address


class UmbrellasWidget(CellWidget):
    def nothing(self) -> tuple[str, ...]:
        return ()

    def read(self, text: str) -> tuple[str, ...]:
        return tuple(names_in(text))


class EmailWidget(CellWidget):
    def read(self, text: str) -> str:
        try:
            _is_email(text)
        except ValidationError as error:
            raise ValueError("Dit is geen e-mailadres. Vul het zo in: naam@voorbeeld.nl.") from error
        return text


class PhoneWidget(CellWidget):
    def read(self, text: str) -> str:
        if not is_phone(text):
            raise ValueError("Dit is geen telefoonnummer. Vul het zo in: 043 123 45 67 of +31 43 123 45 67.")
        return text


class PlanLoader:
    """Gives the plan of a line about an organisation that the portal knows; nothing for a new name."""

    def __init__(self, resource: "PartyResource", dataset: Dataset) -> None:
        self.known = resource.ground.known

    def get_instance(self, row: Row) -> Plan | None:
        known = self.known.get(str(row["naam"]).lower())
        return Plan(int(row["regel"]), known=known) if known else None


class PartyResource(resources.Resource):
    """Lines of a file as parties of one area.

    `expected` gives for each number the mark of what was confirmed: a line that by now would do
    something else is held back and told. `write` is called once with the plans that are fit.
    """

    name = Field("name", "naam", NameWidget())
    kind = Field("kind", "soort", KindWidget())
    website = Field("website", "website", WebsiteWidget())
    umbrellas = Field("umbrellas", "koepel", UmbrellasWidget())
    notes = Field("notes", "aantekeningen", CellWidget())
    role = Field("role", "functie", CellWidget())
    email = Field("email", "e-mail", EmailWidget())
    phone = Field("phone", "telefoon", PhoneWidget())

    class Meta:
        import_id_fields = ["name"]
        instance_loader_class = PlanLoader
        using_db = "default"
        use_bulk = True
        batch_size = None
        skip_diff = True

    def __init__(
        self,
        ground: Ground,
        *,
        write: Callable[[list[Plan]], None] | None = None,
        expected: Mapping[int, str] | None = None,
        progress: Callable[[float], None] = lambda share: None,
    ) -> None:
        super().__init__()
        self.ground = ground
        self.plans: list[Plan] = []
        self._write, self._expected, self._progress = write, expected, progress

    def before_import(self, dataset: Dataset, **kwargs: Any) -> None:
        self._total = len(dataset)
        keys = [str(name).lower() for name in dataset["naam"]]
        self._deciding = Deciding(self.ground, dict(zip(keys, dataset["regel"], strict=True)))

    def before_import_row(self, row: Row, **kwargs: Any) -> None:
        if kwargs["row_number"] % REPORT_EVERY == 0:
            self._progress(kwargs["row_number"] / self._total)

    def init_instance(self, row: Row | None = None) -> Plan:
        return Plan(int(row["regel"]) if row else 0)

    def import_instance(self, instance: Plan, row: Row, **kwargs: Any) -> None:
        """Read every cell and decide what the line comes to; all faults of a line together."""
        self.plans.append(instance)
        for part in self.get_import_fields():
            try:
                self.import_field(part, instance, row, **kwargs)
            except ValueError as fault:
                instance.fault(part.column_name, str(fault))
        for column in str(row["te lang"]).split(";") if row["te lang"] else ():
            instance.fault(
                column, f"De tekst was langer dan {BY_KEY[column].most} tekens en is afgekapt. Kort hem in."
            )
        self._deciding.decide(instance)
        if instance.errors:
            raise ValidationError([text for _column, text in instance.errors])

    def bulk_create(self, using_transactions: bool, dry_run: bool, *args: Any, **kwargs: Any) -> None:
        """Judge the lines that lean on each other and, unless this is a trial, write all that is fit."""
        self.create_instances.clear()
        for plan in self.plans:
            if self._expected is not None and not plan.errors:
                plan.held = plan.mark() != self._expected.get(plan.number)
        self._deciding.settle(self.plans)
        if not dry_run and self._write:
            self._write([plan for plan in self.plans if plan.is_fit])

    def bulk_update(self, *args: Any, **kwargs: Any) -> None:
        self.update_instances.clear()

    def bulk_delete(self, *args: Any, **kwargs: Any) -> None:
        """Remove nothing: a file never takes a party away."""


def dataset_of(rows: Iterable[Mapping[str, Any]]) -> Dataset:
    """Return kept rows as import-export reads them: a column that is not in the file is empty."""
    data = Dataset(headers=["regel", "te lang", *(column.key for column in COLUMNS)])
    for row in rows:
        values = row["values"]
        data.append([row["number"], ";".join(row.get("cut", ())), *(values.get(column.key, "") for column in COLUMNS)])
    return data


def names_of(rows: Iterable[Mapping[str, Any]]) -> set[str]:
    """Return every name the rows mention, umbrellas too."""
    names: set[str] = set()
    for row in rows:
        names.add(row["values"].get("naam", ""))
        names.update(names_in(row["values"].get("koepel", "")))
    return names - {""}

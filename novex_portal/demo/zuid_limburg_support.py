"""What parties of the practice area declared of the ambitions; made up for practice."""

from coalition.agreement.ambitions.enums import Support

# Number of the ambition, organisation, support, condition or reason, how one knows, days ago.
DECLARED: tuple[tuple[int, str, str, str, str, int], ...] = (
    (1, "Waterschap Limburg", Support.SUPPORTS, "", "Brief van het dagelijks bestuur", 30),
    (1, "Provincie Limburg", Support.SUPPORTS, "", "Gezegd in het overleg van de planningsgroep", 28),
    (1, "Landbouworganisatie", Support.CONDITIONAL, "Vergoeding voor grond die onder water komt, voor meer dan tien jaar.", "Gezegd in het overleg van de planningsgroep", 28),
    (1, "Bewonersvereniging beekdal", Support.SUPPORTS, "", "Ledenvergadering", 20),
    (1, "Gemeente Valkenburg aan de Geul", Support.SUPPORTS, "", "Brief van het college", 24),
    (1, "Gemeente Vaals", Support.UNKNOWN, "", "Wacht op het college", 6),
    (2, "Provincie Limburg", Support.CONDITIONAL, "Als het Rijk de helft betaalt.", "Brief van Gedeputeerde Staten", 26),
    (2, "Natuurorganisatie", Support.SUPPORTS, "", "Gesprek", 40),
    (2, "Recreatieondernemers Heuvelland", Support.OPPOSES, "Vreest dat routes in het seizoen dichtgaan.", "Gesprek", 33),
    (2, "Kennisinstelling voor water en bodem", Support.SUPPORTS, "", "Gesprek", 21),
    (3, "Gemeente Heerlen", Support.SUPPORTS, "", "Brief van het college", 18),
    (3, "Woningcorporatie", Support.CONDITIONAL, "Als het werk samenloopt met de renovatie.", "Brief van het bestuur", 17),
    (3, "Wijkbewoners Heerlen-Noord", Support.SUPPORTS, "", "Bewonersavond", 15),
    (5, "Provincie Limburg", Support.SUPPORTS, "", "Brief van Gedeputeerde Staten", 12),
    (5, "Drinkwaterbedrijf", Support.CONDITIONAL, "Als er geen mest en middelen mee naar beneden gaan.", "Gesprek", 11),
    (6, "Koepel van woningcorporaties", Support.OPPOSES, "Wil eerst de slechtste woningen.", "Gesprek", 14),
    (7, "Staatsbosbeheer", Support.SUPPORTS, "", "Gesprek", 10),
    (8, "Chemiebedrijven op het industrieterrein", Support.CONDITIONAL, "Als de vergunning binnen een jaar rond is.", "Gesprek", 9),
)  # fmt: skip

"""Addresses of ambitions and the akkoord."""

from coalition.agreement.ambitions.urls import urlpatterns as ambitions
from coalition.agreement.amendments.urls import urlpatterns as amendments
from coalition.agreement.annexes.urls import urlpatterns as annexes
from coalition.agreement.articles.urls import urlpatterns as articles
from coalition.agreement.comments.urls import urlpatterns as comments
from coalition.agreement.confirming.urls import urlpatterns as confirming
from coalition.agreement.consultations.urls import urlpatterns as consultations
from coalition.agreement.document.urls import urlpatterns as document
from coalition.agreement.editing.urls import urlpatterns as editing
from coalition.agreement.open_points.urls import urlpatterns as open_points
from coalition.agreement.packages.urls import urlpatterns as packages
from coalition.agreement.positions.urls import urlpatterns as positions
from coalition.agreement.reading.urls import urlpatterns as reading
from coalition.agreement.terms.urls import urlpatterns as terms
from coalition.agreement.thermometer.urls import urlpatterns as thermometer
from coalition.agreement.versions.urls import urlpatterns as versions

urlpatterns = [
    *ambitions,
    *amendments,
    *annexes,
    *articles,
    *comments,
    *confirming,
    *positions,
    *consultations,
    *document,
    *editing,
    *open_points,
    *packages,
    *reading,
    *terms,
    *thermometer,
    *versions,
]

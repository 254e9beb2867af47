"""The log says where something broke, and nothing of what was typed."""

import logging

import pytest
from django.test import RequestFactory
from django.urls import resolve

from novex_portal.logs import WithoutContent


def logged(path: str = "/uitnodiging/GEHEIM/") -> str:
    request = RequestFactory().get(path)
    request.resolver_match = resolve(path)
    try:
        try:
            raise KeyError("KANARIE")
        except KeyError as error:
            raise ValueError("rij met KANARIE") from error
    except ValueError as error:
        failure = (type(error), error, error.__traceback__)
    record = logging.LogRecord("django.request", logging.ERROR, "", 1, "Fout: %s", (path,), failure)
    record.request = request
    return WithoutContent().format(record)


def test_a_failure_names_its_class_and_its_cause() -> None:
    text = logged()
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text


def test_a_failure_names_the_place_in_the_code() -> None:
    assert "test_logs.py:" in logged()


@pytest.mark.parametrize("secret", ["KANARIE", "GEHEIM"])
def test_a_failure_tells_nothing_of_the_request(secret: str) -> None:
    assert secret not in logged()


def test_a_failure_names_the_pattern_of_the_address() -> None:
    assert "GET /uitnodiging/<str:token>/" in logged()

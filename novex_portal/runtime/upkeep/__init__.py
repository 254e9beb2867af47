"""Keeps running what was started: starts again, asks how it is, ends what is stuck."""

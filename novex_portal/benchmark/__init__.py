"""Measuring how fast the pages are, against a floor, at three sizes of data. Only ever on a throw-away database."""

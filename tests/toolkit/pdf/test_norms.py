"""The check of PDFs itself: a length that is wrong is found, whatever byte a stream ends with."""

import io

import pikepdf

from tests.norms import LENGTH, faults_of


def with_stream(data: bytes, length: int) -> bytes:
    """Return a PDF with a stream that claims to be this long."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.Extra = pdf.make_stream(data)
        target = io.BytesIO()
        pdf.save(target, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    written = f"/Length {len(data)}".encode()
    assert written in target.getvalue()
    return target.getvalue().replace(written, f"/Length {length}".encode())


def test_stream_that_ends_with_a_carriage_return_is_no_fault() -> None:
    assert LENGTH not in faults_of(with_stream(b"x" * 31 + b"\r", 32), "3a")


def test_stream_of_another_length_is_a_fault() -> None:
    assert LENGTH in faults_of(with_stream(b"x" * 32, 31), "3a")

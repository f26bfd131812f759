"""The document of measurements keeps what people wrote around the figures."""

from pathlib import Path

import pytest

from tests.bench import document


def test_figures_are_replaced_and_prose_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "performance.md"
    monkeypatch.setattr(document, "FILE", page)
    page.write_text("# Performance\n\nBefore.\n")
    document.write("starts", "1 s")
    document.write("10000", r"\1 \copy")
    page.write_text(page.read_text() + "\nAfter.\n")
    document.write("starts", "2 s")
    text = page.read_text()
    assert text.startswith("# Performance\n\nBefore.\n")
    assert text.endswith("\nAfter.\n")
    assert "2 s" in text
    assert "1 s" not in text
    assert r"\1 \copy" in text

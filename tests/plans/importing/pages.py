"""Small PDFs written by hand, for tests."""

from __future__ import annotations


def pdf(*contents: str, box: tuple[float, float, float, float] = (0, 0, 595, 842), rotate: int = 0,
        group: str = "") -> bytes:  # fmt: skip
    """A PDF with a page for each content stream; `/OC /G BDC … EMC` is the named group."""
    kids = " ".join(f"{10 + 2 * at} 0 R" for at in range(len(contents)))
    objects = [
        "1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj",
        f"2 0 obj <</Type /Pages /Kids [{kids}] /Count {len(contents)}>> endobj",
        "3 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj",
        f"4 0 obj <</Type /OCG /Name ({group})>> endobj",
    ]
    for at, content in enumerate(contents):
        page, stream = 10 + 2 * at, 11 + 2 * at
        corners = " ".join(str(value) for value in box)
        objects.append(
            f"{page} 0 obj <</Type /Page /Parent 2 0 R /MediaBox [{corners}] /Rotate {rotate}"
            f" /Contents {stream} 0 R"
            " /Resources <</Font <</F 3 0 R>> /Properties <</G 4 0 R>>>>>> endobj"
        )
        length = len(content.encode("latin-1"))
        objects.append(f"{stream} 0 obj <</Length {length}>> stream\n{content}\nendstream endobj")
    body, offsets = "%PDF-1.5\n", {}
    for text in objects:
        offsets[int(text.split()[0])] = len(body.encode("latin-1"))
        body += text + "\n"
    start = len(body.encode("latin-1"))
    body += "xref\n" + "".join(
        f"{number} 1\n{offset:010d} 00000 n \n" for number, offset in sorted(offsets.items())
    )
    body += f"trailer <</Root 1 0 R /Size {max(offsets) + 1}>>\nstartxref\n{start}\n%%EOF\n"
    return body.encode("latin-1")


def lines(count: int) -> str:
    """Strokes across a page, one under the other."""
    return "\n".join(f"100 {100 + at} m 400 {100 + at} l S" for at in range(count))

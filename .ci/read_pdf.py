"""Reads samenvatting.pdf back as a screen reader, an archive and a printer would."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf

path, language = Path(sys.argv[1]), sys.argv[2]


def tags(element, found):
    """Every element of the structure, in reading order."""
    if isinstance(element, pikepdf.Array):
        for child in element:
            tags(child, found)
    elif isinstance(element, pikepdf.Dictionary):
        if "/S" in element:
            found.append(element)
        if "/K" in element:
            tags(element.K, found)
    return found


def run(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


with pikepdf.open(path) as pdf:
    assert str(pdf.Root.Lang) == language, pdf.Root.Lang
    assert bool(pdf.Root.MarkInfo.Marked) and bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    with pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1" and metadata["pdfaid:part"] == "2"
        title = metadata["dc:title"]
        assert title.strip()
    for holder in (pdf.Root, *pdf.pages):
        assert not {"/AA", "/OpenAction", "/Annots"} & set(holder.keys()), "nothing to click, nothing that acts"
    found = tags(pdf.Root.StructTreeRoot.K, [])
    roles = [str(one.S) for one in found]
    assert roles.count("/Table") >= 3 and roles.count("/Figure") >= 3, roles
    assert roles.count("/Caption") == roles.count("/Table") + roles.count("/Figure"), roles
    for one in found:
        assert str(one.S) != "/Figure" or len(str(one.Alt)) > 20, "a picture without words"
        if str(one.S) == "/Table":
            inside = [str(part.S) for part in tags(one.K, [])]
            assert "/TH" in inside and "/TD" in inside, inside
    assert not [role for role in roles if re.fullmatch(r"/H[2-6]", role) and "/H1" not in roles]
    with pdf.open_outline() as outline:
        bookmarks = [item.title for item in outline.root]
    assert roles.count("/H1") == len(bookmarks) > 5, bookmarks
    pages = len(pdf.pages)

assert 2 <= pages <= 4, f"{pages} pages"
flowing = " ".join(run("pdftotext", str(path), "-").split())
at = 0
for heading in [title, *bookmarks]:
    at = flowing.index(" ".join(heading.split()), at)
fonts = run("pdffonts", str(path)).splitlines()[2:]
assert fonts and all(re.search(r"\s+yes yes yes\s+\d+\s+\d+$", font) for font in fonts), fonts
with tempfile.TemporaryDirectory() as folder:
    run("pdftoppm", "-r", "60", "-gray", str(path), f"{folder}/page")
    pictures = sorted(Path(folder).iterdir())
    assert len(pictures) == pages
    for picture in pictures:
        ink = sum(shade < 128 for shade in picture.read_bytes()[20:])
        assert ink > 1_000, f"{picture.name} is all but empty"
print(f"{path.name}: {pages} pages, {len(bookmarks)} headings, {roles.count('/Table')} tables, {roles.count('/Figure')} charts")

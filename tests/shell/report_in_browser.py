#!/usr/bin/env python3
"""Writes a report and looks at it in Chromium: what is shown, that nothing is cut off or loaded, and on paper.

Usage: report_in_browser.py MUSTER CHROMIUM
"""
import pathlib, re, struct, subprocess, sys, tempfile, zlib

from muster_program import Muster

QUESTIONS = """-- Women and men with seizures, by sex and country
count individuals where has phenotype HP:0001250 and age at last contact >= 2 years by sex;
funnel individuals where has phenotype HP:0001250 and sex is female and has sample with type is tumour;
count individuals by country
"""


def chromium(program, *arguments):
    with tempfile.TemporaryDirectory(prefix="muster-chromium-") as profile:
        done = subprocess.run([program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                               "--disable-background-networking", "--disable-component-update", "--disable-sync",
                               "--disable-dev-shm-usage", "--hide-scrollbars", f"--user-data-dir={profile}", *arguments],
                              capture_output=True, timeout=180)
    if done.returncode != 0: sys.exit(f"chromium: {done.returncode}\n{done.stderr.decode(errors='replace')}")
    return done.stdout.decode("utf-8", errors="replace")


def check(condition, what):
    if not condition: sys.exit(f"report_in_browser: {what}")


def ink_at_edges(png):
    """How many pixels of the rightmost 4 columns are not white: what overflows reaches the edge."""
    data = png.read_bytes()
    at, width, height, depth, colour, pixels = 8, 0, 0, 0, 0, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        if kind == b"IHDR": width, height, depth, colour = struct.unpack(">IIBB", data[at + 8:at + 18])
        if kind == b"IDAT": pixels += data[at + 8:at + 8 + length]
        at += 12 + length
    check(depth == 8 and colour in (2, 6), "a screenshot of an unknown kind")
    size = 3 if colour == 2 else 4
    raw, stride, previous, ink, dark = zlib.decompress(pixels), width * size, bytearray(width * size), 0, 0
    for y in range(height):
        kind, line = raw[y * (stride + 1)], bytearray(raw[y * (stride + 1) + 1:(y + 1) * (stride + 1)])
        for x in range(stride):
            a = line[x - size] if x >= size else 0
            b = previous[x]
            c = previous[x - size] if x >= size else 0
            if kind == 1: line[x] = (line[x] + a) & 255
            elif kind == 2: line[x] = (line[x] + b) & 255
            elif kind == 3: line[x] = (line[x] + (a + b) // 2) & 255
            elif kind == 4:
                p = a + b - c
                d = (abs(p - a), abs(p - b), abs(p - c))
                line[x] = (line[x] + (a if d[0] <= d[1] and d[0] <= d[2] else b if d[1] <= d[2] else c)) & 255
        ink += sum(1 for x in range((width - 4) * size, stride, size) if line[x] < 200)
        dark += sum(1 for x in range(0, stride, size * 7) if line[x] < 120)
        previous = line
    return ink, dark


def main(program, browser):
    muster = Muster(program)
    text = muster.folder / "seizures.muster"
    page = muster.folder / "seizures.html"
    text.write_text(QUESTIONS, encoding="utf-8")
    muster.run("report", muster.catalogue, text, "--out", page, "--title", "Seizures <in> a small catalogue")
    url = page.as_uri()

    shown = chromium(browser, "--dump-dom", url)
    check("Seizures &lt;in&gt; a small catalogue" in shown, "the title is not shown as it is written")
    check(shown.count("<svg") >= 4, "flow and bars are missing")
    check(not re.search(r"<script|<link|<img|src=|url\((?!#)", shown), "the page asks for something else")
    check("Flow through the criteria" in shown and "left out:" in shown, "there is no flow")

    # A telephone, a window, a screen: nothing is cut off at the right, and something is drawn.
    for width in (390, 900, 1400):
        picture = muster.folder / f"page-{width}.png"
        chromium(browser, f"--window-size={width},1500", f"--screenshot={picture}", url)
        ink, dark = ink_at_edges(picture)
        check(ink == 0, f"{ink} pixels reach the right edge at a width of {width}")
        check(dark > 200, f"hardly anything is drawn at a width of {width}")

    # On the paper of whoever prints, in points: the page asks for none of its own.
    pages = {}
    for paper, points in (("A4", (595, 842)), ("Letter", (612, 792))):
        printed, pdf = muster.folder / f"{paper}.html", muster.folder / f"{paper}.pdf"
        html = page.read_text(encoding="utf-8")
        check("size:" not in re.search("@page.*", html)[0], "the page asks for a paper")
        printed.write_text(html.replace("</head>", f"<style>@page {{ size: {paper} }}</style></head>"),
                           encoding="utf-8")
        chromium(browser, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", printed.as_uri())
        boxes = re.findall(rb"/MediaBox ?\[ ?0 0 ([\d.]+) ([\d.]+) ?\]", pdf.read_bytes())
        check(boxes, "there are no pages")
        check(all(abs(float(w) - points[0]) < 3 and abs(float(h) - points[1]) < 3 for w, h in boxes),
              f"not {paper}: {boxes}")
        pages[paper] = len(boxes)

    # As on paper: a total stands at the end, not at the foot of each page, and a drawing fits a page.
    style = re.search(r"@media print \{.*", html, re.DOTALL)[0]
    check("tfoot { display: table-row-group" in style, "totals would stand on each page")
    check(re.search(r"svg\.bars, svg\.flow \{[^}]*max-height: 22cm", style), "a drawing could be higher than a page")

    check("the same" in muster.run("verify", page, muster.catalogue), "verify does not know the page again")
    page.write_text(page.read_text(encoding="utf-8").replace(">female<", ">fema1e<"), encoding="utf-8")
    muster.run("verify", page, muster.catalogue, code=1)
    muster.close()
    print(f"looked at in three widths and on {pages} pages")


main(*sys.argv[1:3])

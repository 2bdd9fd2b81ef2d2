"""Drives LibreOffice without a screen: opens a workbook, enters what a person would type, saves it."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

FILTERS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8"}
MACRO = """
Sub TypeAndSave
    Dim hidden(0) As New com.sun.star.beans.PropertyValue
    Dim filter(0) As New com.sun.star.beans.PropertyValue
    hidden(0).Name = "Hidden" : hidden(0).Value = True
    book = StarDesktop.loadComponentFromURL(Environ("KYBAO_SOURCE"), "_blank", 0, hidden())
    sheet = book.Sheets.getByIndex(0)
    cells = Split(Environ("KYBAO_CELLS"), "|")
    For i = 0 To UBound(cells) Step 2
        sheet.getCellRangeByName(cells(i)).setFormula(cells(i + 1))
    Next i
    book.calculate()
    targets = Split(Environ("KYBAO_TARGETS"), "|")
    filters = Split(Environ("KYBAO_FILTERS"), "|")
    For i = 0 To UBound(targets)
        filter(0).Name = "FilterName" : filter(0).Value = filters(i)
        book.storeToURL(targets(i), filter())
    Next i
    book.close(True)
    StarDesktop.terminate()
End Sub
"""
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">{}
</script:module>"""


def type_and_save(soffice: str, source: Path, cells: Mapping[str, str], targets: list[Path]) -> None:
    """Open ``source``, type what ``cells`` says, save as each of the targets."""
    profile = source.parent / "profile"
    said = {
        "KYBAO_SOURCE": source.as_uri(),
        "KYBAO_CELLS": "|".join(f"{place}|{text}" for place, text in cells.items()),
        "KYBAO_TARGETS": "|".join(target.as_uri() for target in targets),
        "KYBAO_FILTERS": "|".join(FILTERS[target.suffix] for target in targets),
    }
    _run(soffice, profile, "--terminate_after_init")  # makes the profile, with an empty Module1
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"
    module.write_text(MODULE.format(escape(MACRO)), encoding="utf-8")
    _run(soffice, profile, "macro:///Standard.Module1.TypeAndSave", **said)


def _run(soffice: str, profile: Path, argument: str, **said: str) -> None:
    command = [soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", argument]
    subprocess.run(command, env={**os.environ, **said}, check=True, capture_output=True, timeout=120)

"""Small sources in the real forms, for the tests of the gazetteer."""

from __future__ import annotations

import zipfile
from pathlib import Path

# ruff: noqa: E501
# Nineteen columns of a GeoNames country dump, as its readme gives them.
DUMP = [
    "172955\tAl Bāb\tAl Bab\tAl Bab,Bab,الباب\t36.37051\t37.51572\tP\tPPLA2\tSY\t\t09\t\t\t\t130745\t\t475\tAsia/Damascus\t2021-05-12",
    "170063\tHalab Gharbi\tHalab Gharbi\tحلب الغربية\t36.19\t36.99\tP\tPPL\tSY\t\t09\t\t\t\t0\t\t400\tAsia/Damascus\t2012-01-18",
    "8621\tNahr Quwayq\tNahr Quwayq\tنهر قويق\t36.0\t37.1\tH\tSTM\tSY\t\t09\t\t\t\t0\t\t300\tAsia/Damascus\t2012-01-18",
    "9001\tKhirbat Mathal\tKhirbat Mathal\t\t35.9\t36.7\tP\tPPL\tSY\t\t12\t\t\t\t0\t\t300\tAsia/Damascus\t2012-01-18",
    "9002\tA school\tA school\tمدرسة الأمل\t35.9\t36.7\tS\tSCH\tSY\t\t12\t\t\t\t0\t\t300\tAsia/Damascus\t2012-01-18",
]
# Ten columns of alternateNamesV2: id, geonameid, language, name, preferred, short, colloquial, historic, from, to.
ALTERNATES = [
    "1\t9001\tar\tخربة المثال\t1\t\t\t\t\t",
    "2\t9001\ten\tKhirbat al Mithal\t\t\t\t\t\t",
    "3\t9001\tar\tقرية قديمة منسية\t\t\t\t1\t\t",
    "4\t77\tar\tليست هنا\t\t\t\t\t\t",
]
WOF_HEAD = "# wof_id\tplacetype\tnames_ar\tnames_en\tlat\tlon\tcountry\tregion_id\tcounty_id\tgeonames_id\tpopulation"
WOF = [
    WOF_HEAD,
    "11\tcountry\tسوريا|السورية\tSyria\t35.0\t38.5\tSY\t\t\t163843\t17070135",
    "12\tregion\tمحافظة المثال|Muhafazat\tMithal\t36.1\t37.1\tSY\t\t\t\t",
    "13\tlocality\tالباب|El Bab|سوري\tAl Bab\t36.3700\t37.5160\tSY\t12\t\t172955\t63069",
    "14\tlocality\tكفر المثال (الجديدة)\tKafr al Mithal\t36.2\t37.2\tSY\t12\t\t\t",
    "15\tcampus\tمطار المثال\tMithal Airport\t36.4\t37.3\tSY\t12\t\t\t",
    "16\tlocality\t\tNameless\t36.4\t37.3\tSY\t12\t\t\t",
]
CSV = "name,lat,lon,type,name_en,country\nضيعة المثال|المثالية,36.5,37.4,village,Mithal Hamlet,SY\n"


def write(path: Path, lines: list[str] | str) -> Path:
    """``path`` with ``lines``."""
    path.write_text(lines if isinstance(lines, str) else "\n".join(lines) + "\n", encoding="utf-8")
    return path


def zipped(path: Path, member: str, lines: list[str]) -> Path:
    """A zip as GeoNames ships it: the table and a readme."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr(member, "\n".join(lines) + "\n")
    return path

"""The pages of the checks: ``kybao explain CODE``, and all of them as ``docs/checks.md``."""

import sys
from collections.abc import Iterable
from itertools import groupby

from kybao.checks import ALL, Check, Severity

SEVERITIES = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.INFO: "lưu ý"}
FAMILIES = {
    "R": "Tỷ lệ, mức tăng giảm, chênh lệch",
    "S": "Tổng và các phần",
    "L": "Danh sách, số liệu nêu lại",
    "T": "Thời gian",
    "F": "Thể thức, chữ nghĩa",
    "K": "So với số liệu đã biết",
}
HEAD = """# Các phép soát

<!-- Written by `make docs` from kybao/checks; do not edit by hand. -->

`kybao check` chạy tất cả, trừ những mã đã tắt trong `kybao.toml`. Mức «lỗi» và «cảnh báo» làm mã thoát là 1,
«lưu ý» thì không. Câu «sai» và câu «đúng» của mỗi phép soát cũng là bài kiểm thử đầu tiên của nó.
"""


def page(check: Check) -> str:
    """Give the page of one check."""
    notes = [f"Mức: {SEVERITIES[check.severity]}."]
    notes += ["Chỉ soát khi có `--final`."] if check.only_final else []
    notes += ["Cần số liệu đã biết (`--known` hoặc `--against-ledger`)."] if check.compare else []
    known = [f"Số liệu đã biết: {_known(check)}.", ""] if check.known else []
    return "\n".join(
        [f"### {check.code} {check.title}", "", f"`{check.name}` · {' '.join(notes)}", "", check.why, "", *known,
         "Sai:", "", _example(check.wrong), "", "Đúng:", "", _example(check.right), ""]
    )  # fmt: skip


def all_pages(checks: Iterable[Check] = ALL) -> str:
    """Give the pages of all checks, by family."""
    parts = [HEAD]
    for family, inside in groupby(checks, key=lambda check: check.code[0]):
        parts += [f"## {FAMILIES[family]}\n", *(page(check) for check in inside)]
    return "\n".join(parts)


def _example(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def _known(check: Check) -> str:
    return "; ".join(
        f"{one.indicator}, kỳ {one.period}: {one.value} {one.unit}".rstrip() for one in check.known
    ).replace(".", ",")


if __name__ == "__main__":
    sys.stdout.write(all_pages())

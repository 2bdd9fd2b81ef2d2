"""The outline and the wording of the example report."""

import re

from tests.examples.lang_son import EXPRESSION, PLACEHOLDER, evaluate, indicators, outline, placeholders, rows, texts

AGENCIES = {row["mã"] for row in rows("don-vi.csv")}
DATED = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|(?:quý|tháng|năm) [IVX\d]+(?:/\d{4})?")
MARK = re.compile(r"\[\^(\d+)\]")


def told() -> set[str]:
    return {match["code"] for text in placeholders() if (match := EXPRESSION.fullmatch(text))}


def test_every_placeholder_has_a_figure() -> None:
    for placeholder in placeholders():
        assert evaluate(placeholder) is not None


def test_every_indicator_that_is_no_formula_is_told() -> None:
    arguments = {match["argument"] for text in placeholders() if (match := EXPRESSION.fullmatch(text))}
    untold = {code for code, row in indicators().items() if not row["tử số"]} - told() - arguments
    assert untold == set()


def test_every_list_is_told() -> None:
    counted = {text.partition("(")[2].rstrip(")") for text in placeholders() if text.startswith("danh sách:")}
    assert {row["danh sách"] for row in rows("danh-sach.csv")} == counted


def test_no_figure_is_typed() -> None:
    for text in texts():
        words = DATED.sub("", MARK.sub("", PLACEHOLDER.sub("", text)))
        assert re.findall(r"\d", words) == [], words


def test_every_mark_has_its_note_in_order() -> None:
    for section in outline()["mục"]:
        for paragraph in section.get("đoạn", []):
            marks = MARK.findall(paragraph["văn"])
            assert marks == [str(number + 1) for number in range(len(marks))]
            assert marks == list(paragraph.get("chú thích", {}))


def test_there_are_footnotes_as_in_the_real_report() -> None:
    assert 20 <= sum(len(MARK.findall(text)) for text in texts()) <= 35


def test_headings_go_down_one_level_at_a_time_and_are_not_numbered_by_hand() -> None:
    before = -1
    for section in outline()["mục"]:
        assert 0 <= section["cấp"] <= min(before + 1, 3), section["tên"]
        assert not re.match(r"(?:[IVX]+|\d+|[a-zđ])[.)]\s|Phần ", section["tên"]), section["tên"]
        before = section["cấp"]


def test_every_lowest_heading_has_words_and_somebody_who_owes_them() -> None:
    sections = outline()["mục"]
    owner = [""] * 4
    for section, following in zip(sections, [*sections[1:], {"cấp": 0}], strict=True):
        owner[section["cấp"] :] = [section.get("phụ trách", "")] * (4 - section["cấp"])
        owed = next((name for name in reversed(owner) if name), "")
        if following["cấp"] <= section["cấp"]:
            assert section.get("đoạn"), section["tên"]
            assert owed in AGENCIES, section["tên"]


def test_paragraphs_and_notes_are_whole_sentences() -> None:
    for text in texts():
        assert text == text.strip(), text
        assert "  " not in text, text
        assert re.search(r"[.]$", text), text
        assert text.count("(") == text.count(")"), text


def test_nobody_signs_by_name() -> None:
    assert set(outline()["chữ ký"]) == {"thẩm quyền", "chức vụ"}
    assert outline()["nơi nhận"][-1].startswith("Lưu:")

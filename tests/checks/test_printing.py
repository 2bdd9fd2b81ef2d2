"""Findings as text, as rows and as SARIF."""

from kybao import checks
from kybao.checks import printing
from kybao.checks.sarif import sarif
from kybao.claims import read
from kybao.text import parse

TEXT = """I. KINH TẾ

1. Nông nghiệp

Sản xuất ổn định. Bảo đảm quyền lợi của của người dân; tiếp tục theo dõi. Đã xong.

Hội nghị tổ chức ngày 31/6/2024 tại xã Tân Văn.
"""


def report(text: str = TEXT) -> checks.Report:
    return checks.check(read(parse(text, "bao-cao.txt")))


def test_a_card_shows_the_headings_and_the_sentence_with_its_place() -> None:
    card = next(printing.cards(report()))
    assert card.path == "I. KINH TẾ › 1. Nông nghiệp"
    assert (card.line, card.column) == (5, 37)
    assert card.excerpt.before == "Bảo đảm quyền lợi "
    assert card.excerpt.marked == "của của"
    assert card.excerpt.after == " người dân; tiếp tục theo dõi."


def test_text_reads_like_the_words_of_a_compiler() -> None:
    text = printing.findings_text(report())
    assert "bao-cao.txt:5:37: cảnh báo F521: «của» viết hai lần liền nhau." in text
    assert "Bảo đảm quyền lợi ⟦của của⟧ người dân" in text


def test_a_summary_counts_findings_and_claims() -> None:
    assert printing.summary(report()).startswith("Kết quả: 1 lỗi, 1 cảnh báo.")
    assert printing.summary(report("Sản xuất ổn định.")) == (
        "Kết quả: không phát hiện gì. Văn bản không nêu khẳng định nào tính lại được."
    )


def test_a_tally_sentence_says_how_claims_came_out() -> None:
    sentence = printing.tally_sentence(checks.Tally(holds=7, cut_off=1, wrong=2, unclear=3))
    assert "nêu 13 khẳng định" in sentence
    assert "xét được 10: 7 khớp khi làm tròn, 1 chỉ khớp nếu cắt số, 2 sai; 3 chưa đủ căn cứ" in sentence


def test_rows_hold_the_keys_of_the_contract() -> None:
    row = printing.rows(report())[0]
    assert list(row) == [
        "code", "name", "severity", "start", "end", "text", "message", "claimed", "computed", "related",
    ]  # fmt: skip
    assert TEXT[row["start"] : row["end"]] == row["text"] == "của của"
    assert row["severity"] == "warning"


def test_a_long_sentence_is_cut_around_its_place() -> None:
    long = (
        "Tổ chức tuyên truyền rộng rãi, " * 40 + "bảo đảm quyền lợi của của người dân, " + "tiếp tục theo dõi, " * 40
    )
    card = next(printing.cards(report(long + "hết.")))
    shown = card.excerpt.before + card.excerpt.marked + card.excerpt.after
    assert len(shown) < 300
    assert shown.startswith("…")
    assert shown.endswith("…")


def test_sarif_names_rules_and_regions() -> None:
    tree = sarif([report()], checks.ALL)
    (run,) = tree["runs"]
    assert tree["version"] == "2.1.0"
    assert len(run["tool"]["driver"]["rules"]) == len(checks.ALL)
    result = run["results"][0]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "F521"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "bao-cao.txt"
    region = place["region"]
    assert (region["startLine"], region["startColumn"]) == (5, 37)
    assert (region["charOffset"], region["charLength"]) == (TEXT.index("của của"), len("của của"))
    assert {result["level"] for result in run["results"]} == {"warning", "error"}

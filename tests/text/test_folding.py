"""Text made comparable."""

from kybao.text import fold, fold_in_place, plain


def test_marks_capitals_and_blanks_are_off() -> None:
    assert fold("  ỦY ban\u00a0 nhân\ndân huyện ĐÌNH Lập ") == "uy ban nhan dan huyen dinh lap"


def test_both_places_of_the_tone_mark_fold_alike() -> None:
    assert fold("hoá uỷ thuý") == fold("hóa ủy thúy")


def test_offsets_stay_in_place() -> None:
    text = "Tổng thu NSNN đạt 27 %"
    assert fold_in_place(text)[text.index("NSNN") :] == "nsnn dat 27 %"


def test_plain_keeps_the_marks() -> None:
    assert plain("NA\u0306M") == "năm"

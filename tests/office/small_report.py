"""A small report that has everything a report can have."""

from decimal import Decimal

from kybao.text.manuscripts import (
    Annex,
    Heading,
    Letterhead,
    Manuscript,
    Paragraph,
    Run,
    Signature,
    Stated,
    Table,
    Tone,
)


def figure(text: str, key: str, value: str, unit: str, **said: object) -> Run:
    return Run(text, figure=Stated(key, (Decimal(value),), unit, exact=Decimal(value), **said))  # type: ignore[arg-type]


LETTERHEAD = Letterhead(
    agency=("", "Ủy ban nhân dân", "Thành phố Lạng Sơn"),
    symbol="BC-UBND",
    place="Lạng Sơn",
    date="ngày      tháng 3 năm 2024",
    kind="Báo cáo",
    abstract="Tình hình thực hiện kế hoạch phát triển kinh tế - xã hội quý I,\nnhiệm vụ trọng tâm quý II năm 2024",
    address="(Báo cáo trình kỳ họp Ban Thường vụ Thành ủy)",
)

VISITORS = figure("885.320", "luot-khach@tp-lang-son/2024-Q1", "885320", "lượt khách", estimate=True)
FOREIGN = figure("19.458", "khach-quoc-te@tp-lang-son/2024-Q1", "19458", "lượt khách", estimate=True)
OF_PLAN = figure(
    "27", "luot-khach@tp-lang-son/2024-Q1#plan", "27", "%",
    role="compare", basis="plan", comparison="ratio", of=VISITORS.key, estimate=True,
)  # fmt: skip
NOTE = (Run("Trong đó: khách quốc tế "), FOREIGN, Run(" lượt khách."))
SECOND_NOTE = (Run("Khách quốc tế "), FOREIGN, Run(" lượt; tổng số "), VISITORS, Run(" lượt."))

BODY = (
    Heading(0, "Phần I", "Tình hình thực hiện nhiệm vụ quý I/2024"),
    Heading(1, "I.", "Công tác chỉ đạo, điều hành"),
    Paragraph((Run("Ngay từ đầu năm, Ủy ban nhân dân thành phố giao nhiệm vụ cho từng đơn vị kèm thời hạn. " * 4),)),
    Heading(1, "II.", "Những kết quả đạt được"),
    Heading(2, "1.", "Về kinh tế"),
    Heading(3, "a)", "Thương mại - du lịch - dịch vụ"),
    Paragraph(
        (
            Run("Tổng lượt khách du lịch ước đạt "),
            VISITORS,
            Run(" lượt khách (đạt "),
            OF_PLAN,
            Run("% kế hoạch năm 2024)", note=NOTE),
            Run("; thu từ dịch vụ lưu trú: "),
            Run("[chưa có số liệu: doanh thu lưu trú – đơn vị Phòng Kinh tế]", Tone.MISSING),
            Run("."),
        )
    ),
    Paragraph((Run("Khu vực trung tâm đón phần lớn lượng khách."),), bullet="-"),
    Paragraph((Run("Các xã ngoại thành có thêm điểm đến mới."),), bullet="-"),
    Paragraph((Run("Du lịch cộng đồng có thêm khách", note=SECOND_NOTE), Run(" trong mùa lễ hội."))),
    *(Paragraph((Run(f"Đoạn văn thứ {number}: các đơn vị đã gửi số liệu đúng hạn. " * 6),)) for number in range(10)),
    Table(
        caption="Số lượt khách theo nguồn",
        heads=("TT", "Nguồn khách", "Lượt khách"),
        rows=(
            ((Run("1"),), (Run("Khách quốc tế"),), (FOREIGN,)),
            ((Run("2"),), (Run("Tổng số", Tone.BOLD),), (VISITORS,)),
        ),
        widths=(1, 6, 3),
        numeric=(2,),
    ),
    Paragraph((Run("Ủy ban nhân dân thành phố báo cáo để các cơ quan theo dõi, chỉ đạo."),)),
)


def annex(rows: int) -> Annex:
    heads = ("TT", "Chỉ tiêu", "Đơn vị tính", "Ước quý I/2024", "Kế hoạch năm 2024", "% kế hoạch", "Cùng kỳ",
             "% cùng kỳ", "Nguồn")  # fmt: skip
    return Annex(
        "Biểu tổng hợp chỉ tiêu quý I năm 2024",
        (
            Table(
                "",
                heads,
                tuple(
                    (
                        (Run(str(number)),),
                        (Run("Tổng lượt khách du lịch đến địa bàn thành phố"),),
                        (Run("lượt khách"),),
                        (VISITORS,),
                        (Run(""),),
                        (OF_PLAN,),
                        (Run(""),),
                        (Run(""),),
                        (Run("Phòng Văn hóa và Thông tin"),),
                    )
                    for number in range(1, rows + 1)
                ),
                widths=(4, 25, 9, 11, 11, 9, 11, 9, 14),
                numeric=(3, 4, 5, 6, 7),
            ),
        ),
        landscape=True,
    )


def report(*, rows: int = 40, annexes: int = 1) -> Manuscript:
    return Manuscript(
        LETTERHEAD,
        BODY,
        recipients=(
            "Ban Thường vụ Thành ủy (B/c)",
            "CT, các PCT UBND thành phố",
            "Các phòng, ban, đơn vị",
            "Lưu: VT",
        ),
        signature=Signature("TM. Ủy ban nhân dân", "Chủ tịch"),
        annexes=(annex(rows),) * annexes,
    )

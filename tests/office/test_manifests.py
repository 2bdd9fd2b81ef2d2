"""The manifest as rows and as a part of the package."""

from dataclasses import replace

from lxml import etree

from kybao.office.manifests import Manifest, custom_properties, read_custom_properties
from tests.office.small_report import OF_PLAN, VISITORS, figure, report


def test_rows_give_the_manifest_back() -> None:
    manifest = Manifest.of(report())
    assert Manifest.from_rows(manifest.as_rows()) == manifest


def test_the_hash_tells_value_rounding_and_text_apart() -> None:
    (entry,) = Manifest.of_runs([VISITORS]).entries
    others = [
        figure("885.320", VISITORS.key, "885321", "lượt khách"),
        figure("885.320,0", VISITORS.key, "885320.0", "lượt khách"),
        figure("885.320", VISITORS.key, "885320", "lượt"),
        figure("885320", VISITORS.key, "885320", "lượt khách"),
    ]
    hashes = {Manifest.of_runs([run]).entries[0].hash for run in others}
    assert len(hashes) == 4
    assert entry.hash not in hashes


def test_a_figure_printed_again_gets_a_bookmark_of_its_own() -> None:
    first, again, other = Manifest.of_runs([VISITORS, VISITORS, OF_PLAN]).entries
    assert first.bookmark.removesuffix("_1") == again.bookmark.removesuffix("_2")
    assert len({first.bookmark, again.bookmark, other.bookmark}) == 3


def test_a_damaged_property_is_left_out_and_others_are_left_alone() -> None:
    manifest = Manifest.of_runs([VISITORS, OF_PLAN])
    root = etree.fromstring(custom_properties(manifest))
    root[0][0].text = "[1, 2"
    foreign = etree.SubElement(root, root[0].tag, name="Client", pid="9")
    etree.SubElement(foreign, root[0][0].tag).text = "không phải của Kỳ Báo"
    assert read_custom_properties(root).entries == manifest.entries[1:]


def test_a_sign_and_a_missing_exact_value_survive() -> None:
    fall = figure("2", "vu#same_period", "-2", "vụ", role="compare", sign=-1)
    assert fall.figure is not None
    plain = replace(fall, figure=replace(fall.figure, exact=None))
    manifest = Manifest.of_runs([fall, plain])
    assert Manifest.from_rows(manifest.as_rows()) == manifest

"""Records become rows whose keys say what they are, wherever in a file they stand."""

from datetime import date
from pathlib import Path

from sqlalchemy.dialects.postgresql import Range

from tests.support.seed_files import AGREEMENTS, PEOPLE, write_seeds
from tracker.seeding import Seeds
from tracker.seeding.rows import DesiredRow
from tracker.seeding.values import Ref


def rows(folder: Path, changes: dict[str, str] | None = None) -> dict[str, DesiredRow]:
    return {row.key: row for row in Seeds.read(write_seeds(folder, changes)).rows}


def test_keys_are_made_of_what_rows_are(tmp_path: Path) -> None:
    keys = [key for key in rows(tmp_path) if key.startswith("agreement:T1")]
    assert keys == [
        "agreement:T1",
        "agreement:T1/cite:gazette//supports",
        "agreement:T1/missing:summary_en",
        "agreement:T1/party:KZ",
        "agreement:T1/party:KZ/cite:gazette//supports",
        "agreement:T1/party:NO",
        "agreement:T1/party:NO/cite:gazette//supports",
        "agreement:T1/action:signed/",
        "agreement:T1/action:signed//cite:gazette#signed/happened_on/supports",
        "agreement:T1/action:signed//cite:courier/happened_on/contradicts",
        "agreement:T1/official:aliya/signatory",
        "agreement:T1/official:aliya/signatory/cite:gazette#signed//supports",
        "agreement:T1/scope:energy/refining",
        "agreement:T1/scope:energy/refining/cite:gazette//supports",
        "agreement:T1/commitment:build-a-plant",
        "agreement:T1/commitment:build-a-plant/cite:gazette//supports",
    ]


def test_another_order_changes_positions_alone(tmp_path: Path) -> None:
    kz = "      - {country: KZ, cite: [gazette]}\n"
    no = "      - {country: NO, legal_nature: treaty, cite: [gazette]}\n"
    swapped = AGREEMENTS.replace(kz + no, no + kz)
    before = rows(tmp_path / "a")
    after = rows(tmp_path / "b", {"public_record/agreements.yaml": swapped})
    assert before.keys() == after.keys()
    changed = {key for key, row in before.items() if row.values != after[key].values}
    assert changed == {"agreement:T1/party:KZ", "agreement:T1/party:NO"}
    for key in changed:
        assert before[key].values["position"] != after[key].values["position"]


def test_repeated_parts_are_numbered_by_date(tmp_path: Path) -> None:
    member = "      - {country: KZ, from: 2015, to: 2020-06, cite: [gazette]}\n"
    later = PEOPLE.replace(member, "").replace("    members:\n", "    members:\n")
    assert "from: 2022" in later
    turned = later.replace("    cite: [gazette]\n\n", "").replace(
        "from: 2022-01-02, cite: [gazette]}\n", f"from: 2022-01-02, cite: [gazette]}}\n{member}"
    )
    first = rows(tmp_path, {"article/people.yaml": turned})["organization:union/member:KZ"]
    assert first.values["valid"] == Range(date(2015, 1, 1), date(2020, 7, 1))
    assert first.values["valid_lower_precision"] == "year"
    assert first.values["valid_upper_precision"] == "month"


def test_evidence_points_at_one_root_and_one_part(tmp_path: Path) -> None:
    all_rows = rows(tmp_path)
    of_header = all_rows["agreement:T1/missing:summary_en"].values
    of_part = all_rows["agreement:T1/party:KZ/cite:gazette//supports"].values
    assert targets(of_header) == {"agreement_id": "agreement:T1"}
    assert targets(of_part) == {
        "document_id": "document:gazette",
        "agreement_id": "agreement:T1",
        "agreement_party_id": "agreement:T1/party:KZ",
    }


def test_text_stays_text(tmp_path: Path) -> None:
    all_rows = rows(tmp_path)
    assert {"country:NO", "country:NA"} <= all_rows.keys()
    assert all_rows["document:gazette"].values["published_on"] == date(2025, 11, 1)
    assert all_rows["document:gazette"].values["published_on_precision"] == "month"


def targets(values: dict[str, object]) -> dict[str, str]:
    return {column: value.key for column, value in values.items() if isinstance(value, Ref)}

"""A few seeds of their own for tests, small enough to know by heart."""

from pathlib import Path

COUNTRIES = """\
code,alpha3,name_en,name_fr,region_en,region_fr,cite
KZ,KAZ,Kazakhstan,Kazakhstan,Central Asia,Asie centrale,gazette
NA,NAM,Namibia,Namibie,,,gazette
NO,NOR,Norway,Norvège,,,gazette courier
"""

VOCABULARIES = """\
agreement_forms:
  treaty: {label: {en: Treaty, fr: Traité}}
action_kinds:
  signed: {label: {en: Signed, fr: Signé}, phase: 2, status: signed, dates_text: true}
  announced: {label: {en: Announced, fr: Annoncé}, phase: 1, status: announced}
post_kinds:
  minister: {label: {en: Minister, fr: Ministre}}
organization_kinds:
  union: {label: {en: Union, fr: Union}}
event_kinds:
  summit: {label: {en: Summit, fr: Sommet}}
value_chain_stages:
  refining: {label: {en: Refining, fr: Raffinage}}
sectors:
  energy: {name: {en: Energy, fr: Énergie}, parent: security}
  security: {name: {en: Security, fr: Sécurité}}
"""

SOURCES = """\
documents:
  gazette:
    url: https://gazette.example/1
    publisher: Gazette
    language: fr
    class: news
    published_on: 2025-11
    passages:
      signed: {exact: "Ils ont signé.", start: 10, end: 24, translation: {en: They signed.}}
  courier: {title: Courier, publisher: Courier, class: news}
"""

PEOPLE = """\
posts:
  kz-minister:
    title: {en: Minister, fr: Ministre}
    kind: minister
    country: KZ
    cite: [gazette]
officials:
  aliya:
    name: Aliya
    country: KZ
    names:
      - {text: Aliya, language: en, kind: official, cite: [gazette]}
    tenures:
      - {post: kz-minister, from: 2024, cite: [gazette]}
    cite: [gazette]
organizations:
  union:
    name: {en: Union, fr: Union}
    kind: union
    members:
      - {country: KZ, from: 2015, to: 2020-06, cite: [gazette]}
      - {country: KZ, from: 2022-01-02, cite: [gazette]}
    cite: [gazette]
"""

AGREEMENTS = """\
agreements:
  T1:
    title: {en: First treaty, fr: Premier traité}
    form: treaty
    place: {en: Oslo, fr: Oslo}
    parties:
      - {country: KZ, cite: [gazette]}
      - {country: NO, legal_nature: treaty, cite: [gazette]}
    actions:
      - kind: signed
        on: 2025-11-06
        cite:
          - {source: gazette#signed, field: happened_on, chosen: {by: Editors, reason: Nearest}}
          - {source: courier, field: happened_on, stance: contradicts, stated: 2025-11-05}
    officials:
      - {official: aliya, post: kz-minister, party: KZ, role: signatory, cite: [gazette#signed]}
    scope:
      - {sector: energy, stage: refining, cite: [gazette]}
    commitments:
      - {what: {en: Build a plant, fr: Bâtir une usine}, amount: 1500000, currency: EUR,
         cite: [gazette]}
    missing:
      - {field: summary_en, reason: not_checked}
    cite: [gazette]
"""

SEEDS = {
    "reference/countries.csv": COUNTRIES,
    "reference/vocabularies.yaml": VOCABULARIES,
    "article/sources.yaml": SOURCES,
    "article/people.yaml": PEOPLE,
    "public_record/agreements.yaml": AGREEMENTS,
}


def write_seeds(folder: Path, changes: dict[str, str] | None = None) -> Path:
    """Write the seeds into a folder, some files with another content; return the folder."""
    root = folder / "seeds"
    for name, content in (SEEDS | (changes or {})).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return root

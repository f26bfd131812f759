"""People's names, and the spellings in which sources write them."""

# ruff: noqa: RUF001 - text in French and Russian

import random
from typing import NamedTuple


class Spelling(NamedTuple):
    """A name as one language writes it."""

    text: str
    language: str | None
    script: str
    kind: str


class PersonName(NamedTuple):
    """A name in Latin script, and its other spellings."""

    name: str
    spellings: list[Spelling]


# Cyrillic letters as English, French and German write them; what is left out is as in English.
_ENGLISH = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіқғңұүөәһ",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i k g n u u"
        " o a h".replace("_", "").split(" "),
        strict=True,
    )
)
_FRENCH = _ENGLISH | {"ж": "j", "у": "ou", "ч": "tch", "ш": "ch", "ю": "iou", "я": "ia", "й": "ï"}
_GERMAN = _ENGLISH | {"ж": "sch", "з": "s", "в": "w", "ч": "tsch", "ш": "sch", "х": "ch", "й": "j"}

_GIVEN_CYRILLIC = (
    *("Нурлан", "Ерлан", "Айгуль", "Данияр", "Асель", "Бахыт", "Тимур", "Жанна", "Серик", "Мадина"),
    *("Алексей", "Ольга", "Дмитрий", "Юлия", "Шухрат", "Дильноза", "Бектур", "Чолпон", "Рустам"),
)
_STEMS_CYRILLIC = (
    *("Сулейм", "Ахмет", "Нагасп", "Тока", "Жумаг", "Байтурс", "Каримж", "Исмаил", "Шарип"),
    *("Кудайб", "Рахм", "Юсуп", "Оспан", "Мирзо", "Алимж", "Хаким", "Бейсен", "Турсун", "Чынгыз"),
)
_ENDINGS_CYRILLIC = ("ов", "ев", "аев", "енов", "баев", "ергенов", "алиев", "улы", "зода")

_GIVEN_CHINESE = {"伟": "Wei", "芳": "Fang", "强": "Qiang", "敏": "Min", "军": "Jun", "静": "Jing"}
_FAMILY_CHINESE = {"王": "Wang", "李": "Li", "张": "Zhang", "刘": "Liu", "陈": "Chen", "赵": "Zhao"}
_GIVEN_ARABIC = {"محمد": "Mohammed", "أحمد": "Ahmed", "خالد": "Khaled", "فاطمة": "Fatima"}
_FAMILY_ARABIC = {"الفالح": "Al-Falih", "المنصوري": "Al-Mansouri", "الحربي": "Al-Harbi"}

_GIVEN_LATIN = (
    *("Anna", "José", "Zoë", "Björn", "Émile", "François", "Łukasz", "Grace", "Howard", "Sérgio"),
    *("Mary", "Thabo", "Amina", "Ngozi", "Hélène", "Peter", "María", "Jürgen", "Šárka", "Olu"),
)
_FIRST_LATIN = ("Hart", "Mül", "Gon", "Ros", "Lef", "Ols", "Mba", "Nak", "Sant", "Wil", "Kow")
_MIDDLE_LATIN = ("er", "én", "zá", "al", "eb", "in", "or", "am")
_LAST_LATIN = ("mann", "lez", "vre", "son", "ndo", "moto", "ski", "ford", "os", "ard", "a")

_CYRILLIC = {"KZ", "RU", "UZ", "KG", "TJ", "UA", "MN", "BY", "BG", "RS"}
_CHINESE = {"CN", "TW", "SG", "HK"}
_ARABIC = {"SA", "AE", "EG", "MA", "JO", "QA", "OM", "DZ", "TN", "IQ", "KW"}


def person(chance: random.Random, country: str) -> PersonName:
    """Draw somebody who acts for a country."""
    if country in _CYRILLIC:
        return _cyrillic(chance)
    if country in _CHINESE:
        return _chinese(chance)
    if country in _ARABIC:
        return _arabic(chance)
    return _latin(chance)


def _cyrillic(chance: random.Random) -> PersonName:
    family = chance.choice(_STEMS_CYRILLIC) + chance.choice(_ENDINGS_CYRILLIC)
    native = f"{chance.choice(_GIVEN_CYRILLIC)} {family}"
    english = _transliterated(native, _ENGLISH)
    found = [
        Spelling(native, "ru", "Cyrl", "official"),
        Spelling(english, "en", "Latn", "transliteration"),
        Spelling(_transliterated(native, _FRENCH), "fr", "Latn", "transliteration"),
        Spelling(_transliterated(native, _GERMAN), "de", "Latn", "transliteration"),
    ]
    return PersonName(english, found)


def _chinese(chance: random.Random) -> PersonName:
    family = chance.choice(tuple(_FAMILY_CHINESE))
    given = [chance.choice(tuple(_GIVEN_CHINESE)) for _ in range(2)]
    read = "".join(_GIVEN_CHINESE[sign] for sign in given).capitalize()
    name = f"{_FAMILY_CHINESE[family]} {read}"
    found = [
        Spelling(family + "".join(given), "zh", "Hans", "official"),
        Spelling(name, "zh", "Latn", "transliteration"),
        Spelling(f"{read} {_FAMILY_CHINESE[family]}", "en", "Latn", "alias"),
    ]
    return PersonName(name, found)


def _arabic(chance: random.Random) -> PersonName:
    given = [chance.choice(tuple(_GIVEN_ARABIC)) for _ in range(2)]
    family = chance.choice(tuple(_FAMILY_ARABIC))
    name = f"{_GIVEN_ARABIC[given[0]]} bin {_GIVEN_ARABIC[given[1]]} {_FAMILY_ARABIC[family]}"
    found = [
        Spelling(f"{given[0]} بن {given[1]} {family}", "ar", "Arab", "official"),
        Spelling(name, "en", "Latn", "transliteration"),
        Spelling(name.replace("Moha", "Mou").replace("kh", "k"), "fr", "Latn", "transliteration"),
    ]
    return PersonName(name, found)


def _latin(chance: random.Random) -> PersonName:
    parts = (_FIRST_LATIN, _MIDDLE_LATIN, _LAST_LATIN)
    family = "".join(chance.choice(part) for part in parts)
    name = f"{chance.choice(_GIVEN_LATIN)} {family}"
    initial = f"{name[0]}. {family}"
    return PersonName(
        name,
        [Spelling(name, None, "Latn", "official"), Spelling(initial, "en", "Latn", "alias")],
    )


def _transliterated(text: str, letters: dict[str, str]) -> str:
    return "".join(letters.get(letter, letter) for letter in text.lower()).title()

"""Who sits in the demo course. All of them are made up; a family and a given name of one language, drawn by chance."""

from __future__ import annotations

import base64
import unicodedata
from random import Random

from grader.model import Person, Role

COURSE = "demo"
SECTIONS = ("A", "B")

_NAMES = (
    (
        "Maisie Rowan Tobias Imogen Callum Freya Jasper Odette",
        "Pemberly Hollins Wexcombe Ashdown Kestrel Marlowby Thornley",
    ),
    (
        "Lieselotte Jannik Mareike Torben Annika Hinnerk Swantje",
        "Brinkhorst Osterloh Wiedefeld Kaltenbach Lindtmeier Vossberg",
    ),
    ("Itziar Joaquín Marisol Anselmo Nerea Ximena", "Vallehermoso Quintanar Arizabal Belmontes Olmedilla"),
    ("Chidinma Olumide Adaeze Tunde Folake Kelechi", "Okonjide Adeyanju Nwachidera Balogunde Eziamaka"),
    ("Yousef Amina Tareq Leyla Rania Bilal Samira", "Al-Mansoub Haddadin Khoursheed Zeitouni Barakeh"),
    ("Meera Arjun Kavya Rohit Ananya Devika", "Srinivasula Chatterpur Deshmane Iyengaru Bhandarwal"),
    ("Linh Minh Thảo Quân Hạnh Tuấn", "Nguyễn Trịnh Đoàn Phùng"),
    ("Aylin Emre Zeynep Kerem Defne", "Yıldızhan Karabulak Demirağaç Özdereli"),
    ("Haruka Souta Mizuki Ren Ayane", "Kirishima Takamori Hoshizaki Minasegawa"),
    ("Ludmila Arseny Vesna Bogdan Zorica", "Karpovich Brankovec Slavinka Morozenko"),
    ("Anaïs Théo Maëlle Baptiste Élodie", "Charbonnel Vauquelin Desrosières Montfaucon"),
    ("Iara Thiago Luana Caetano", "Figueirinha Sobralves Montenegrim"),
)
_FAMILIES = {
    "陈": "chen",
    "林": "lin",
    "周": "zhou",
    "吴": "wu",
    "郑": "zheng",
    "何": "he",
    "罗": "luo",
    "梁": "liang",
    "宋": "song",
}
_GIVEN = {
    "雨桐": "yutong",
    "子墨": "zimo",
    "思源": "siyuan",
    "若溪": "ruoxi",
    "景行": "jingxing",
    "语嫣": "yuyan",
    "嘉禾": "jiahe",
    "明远": "mingyuan",
    "书瑶": "shuyao",
    "望舒": "wangshu",
}
_CHINESE = 0.25
_TRIES = 20
_STROKES = str.maketrans("đı", "di")


def everybody(learners: int, random: Random) -> tuple[Person, Person, list[Person]]:
    """The instructor, the assistant, and so many learners in two sections."""
    logins: set[str] = set()

    def person(role: Role, section: str, number: str) -> Person:
        drawn = [_name(random) for _ in range(_TRIES)]
        name, login = next((one for one in drawn if one[1] not in logins), drawn[0])
        while login in logins:  # a large class has namesakes
            login = f"{login.rstrip('0123456789')}{random.randrange(10, 1000)}"
        logins.add(login)
        return Person(_id(random), COURSE, role, section, name, f"{login}@example.org", login, number)

    instructor = person(Role.INSTRUCTOR, "", "")
    assistant = person(Role.ASSISTANT, SECTIONS[0], "")
    return (
        instructor,
        assistant,
        [person(Role.LEARNER, SECTIONS[n % len(SECTIONS)], str(4_210_000 + 7 * n)) for n in range(learners)],
    )


def _name(random: Random) -> tuple[str, str]:
    """A name as it is written, and a login."""
    if random.random() < _CHINESE:
        family, given = random.choice(list(_FAMILIES)), random.choice(list(_GIVEN))
        return family + given, f"{_GIVEN[given]}.{_FAMILIES[family]}"
    given, family = (random.choice(names.split()) for names in random.choice(_NAMES))
    return f"{given} {family}", f"{_plain(given)}.{_plain(family)}"


def _plain(name: str) -> str:
    """Small letters without marks."""
    letters = unicodedata.normalize("NFD", name.lower().translate(_STROKES))
    return "".join(letter for letter in letters if letter.isascii() and letter.isalpha())


def _id(random: Random) -> str:
    return "p-" + base64.b32encode(random.randbytes(8)).decode().lower()[:12]

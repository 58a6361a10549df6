//! The evidence for each kind of text, and its weights.

use super::opening::{
    document_number, names_address, opens_with_greeting, opens_with_notice, opens_with_speech, salutes, titles_speech,
    without_closing_bracket,
};
use super::page;
use super::visit::visit_in;
use crate::annotate::Reading;
use crate::document::Kind;
use crate::lexicon::{Kind as Word, Kinds, Token};
use crate::segment::{Line, Pair, boundary};
use crate::span::Span;
use crate::structure::meeting::{after_dateline, is_form, is_multitude, labels};
use crate::structure::words;

/// How many sentences of prose count as the lead: what a report reports stands there.
const LEAD_SENTENCES: usize = 3;

/// How many lines of prose are read for evidence; what comes later is content.
const EVIDENCE_LINES: usize = 12;

/// The longest line of recipients, in bytes; it can name every province and ministry by class.
const MAX_RECIPIENTS: u32 = 1_200;

/// How much of a sentence or line is read for evidence, in bytes: a lead says what happened in its first clauses.
const MAX_EVIDENCE: u32 = 900;

/// The longest heading of a chapter of general provisions, in bytes: 第一章 总则.
const MAX_CHAPTER: u32 = 24;

/// Evidence that decides by itself.
const DECISIVE: i32 = 10;

/// Evidence that decides unless something stronger speaks against it.
const STRONG: i32 = 6;

/// Evidence that decides where there is no other.
const FAIR: i32 = 4;

/// Evidence that tips a balance.
const SLIGHT: i32 = 1;

/// What speaks for each kind.
#[derive(Debug, Default)]
struct Evidence {
    minutes: i32,
    notice: i32,
    speech: i32,
    visit: i32,
    meeting: i32,
}

/// The kind of the text: the one with the most evidence. Its title is the first of the headlines.
pub(crate) fn kind(reading: &Reading<'_>, headlines: &[Span]) -> Kind {
    let mut evidence = Evidence::default();
    let title = headlines.first().copied();
    for (i, &headline) in headlines.iter().enumerate() {
        // Only the title itself has the form of the document; its issuer may have a line of its own above it.
        evidence.weigh_title(reading, headline, i == 0 || reading.slice(headline).starts_with("关于"));
    }
    let lines: Vec<&Line> = page::prose(reading, title).take(EVIDENCE_LINES).collect();
    evidence.weigh_articles(reading, title, &lines);
    evidence.weigh_opening(reading, title, &lines);
    evidence.weigh_lead(reading, &lines);
    evidence.weigh_formulas(reading, &lines);
    evidence.weigh_voice(reading, &lines);
    if title.is_some_and(|t| outside_pairs(reading, t, &[Word::Feature])) {
        evidence.meeting -= DECISIVE;
        evidence.visit -= DECISIVE;
    }
    evidence.heaviest()
}

impl Evidence {
    fn heaviest(&self) -> Kind {
        // In a tie the more particular kind wins.
        let order = [
            (self.minutes, Kind::Minutes),
            (self.notice, Kind::Notice),
            (self.speech, Kind::Speech),
            (self.visit, Kind::Visit),
            (self.meeting, Kind::MeetingReport),
        ];
        let most = order.iter().map(|&(weight, _)| weight).max().unwrap_or(0);
        if most < FAIR {
            return Kind::Other;
        }
        order.iter().find(|&&(weight, _)| weight == most).map_or(Kind::Other, |&(_, kind)| kind)
    }

    fn weigh_title(&mut self, reading: &Reading<'_>, title: Span, first: bool) {
        let text = reading.slice(title);
        let bare = without_closing_bracket(text);
        if bare.ends_with("纪要") || bare.ends_with("会议记录") {
            self.minutes += DECISIVE;
        }
        let end = title.start + bare.len() as u32;
        let form = reading.tokens.ending_at(end, Word::DocumentForm);
        // 关于召开工作会议的通知 is about a meeting to come.
        let subject = form.and_then(|_| text.find("关于")).map_or(end, |at| title.start + at as u32);
        let told = Span::new(title.start, subject);
        let reported = outside_pairs(reading, told, &[Word::Convene, Word::Chair, Word::Open]);
        // 征求对…的意见 asks, it is none.
        let asks = words::begins(text, &["征求", "听取", "就", "审议", "讨论", "学习", "传达"]);
        if form.is_some() && !reported && first && !asks {
            let about =
                text.contains("关于") || text.contains("印发") || text.contains("转发") || text.contains('第') && text.contains('号');
            // 2024年水务工作要点: a year alone leads up to the form of a plan.
            let planned = text.starts_with(|c: char| c.is_ascii_digit()) && form.is_some_and(|f| f.span.len() >= "工作要点".len() as u32);
            self.notice += if about {
                STRONG + SLIGHT
            } else if planned {
                FAIR
            } else {
                SLIGHT
            };
        }
        if titles_speech(bare) || first && names_address(bare) {
            self.speech += STRONG;
        }
        if let Some(visit) = visit_in(reading, title).filter(|_| self.visit < STRONG) {
            self.visit += if visit { STRONG } else { SLIGHT };
        }
        if reported && meeting_form(reading, title) {
            self.meeting = self.meeting.max(STRONG);
        } else if meeting_in(reading, told) || outside_pairs(reading, told, &[Word::Chair]) {
            self.meeting = self.meeting.max(FAIR);
        }
    }

    /// A title that ends in the form of a document, over numbered lines: 校务会议制度, and below it 1、….
    fn weigh_articles(&mut self, reading: &Reading<'_>, title: Option<Span>, lines: &[&Line]) {
        let Some(title) = title else { return };
        let end = title.start + without_closing_bracket(reading.slice(title)).len() as u32;
        let form = reading.tokens.ending_at(end, Word::DocumentForm).is_some();
        let begins = |l: &&Line| reading.marker_at(l.content.start).is_some() || reading.slice(l.content).starts_with("第一条");
        let numbered = || lines.iter().take(LEAD_SENTENCES).any(begins);
        if form && numbered() && !outside_pairs(reading, title, &[Word::Convene, Word::Chair, Word::Open, Word::Say]) {
            self.notice += STRONG + SLIGHT;
        }
    }

    /// 同志们： or 各市人民政府： at the head of the prose.
    fn weigh_opening(&mut self, reading: &Reading<'_>, title: Option<Span>, lines: &[&Line]) {
        for (i, line) in lines.iter().enumerate().take(4) {
            let text = reading.slice(line.content);
            if i == 0 && opens_with_speech(reading, line.content) {
                self.speech += DECISIVE;
                return;
            }
            if i == 0 && title.is_none() && opens_with_greeting(reading, line.content) {
                self.speech += DECISIVE;
                return;
            }
            if i == 0 && title.is_none() && opens_with_notice(reading, line.content) {
                self.notice += STRONG + SLIGHT;
                return;
            }
            if salutes(reading, line.content, i == 0) {
                self.speech += DECISIVE;
                return;
            }
            let recipients = text.ends_with(['：', ':'])
                && line.content.len() <= MAX_RECIPIENTS
                && !text.contains('。')
                && after_dateline(reading, line.content) < line.content.end
                && !outside_pairs(reading, line.content, &[Word::Say, Word::Convene]);
            // 各村委会： at the very beginning: the title was left on the page that the text was taken from.
            let heads = title.is_none() && i == 0 && page::is_addressed(reading, head(reading, line.content));
            if recipients && i < 2 && title.is_some() || heads {
                self.notice += FAIR;
                return;
            }
        }
    }

    /// The first sentences: what happened.
    fn weigh_lead(&mut self, reading: &Reading<'_>, lines: &[&Line]) {
        let Some(first) = lines.iter().find(|l| reading.slice(l.content).contains('。') || reading.slice(l.content).contains('，'))
        else {
            return;
        };
        let (mut visited, mut lead) = (false, false);
        for sentence in reading.segments.sentences_in(first.span).iter().take(LEAD_SENTENCES) {
            let sentence = head(reading, sentence.content);
            if !visited && visit_in(reading, sentence) == Some(true) {
                self.visit += FAIR;
                visited = true;
            }
            let convened = outside_pairs(reading, sentence, &[Word::Convene, Word::Chair, Word::Open, Word::Attend]);
            // A press conference is news of itself where the text tells who chairs it.
            let chaired = outside_pairs(reading, sentence, &[Word::Chair]) && meeting_in(reading, sentence);
            if convened && !lead && (meeting_form(reading, sentence) || chaired) && !by_many(reading, sentence) {
                self.meeting += FAIR;
                lead = true;
            }
        }
    }

    fn weigh_formulas(&mut self, reading: &Reading<'_>, lines: &[&Line]) {
        let (mut fields, mut shared) = (0, 0);
        for line in lines {
            let formula = reading.tokens.of(head(reading, line.content), Word::NoticeFormula).next();
            match formula.map(|f| reading.slice(f.span)) {
                // 现将会议议定事项纪要如下.
                Some("纪要如下") => self.minutes += DECISIVE,
                Some(_) => self.notice += SLIGHT + SLIGHT,
                None => {}
            }
            fields += labels(reading, line).len() as i32;
            shared += i32::from(page::shares_out(reading, line.content));
            let text = reading.slice(line.content);
            if text.starts_with("第一条") || text.ends_with("总则") && line.content.len() <= MAX_CHAPTER {
                self.notice += SLIGHT + SLIGHT;
            }
            if document_number(text) {
                self.notice += FAIR;
            }
        }
        if fields >= 2 {
            // A notice tells when and where to meet, too.
            self.minutes += if self.notice < FAIR { fields * 2 } else { fields };
        }
        if shared >= 2 {
            self.notice += FAIR;
        }
    }

    /// 我们深感自豪: who writes of what a meeting meant to us reports none, unless the text names who speaks; nor does 我校喜获
    /// 嘉奖, unless it tells who was there.
    fn weigh_voice(&mut self, reading: &Reading<'_>, lines: &[&Line]) {
        const TOLD: Kinds = Kinds::of(&[Word::Say, Word::Chair, Word::FirstPerson, Word::Attend, Word::Speak]);
        let (mut own, mut attended) = ([0, 0], false);
        for line in lines {
            for sentence in reading.segments.sentences_in(line.span) {
                let mut voices = [false; 2];
                for token in reading.tokens.among(head(reading, sentence.content), TOLD).filter(|t| !in_pair(reading, t.span.start)) {
                    let after = reading.after(token.span.end);
                    if token.kinds.has(Word::Say) && after.starts_with(['，', '：', '“']) || token.kinds.has(Word::Chair) {
                        return;
                    }
                    attended |= token.kinds.any(&[Word::Attend, Word::Speak]);
                    if token.kinds.has(Word::FirstPerson) {
                        // 我校 is whoever the page is of; 我会努力 is a person.
                        let bodies = [Word::PlaceSuffix, Word::OrganizationSuffix, Word::WholeBody];
                        let body = reading.tokens.kinds_at(token.span.end).any(&bodies) && !after.starts_with('会');
                        voices[usize::from(body || after.starts_with('校'))] = true;
                    }
                }
                own[0] += i32::from(voices[0]);
                own[1] += i32::from(voices[0] || voices[1]);
            }
        }
        if own[usize::from(!attended)] >= 3 {
            self.meeting -= STRONG;
        }
    }
}

/// The first part of a span, so that one endless line costs no more than a lead.
pub(super) fn head(reading: &Reading<'_>, span: Span) -> Span {
    Span::new(span.start, boundary(reading.text, span.end.min(span.start.saturating_add(MAX_EVIDENCE))))
}

/// Whether a span is as short as a headline.
pub(super) fn span_is_short(span: Span) -> bool {
    span.len() <= 120
}

/// Whether a title names a meeting as what it reports: 在…会议上强调, …座谈会在京召开.
fn meeting_in(reading: &Reading<'_>, title: Span) -> bool {
    forms(reading, title).any(|form| form.len() > 3 && !reading.between(form.end, title.end).trim_start_matches('”').starts_with("精神"))
}

/// Whether many convene, each a meeting of its own: 截至8月，青山集团等67户企业召开会议 is news of a campaign.
fn by_many(reading: &Reading<'_>, span: Span) -> bool {
    reading.tokens.of(span, Word::Convene).next().is_some_and(|t| is_multitude(reading, Span::new(span.start, t.span.start)))
}

/// Whether a span names a meeting by its form; a press conference is one only where the headline says so.
fn meeting_form(reading: &Reading<'_>, span: Span) -> bool {
    forms(reading, span).any(|form| !reading.tokens.kinds_ending(form.end).has(Word::PressForm))
}

/// The forms of meetings that `span` has outside all pairs, or at the end of a name in quotation marks: “青山节水论坛”.
fn forms<'r>(reading: &'r Reading<'_>, span: Span) -> impl Iterator<Item = Span> + 'r {
    /// The shortest name in quotation marks that is taken for a meeting's, in bytes: “两会” and “云上毕业会” are ways of speaking.
    const MIN_QUOTED: u32 = 18;
    let named = |p: &Pair, t: &Token| p.is_quote() && p.inner.end == t.span.end && p.inner.len() >= MIN_QUOTED;
    let told = move |t: &Token| reading.segments.pairs.around(t.span.start).is_none_or(|p| named(p, t));
    reading.tokens.of(span, Word::MeetingForm).filter(move |t| told(t) && is_form(reading, *t)).map(|t| t.span)
}

/// Whether a word outside all pairs has one of these kinds.
fn outside_pairs(reading: &Reading<'_>, span: Span, kinds: &[Word]) -> bool {
    reading.tokens.among(span, Kinds::of(kinds)).any(|t| !in_pair(reading, t.span.start))
}

pub(super) fn in_pair(reading: &Reading<'_>, offset: u32) -> bool {
    reading.segments.pairs.around(offset).is_some()
}

#[cfg(test)]
mod tests {
    use crate::document::Kind;

    fn kind(text: &str) -> Kind {
        crate::parse(text).map(|d| d.kind).unwrap_or(Kind::Other)
    }

    #[test]
    fn each_kind_is_told_by_its_marks() {
        assert_eq!(kind("青山管理局关于做好防汛工作的通知\n各县（区）管理处：\n现将有关事项通知如下：\n一、加强值守。"), Kind::Notice);
        assert_eq!(kind("青山管理局第3次局长办公会议纪要\n时间：3月2日\n地点：二楼会议室\n会议研究了预算。"), Kind::Minutes);
        assert_eq!(kind("在年度工作会议上的讲话\n林晓峰\n同志们：\n今天我们开会。"), Kind::Speech);
        assert_eq!(kind("林晓峰到白云村调研\n3月2日，青山市市长林晓峰到白云村调研农业生产。他指出，要抓好春耕。"), Kind::Visit);
        assert_eq!(kind("3月2日，青山管理局召开安全生产工作会议。会议强调，要落实责任。"), Kind::MeetingReport);
        assert_eq!(kind("我市迎来今年首场降雪\n昨夜，我市普降小雪。"), Kind::Other);
    }

    #[test]
    fn what_many_bodies_hold_or_one_writer_felt_is_no_report() {
        assert_eq!(kind("防汛行动展开\n截至8月20日，青山公司、白云公司等67户企业召开动员部署会议。各户企业正在落实。"), Kind::Other);
        assert_eq!(kind("白云公司等三家单位召开联席会议\n3月2日，白云公司等三家单位召开联席会议，研究防汛。"), Kind::MeetingReport);
        assert_eq!(
            kind("党支部书记 林晓峰\n第三次职代会隆重召开，这是一件大事。\n我们深感自豪。\n我们要努力工作。\n我一定珍惜机会。"),
            Kind::Other
        );
    }

    #[test]
    fn a_text_without_its_title_is_known_by_how_it_opens() {
        assert_eq!(kind("各科室、各站所：\n为做好巡堤工作，决定举办讲习班。现将巡堤事项通知如下：\n一、巡堤员参加培训。"), Kind::Notice);
        assert_eq!(kind("全站的巡堤员同志们：\n值此汛期来临之际，我谨向大家问好！"), Kind::Speech);
        assert_eq!(kind("护堤日站长讲话稿\n今天是护堤日，我们感到自豪。"), Kind::Speech);
        assert_eq!(kind("护堤学校校长致辞\n今天是护堤节，大家欢聚一堂。"), Kind::Speech);
        assert_eq!(kind("各科室（站所）：\n结合实际，现就护堤节放假事宜通知如下：\n一、放假三天。"), Kind::Notice);
        assert_eq!(kind("1月20日，局长林晓峰开展节前走访慰问，为困难职工送去温暖。林晓峰希望大家保重。"), Kind::Visit);
        assert_eq!(kind("3月2日，林晓峰主持召开局务会议，现将确定事项纪要如下：\n一、关于清淤\n会议同意清淤方案。"), Kind::Minutes);
        assert_eq!(kind("昨天，县长林晓峰分别走访慰问护堤队、消防队官兵。林晓峰希望大家守好堤坝。"), Kind::Visit);
    }

    #[test]
    fn a_text_in_one_line_is_known_by_how_it_opens() {
        assert_eq!(kind("开渠典礼致辞各位领导、各位来宾：今天我们举行开渠典礼，我感到高兴。"), Kind::Speech);
        assert_eq!(kind("全县护堤工作会议结束后，县长对记者说，各位来宾：欢迎。"), Kind::Other);
        assert_eq!(kind("镇属各护堤队、各管理站：为做好护堤工作，决定举办讲习班。请按时参加。"), Kind::Notice);
        assert_eq!(kind("各护堤队、各管理站：为做好护堤工作，决定举办讲习班。请按时参加。"), Kind::Notice);
        assert_eq!(kind("青山县水务局发布关于做好护堤工作的紧急通知各护堤队，各站所：汛期已到，请做好值守。"), Kind::Notice);
    }

    #[test]
    fn an_office_that_inspects_visits_nobody() {
        let text = "市水务局开展堤坝大检查\n本月来，市水务局成立督查小组，对在建堤坝进行安全大检查。检查共查出隐患5处。";
        assert_eq!(kind(text), Kind::Other);
    }

    #[test]
    fn a_word_alone_makes_no_kind() {
        assert_eq!(kind("调研报告集出版\n近日，一部调研报告集由青山出版社出版。"), Kind::Other);
        assert_eq!(kind("青山管理局召开专题会议学习《关于加强管理的意见》\n3月2日，青山管理局召开专题会议。"), Kind::MeetingReport);
    }

    #[test]
    fn a_notice_without_a_title_tells_when_to_meet_and_a_page_calls_its_body_our_own() {
        let text = "各有关科室、公司：\n为做好护堤工作，决定召开护堤工作会。会议安排如下：\n一、会议时间：8月3日\n二、会议地点：七楼会议室\n三、参会人员：护堤队全体负责人";
        assert_eq!(kind(text), Kind::Notice);
        let text = "各巡堤队、各管理站： 护堤节值守从6月9日开始。 各队要落实巡查制度。 特此通知。 青山水务局 2022年6月1日";
        assert_eq!(kind(text), Kind::Notice);
        let held =
            "护堤学会成立\n护堤学会成立大会暨报告会在我校报告厅举行，参加大会的有副校长林晓峰。\n学会由我校牵头。\n学会将为我市服务。";
        assert_eq!(kind(held), Kind::MeetingReport);
        let won = "我校喜获嘉奖\n3月2日，护堤大会在青山召开，我校喜获嘉奖。\n我校已护堤十年。\n这是我市的荣誉。";
        assert_eq!(kind(won), Kind::Other);
        let quoted = "“青山护堤节水论坛”举行\n3月2日，由青山局主办的“青山护堤节水论坛”在白云楼举行。";
        assert_eq!(kind(quoted), Kind::MeetingReport);
        assert_eq!(kind("各地“两会”更务实\n3月2日起，各地“两会”陆续召开。"), Kind::Other);
    }
}

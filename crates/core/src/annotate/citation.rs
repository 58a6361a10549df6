//! Citations (引用): 《…》, 国办发〔2014〕1号, “四个意识”, “十二五”.

use super::{Found, Reading, number, time};
use crate::document::CitationKind;
use crate::lexicon::{Kind, Kinds};
use crate::segment::Pair;
use crate::sorted::arrange;
use crate::span::Span;

/// The longest title of a cited document, in bytes: 120 characters.
const MAX_TITLE: u32 = 360;

/// The longest name of a body before the year or 第 of a document number, in bytes: 20 characters.
const MAX_CODE: u32 = 60;

/// Finds all citations of the text. A citation's span is what it cites, without its marks.
pub(super) fn read(reading: &Reading<'_>) -> Vec<Found<CitationKind>> {
    let mut list: Vec<(Span, Found<CitationKind>)> = Vec::new();
    for pair in &reading.segments.pairs.list {
        let found = titled(reading, pair).or_else(|| numbered(reading, pair)).or_else(|| quoted_plan(reading, pair));
        list.extend(found.map(|f| (f.span, f)));
    }
    let forms = reading.tokens.with(Kinds::of(&[Kind::DocumentForm]));
    list.extend(forms.filter_map(|t| after_form(reading, t.span)).map(|f| (f.span, f)));
    // Only a phrase in quotation marks is cited; 一国两制 counts one thing and is a name, 3·15 a day.
    let words = |span: Span| reading.slice(span).starts_with(char::is_alphabetic);
    let cited = reading.counts.iter().filter(|c| c.value.outer != c.span && c.value.number.is_some_and(|n| n > 1) && words(c.value.noun));
    list.extend(cited.map(|c| (c.span, Found { span: c.span, rule: "counted_phrase", value: CitationKind::CountedPhrase })));
    list.extend(reading.times.iter().filter(|t| t.rule == time::PLAN_PERIOD).filter_map(|t| plan_in(reading, t.span)).map(|f| (f.span, f)));
    // Of two that overlap the outer one, which starts first, is kept.
    arrange(&mut list, |(span, _)| span.outer_first());
    list.dedup_by(|b, a| b.0.start < a.0.end);
    list.into_iter().map(|(_, found)| found).collect()
}

/// A titled document: 《关于印发〈办法〉的通知》.
fn titled(reading: &Reading<'_>, pair: &Pair) -> Option<Found<CitationKind>> {
    let inner = pair.is_title() && !pair.inner.is_empty() && pair.inner.len() <= MAX_TITLE;
    let line = reading.segments.line_at(pair.span.start);
    let one_line = reading.segments.lines.get(line).is_some_and(|l| l.span.contains(pair.span));
    // 《 人民日报 》: the spaces belong to the marks.
    let text = reading.slice(pair.inner);
    let start = pair.inner.start as usize + text.len() - text.trim_start().len();
    (inner && one_line && !text.trim().is_empty()).then_some(Found {
        span: Span::of(start, start + text.trim().len()),
        rule: "titled_document",
        value: CitationKind::Document,
    })
}

/// A document number with its year in brackets: 国办发〔2014〕1号, 青政函(2014)第12号.
fn numbered(reading: &Reading<'_>, pair: &Pair) -> Option<Found<CitationKind>> {
    let inner = reading.slice(pair.inner).trim();
    if !pair.is_bracket() || pair.inner.len() > 16 {
        return None;
    }
    let inner = inner.strip_suffix('年').unwrap_or(inner);
    let year = number::plain(inner).filter(|n| n.length == inner.len() && n.digits == 4 && (1900..=2100).contains(&n.value))?;
    let rest = &reading.text[pair.span.end as usize..];
    let after = rest.trim_start_matches(' ');
    let after = after.strip_prefix('第').unwrap_or(after).trim_start_matches(' ');
    let (_, length) = number::leading(after)?;
    let tail = after[length..].trim_start_matches(' ').strip_prefix('号')?;
    let start = code_start(reading, pair.span.start)?;
    let end = reading.text.len() - tail.len();
    (year.value > 0).then_some(Found { span: Span::of(start as usize, end), rule: "document_number", value: CitationKind::Number })
}

/// Where the body's short name before a document number begins: the 国办发 of 根据国办发.
fn code_start(reading: &Reading<'_>, end: u32) -> Option<u32> {
    let floor = reading.edges.before(end).max(end.saturating_sub(MAX_CODE));
    let mut start = end;
    for (at, c) in reading.text[..end as usize].char_indices().rev() {
        if (at as u32) < floor || !(c.is_alphanumeric() || c == '·') {
            break;
        }
        start = at as u32;
    }
    // One character alone is no short name of a body.
    (end - start >= 6).then_some(start)
}

/// A number after the form of a document: 青山市人民政府令第5号, 公告2020年第3号.
fn after_form(reading: &Reading<'_>, form: Span) -> Option<Found<CitationKind>> {
    let mut rest = reading.text[form.end as usize..].trim_start_matches(' ');
    let bracket = rest.starts_with(['（', '(', '〔']);
    if bracket {
        rest = rest.trim_start_matches(['（', '(', '〔']);
    }
    if let Some(year) = number::plain(rest).filter(|n| n.digits == 4) {
        rest = rest[year.length..].trim_start_matches(' ').strip_prefix('年')?;
    }
    let rest = rest.trim_start_matches(' ').strip_prefix('第')?.trim_start_matches(' ');
    let (_, length) = number::leading(rest)?;
    let tail = rest[length..].trim_start_matches(' ').strip_prefix('号')?;
    let tail = if bracket { tail.strip_prefix(['）', ')', '〕']).unwrap_or(tail) } else { tail };
    let start = code_start(reading, form.start).unwrap_or(form.start);
    Some(Found { span: Span::of(start as usize, reading.text.len() - tail.len()), rule: "document_number", value: CitationKind::Number })
}

/// A plan period alone between quotation marks: “十二五”.
fn quoted_plan(reading: &Reading<'_>, pair: &Pair) -> Option<Found<CitationKind>> {
    let inner = reading.slice(pair.inner);
    (pair.is_quote() && time::plan_length(inner) == Some(inner.len())).then_some(Found {
        span: pair.inner,
        rule: "plan_period",
        value: CitationKind::PlanPeriod,
    })
}

/// The plan period in a time: the 十二五 of 十二五期间.
fn plan_in(reading: &Reading<'_>, span: Span) -> Option<Found<CitationKind>> {
    let text = reading.slice(span);
    let start = span.start as usize + if text.starts_with('“') { '“'.len_utf8() } else { 0 };
    let length = time::plan_length(&reading.text[start..span.end as usize])?;
    Some(Found { span: Span::of(start, start + length), rule: "plan_period", value: CitationKind::PlanPeriod })
}

#[cfg(test)]
mod tests {
    use crate::parse;

    fn read(text: &str) -> Vec<String> {
        let show = |c: &crate::Citation| format!("{:?} {}", c.kind, c.content.text);
        parse(text).map(|d| d.citations.iter().map(show).collect()).unwrap_or_default()
    }

    #[test]
    fn titles_are_cited_whole() {
        assert_eq!(
            read("学习《关于印发〈青山管理局办法〉的通知》和《细则》。"),
            ["Document 关于印发〈青山管理局办法〉的通知", "Document 细则"]
        );
        assert_eq!(read("《未完的标题\n下一行》《》"), Vec::<String>::new());
    }

    #[test]
    fn document_numbers_in_all_their_brackets() {
        for text in
            ["根据青政办发〔2014〕1号", "按照青政办发(2014)1号", "（青政办发[2014] 第 1 号）", "《办法》（青政办发［２０１４］1号）"]
        {
            let found = read(text);
            assert!(found.iter().any(|f| f.starts_with("Number 青政办发")), "{text}: {found:?}");
        }
        assert_eq!(read("依据青山市人民政府令第5号施行"), ["Number 青山市人民政府令第5号"]);
        assert_eq!(read("青山水利局公告2020年第3号"), ["Number 青山水利局公告2020年第3号"]);
        assert_eq!(read("（2014年）1号楼，林晓峰（2014）3名，第5号"), Vec::<String>::new());
    }

    #[test]
    fn counted_phrases_and_plan_periods() {
        assert_eq!(
            read("增强“四个意识”，实施“十四五”规划和十三五期间的项目，坚持“一国两制”，落实三点要求"),
            ["CountedPhrase 四个意识", "PlanPeriod 十四五", "PlanPeriod 十三五"]
        );
    }
}

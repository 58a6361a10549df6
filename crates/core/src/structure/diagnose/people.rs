//! Attendees who are listed twice, and people whose posts contradict each other.

use super::Report;
use crate::annotate::Reading;
use crate::diagnostic::Code;
use crate::document::{Document, Person, Post};
use crate::lexicon::Kind;
use crate::span::Span;

/// Looks at all people.
pub(super) fn read(reading: &Reading<'_>, document: &Document, report: &mut Report) {
    duplicates(reading, document, report);
    for person in &document.people {
        posts(reading, person, report);
    }
}

/// A name that stands twice in one list of those who attend: 林晓峰、陈立新、林晓峰出席会议.
fn duplicates(reading: &Reading<'_>, document: &Document, report: &mut Report) {
    let mut mentions: Vec<(Span, usize)> = Vec::new();
    for (i, person) in document.people.iter().enumerate() {
        mentions.extend(person.mentions.iter().filter(|m| reading.slice(**m) == person.name.text).map(|&m| (m, i)));
    }
    mentions.sort_unstable();
    let mut clause = usize::MAX;
    // Asked once a clause, since a clause may be as long as the text.
    let mut attends = None;
    // Of each person the last mention, and the clause that it stands in.
    let mut seen: Vec<Option<(usize, Span)>> = vec![None; document.people.len()];
    for (mention, person) in mentions {
        let here = reading.segments.clause_at(mention.start);
        if here != clause {
            clause = here;
            attends = None;
        }
        let Some((_, before)) = seen[person].replace((clause, mention)).filter(|(earlier, _)| *earlier == clause) else { continue };
        let between = reading.slice(Span::new(before.end, mention.start.max(before.end)));
        if between.contains('、') && !between.contains('（') && *attends.get_or_insert_with(|| lists_attendees(reading, clause)) {
            report.add(Code::DuplicateAttendee, mention, vec![before], &[&document.people[person].name.text]);
        }
    }
}

/// Whether a clause lists those who attend: it has the verb, or the label before its colon has.
fn lists_attendees(reading: &Reading<'_>, clause: usize) -> bool {
    let clauses = &reading.segments.clauses;
    let attends = |i: usize| reading.tokens.any(clauses[i].span, &[Kind::Attend, Kind::Observe, Kind::Absent]);
    attends(clause) || clause.checked_sub(1).is_some_and(|i| clauses[i].terminator == '：' && attends(i))
}

/// One person who is once the head of a body and once its deputy: 局长 and 副局长. Other posts may
/// be held side by side.
fn posts(reading: &Reading<'_>, person: &Person, report: &mut Report) {
    for (i, post) in person.posts.iter().enumerate() {
        let contradicts = |earlier: &&Post| is_deputy_of(earlier, post) || is_deputy_of(post, earlier);
        let Some(earlier) = person.posts[..i].iter().find(contradicts) else { continue };
        // 副局长、代局长 in one breath is no slip.
        let chained = !reading.slice(Span::new(earlier.span.end, post.span.start.max(earlier.span.end))).contains(['，', '。', '；', '\n']);
        if !chained {
            report.add(Code::InconsistentPost, post.span, vec![earlier.span], &[&person.name.text, &earlier.title.text, &post.title.text]);
            return;
        }
    }
}

/// Whether `deputy` is the deputy's post beside `head`, in the same body or with none said.
fn is_deputy_of(deputy: &Post, head: &Post) -> bool {
    let bodies = match (&deputy.organization, &head.organization) {
        (Some(a), Some(b)) => a.text == b.text,
        _ => true,
    };
    let rest = deputy.title.text.strip_prefix("常务").unwrap_or(&deputy.title.text).strip_prefix('副');
    bodies && rest == Some(&head.title.text)
}

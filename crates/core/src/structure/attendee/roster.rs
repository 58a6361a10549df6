//! The roster in the head of minutes: 出席：… 列席：… 缺席：….

use super::{Field, Presence, field, fields, list};
use crate::annotate::Reading;
use crate::document::Role;
use crate::structure::cast::Cast;
use crate::structure::words;

/// How many lines from the top the head of minutes takes at most.
const HEAD_LINES: usize = 40;

/// Reads the roster lines.
pub(super) fn read(reading: &Reading<'_>, cast: &Cast, found: &mut Presence) {
    let lines = reading.segments.lines.iter().filter(|l| !l.content.is_empty()).take(HEAD_LINES);
    for Field { label, value } in lines.flat_map(|l| fields(reading, l)) {
        let role = if label.starts_with("列席") {
            Role::Observe
        } else if label.starts_with("缺席") || label.starts_with("请假") {
            Role::Absent
        } else if words::begins(&label, &["参加", "参会", "出席", "与会"]) {
            Role::Attend
        } else if label.starts_with("汇报") {
            Role::Report
        } else {
            continue;
        };
        // A list that a comma ends goes on below.
        let below = reading.segments.lines.iter().skip(reading.segments.line_at(value.start) + 1).take(HEAD_LINES);
        let mut value = value;
        for line in below {
            if !reading.slice(value).ends_with(['、', '，', ',']) || field(reading, line).is_some() {
                break;
            }
            value.end = line.content.end.max(value.end);
        }
        let list = list::read(reading, cast, value, role);
        found.people.extend(list.people.iter().map(|&p| (p, role, value.start)));
        list.groups.into_iter().for_each(|g| found.add_group(g));
    }
}

//! Who was there (参会人员): roles of people, and groups.
//!
//! A role comes from a verb and the people it is said of: 出席 and its kin take the list that stands right
//! before them (or after …的有), 讲话 and 汇报 the subject of the sentence. Whoever is reported to have said
//! something speaks; what is told of another meeting, a plan or a demand gives no role.

mod attend;
mod bounds;
mod group;
mod list;
mod role;
mod roster;
mod subject;

pub(super) use list::after_name;

use super::cast::Cast;
use super::meeting::{Field, field, fields};
use crate::annotate::{Reading, within};
use crate::document::{Attendee, Group, Kind, Meeting, Role, Speaker, Speech, Text};
use crate::sorted::{Sorted, arrange};
use crate::span::Span;

/// The groups of the text, in order. Gives people their roles and meetings their attendees.
pub(super) fn read(
    reading: &Reading<'_>,
    kind: Kind,
    title: Option<&Text>,
    cast: &mut Cast,
    meetings: &mut [Meeting],
    speeches: &[Speech],
) -> Vec<Group> {
    for speech in speeches {
        if let Some(Speaker::Person(person)) = speech.speaker {
            cast.add_role(person, Role::Speak);
        }
    }
    if kind == Kind::Speech {
        signed(reading, title.map(|t| t.span), cast);
    }
    if matches!(kind, Kind::Speech | Kind::Notice) {
        return Vec::new();
    }
    let mut found = Presence::default();
    if kind == Kind::Minutes {
        roster::read(reading, cast, &mut found);
    }
    role::read(reading, kind, title.map(|t| t.span), cast, speeches, &mut found);
    found.settle(cast, meetings)
}

/// Gives the role of speaking to whoever gives the speech: who has a line alone over or under it, or opens its title
/// (林晓峰在工作会议上的讲话).
fn signed(reading: &Reading<'_>, title: Option<Span>, cast: &mut Cast) {
    /// How many lines at either end of a speech may tell who gives it.
    const ENDS: usize = 6;
    let lines = || reading.segments.lines.iter().filter(|l| !l.content.is_empty());
    let ends = lines().take(ENDS).chain(lines().rev().take(ENDS));
    for line in ends.map(|l| l.content) {
        let by = within(&reading.people, line).find(|f| {
            reading.start_with_posts(f) == line.start
                && (f.span.end == line.end || Some(line) == title && reading.after(f.span.end).starts_with('在'))
        });
        if let Some(person) = by.and_then(|f| cast.at(f.span)) {
            cast.add_role(person, Role::Speak);
        }
    }
}

/// What was found of who was there.
#[derive(Debug, Default)]
struct Presence {
    /// A person, the role, and where it is said.
    people: Vec<(u32, Role, u32)>,
    groups: Vec<Group>,
    /// Those who visit and where it is said: they attend, unless they visit to chair.
    visitors: Vec<(u32, u32)>,
}

impl Presence {
    /// Adds a group unless the text has named it before; a text printed twice has its groups once.
    fn add_group(&mut self, group: Group) {
        if self.groups.iter().all(|g| g.text != group.text || g.role != group.role) {
            self.groups.push(group);
        }
    }

    /// Gives people their roles and meetings their attendees.
    fn settle(mut self, cast: &mut Cast, meetings: &mut [Meeting]) -> Vec<Group> {
        arrange(&mut self.groups, |g| g.span.place());
        for &(person, role, _) in &self.people {
            cast.add_role(person, role);
        }
        // 林晓峰在白云区调研，主持召开座谈会 is one event; 调研期间，林晓峰主持召开座谈会 comes besides.
        let chairs_there =
            |visitor: u32, at: u32| meetings.iter().any(|m| m.chairs.contains(&visitor) && m.span.start <= at && at < m.span.end);
        let to_chair = Sorted::of(self.visitors.iter().filter(|&&(visitor, at)| chairs_there(visitor, at)).map(|v| (u64::from(v.0), v.1)));
        for (visitor, _) in self.visitors.iter().filter(|v| !to_chair.has(v.0.into())) {
            cast.add_role(*visitor, Role::Attend);
        }
        if !meetings.is_empty() {
            // Who is named before any meeting belongs to the first.
            let starts: Vec<u32> = meetings.iter().map(|m| m.span.start).collect();
            let place = |at: u32| starts.iter().rposition(|&s| s <= at).unwrap_or(0);
            for &(person, role, at) in &self.people {
                let attendee = Attendee::Person { person, role };
                let meeting = &mut meetings[place(at)];
                if matches!(role, Role::Attend | Role::Observe | Role::Absent) && !meeting.attendees.contains(&attendee) {
                    meeting.attendees.push(attendee);
                }
            }
            for (index, group) in self.groups.iter().enumerate() {
                meetings[place(group.span.start)].attendees.push(Attendee::Group { group: index as u32, role: group.role });
            }
        }
        self.groups
    }
}

#[cfg(test)]
mod tests;

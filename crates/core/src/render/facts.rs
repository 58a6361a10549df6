//! What a Document says of itself, its meetings and its people, as labels with values: the same on every page.

use super::labels;
use super::words::{MAX_CHARACTERS, group_line, join, one_line, time};
use crate::document::{Attendee, Document, Meeting, Person, Role, Text};

/// A label with its value, which is never empty.
pub(super) type Fact = (&'static str, String);

/// The elements of an official document (公文要素).
pub(super) fn official(document: &Document) -> Vec<Fact> {
    let Some(official) = &document.official else { return Vec::new() };
    let text = |t: &Option<Text>| t.as_ref().map_or(String::new(), |t| one_line(&t.text, MAX_CHARACTERS));
    told(vec![
        ("文号", text(&official.number)),
        ("主送", join(&official.recipients)),
        ("署名", text(&official.issuer)),
        ("成文日期", official.issued.as_ref().map_or(String::new(), time)),
        ("附件", join(&official.attachments)),
        ("抄送", join(&official.copies_to)),
        ("附注", text(&official.note)),
    ])
}

/// A meeting's name, with its form where the name doesn't end in it.
pub(super) fn meeting_name(meeting: &Meeting) -> String {
    let form = meeting.form.as_deref().filter(|f| !meeting.name.text.ends_with(f));
    form.map_or_else(|| meeting.name.text.to_string(), |f| format!("{}（{f}）", meeting.name.text))
}

/// When and where a meeting was, and who was there.
pub(super) fn meeting(document: &Document, meeting: &Meeting) -> Vec<Fact> {
    let name = |i: u32| document.people.get(i as usize).map(|p| p.name.text.as_str());
    let mut facts = vec![
        ("时间", meeting.time.as_ref().map_or(String::new(), time)),
        ("地点", meeting.venue.as_ref().map_or(String::new(), |t| one_line(&t.text, MAX_CHARACTERS))),
        ("主办", join(&meeting.organizers)),
        ("主持", meeting.chairs.iter().filter_map(|&i| name(i)).collect::<Vec<_>>().join("、")),
    ];
    for wanted in [Role::Attend, Role::Observe, Role::Speak, Role::Report, Role::Absent] {
        let (mut people, mut groups) = (Vec::new(), Vec::new());
        for attendee in &meeting.attendees {
            match *attendee {
                Attendee::Person { person, role } if role == wanted => people.extend(name(person)),
                Attendee::Group { group, role } if role == wanted => groups.extend(document.groups.get(group as usize).map(group_line)),
                _ => {}
            }
        }
        // Groups have 、 of their own.
        let people = Some(people.join("、")).filter(|p| !p.is_empty());
        facts.push((labels::role(wanted), people.into_iter().chain(groups).collect::<Vec<_>>().join("；")));
    }
    facts.push(("议题", meeting.agenda.iter().map(|t| one_line(&t.text, MAX_CHARACTERS)).collect::<Vec<_>>().join("；")));
    told(facts)
}

/// Unnamed people whom no meeting has among its attendees, by role.
pub(super) fn loose_groups(document: &Document) -> Vec<Fact> {
    let mut seated = vec![false; document.groups.len()];
    for attendee in document.meetings.iter().flat_map(|m| &m.attendees) {
        if let Attendee::Group { group, .. } = *attendee {
            if let Some(seat) = seated.get_mut(group as usize) {
                *seat = true;
            }
        }
    }
    let loose = document.groups.iter().zip(seated).filter(|(_, seated)| !seated);
    loose.map(|(group, _)| (labels::role(group.role), group_line(group))).collect()
}

/// A person's posts.
pub(super) fn posts(person: &Person) -> String {
    person.posts.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join("、")
}

/// What a person did.
pub(super) fn roles(person: &Person) -> String {
    person.roles.iter().map(|&r| labels::role(r)).collect::<Vec<_>>().join(" ")
}

fn told(facts: Vec<Fact>) -> Vec<Fact> {
    facts.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

//! The people of a text, one entry a person: names merged, posts gathered, references resolved.

use crate::annotate::Reading;
use crate::document::{Person, Role};
use crate::span::Span;

/// The people of a text, in order of first mention.
#[derive(Debug, Default)]
pub(crate) struct Cast {
    people: Vec<Person>,
}

impl Cast {
    /// Gathers the people whom the reading names.
    pub(super) fn of(_reading: &Reading<'_>) -> Self {
        Self::default()
    }

    /// The person whose mention stands exactly at `span`.
    pub(super) fn at(&self, span: Span) -> Option<u32> {
        self.people.iter().position(|p| p.mentions.contains(&span)).map(|i| i as u32)
    }

    /// The last person mentioned before `offset`.
    pub(super) fn before(&self, offset: u32) -> Option<u32> {
        let last = |p: &Person| p.mentions.iter().filter(|m| m.end <= offset).max().copied();
        self.people.iter().enumerate().filter_map(|(i, p)| last(p).map(|m| (m, i as u32))).max().map(|(_, i)| i)
    }

    /// Adds a role to a person.
    pub(super) fn add_role(&mut self, person: u32, role: Role) {
        let roles = &mut self.people[person as usize].roles;
        if !roles.contains(&role) {
            roles.push(role);
        }
    }

    /// Adds a mention (他, 李书记) to a person.
    pub(super) fn add_mention(&mut self, person: u32, span: Span) {
        let mentions = &mut self.people[person as usize].mentions;
        let at = mentions.partition_point(|m| *m < span);
        if mentions.get(at) != Some(&span) {
            mentions.insert(at, span);
        }
    }

    /// The entries of the Document; whoever has no role is a mere mention.
    pub(super) fn people(mut self) -> Vec<Person> {
        for person in &mut self.people {
            person.roles.sort_unstable();
            if person.roles.is_empty() {
                person.roles.push(Role::Mention);
            }
        }
        self.people
    }
}

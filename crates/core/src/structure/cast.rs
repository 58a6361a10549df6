//! The people of a text, one entry a person: names merged, posts gathered, references resolved.

use std::borrow::Cow;

use crate::annotate::{Found, PersonMention, Reading};
use crate::document::{Person, Post, Role, Text};
use crate::lexicon::Kind;
use crate::sorted::firsts;
use crate::span::Span;

/// How many mentions back the bearer of a title is looked for.
const MAX_BACK: usize = 64;

/// The people of a text, in order of first mention.
#[derive(Debug, Default)]
pub(crate) struct Cast {
    people: Vec<Person>,
    /// All mentions with their person, by span.
    mentions: Vec<(Span, u32)>,
}

impl Cast {
    /// Gathers the people whom the reading names.
    pub(super) fn of(reading: &Reading<'_>) -> Self {
        let mut cast = Self::default();
        let names: Vec<Cow<'_, str>> = reading.people.iter().map(|f| without_spaces(name_of(reading, f))).collect();
        let firsts = firsts(&names);
        // Of each name how often it stands, and whether it is ever more than cited: else it is no person of the text.
        let mut named = vec![(0, false); names.len()];
        for (found, &first) in reading.people.iter().zip(&firsts) {
            let (count, present) = &mut named[first as usize];
            *count += 1;
            *present |= !found.value.cited;
        }
        // Of each mention the person whom it brings in, at the first that the text has of this person.
        let mut entries: Vec<Option<u32>> = vec![None; names.len()];
        cast.mentions.reserve_exact(names.len());
        // A title after the name (林晓峰委员) is a post where the text gives no other.
        let mut addresses: Vec<(u32, usize)> = Vec::new();
        for (at, found) in reading.people.iter().enumerate() {
            let first = firsts[at] as usize;
            let (count, present) = named[first];
            if !present {
                continue;
            }
            let person = *entries[first].get_or_insert_with(|| {
                cast.people.push(Person {
                    name: reading.text_at(found.value.refers.unwrap_or(found.span)),
                    posts: Vec::new(),
                    roles: Vec::new(),
                    mentions: Vec::with_capacity(count),
                });
                cast.people.len() as u32 - 1
            });
            cast.people[person as usize].mentions.push(found.span);
            cast.mentions.push((found.span, person));
            for post in found.value.all_posts() {
                if reading.posts[post].span.start == found.span.end {
                    addresses.push((person, post));
                } else {
                    cast.add_post(reading, person, post);
                }
            }
        }
        for (person, post) in addresses {
            // 林晓峰总书记 and 林晓峰教授 are forms of address.
            let title = reading.lexicon.kinds(reading.slice(reading.posts[post].value.title));
            let state = title.any(&[Kind::StateTitle, Kind::Honorific]);
            // 大会主席、青山医院|林晓峰|院长: what stands around the name makes a post of its own.
            let whole = reading.posts[post].value.organization.is_some_and(|body| body.end < reading.posts[post].span.start);
            if !state && (whole || cast.people[person as usize].posts.is_empty()) {
                cast.add_post(reading, person, post);
            }
        }
        cast
    }

    fn add_post(&mut self, reading: &Reading<'_>, person: u32, post: usize) {
        let found = &reading.posts[post];
        // 市领导|林晓峰 tells of what group somebody is, and no post: it leads up to a name as a byline does.
        let title = reading.lexicon.kinds(reading.slice(found.value.title));
        if title.has(Kind::Byline) && reading.slice(found.value.title).ends_with("领导") {
            return;
        }
        let posts = &mut self.people[person as usize].posts;
        // 学校党委常委 and then 党委常委, or the other way round, is one post, told with its body and without.
        let title = reading.slice(found.value.title);
        let told = reading.whole_post(found);
        // 市委常委 and 仙河市委常委: the shorter leaves out whose the committee is. A body known by name is whole.
        let whole = |body: &Text| {
            let tier = body.text.chars().next().is_some_and(|c| reading.lexicon.kinds_of(c).has(Kind::PlaceSuffix));
            !tier && reading.lexicon.kinds(&body.text).has(Kind::Organization)
        };
        let fuller = |p: &Post| told.ends_with(p.text.as_str()) && !p.organization.as_ref().is_some_and(whole);
        let same = |p: &Post| p.text == told || p.title.text == title && (p.text.ends_with(told) || fuller(p));
        let known = posts.iter_mut().find(|p| same(p));
        // 青山总社党组成员 in the title and 白云青山总社党组成员 below: the fuller one stands.
        let longer = |p: &Post| told.len() > p.text.len() && told.ends_with(p.text.as_str()) && p.organization.is_some();
        if known.as_ref().is_some_and(|p| (p.organization.is_some() || found.value.organization.is_none()) && !longer(p)) {
            return;
        }
        let post = Post {
            text: told.into(),
            organization: found.value.organization.map(|s| reading.text_at(s)),
            title: reading.text_at(found.value.title),
            span: found.span,
        };
        // 副县长 in the title and 县政府副县长 below: the fuller one stands.
        match known {
            Some(known) => *known = post,
            None => posts.push(post),
        }
    }

    /// The person whose mention stands exactly at `span`.
    pub(super) fn at(&self, span: Span) -> Option<u32> {
        self.mentions.binary_search_by_key(&span, |m| m.0).ok().map(|i| self.mentions[i].1)
    }

    /// The last person mentioned before `offset`.
    pub(super) fn before(&self, offset: u32) -> Option<u32> {
        let at = self.mentions.partition_point(|m| m.0.end <= offset);
        at.checked_sub(1).map(|i| self.mentions[i].1)
    }

    /// The person last mentioned before a title that the text gives him or her, with the name or after it: the 书记 of 书记强调.
    pub(super) fn bearing(&self, reading: &Reading<'_>, title: Span) -> Option<u32> {
        let text = reading.slice(title);
        let to = self.mentions.partition_point(|m| m.0.end <= title.start);
        let bears = |&&(span, person): &&(Span, u32)| {
            let posts = self.people.get(person as usize).map_or(&[][..], |p| &p.posts[..]);
            reading.after(span.end).starts_with(text) || posts.iter().any(|p| p.title.text == text)
        };
        self.mentions[to.saturating_sub(MAX_BACK)..to].iter().rev().find(bears).map(|m| m.1)
    }

    /// Whether the text gives a person a post.
    pub(super) fn has_post(&self, person: u32) -> bool {
        self.people.get(person as usize).is_some_and(|p| !p.posts.is_empty())
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
        let at = self.mentions.partition_point(|m| m.0 < span);
        if self.mentions.get(at).is_none_or(|m| m.0 != span) {
            self.mentions.insert(at, (span, person));
            let mentions = &mut self.people[person as usize].mentions;
            let at = mentions.partition_point(|m| *m < span);
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

/// The full name of a mention: of 林书记 the name that it stands for.
fn name_of<'t>(reading: &Reading<'t>, found: &Found<PersonMention>) -> &'t str {
    &reading.text[found.value.refers.unwrap_or(found.span).range()]
}

/// A name or label as it is without the white space that it is set with: 林 峰, 列　席.
pub(super) fn without_spaces(name: &str) -> Cow<'_, str> {
    if name.contains(char::is_whitespace) { name.split_whitespace().collect() } else { name.into() }
}

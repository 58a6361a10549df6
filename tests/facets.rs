//! One facet of a Document as short lines: what case files expect.

use std::fmt::Write;

use gongwen_core::{Attendee, Document, Speaker};

/// The lines of a facet: `kind`, `meetings`, `people`, `groups`, `speeches`, `enumerations`, `directives`, `times`,
/// `organizations`, `citations`, `sections`, `official`, `repairs` or `diagnostics`.
///
/// # Errors
/// The name, where there is no such facet.
pub fn lines(document: &Document, facet: &str) -> Result<Vec<String>, String> {
    Ok(match facet {
        "kind" => {
            let title = document.title.as_ref().map(|t| format!(" {}", t.text));
            vec![format!("kind {}{}", name(&document.kind), title.unwrap_or_default())]
        }
        "meetings" => document.meetings.iter().map(|m| meeting(document, m)).collect(),
        "people" => document
            .people
            .iter()
            .map(|p| {
                let posts: Vec<&str> = p.posts.iter().map(|post| post.text.as_str()).collect();
                let roles: Vec<String> = p.roles.iter().map(name).collect();
                format!("person {} [{}] {} ×{}", p.name.text, posts.join(" · "), roles.join(" "), p.mentions.len())
            })
            .collect(),
        "groups" => document
            .groups
            .iter()
            .map(|g| {
                let count = g.count.map(|n| format!(" {n}{}", if g.approximate { "~" } else { "" }));
                format!("group {} {}{}", g.text, name(&g.role), count.unwrap_or_default())
            })
            .collect(),
        "speeches" => document
            .speeches
            .iter()
            .map(|s| format!("speech {} {} | {}", speaker(document, s.speaker.as_ref()), s.verb.text, s.content.text.replace('\n', "⏎")))
            .collect(),
        "enumerations" => document
            .enumerations
            .iter()
            .enumerate()
            .map(|(i, e)| {
                let mut line = format!("list {i} {}", name(&e.style));
                if let Some(label) = &e.label {
                    let _ = write!(line, " {}", label.text);
                }
                if let Some(n) = e.declared {
                    let _ = write!(line, " ={n}");
                }
                if let Some(p) = e.parent {
                    let _ = write!(line, " in {}.{}", p.enumeration, p.item);
                }
                for item in &e.items {
                    let marker = item.marker.as_ref().map_or("", |m| m.text.as_str());
                    let _ = write!(line, " | {}{marker}→{}", item.ordinal, item.content.text.replace('\n', "⏎"));
                }
                line
            })
            .collect(),
        "directives" => document
            .directives
            .iter()
            .map(|d| {
                let mut line = format!("directive {} {}", name(&d.modality), speaker(document, d.issuer.as_ref()));
                for a in &d.addressees {
                    let _ = write!(line, " @{}", a.text);
                }
                for a in &d.inherited {
                    let _ = write!(line, " ^{}", a.text);
                }
                if let Some(c) = &d.condition {
                    let _ = write!(line, " if {}", c.text);
                }
                if let Some(t) = &d.deadline {
                    let _ = write!(line, " by {}", t.text);
                }
                for r in &d.responsible {
                    let _ = write!(line, " {}:{}", name(&r.role), r.organization.text);
                }
                let actions: Vec<&str> = d.actions.iter().map(|a| a.text.as_str()).collect();
                format!("{line} | {} | {}", d.content.text, actions.join(" + "))
            })
            .collect(),
        "times" => document
            .times
            .iter()
            .map(|t| {
                let mut line = format!("time {} = {}", t.text, t.value.as_deref().unwrap_or("?"));
                for part in [t.part_of_day.as_deref(), t.clock.as_deref()].into_iter().flatten() {
                    let _ = write!(line, " {part}");
                }
                if let Some(r) = &t.relation {
                    let _ = write!(line, " {}", name(r));
                }
                if let Some(r) = &t.resolved {
                    let _ = write!(line, " → {r}");
                }
                line
            })
            .collect(),
        "organizations" => document
            .organizations
            .iter()
            .map(|o| format!("organization {} ×{}{}", o.name.text, o.mentions.len(), if o.generic { " generic" } else { "" }))
            .collect(),
        "citations" => document.citations.iter().map(|c| format!("citation {} {}", name(&c.kind), c.content.text)).collect(),
        "sections" => document
            .sections
            .iter()
            .map(|s| format!("section {}{} {}", s.level, s.parent.map(|p| format!(" in {p}")).unwrap_or_default(), s.heading.text))
            .collect(),
        "official" => document.official.as_ref().map(official).unwrap_or_default(),
        "repairs" => document
            .repairs
            .iter()
            .map(|r| {
                format!(
                    "repair {} {}..{} → {:?}{}",
                    name(&r.kind),
                    r.span.start,
                    r.span.end,
                    r.replacement,
                    if r.certain { "" } else { " ?" }
                )
            })
            .collect(),
        "diagnostics" => document.diagnostics.iter().map(|d| format!("{} {}: {}", name(&d.severity), name(&d.code), d.message)).collect(),
        other => return Err(format!("there is no facet {other:?}")),
    })
}

fn meeting(document: &Document, m: &gongwen_core::Meeting) -> String {
    let mut line = format!("meeting {}", m.name.text);
    if let Some(t) = &m.time {
        let _ = write!(line, " | {} {}", t.value.as_deref().unwrap_or("?"), t.part_of_day.as_deref().unwrap_or(""));
    }
    if let Some(v) = &m.venue {
        let _ = write!(line, " | in {}", v.text);
    }
    for o in &m.organizers {
        let _ = write!(line, " | by {}", o.text);
    }
    for &c in &m.chairs {
        let _ = write!(line, " | chair {}", document.people[c as usize].name.text);
    }
    if !m.attendees.is_empty() {
        let who = |a: &Attendee| match *a {
            Attendee::Person { person, role } => format!("{} {}", document.people[person as usize].name.text, name(&role)),
            Attendee::Group { group, role } => format!("{} {}", document.groups[group as usize].text, name(&role)),
        };
        let _ = write!(line, " | {}", m.attendees.iter().map(who).collect::<Vec<_>>().join(", "));
    }
    for a in &m.agenda {
        let _ = write!(line, " | agenda {}", a.text);
    }
    line
}

fn official(o: &gongwen_core::Official) -> Vec<String> {
    let mut lines = Vec::new();
    let mut put = |what: &str, text: Option<&str>| {
        if let Some(t) = text {
            lines.push(format!("official {what} {t}"));
        }
    };
    put("number", o.number.as_ref().map(|t| t.text.as_str()));
    o.recipients.iter().for_each(|t| put("recipient", Some(&t.text)));
    put("issuer", o.issuer.as_ref().map(|t| t.text.as_str()));
    put("issued", o.issued.as_ref().map(|t| t.value.as_deref().unwrap_or("?")));
    o.attachments.iter().for_each(|t| put("attachment", Some(&t.text)));
    o.copies_to.iter().for_each(|t| put("copy", Some(&t.text)));
    put("note", o.note.as_ref().map(|t| t.text.as_str()));
    lines
}

fn speaker(document: &Document, speaker: Option<&Speaker>) -> String {
    match speaker {
        Some(Speaker::Person(i)) => document.people[*i as usize].name.text.to_string(),
        Some(Speaker::Institution(name)) => name.to_string(),
        None => "-".to_owned(),
    }
}

/// The JSON name of an enum's value.
fn name<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

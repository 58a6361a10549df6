//! The numbers that Word makes: their definitions, and how far each has counted.

use std::collections::{HashMap, HashSet};

use super::DocxError;
use super::number;
use super::package::Part;
use super::xml::{self, Element, Node};

/// Word has nine levels.
const LEVELS: usize = 9;

/// The numberings of a document, counting as paragraphs ask for their numbers.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// The definitions by their ids.
    abstracts: HashMap<u32, [Level; LEVELS]>,
    /// The numberings by their ids.
    numbers: HashMap<u32, Number>,
    /// How far each definition has counted; `None` where a level has not begun.
    counts: HashMap<u32, [Option<u32>; LEVELS]>,
    /// The numberings and levels whose own start has been taken.
    started: HashSet<(u32, usize)>,
    /// For numberings that stand for a style's: the definition with the style, and the definitions that want it.
    style_of: HashMap<String, u32>,
    wants_style: HashMap<u32, String>,
}

#[derive(Clone, Debug, Default)]
struct Level {
    start: u32,
    format: String,
    /// Such as `%1、` or `%1.%2`.
    text: String,
    suffix: String,
    style: Option<String>,
    /// All numbers in it are decimal.
    legal: bool,
    /// The level, from 1, after which it starts anew; 0 for never.
    restart: Option<u32>,
}

#[derive(Clone, Debug, Default)]
struct Number {
    definition: u32,
    starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level>,
}

impl Numbering {
    pub(super) fn read(part: &Part) -> Result<Self, DocxError> {
        let mut numbering = Self::default();
        let (mut definition, mut number, mut level): (Option<u32>, Option<u32>, usize) = (None, None, 0);
        let mut levels: [Level; LEVELS] = Default::default();
        let (mut in_level, mut overridden) = (false, Level::default());
        let id = |e: &Element<'_>, name: &str| e.attribute(name).and_then(|v| v.parse().ok());
        xml::walk(part, |node| match node {
            Node::Start(e) => match e.name() {
                "abstractNum" => {
                    definition = id(&e, "abstractNumId");
                    levels = Default::default();
                }
                "num" => {
                    number = id(&e, "numId");
                    if let Some(n) = number {
                        numbering.numbers.entry(n).or_default();
                    }
                }
                "abstractNumId" => {
                    if let (Some(n), Some(of)) = (number.and_then(|n| numbering.numbers.get_mut(&n)), e.number()) {
                        n.definition = of;
                    }
                }
                "lvlOverride" => level = id(&e, "ilvl").map_or(0, |l: u32| l as usize),
                "startOverride" => {
                    if let (Some(n), Some(start)) = (number.and_then(|n| numbering.numbers.get_mut(&n)), e.number()) {
                        n.starts.insert(level, start);
                    }
                }
                "lvl" => {
                    level = id(&e, "ilvl").map_or(0, |l: u32| l as usize);
                    in_level = true;
                    overridden = Level::default();
                }
                "styleLink" => {
                    if let (Some(d), Some(style)) = (definition, e.value()) {
                        numbering.style_of.insert(style, d);
                    }
                }
                "numStyleLink" => {
                    if let (Some(d), Some(style)) = (definition, e.value()) {
                        numbering.wants_style.insert(d, style);
                    }
                }
                _ if in_level => overridden.set(&e),
                _ => {}
            },
            Node::End("lvl") => {
                in_level = false;
                let read = std::mem::take(&mut overridden);
                if let Some(n) = number.and_then(|n| numbering.numbers.get_mut(&n)) {
                    n.levels.insert(level, read);
                } else if let Some(slot) = levels.get_mut(level) {
                    *slot = read;
                }
            }
            Node::End("abstractNum") => {
                if let Some(d) = definition.take() {
                    numbering.abstracts.insert(d, std::mem::take(&mut levels));
                }
            }
            Node::End("num") => number = None,
            _ => {}
        })?;
        Ok(numbering)
    }

    /// The level of a numbering that a style stands for.
    pub(super) fn level_of_style(&self, number: u32, style: &str) -> Option<u32> {
        let definition = self.definition(self.numbers.get(&number)?.definition);
        let levels = self.abstracts.get(&definition)?;
        levels.iter().position(|l| l.style.as_deref() == Some(style)).map(|l| l as u32)
    }

    /// Counts on, and gives the number of the next paragraph at this level as it is printed, with what divides it from the text.
    pub(super) fn next(&mut self, number: u32, level: u32) -> Option<String> {
        let level = level as usize;
        let own = self.numbers.get(&number).filter(|_| level < LEVELS)?.clone();
        let definition = self.definition(own.definition);
        let mut levels = self.abstracts.get(&definition)?.clone();
        for (at, overridden) in own.levels {
            if let Some(slot) = levels.get_mut(at) {
                *slot = overridden;
            }
        }
        let counts = self.counts.entry(definition).or_default();
        for (&at, &start) in &own.starts {
            // A numbering with its own start begins there once, at its first paragraph.
            if at == level && self.started.insert((number, at)) {
                counts[at] = None;
                levels[at].start = start;
            }
        }
        counts[level] = Some(counts[level].map_or(levels[level].start, |n| n.saturating_add(1)));
        for deeper in level + 1..LEVELS {
            let restart = levels[deeper].restart.map_or(deeper, |r| r as usize);
            if restart > level {
                counts[deeper] = None;
            }
        }
        let shape = &levels[level];
        if shape.format == "bullet" {
            return Some("• ".to_owned());
        }
        let mut printed = String::new();
        let mut characters = shape.text.chars().peekable();
        while let Some(c) = characters.next() {
            let named = characters.peek().and_then(|d| d.to_digit(10)).filter(|&d| c == '%' && d > 0);
            let Some(of) = named.map(|d| d as usize - 1).filter(|&l| l < LEVELS) else {
                printed.push(c);
                continue;
            };
            characters.next();
            let count = counts[of].unwrap_or(levels[of].start);
            printed.push_str(&number::print(count, if shape.legal { "decimal" } else { &levels[of].format }));
        }
        // A tab after 一、 or （1） would divide the marker from what it marks.
        let divides = match shape.suffix.as_str() {
            "nothing" => "",
            "space" => " ",
            _ if printed.ends_with(|c: char| c.is_alphanumeric()) => " ",
            _ => "",
        };
        (!printed.is_empty()).then(|| printed + divides)
    }

    /// The definition itself, where this one only stands for a style's.
    fn definition(&self, definition: u32) -> u32 {
        self.wants_style.get(&definition).and_then(|style| self.style_of.get(style)).copied().unwrap_or(definition)
    }
}

impl Level {
    fn set(&mut self, e: &Element<'_>) {
        match e.name() {
            "start" => self.start = e.number().unwrap_or(0),
            "numFmt" => self.format = e.value().unwrap_or_default(),
            "lvlText" => self.text = e.value().unwrap_or_default(),
            "suff" => self.suffix = e.value().unwrap_or_default(),
            "pStyle" => self.style = e.value(),
            "isLgl" => self.legal = e.is_on(),
            "lvlRestart" => self.restart = e.number(),
            _ => {}
        }
    }
}

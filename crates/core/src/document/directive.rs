//! Who must do what by when (任务、要求).

use super::{ItemRef, Speaker, Text, Time};

/// The force of a directive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Modality {
    /// Must be done (要、必须).
    Obligation,
    /// Must not be done (不得、严禁).
    Prohibition,
    /// May be done (可以、允许).
    Permission,
    /// Is encouraged or hoped for (鼓励、希望).
    Encouragement,
}

/// A directive (任务、要求): who must do what by when.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Directive {
    /// The clause or clauses that state it, without the final punctuation.
    pub content: Text,
    /// Who has to act, where the unit says so (各单位).
    pub addressees: Vec<Text>,
    /// Who has to act by what was said before (承上): 各单位 for the second of 各单位要落实责任。要加强巡查。 Empty where
    /// the unit itself names somebody.
    pub inherited: Vec<Text>,
    /// Its main force.
    pub modality: Modality,
    /// The modal word (要、必须、不得), where there is one.
    pub modal: Option<Text>,
    /// In which case it holds (凡未经批准的，…).
    pub condition: Option<Box<Text>>,
    /// The verb phrases, in order.
    pub actions: Vec<Text>,
    /// By when, or in what time.
    pub deadline: Option<Box<Time>>,
    /// Who leads and who assists (…牵头，…配合).
    pub responsible: Vec<Responsible>,
    /// Whose directive it is: the speaker of the frame it stands in, or `None` where the text itself speaks.
    pub issuer: Option<Speaker>,
    /// The item of an enumeration that it stands in.
    pub item: Option<ItemRef>,
}

/// A body responsible for a directive.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Responsible {
    /// The body.
    pub organization: Text,
    /// Whether it leads (牵头) or assists (配合).
    pub role: ResponsibleRole,
}

/// How a body is responsible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "snake_case"))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ResponsibleRole {
    /// Leads (牵头、负责).
    Lead,
    /// Assists (配合、协助).
    Assist,
}

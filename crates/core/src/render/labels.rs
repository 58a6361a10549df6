//! What the values of the Document's enums are called on paper.

use crate::diagnostic::Severity;
use crate::document::{EnumerationStyle, Kind, Modality, ResponsibleRole, Role};

pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::MeetingReport => "会议报道",
        Kind::Minutes => "会议纪要",
        Kind::Speech => "讲话",
        Kind::Notice => "公文",
        Kind::Visit => "调研",
        Kind::Other => "其他",
    }
}

pub(super) fn role(role: Role) -> &'static str {
    match role {
        Role::Chair => "主持",
        Role::Attend => "出席",
        Role::Observe => "列席",
        Role::Speak => "讲话",
        Role::Report => "汇报",
        Role::Absent => "缺席",
        Role::Mention => "提及",
    }
}

pub(super) fn modality(modality: Modality) -> &'static str {
    match modality {
        Modality::Obligation => "要求",
        Modality::Prohibition => "禁止",
        Modality::Permission => "允许",
        Modality::Encouragement => "鼓励",
    }
}

pub(super) fn responsible(role: ResponsibleRole) -> &'static str {
    match role {
        ResponsibleRole::Lead => "牵头",
        ResponsibleRole::Assist => "配合",
    }
}

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "错误",
        Severity::Warning => "警告",
        Severity::Hint => "提示",
    }
}

pub(super) fn list(style: EnumerationStyle) -> &'static str {
    match style {
        EnumerationStyle::Ordinal | EnumerationStyle::Declared => "列举",
        EnumerationStyle::Slogan => "口号",
    }
}

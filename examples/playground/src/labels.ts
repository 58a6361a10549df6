// What the values of a Document's enums are called, in both languages.
import type { CitationKind, Kind, Modality, RepairKind, Role, Severity } from 'gongwen';
import { language } from './language.js';

type Names<Key extends string> = Partial<Record<Key, readonly [chinese: string, english: string]>>;

const KINDS: Names<Kind> = {
  meeting_report: ['会议报道', 'meeting report'],
  minutes: ['会议纪要', 'minutes'],
  speech: ['讲话', 'speech'],
  notice: ['公文', 'official document'],
  visit: ['调研', 'visit'],
  other: ['其他', 'other'],
};

const ROLES: Names<Role> = {
  chair: ['主持', 'chair'],
  attend: ['出席', 'attends'],
  observe: ['列席', 'observes'],
  speak: ['讲话', 'speaks'],
  report: ['汇报', 'reports'],
  absent: ['缺席', 'absent'],
  mention: ['提及', 'mentioned'],
};

const MODALITIES: Names<Modality> = {
  obligation: ['要求', 'must'],
  prohibition: ['禁止', 'must not'],
  permission: ['允许', 'may'],
  encouragement: ['鼓励', 'encouraged'],
};

const SEVERITIES: Names<Severity> = {
  error: ['错误', 'error'],
  warning: ['警告', 'warning'],
  hint: ['提示', 'hint'],
};

const CITATIONS: Names<CitationKind> = {
  document: ['文件', 'document'],
  number: ['文号', 'number'],
  counted_phrase: ['数字提法', 'counted phrase'],
  plan_period: ['规划期', 'plan period'],
};

const REPAIRS: Names<RepairKind> = {
  pinyin_gloss: ['注音', 'pinyin gloss'],
  byte_shift: ['错位乱码', 'byte shift'],
  mojibake: ['乱码', 'mojibake'],
  width: ['半角标点', 'half-width mark'],
  traditional: ['繁体字', 'traditional'],
  hard_wrap: ['断行', 'hard wrap'],
  stray_space: ['多余空格', 'stray space'],
  invisible: ['不可见字符', 'invisible'],
  page_furniture: ['页面元素', 'page furniture'],
};

/** The name of a value; one that this page has no name for yet is its own. */
const named =
  <Key extends string>(names: Names<Key>) =>
  (key: Key): string =>
    names[key]?.[language() === 'zh' ? 0 : 1] ?? key;

export const kindName = named(KINDS);
export const roleName = named(ROLES);
export const modalityName = named(MODALITIES);
export const severityName = named(SEVERITIES);
export const citationName = named(CITATIONS);
export const repairName = named(REPAIRS);

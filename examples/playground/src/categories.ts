// What is read in a text and shown in its colour: the legend's entries.
import { language } from './language.js';

export const CATEGORIES = [
  'meeting',
  'person',
  'post',
  'group',
  'organization',
  'time',
  'speech',
  'list',
  'directive',
  'citation',
  'heading',
  'repair',
  'diagnostic',
] as const;

export type Category = (typeof CATEGORIES)[number];

const NAMES: Record<Category, readonly [chinese: string, english: string]> = {
  meeting: ['会议', 'meeting'],
  person: ['人员', 'person'],
  post: ['职务', 'post'],
  group: ['群体', 'group'],
  organization: ['机构', 'organisation'],
  time: ['时间', 'time'],
  speech: ['转述', 'speech'],
  list: ['列举', 'list'],
  directive: ['要求', 'directive'],
  citation: ['引用', 'citation'],
  heading: ['要素', 'heading'],
  repair: ['修复', 'repair'],
  diagnostic: ['诊断', 'diagnostic'],
};

export const categoryName = (category: Category): string => NAMES[category][language() === 'zh' ? 0 : 1];

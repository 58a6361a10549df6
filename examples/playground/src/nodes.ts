// The typed tree of a Document: what the tab 结构 shows.
import type { Directive, Document, Enumeration, Meeting, Person, Repair, Section, Speaker, Speech, Text, Time } from 'gongwen';
import type { Category } from './categories.js';
import { citationName, kindName, modalityName, repairName, roleName } from './labels.js';
import { either, say } from './language.js';
import { visible } from './visible.js';

/** A place in the text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** One entry of the tree. Its children are made when they are asked for. */
export interface TreeNode {
  /** Names it among its siblings, and stays the same when the text is read again. */
  readonly key: string;
  readonly label: string;
  readonly text?: string;
  /** Where it stands; several places for what is mentioned again and again. */
  readonly places: readonly Place[];
  /** The legend's entry that shows or hides it. */
  readonly category?: Category;
  readonly count?: number;
  readonly children?: () => readonly TreeNode[];
}

/** The tree's first level. What wasn't read is left out. */
export function treeOf(read: Document, source: string): readonly TreeNode[] {
  const roots: (TreeNode | null)[] = [
    leaf('kind', either('文种', 'Kind'), kindName(read.kind)),
    textLeaf('title', either('标题', 'Title'), read.title),
    read.official && branch('official', either('公文要素', 'Official elements'), 'heading', officialOf(read.official)),
    list('meetings', either('会议', 'Meetings'), 'meeting', read.meetings, (meeting, key) => meetingNode(read, meeting, key)),
    list('people', either('人员', 'People'), 'person', read.people, personNode),
    list('groups', either('群体', 'Groups'), 'group', read.groups, (group, key) => leaf(key, roleName(group.role), group.text + headcount(group), [group.span])),
    list('speeches', either('转述', 'Speeches'), 'speech', outermost(read.speeches), ([speech, index], key) => speechNode(read, speech, index, key)),
    list('enumerations', either('列举', 'Lists'), 'list', outermost(read.enumerations), ([one], key) => enumerationNode(read, one, key)),
    list('directives', either('要求', 'Directives'), 'directive', read.directives, (directive, key) => directiveNode(read, directive, key)),
    list('sections', either('章节', 'Sections'), 'heading', outermost(read.sections), ([section, index], key) => sectionNode(read, section, index, key)),
    list('times', either('时间', 'Times'), 'time', read.times, (time, key) => timeLeaf(key, either('时间', 'Time'), time)),
    list('organizations', either('机构', 'Organisations'), 'organization', read.organizations, ({ name, mentions }, key) => leaf(key, either('机构', 'Body'), name.text, mentions)),
    list('citations', either('引用', 'Citations'), 'citation', read.citations, ({ kind, content }, key) => leaf(key, citationName(kind), content.text, [content.span])),
    repairsNode(read.repairs, source),
  ];
  return present(roots);
}

const present = (nodes: readonly (TreeNode | null | undefined)[]): TreeNode[] => nodes.filter((node) => node != null);

const leaf = (key: string, label: string, text: string, places: readonly Place[] = []): TreeNode => ({ key, label, text, places });

const textLeaf = (key: string, label: string, text: Text | null): TreeNode | null => text && leaf(key, label, text.text, [text.span]);

const textLeaves = (key: string, label: string, texts: readonly Text[]): TreeNode[] => texts.map((text, index) => leaf(`${key}${index}`, label, text.text, [text.span]));

function timeLeaf(key: string, label: string, time: Time): TreeNode {
  const value = [time.resolved ?? time.value, time.clock].filter(Boolean).join(' ');
  return leaf(key, label, value ? `${time.text} · ${value}` : time.text, [time.span]);
}

function branch(key: string, label: string, category: Category, children: readonly TreeNode[]): TreeNode {
  return { key, label, category, places: [], children: () => children };
}

function list<Item>(key: string, label: string, category: Category, items: readonly Item[], make: (item: Item, key: string) => TreeNode): TreeNode | null {
  if (items.length === 0) return null;
  return { key, label, category, places: [], count: items.length, children: () => items.map((item, index) => make(item, String(index))) };
}

/** The items that stand in no other, with their indices. */
function outermost<Item extends { readonly parent: unknown }>(items: readonly Item[]): [Item, number][] {
  return items.map((item, index): [Item, number] => [item, index]).filter(([item]) => item.parent === null);
}

/** The items that stand in the one at `index`. */
function within<Item extends { readonly parent: number | null }>(items: readonly Item[], index: number): [Item, number][] {
  return items.map((item, at): [Item, number] => [item, at]).filter(([item]) => item.parent === index);
}

/** Who speaks, by name. */
export function speakerName(read: Document, speaker: Speaker | null): string {
  if (speaker === null) return '';
  return 'institution' in speaker ? speaker.institution : (read.people[speaker.person]?.name.text ?? '');
}

const headcount = (group: Document['groups'][number]): string => (group.count === null ? '' : `（${group.count}${group.approximate ? '余' : ''}人）`);

function officialOf(official: NonNullable<Document['official']>): TreeNode[] {
  return present([
    textLeaf('number', either('发文字号', 'Number'), official.number),
    ...textLeaves('recipient', either('主送机关', 'Recipient'), official.recipients),
    textLeaf('issuer', either('发文机关', 'Issuer'), official.issuer),
    official.issued && timeLeaf('issued', either('成文日期', 'Issued'), official.issued),
    ...textLeaves('attachment', either('附件', 'Attachment'), official.attachments),
    ...textLeaves('copy', either('抄送', 'Copy to'), official.copies_to),
    textLeaf('note', either('附注', 'Note'), official.note),
  ]);
}

function meetingNode(read: Document, meeting: Meeting, key: string): TreeNode {
  const children = (): TreeNode[] =>
    present([
      meeting.form === null ? null : leaf('form', either('形式', 'Form'), meeting.form, [meeting.name.span]),
      meeting.time && timeLeaf('time', either('时间', 'Time'), meeting.time),
      textLeaf('venue', either('地点', 'Venue'), meeting.venue),
      ...textLeaves('organizer', either('主办', 'Organiser'), meeting.organizers),
      ...meeting.chairs.map((person) => personLeaf(read, `chair${person}`, roleName('chair'), person)),
      ...meeting.attendees.map((attendee, index) => {
        if ('person' in attendee) return personLeaf(read, `attendee${index}`, roleName(attendee.role), attendee.person);
        const group = read.groups[attendee.group];
        return group && leaf(`attendee${index}`, roleName(attendee.role), group.text + headcount(group), [group.span]);
      }),
      ...textLeaves('agenda', either('议题', 'Agenda'), meeting.agenda),
    ]);
  return { key, label: either('会议', 'Meeting'), text: meeting.name.text, places: [meeting.name.span], category: 'meeting', children };
}

function personLeaf(read: Document, key: string, label: string, index: number): TreeNode | null {
  const person = read.people[index];
  return person ? leaf(key, label, person.name.text, [person.name.span]) : null;
}

function personNode(person: Person, key: string): TreeNode {
  const children = (): TreeNode[] => person.posts.map((post, index) => leaf(`post${index}`, either('职务', 'Post'), post.text, [post.span]));
  const node = leaf(key, person.roles.map(roleName).join(either('、', ', ')), person.name.text, person.mentions);
  return { ...node, category: 'person', ...(person.posts.length > 0 && { children }) };
}

function speechNode(read: Document, speech: Speech, index: number, key: string): TreeNode {
  const inner = within(read.speeches, index);
  const children = (): TreeNode[] =>
    present([
      leaf('content', either('内容', 'Content'), speech.content.text, [speech.content.span]),
      ...inner.map(([one, at]) => speechNode(read, one, at, `speech${at}`)),
    ]);
  const label = speakerName(read, speech.speaker) || either('（无主语）', '(no speaker)');
  return { key, label, text: `${speech.verb.text}：${speech.content.text}`, places: [speech.verb.span, speech.content.span], category: 'speech', children };
}

function enumerationNode(read: Document, one: Enumeration, key: string): TreeNode {
  const children = (): TreeNode[] =>
    one.items.map((item, index) => {
      const inner = item.enumerations.flatMap((at) => read.enumerations[at] ?? []);
      const start = item.marker?.span.start ?? item.content.span.start;
      const node = leaf(String(index), item.marker?.text ?? String(item.ordinal), item.content.text, [{ start, end: item.content.span.end }]);
      return { ...node, ...(inner.length > 0 && { children: () => inner.map((list, at) => enumerationNode(read, list, `list${at}`)) }) };
    });
  const style = { ordinal: either('序列', 'series'), declared: either('数字提法', 'declared'), slogan: either('口号', 'slogan') }[one.style];
  const text = one.label?.text ?? one.items.map((item) => item.content.text).join('；');
  return { key, label: style, text, count: one.items.length, places: [one.span], category: 'list', children };
}

function directiveNode(read: Document, directive: Directive, key: string): TreeNode {
  const children = (): TreeNode[] =>
    present([
      ...textLeaves('addressee', either('责任单位', 'Addressee'), directive.addressees),
      ...textLeaves('inherited', either('承上', 'Taken up'), directive.inherited),
      textLeaf('condition', either('条件', 'Condition'), directive.condition),
      directive.modal && textLeaf('modal', either('情态词', 'Modal'), directive.modal),
      ...textLeaves('action', either('动作', 'Action'), directive.actions),
      directive.deadline && timeLeaf('deadline', either('时限', 'Deadline'), directive.deadline),
      ...directive.responsible.map(({ organization, role }, index) =>
        leaf(`responsible${index}`, role === 'lead' ? either('牵头', 'Lead') : either('配合', 'Assist'), organization.text, [organization.span]),
      ),
      directive.issuer && leaf('issuer', either('提出', 'From'), speakerName(read, directive.issuer)),
    ]);
  return { key, label: modalityName(directive.modality), text: directive.content.text, places: [directive.content.span], category: 'directive', children };
}

function sectionNode(read: Document, section: Section, index: number, key: string): TreeNode {
  const inner = within(read.sections, index);
  const node = leaf(key, either(`${section.level} 级`, `level ${section.level}`), section.heading.text, [section.heading.span, section.span]);
  return { ...node, category: 'heading', ...(inner.length > 0 && { children: () => inner.map(([one, at]) => sectionNode(read, one, at, String(at))) }) };
}

/** Repairs by their kinds: a text in traditional script has hundreds of one. */
function repairsNode(repairs: readonly Repair[], source: string): TreeNode | null {
  if (repairs.length === 0) return null;
  const kinds = Map.groupBy(repairs, ({ kind }) => kind);
  const one = ({ span, replacement, certain }: Repair, index: number): TreeNode => {
    const change = `${visible(source.slice(span.start, span.end))} → ${visible(replacement) || '∅'}`;
    return leaf(String(index), '', certain ? change : change + say().doubtful, [span]);
  };
  const children = (): TreeNode[] =>
    [...kinds].map(([kind, of]) => ({ key: kind, label: repairName(kind), places: [], count: of.length, children: () => of.map(one) }));
  return { key: 'repairs', label: either('修复', 'Repairs'), category: 'repair', places: [], count: repairs.length, children };
}

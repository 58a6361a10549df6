// The sample texts of examples/texts, loaded when they are chosen.
import { element } from './dom.js';
import { either, say } from './language.js';

const FILES = import.meta.glob<string>('../../texts/*.txt', { query: '?raw', import: 'default' });

const NAMES: Record<string, readonly [chinese: string, english: string]> = {
  mobilization: ['会议报道：动员大会', 'Meeting report'],
  'executive-meeting': ['会议报道：常务会议', 'Executive meeting'],
  minutes: ['会议纪要', 'Minutes'],
  speech: ['讲话', 'Speech'],
  notice: ['通知', 'Notice'],
  inspection: ['调研', 'Inspection'],
  mistakes: ['有毛病的文稿', 'A text with mistakes'],
  'garbled-traditional': ['繁体与乱码', 'Traditional and garbled'],
};

/** The sample that is shown first. */
export const FIRST = 'mobilization';

/** Fills the list of samples; nothing of it is chosen where the text is the user's own. */
export function listSamples(list: HTMLSelectElement, chosen: string): void {
  const known = Object.keys(NAMES).filter((name) => name in byName);
  const others = Object.keys(byName).filter((name) => !known.includes(name));
  const option = (name: string): HTMLElement => element('option', { value: name }, either(...(NAMES[name] ?? [name, name])));
  list.replaceChildren(element('option', { value: '', hidden: true }, say().own), ...[...known, ...others].map(option));
  list.value = chosen;
}

const byName = Object.fromEntries(Object.entries(FILES).map(([path, load]) => [path.replace(/^.*\/|\.txt$/g, ''), load]));

export const loadSample = async (name: string): Promise<string> => (await byName[name]?.()) ?? '';

// The tab 督办清单: who must do what, by when, at whose word.
import type { Directive, Document } from 'gongwen';
import { appendAll, element } from '../dom.js';
import { modalityName } from '../labels.js';
import { say } from '../language.js';
import { speakerName } from '../nodes.js';
import { linked, type Panel } from './panel.js';

export const tasks: Panel = {
  name: 'tasks',
  count: ({ reading }) => reading.document.directives.length,
  render(place, { reading: { document: read } }) {
    const words = say();
    if (read.directives.length === 0) return place.append(element('p', { class: 'empty' }, words.no_tasks));
    const heads = [words.number, words.who, words.what, words.by_when, words.from_whom].map((word) => element('th', { scope: 'col' }, word));
    const body = element('tbody');
    appendAll(body, read.directives, (directive, index) => row(read, directive, index));
    place.append(element('table', { class: 'tasks' }, element('thead', {}, element('tr', {}, ...heads)), body));
  },
};

/** What says a day, or a range of days, by itself; what is only known in part (--05-10) is told by the text better. */
const CALENDAR = /^\d{4}-\d\d-\d\d/;

function row(read: Document, directive: Directive, index: number): HTMLElement {
  const { content, deadline, issuer, modality } = directive;
  const words = say();
  const cell = (label: string, of: string, ...children: Parameters<typeof element>[2][]): HTMLElement => element('td', { 'data-head': label, class: of }, ...children);
  const due = [deadline?.resolved, deadline?.value].find((value) => value && CALENDAR.test(value));
  return linked(
    element(
      'tr',
      {},
      element('td', { class: 'number' }, String(index + 1)),
      cell(words.who, 'who', ...who(directive)),
      element(
        'td',
        { 'data-head': words.what, class: 'what' },
        element(
          'button',
          { type: 'button', class: 'go' },
          modality !== 'obligation' && element('span', { class: `force force-${modality}` }, modalityName(modality)),
          content.text,
        ),
      ),
      cell(words.by_when, 'by-when', deadline?.text, due && element('small', {}, due)),
      cell(words.from_whom, 'from', speakerName(read, issuer)),
    ),
    [content.span],
  );
}

/** Who has to act; who leads or assists is told with that, and once. */
function who({ addressees, inherited, responsible }: Directive): (HTMLElement | string)[] {
  const words = say();
  const led = responsible.map(({ organization, role }) => element('span', { class: 'body' }, organization.text, ' ', element('small', {}, role === 'lead' ? words.lead : words.assist)));
  const others = addressees.filter(({ text }) => !responsible.some(({ organization }) => text.includes(organization.text)));
  const before = inherited.length > 0 && led.length === 0 && element('small', { title: words.inherited }, inherited.map(({ text }) => text).join('、'));
  return [others.map(({ text }) => text).join('、'), before || '', ...led];
}

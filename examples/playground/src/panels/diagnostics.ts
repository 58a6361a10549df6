// The tab 诊断: what is wrong with the text, the worst first.
import type { Diagnostic } from 'gongwen';
import { appendAll, element } from '../dom.js';
import { messageOf } from '../editor/notes.js';
import { severityName } from '../labels.js';
import { say } from '../language.js';
import { linked, type Panel } from './panel.js';

const RANK = { error: 0, warning: 1, hint: 2 };

export const diagnostics: Panel = {
  name: 'diagnostics',
  count: ({ reading }) => reading.document.diagnostics.length,
  render(place, { reading, at }) {
    const found = [...reading.document.diagnostics].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
    if (found.length === 0) return place.append(element('p', { class: 'empty good' }, say().no_diagnostics));
    const list = element('ul', { class: 'diagnostics' });
    appendAll(list, found, (diagnostic) => entry(diagnostic, reading.text, at));
    place.append(list);
  },
};

function entry(diagnostic: Diagnostic, text: string, at: (position: number) => { line: number; column: number }): HTMLElement {
  const { span, severity, related, code } = diagnostic;
  const { line, column } = at(span.start);
  const others = related.map((one) => linked(element('button', { type: 'button', class: 'go related' }, text.slice(one.start, Math.min(one.end, one.start + 24))), [one]));
  return linked(
    element(
      'li',
      { class: `d-${severity}` },
      element('button', { type: 'button', class: 'go' }, element('span', { class: 'severity' }, severityName(severity)), messageOf(diagnostic)),
      element('small', {}, say().place(line, column), ' · ', element('code', {}, code)),
      others.length > 0 && element('p', { class: 'others' }, `${say().related} `, ...others),
    ),
    [span],
  );
}

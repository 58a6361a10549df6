// Notes at a place of the text, on hover and at the cursor: what is wrong there, and what was mended.
import { EditorState, StateField } from '@codemirror/state';
import { type Command, EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from '@codemirror/view';
import type { Diagnostic } from 'gongwen';
import { element } from '../dom.js';
import { severityName } from '../labels.js';
import { language } from '../language.js';
import { describe } from './repairs.js';
import { shown } from './reading.js';

/** A diagnostic's message in the page's language. */
export const messageOf = (diagnostic: Diagnostic): string => (language() === 'zh' ? diagnostic.message : diagnostic.message_en);

interface Found {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly HTMLElement[];
}

/** What there is to say about a place: its diagnostics, then its repairs. */
function notesAt(state: EditorState, position: number): Found | null {
  const { document, hidden, stale } = state.field(shown);
  if (document === null || stale) return null;
  const here = ({ span }: { readonly span: { readonly start: number; readonly end: number } }): boolean => span.start <= position && position <= span.end;
  const diagnostics = hidden.has('diagnostic') ? [] : document.diagnostics.filter(here);
  const repairs = hidden.has('repair') ? [] : document.repairs.filter(here).slice(0, 3);
  if (diagnostics.length + repairs.length === 0) return null;
  const source = state.doc.toString();
  return {
    from: Math.min(...[...diagnostics, ...repairs].map(({ span }) => span.start)),
    to: Math.max(...[...diagnostics, ...repairs].map(({ span }) => span.end)),
    lines: [
      ...diagnostics.map((diagnostic) =>
        element('p', { class: `note note-${diagnostic.severity}` }, element('b', {}, severityName(diagnostic.severity)), ` ${messageOf(diagnostic)}`),
      ),
      ...repairs.map((repair) => element('p', { class: 'note note-repair' }, describe(repair, source))),
    ],
  };
}

const tooltip = ({ from, to, lines }: Found, position: number): Tooltip => ({
  pos: Math.max(from, Math.min(position, to)),
  above: true,
  create: () => ({ dom: element('div', { class: 'notes', role: 'tooltip' }, ...lines) }),
});

const onHover = hoverTooltip((view, position) => {
  const found = notesAt(view.state, position);
  return found && { ...tooltip(found, position), pos: found.from, end: found.to };
});

const atCursor = StateField.define<Tooltip | null>({
  create: () => null,
  update(before, transaction) {
    if (!transaction.docChanged && !transaction.selection && transaction.effects.length === 0) return before;
    const { main } = transaction.state.selection;
    if (!main.empty || transaction.docChanged) return null;
    // A reading alone opens no note in the face of somebody who writes: only a move of the cursor does.
    if (!transaction.selection && before === null) return null;
    const found = notesAt(transaction.state, main.head);
    return found && tooltip(found, main.head);
  },
  provide: (field) => showTooltip.from(field),
});

/** Moves the cursor to the next diagnostic after it, or to the first. */
const nextDiagnostic: Command = (view) => {
  const diagnostics = view.state.field(shown).document?.diagnostics ?? [];
  const { head } = view.state.selection.main;
  const next = diagnostics.find(({ span }) => span.start > head) ?? diagnostics[0];
  if (next === undefined) return false;
  view.dispatch({ selection: { anchor: next.span.start }, effects: [EditorView.scrollIntoView(next.span.start, { y: 'center' }), EditorView.announce.of(`${severityName(next.severity)} ${messageOf(next)}`)] });
  return true;
};

export const notes = [onHover, atCursor, keymap.of([{ key: 'F8', run: nextDiagnostic }])];

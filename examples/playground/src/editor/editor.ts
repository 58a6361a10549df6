// The text: an editor that shows what was read of it.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, keymap, placeholder } from '@codemirror/view';
import type { Document } from 'gongwen';
import type { Category } from '../categories.js';
import { say } from '../language.js';
import type { Place } from '../nodes.js';
import { look } from './look.js';
import { notes } from './notes.js';
import { point, pointing, settle } from './point.js';
import { hide, readingOnText, shown, wasRead } from './reading.js';

export interface Editor {
  text(): string;
  setText(text: string): void;
  /** Shows what was read, unless the text has changed since. */
  show(document: Document, text: string): void;
  hide(categories: ReadonlySet<Category>): void;
  /** Points at places while they are hovered in the reading. */
  point(places: readonly Place[]): void;
  /** Goes to the first place and marks them all. */
  go(places: readonly Place[]): void;
  focus(): void;
  /** Takes over the page's language. */
  translate(): void;
  /** Line and column of a position, from 1. */
  at(position: number): { line: number; column: number };
}

export interface Listener {
  changed(): void;
  /** A place in the text was clicked, or asked for by key: then the reading takes the focus. */
  placed(position: number, byKey: boolean): void;
}

export function createEditor(parent: HTMLElement, listener: Listener): Editor {
  const words = new Compartment();
  const wording = () => [placeholder(say().placeholder), EditorView.contentAttributes.of({ 'aria-label': say().editor, lang: 'zh-CN', spellcheck: 'false', tabindex: '0' })];
  const root = parent.attachShadow({ mode: 'open' });
  const setUp = (doc: string): EditorState =>
    EditorState.create({
      doc,
      extensions: [
        words.of(wording()),
        history(),
        keymap.of([{ key: 'Alt-Enter', run: (view) => (listener.placed(view.state.selection.main.head, true), true) }]),
        keymap.of([...historyKeymap, ...defaultKeymap]),
        EditorView.lineWrapping,
        look,
        shown,
        readingOnText,
        pointing,
        notes,
        EditorView.updateListener.of((update) => update.docChanged && listener.changed()),
        EditorView.domEventHandlers({
          // A browser that puts typed text in a selection's place may style it inline, which the page's policy forbids.
          beforeinput(event, view) {
            if (event.inputType !== 'insertText' || !event.data || view.state.selection.main.empty) return false;
            view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true });
            event.preventDefault();
            return true;
          },
          click: (_event, view) => {
            const { main } = view.state.selection;
            if (main.empty) listener.placed(main.head, false);
          },
        }),
      ],
    });
  const view = new EditorView({ root, parent: root as unknown as HTMLElement, state: setUp('') });

  const fitting = (places: readonly Place[]): Place[] => places.filter(({ start, end }) => start < end && end <= view.state.doc.length);
  return {
    text: () => view.state.doc.toString(),
    setText(text) {
      const { hidden } = view.state.field(shown);
      view.setState(setUp(text));
      view.dispatch({ effects: hide.of(hidden) });
      view.scrollDOM.scrollTop = 0;
      listener.changed();
    },
    show(document, text) {
      if (view.state.doc.length === text.length && view.state.doc.toString() === text) view.dispatch({ effects: wasRead.of(document) });
    },
    hide: (categories) => view.dispatch({ effects: hide.of(categories) }),
    point: (places) => view.dispatch({ effects: point.of(places) }),
    go(places) {
      const [first] = fitting(places);
      if (first === undefined) return;
      view.dispatch({
        selection: { anchor: first.start },
        effects: [settle.of(places), EditorView.scrollIntoView(first.start, { y: 'center' })],
      });
    },
    focus: () => view.focus(),
    // The marks are drawn anew too, since mended readings tell their kind in words.
    translate: () => view.dispatch({ effects: [words.reconfigure(wording()), hide.of(new Set(view.state.field(shown).hidden))] }),
    at(position) {
      const line = view.state.doc.lineAt(Math.min(position, view.state.doc.length));
      return { line: line.number, column: position - line.from + 1 };
    },
  };
}

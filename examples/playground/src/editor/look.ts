// How the text looks. The editor stands in a shadow tree, where its styles are adopted sheets: so the page's policy
// needn't allow inline styles. Colours are the page's own (styles/colours.css).
import { EditorView } from '@codemirror/view';

const tint = (colour: string, share = 15): string => `color-mix(in srgb, var(--${colour}) ${share}%, transparent)`;

export const look = EditorView.theme({
  '&': { height: '100%', fontSize: 'var(--text-size)', color: 'var(--unread)', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--text-face)', lineHeight: '2.05', overflowX: 'hidden', scrollbarWidth: 'thin', scrollbarColor: 'var(--line) transparent' },
  '.cm-content': { padding: '1.1rem 0 3rem', caretColor: 'var(--accent)', maxWidth: '46em', margin: '0 auto', minWidth: '0' },
  '.cm-line': { padding: '0 clamp(1rem, 4vw, 2.4rem)', marginBottom: '.35em' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '.cm-placeholder': { color: 'var(--quiet)' },

  '.m': { color: 'var(--ink)' },
  '.m-meeting': { backgroundColor: tint('meeting'), borderRadius: '3px', fontWeight: '600' },
  '.m-person': { backgroundColor: tint('person', 17), borderRadius: '3px' },
  '.m-post': { boxShadow: 'inset 0 -1.5px var(--post)' },
  '.m-group': { backgroundColor: tint('group', 13), borderRadius: '3px' },
  '.m-organization': { color: 'var(--organization)' },
  '.m-time': { backgroundColor: tint('time', 18), borderRadius: '3px' },
  '.m-speech': { color: 'var(--speech)', fontWeight: '600' },
  '.m-list': { color: 'var(--list)', fontWeight: '700' },
  '.m-directive': { borderBottom: '1.5px solid var(--directive)', paddingBottom: '.12em' },
  '.m-citation': { backgroundColor: tint('citation', 12), borderRadius: '3px' },
  '.m-heading': { fontWeight: '700' },
  '.m-diagnostic': { textDecoration: 'underline wavy 1.5px var(--hint)', textUnderlineOffset: '.36em', textDecorationSkipInk: 'none' },
  '.m-diagnostic.m-warning': { textDecorationColor: 'var(--warning)' },
  '.m-diagnostic.m-error': { textDecorationColor: 'var(--error)' },
  '.m-struck, .m-struck .m': { color: 'var(--quiet)', fontWeight: '400' },
  '.m-struck': { textDecoration: 'line-through 1px var(--struck)', fontSize: '.82em' },
  '.m-doubted': { textDecoration: 'underline dotted 2px var(--struck)' },
  '.mended': { textDecoration: 'none', color: 'var(--mended)' },

  '.pointed': { backgroundColor: 'var(--pointed)' },
  '.settled': { backgroundColor: 'var(--settled)' },

  '.cm-tooltip': { border: '1px solid var(--line)', borderRadius: '6px', backgroundColor: 'var(--raised)', color: 'var(--ink)', boxShadow: '0 6px 24px rgb(0 0 0 / .16)', maxWidth: 'min(32rem, 92vw)', zIndex: '20' },
  '.notes': { padding: '.45rem .7rem', font: '0.875rem/1.6 var(--face)' },
  '.note': { margin: '0' },
  '.note-error b': { color: 'var(--error)' },
  '.note-warning b': { color: 'var(--warning)' },
  '.note-hint b': { color: 'var(--hint)' },
  '@media print': {
    '&, .cm-scroller': { height: 'auto !important', overflow: 'visible !important' },
    '.cm-content': { padding: '0', maxWidth: 'none' },
    '.cm-line': { padding: '0' },
    '.cm-cursorLayer, .cm-tooltip': { display: 'none !important' },
  },
});

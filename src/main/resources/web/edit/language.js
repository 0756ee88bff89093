// Colors of rule files (.drl) and of YAML. Names are those of the language; what a text means is the service's to say.
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const KEYWORDS = /^(rule|when|then|end|package|import|unit|not|exists|and|or|insert|new|from|matches|in|query|global)\b/;

const drl = StreamLanguage.define({
  name: 'drl',
  startState: () => ({ comment: false }),
  token(stream, state) {
    if (state.comment) {
      if (stream.skipTo('*/')) { stream.match('*/'); state.comment = false; } else stream.skipToEnd();
      return 'comment';
    }
    if (stream.eatSpace()) return null;
    if (stream.match('//')) { stream.skipToEnd(); return 'comment'; }
    if (stream.match('/*')) { state.comment = true; return 'comment'; }
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string';
    if (stream.match(/^@\w+/)) return 'meta';
    if (stream.match(/^\$\w+/)) return 'variableName';
    if (stream.match(KEYWORDS)) return 'keyword';
    if (stream.match(/^\d[\d_.]*/)) return 'number';
    if (stream.match(/^[A-Z]\w*/)) return 'typeName';
    if (stream.match(/^\w+/)) return null;
    stream.next();
    return null;
  },
  languageData: { commentTokens: { line: '//' } },
});

const yaml = StreamLanguage.define({
  name: 'yaml',
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.match(/^#.*/)) return 'comment';
    if (stream.match(/^"(?:[^"\\]|\\.)*"?|^'(?:[^']|'')*'?/)) return 'string';
    if (stream.match(/^[\w. -]+(?=\s*:(\s|$))/)) return 'propertyName';
    if (stream.match(/^[A-Z]{3}-\d{3,4}\b|^CEE\d{3}\b/)) return 'typeName';
    if (stream.match(/^\d{4}-\d{2}-\d{2}\b|^\d[\d.]*\b/)) return 'number';
    if (stream.match(/^(true|false|null)\b/)) return 'keyword';
    if (stream.match(/^[-?:,[\]{}|>&*!]/)) return null;
    if (stream.match(/^[^\s:,[\]{}#]+/)) return null;
    stream.next();
    return null;
  },
  languageData: { commentTokens: { line: '#' } },
});

export const languageOf = path => path.endsWith('.drl') ? drl : yaml;

const highlight = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--quiet)', fontStyle: 'italic' },
  { tag: tags.string, color: 'var(--c-string)' },
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
  { tag: tags.meta, color: 'var(--amber)' },
  { tag: tags.number, color: 'var(--c-number)' },
  { tag: tags.typeName, color: 'var(--c-type)' },
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.variableName, color: 'var(--c-number)' },
]);

const theme = EditorView.theme({
  '&': { color: 'var(--pico-color)', backgroundColor: 'var(--pico-background-color)', fontSize: '0.8125rem',
    border: '1px solid var(--pico-form-element-border-color)', height: 'min(72vh, 60rem)' },
  '&.cm-focused': { outline: '2px solid var(--accent)' },
  '.cm-scroller': { fontFamily: 'var(--pico-font-family-monospace)', lineHeight: '1.5' },
  '.cm-gutters': { backgroundColor: 'var(--faint)', color: 'var(--quiet)', borderRight: '1px solid var(--line)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--c-line)' },
  '.cm-cursor': { borderLeftColor: 'var(--pico-color)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { backgroundColor: 'var(--c-selection)' },
  '.cm-tooltip': { backgroundColor: 'var(--pico-background-color)', color: 'var(--pico-color)', border: '1px solid var(--quiet)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--pico-background-color)' },
  '.cm-completionDetail': { color: 'var(--quiet)', fontStyle: 'normal' },
  '.cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-panels': { backgroundColor: 'var(--faint)', color: 'var(--pico-color)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--mark)' },
  '.cm-searchMatch': { backgroundColor: 'var(--mark)' },
  // The pictures of the library are data addresses, which the policy stops.
  '.cm-lintRange': { backgroundImage: 'none !important', paddingBottom: '0' },
  '.cm-lintRange-error': { textDecoration: 'underline wavy var(--red)' },
  '.cm-lintRange-warning': { textDecoration: 'underline wavy var(--amber)' },
  '.cm-lintRange-info': { textDecoration: 'underline dotted var(--quiet)' },
  '.cm-lint-marker': { content: 'normal !important', width: '0.65em', height: '0.65em', borderRadius: '50%', margin: '0.3em 0.1em' },
  '.cm-lint-marker-error': { backgroundColor: 'var(--red)' },
  '.cm-lint-marker-warning': { backgroundColor: 'var(--amber)', borderRadius: '0' },
  '.cm-lint-marker-info': { backgroundColor: 'var(--quiet)' },
});

export const colors = [theme, syntaxHighlighting(highlight)];

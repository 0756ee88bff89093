// The editor of a file in a draft: highlighting, findings at their lines, completion, hover, quick fixes, and saving by itself.
import { basicSetup } from 'codemirror';
import { EditorView, keymap, hoverTooltip } from '@codemirror/view';
import { EditorState } from '@codemirror/state';
import { autocompletion } from '@codemirror/autocomplete';
import { indentWithTab } from '@codemirror/commands';
import { setDiagnostics, forEachDiagnostic, lintGutter } from '@codemirror/lint';
import { languageOf, colors } from './language.js';
import { Keeper } from './keeper.js';
import { ask, span } from './service.js';

// In milliseconds: when to ask again after no answer, or one that says to come later.
const RETRY = 5000;

const form = document.getElementById('file-form');
if (form) start(form);

// A sentence with what stands in backticks as code.
function prose(text) {
  return text.split('`').map((part, i) => {
    if (i % 2 === 0) return part;
    const code = document.createElement('code');
    code.textContent = part;
    return code;
  });
}

function start(form) {
  const area = form.querySelector('textarea');
  const host = document.getElementById('editor');
  const path = form.elements.path.value;
  const base = form.dataset.draft;
  const quickly = { delay: 60, timer: 0, turn: 0 };
  const wholly = { delay: 500, timer: 0, turn: 0 };

  const readOnly = form.dataset.open !== 'true';
  const view = new EditorView({
    parent: host,
    state: EditorState.create({
      doc: area.value,
      extensions: [
        EditorView.cspNonce.of(host.dataset.nonce),
        basicSetup,
        keymap.of([indentWithTab, { key: 'Mod-s', run: () => { keeper.save(); return true; }, preventDefault: true }]),
        languageOf(path),
        colors,
        lintGutter(),
        EditorState.readOnly.of(readOnly),
        EditorView.contentAttributes.of({ 'aria-label': `Text of ${path}`, spellcheck: 'false', tabindex: '0' }),
        autocompletion({ override: [complete] }),
        hoverTooltip(hover, { hoverTime: 300 }),
        EditorView.updateListener.of(update => {
          if (!update.docChanged) return;
          later(quickly, look);
          later(wholly, check);
          keeper.changed(update.changes);
        }),
      ],
    }),
  });
  const keeper = new Keeper(view, form, base, path);
  const text = () => view.state.doc.toString();
  form.classList.add('scripted');
  host.hidden = false;
  form.addEventListener('submit', event => { event.preventDefault(); keeper.save(); });

  const line = Number(host.dataset.line);
  if (line > 1 && line <= view.state.doc.lines) go(view.state.doc.line(line).from);
  keeper.restore();
  later(quickly, look);
  later(wholly, check);

  function later(task, run) {
    clearTimeout(task.timer);
    task.turn++;
    const turn = task.turn;
    task.timer = setTimeout(() => run(() => turn === task.turn), task.delay);
  }

  async function look(current) {
    const answer = await ask(`${base}/findings`, { path, text: text() });
    if (!current()) return;
    if (answer.ok) show(answer.body.findings.map(told), 'file');
    else quickly.timer = setTimeout(() => look(current), RETRY);
  }

  async function check(current) {
    document.getElementById('whole').textContent = 'Checking the whole tariff…';
    const answer = await ask(`${base}/whole`, { path, text: text() });
    if (!current()) return;
    const whole = document.getElementById('whole');
    if (!answer.ok) {
      show([], 'whole');
      wholly.timer = setTimeout(() => check(current), RETRY);
      whole.textContent = answer.status === 0 ? 'The service does not answer, so nothing is checked.' : answer.why;
      return;
    }
    show(answer.body.findings.map(told), 'whole');
    whole.textContent = answer.body.said;
    const others = document.getElementById('others');
    others.replaceChildren(...answer.body.others.map(other => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = other.href;
      link.textContent = `${other.path}:${other.line}`;
      item.append(link, ' ', ...prose(other.message));
      return item;
    }));
    document.getElementById('in-others').hidden = answer.body.others.length === 0;
  }

  function told(finding) {
    const length = view.state.doc.length;
    const from = Math.min(finding.from, length);
    return {
      from,
      to: Math.min(Math.max(finding.to, from), length),
      severity: finding.severity === 'ERROR' ? 'error' : finding.severity === 'WARNING' ? 'warning' : 'info',
      message: finding.help ? `${finding.message} — ${finding.help}` : finding.message,
      actions: readOnly ? [] : finding.fixes.map((title, fix) => ({ name: title, apply: () => mend(finding, fix) })),
    };
  }

  // What one way of looking found replaces what the same way found before; the rest moves along with the text.
  function show(found, source) {
    const all = found.map(each => ({ ...each, source }));
    const key = each => `${each.from} ${each.message}`;
    const seen = new Set(all.map(key));
    forEachDiagnostic(view.state, (each, from, to) => {
      const other = { ...each, from, to };
      if (each.source !== source && !seen.has(key(other))) all.push(other);
    });
    all.sort((a, b) => a.from - b.from);
    view.dispatch(setDiagnostics(view.state, all.map(each => ({ ...each, markClass: `from-${each.source}` }))));
    list(all);
  }

  function list(all) {
    const items = all.map(each => {
      const item = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'line';
      button.textContent = `line ${view.state.doc.lineAt(each.from).number}`;
      button.addEventListener('click', () => { go(each.from); view.focus(); });
      const [message, ...help] = each.message.split(' — ');
      const strong = document.createElement('strong');
      strong.append(...prose(message));
      item.append(button, ' ', strong, ...(help.length ? prose(` — ${help.join(' — ')}`) : []));
      (each.actions || []).forEach(action => {
        const fix = document.createElement('button');
        fix.type = 'button';
        fix.className = 'fix';
        fix.append(...prose(action.name));
        fix.addEventListener('click', () => action.apply());
        item.append(' ', fix);
      });
      item.className = each.severity;
      return item;
    });
    document.getElementById('found').replaceChildren(...items);
    document.getElementById('how-many').textContent =
      all.length === 0 ? 'Nothing found in this file.' : all.length === 1 ? '1 finding' : `${all.length} findings`;
  }

  function go(at) {
    view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
  }

  async function mend(finding, fix) {
    const before = text();
    const answer = await ask(`${base}/fix`, { path, text: before, from: finding.from, message: finding.message, fix });
    if (answer.ok && text() === before) {
      const changed = span(before, answer.body.text);
      if (changed) view.dispatch({ changes: changed });
    }
    if (answer.ok && answer.body.others.length) keeper.say(`Also changed: ${answer.body.others.join(', ')}.`);
    else if (!answer.ok) keeper.say(answer.why);
  }

  async function complete(context) {
    const before = context.matchBefore(/[\w.:@-]+$/);
    if (!before && !context.explicit) return null;
    const answer = await ask(`${base}/completions`, { path, text: text(), offset: context.pos });
    if (!answer.ok || context.aborted || answer.body.length === 0) return null;
    return {
      from: answer.body[0].from,
      to: answer.body[0].to,
      options: answer.body.map(each => ({ label: each.label, apply: each.insert, detail: each.detail, type: each.kind })),
      validFor: /^[\w.:@-]*$/,
    };
  }

  async function hover(_, at) {
    const answer = await ask(`${base}/hover`, { path, text: text(), offset: at });
    if (!answer.ok || answer.body.lines.length === 0) return null;
    return {
      pos: answer.body.from,
      end: answer.body.to,
      above: true,
      create() {
        const dom = document.createElement('div');
        dom.className = 'hover';
        answer.body.lines.forEach(each => {
          const line = document.createElement('p');
          line.textContent = each;
          dom.append(line);
        });
        return { dom };
      },
    };
  }
}

// Keeps what is typed: on the server a moment after the last key, and in this browser until the server has it.
import { ask, span } from './service.js';

const WAIT = 1000;
const AGAIN = 5000;

export class Keeper {
  constructor(view, form, base, path) {
    this.view = view;
    this.path = path;
    this.address = `${base}/save`;
    this.seen = Number(form.elements.seen.value);
    this.known = this.text();
    this.key = `centerline ${base} ${path}`;
    this.open = form.dataset.open === 'true';
    this.state = document.getElementById('saved');
    this.banner = document.getElementById('conflict');
    this.paused = this.banner.dataset.shown === 'true';
    this.banner.querySelectorAll('button').forEach(button =>
      button.addEventListener('click', () => this.decide(button.value)));
    window.addEventListener('online', () => this.save());
    window.addEventListener('beforeunload', event => {
      if (this.text() !== this.known && !this.kept) event.preventDefault();
    });
  }

  text() { return this.view.state.doc.toString(); }

  say(text) { this.state.textContent = text; }

  // What a browser kept while the service was away is put back, and saved as if it had just been typed.
  restore() {
    if (!this.open) return;
    let kept = null;
    try {
      this.mine = localStorage.getItem(this.key);
      kept = JSON.parse(this.mine);
    } catch { /* nothing is kept */ }
    if (!kept || kept.text === this.known) return this.forget();
    this.seen = kept.seen;
    this.known = kept.known;
    this.put(kept.text);
    this.say('What this browser kept is put back.');
    this.later(WAIT);
  }

  changed() {
    if (!this.open || this.quiet) return;
    this.keep();
    this.say('Not saved yet.');
    this.later(WAIT);
  }

  later(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), wait);
  }

  keep() {
    try {
      this.mine = JSON.stringify({ text: this.text(), seen: this.seen, known: this.known });
      localStorage.setItem(this.key, this.mine);
      this.kept = true;
    } catch { this.kept = false; }
  }

  // What another window of this browser keeps of the same file stays.
  forget() {
    try { if (localStorage.getItem(this.key) === this.mine) localStorage.removeItem(this.key); } catch { /* nothing is kept */ }
  }

  put(text) {
    const changes = span(this.text(), text);
    if (changes) this.view.dispatch({ changes });
  }

  async save() {
    if (this.paused || !this.open) return;
    if (this.saving) { this.again = true; return; }
    const sent = this.text();
    if (sent === this.known) { this.say('Saved.'); this.forget(); return; }
    this.saving = true;
    const answer = await ask(this.address, { path: this.path, text: sent, seen: this.seen, origin: this.known });
    this.saving = false;
    if (answer.ok) this.saved(sent, answer.body);
    else if (answer.status === 409) this.conflict(answer.body, sent);
    else this.failed(answer);
    if (this.again) { this.again = false; this.later(0); }
  }

  saved(sent, body) {
    this.merges = false;
    this.seen = body.version;
    this.known = sent;
    if (body.text !== sent) {
      if (this.text() !== sent) {
        // Typed on meanwhile: the next save merges it with what somebody else wrote.
        this.seen = -1;
        this.keep();
        this.later(0);
        return;
      }
      this.quiet = true;
      this.put(body.text);
      this.quiet = false;
      this.known = body.text;
      this.say('Saved, together with what somebody else saved meanwhile on other lines.');
    } else if (this.text() === sent) {
      this.say('Saved.');
    }
    if (this.text() === this.known) this.forget();
    else this.later(WAIT);
  }

  conflict(body, sent) {
    this.paused = true;
    this.both = body;
    this.sent = sent;
    if (this.merges && this.text() === sent) { this.decide('both'); return; }
    this.keep();
    this.banner.hidden = false;
    this.say('Not saved: somebody else changed the same lines. What you typed is kept.');
  }

  decide(choice) {
    const both = this.both;
    this.paused = false;
    this.banner.hidden = true;
    // What was typed since the answer is not in its text, so the service is asked to merge again.
    this.merges = choice === 'both' && both && this.text() !== this.sent;
    if (!both || this.merges) { this.save(); return; }
    this.seen = both.version;
    this.known = both.theirs;
    if (choice === 'both') this.put(both.text);
    if (choice === 'theirs') this.put(both.theirs);
    this.view.focus();
    this.save();
  }

  failed(answer) {
    const where = this.kept === false ? '; copy your text, this browser keeps none' : '; kept in this browser';
    this.say(answer.status === 0 || answer.status >= 500
      ? `Not saved: the service does not answer${where}.`
      : `Not saved: ${answer.why}${where}.`);
    if (answer.status === 0 || answer.status >= 500 || answer.status === 429) this.later(AGAIN);
  }
}

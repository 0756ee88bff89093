// Verifies, without any network, the decision of this pack: its hash, its place in the log, the signature over the log, the
// rules and the facts. What the page then shows is built from what was verified, and the page as it came is compared with it.
(async () => {
  'use strict';
  const bytes = text => new TextEncoder().encode(text);
  const hex = array => Array.from(array, byte => byte.toString(16).padStart(2, '0')).join('');
  const unhex = text => Uint8Array.from(text.match(/../g) || [], pair => parseInt(pair, 16));
  const base64 = array => btoa(String.fromCharCode(...array));
  const unbase64 = text => Uint8Array.from(atob(text), char => char.charCodeAt(0));
  const join = (...arrays) => {
    const whole = new Uint8Array(arrays.reduce((length, array) => length + array.length, 0));
    let at = 0;
    for (const array of arrays) { whole.set(array, at); at += array.length; }
    return whole;
  };
  const sha256 = async array => new Uint8Array(await crypto.subtle.digest('SHA-256', array));
  const data = name => JSON.parse(document.getElementById('data-' + name).textContent);

  // RFC 8785: members sorted, texts and numbers as ECMAScript writes them.
  function canonical(value) {
    if (Array.isArray(value)) return '[' + value.map(canonical).join(',') + ']';
    if (value !== null && typeof value === 'object') {
      return '{' + Object.keys(value).sort().map(key => JSON.stringify(key) + ':' + canonical(value[key])).join(',') + '}';
    }
    return JSON.stringify(value);
  }

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const key of Object.keys(attributes)) made.setAttribute(key, attributes[key]);
    made.append(...children);
    return made;
  };
  // As the page of the service writes days, numbers, shares and sentences.
  const day = value => value.slice(5, 7) + '/' + value.slice(8, 10) + '/' + value.slice(0, 4);
  const grouped = value => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
  // Tenths of a percent; half goes to the even neighbor.
  const percent = value => {
    const millionths = Math.round(value * 1e6);
    let tenths = Math.floor(millionths / 1000);
    const rest = millionths % 1000;
    if (rest > 500 || (rest === 500 && tenths % 2 === 1)) tenths++;
    return (tenths / 10) + ' %';
  };
  const dollars = value => {
    const [whole, cents] = String(value).replace('-', '').split('.');
    return (Number(value) < 0 ? '-$' : '$') + grouped(whole) + (Number(cents || 0) === 0 ? '' : '.' + cents.padEnd(2, '0').slice(0, 2));
  };
  const words = value => value.slice(0, 1).toUpperCase() + value.slice(1).toLowerCase().replace(/_/g, ' ');
  const days = text => text.replace(/(?<![\w=/-])(\d{4})-(\d{2})-(\d{2})(?![\w-])/g, '$2/$3/$1');
  const prose = value => (value || '').split(/`([^`]+)`/).map((text, i) => (i % 2 === 1 ? element('code', {}, text) : days(text)));
  const titles = {/* titles of Centers by code */};

  // The rules that the decision names, in its order, each with the comment above it.
  function quotes(why, files) {
    const known = new Map();
    for (const path of Object.keys(files || {}).filter(path => path.endsWith('.drl')).sort()) {
      const lines = files[path].split('\n');
      for (let at = 0; at < lines.length; at++) {
        const start = lines[at].match(/^\s*rule\s+"([A-Z]{3}-[0-9]{3,5})\b/);
        if (!start) continue;
        let from = at;
        while (from > 0 && lines[from - 1].startsWith('//')) from--;
        while (at < lines.length - 1 && !/^\s*end\s*$/.test(lines[at])) at++;
        known.set(start[1], { file: 'rules/' + path, first: from + 1, text: lines.slice(from, at + 1).join('\n') + '\n' });
      }
    }
    const named = [
      ...why.steps.map(step => step.rule),
      ...why.tallies.flatMap(tally => tally.headings || []).map(heading => heading.rule),
      ...why.notCounted.flatMap(missed => missed.rules || []),
      ...why.notFired.map(rule => rule.rule)];
    return [...new Set(named)].filter(id => known.has(id)).map(id => ({ id, ...known.get(id) }));
  }

  // All that the page shows, from the decision, the rules, the keys and the checkpoint.
  function build(decision, files, keys, note, verdict, checks) {
    const given = decision.explanation || {};
    const why = { ...given };
    for (const name of ['tallies', 'notCounted', 'steps', 'notFired', 'flips']) why[name] = given[name] || [];
    const receipt = decision.receipt || {};
    const center = decision.center;
    const code = text => element('code', {}, text == null ? '' : text);
    const list = (kind, title, items, item) =>
      (items.length === 0 ? [] : [element('h2', {}, title), element(kind, {}, ...items.map(each => element('li', {}, ...item(each))))]);
    const cell = text => element('td', { class: 'n' }, text);
    const heading = given.summary != null ? given.summary.split(/: (?=.)/)[0]
      : center && center.name != null ? center.name
        : (decision.status || '').toLowerCase().replace(/_/g, ' ').replace(/^cbp /, 'CBP ');
    const main = element('main', {}, element('h1', {}, heading),
      element('p', { class: 'quiet' }, 'Decision ', code(decision.id), ', no. ' + receipt.index
        + (receipt.decidedAt ? ', decided ' + day(receipt.decidedAt) + ' ' + receipt.decidedAt.slice(11, 19) + ' UTC' : '')
        + (receipt.asOf ? ', as of ' + day(receipt.asOf) : ''), ...(center && center.code ? [', ', code(center.code)] : [])));
    if (given.summary) main.append(element('p', {}, ...prose(given.summary)));
    main.append(verdict, checks);
    if (why.tallies.length > 0) {
      main.append(element('h2', {}, 'Shares'), element('div', { class: 'scroll', role: 'group', tabindex: '0', 'aria-label': 'Shares' },
        element('table', {}, element('thead', {}, element('tr', {}, element('th', {}, 'Center'),
          ...['Entry lines', 'Share', 'Value'].map(text => element('th', { class: 'n' }, text)))),
        element('tbody', {}, ...why.tallies.map(tally => element('tr', {},
          element('td', {}, (titles[tally.center] || tally.center) + ' ', code(tally.center)), cell(grouped(tally.count)),
          cell(Number(tally.share) ? percent(tally.share) : ''), cell(Number(tally.value) ? dollars(tally.value) : '')))))));
    }
    main.append(...list('ul', 'For a person to look at', decision.reviews || [], review => prose(review.message)));
    main.append(...list('ul', 'What would change it', why.flips, flip => prose(flip.sentence)));
    main.append(...list('ol', 'Why', why.steps, step => [...prose(step.sentence), ' ', element('span', { class: 'quiet' },
      code(step.rule), ' ', element('span', {}, (step.standing || '').replaceAll(':', ', ')), ' ', element('span', {}, step.citation || ''))]));
    main.append(...list('ul', 'What did not count', why.notCounted.filter(missed => missed.count > 0),
      missed => [words(missed.reason || '') + ': ' + grouped(missed.count) + (missed.count === 1 ? ' line' : ' lines')]));
    if (why.notFired.length > 0) {
      main.append(element('details', {}, element('summary', {}, 'What did not decide'), element('ul', {}, ...why.notFired.map(rule =>
        element('li', {}, code(rule.rule), ' ', element('span', {}, ...prose(rule.title)), ...(rule.because || []).flatMap(missing =>
          [' ', element('span', { class: 'quiet' }, 'found: ' + (missing.found == null ? '' : missing.found))]))))));
    }
    main.append(...list('ul', 'Warnings', decision.warnings || [], warning => prose(warning.message)));
    const quoted = quotes(why, files);
    if (quoted.length > 0) {
      main.append(element('h2', {}, 'The rules'), element('p', { class: 'quiet' },
        'As they are written in the rulebook of the receipt; all of it is in the folder ', code('rules'), '.'),
      ...quoted.map(rule => element('details', {}, element('summary', {}, code(rule.id), ' ' + rule.file + ', line ' + rule.first),
        element('pre', {}, rule.text))));
    }
    const term = (name, ...texts) => [element('dt', {}, name), element('dd', {}, ...texts)];
    main.append(element('h2', {}, 'Receipt and proof'), element('dl', {},
      ...(decision.importer ? term('Importer', code(decision.importer.number)) : []), ...term('Rulebook', code(receipt.rulebook)),
      ...term('Facts', code(receipt.facts)), ...term('Schedule', code(receipt.schedule)), ...term('Program', code(receipt.program)),
      ...term('Leaf', code(receipt.leaf)), ...term('Verifier key', ...keys.flatMap(key => [code(key), ' ']), element('br', {}),
        'Compare it with the key that the operator of the service gave you: whoever can change this pack can change its key too.')),
    element('pre', {}, note),
    element('h2', {}, 'The files beside this page'),
    element('p', {}, element('label', { for: 'files' }, 'Choose files of this pack to compare them with what it was made of:'), ' ',
      element('input', { type: 'file', id: 'files', multiple: '' })),
    element('ul', { id: 'compared' }),
    element('p', {}, element('a', { href: 'README.txt' }, 'README.txt'), ' says what each file is, and how to verify with public tools.'));
    return main;
  }

  // The words that a page shows, in order, without what this script says itself.
  function shown(root) {
    const copy = root.cloneNode(true);
    copy.querySelectorAll('script, #verdict, #checks, #compared').forEach(own => own.remove());
    copy.normalize();
    const walk = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode.data);
    return texts.join(' ').split(/\s+/).filter(word => word !== '');
  }

  const list = element('ol', { id: 'checks' });
  let failed = false;
  let skipped = false;
  function say(result, name, text) {
    const item = document.createElement('li');
    item.className = result;
    const label = document.createElement('b');
    label.textContent = { holds: '✓ ', fails: '✗ ', 'not-shown': '– ' }[result] + name + ' ' + result.replace('-', ' ');
    item.append(label, ': ' + text);
    list.append(item);
    failed = failed || result === 'fails';
    skipped = skipped || result === 'not-shown';
  }
  async function check(name, look) {
    try {
      const [result, text] = await look();
      say(result, name, text);
    } catch (fault) {
      say('fails', name, 'what is here cannot be read: ' + fault.message);
    }
  }
  let verdict = document.getElementById('verdict');
  if (!window.crypto || !crypto.subtle) {
    verdict.className = 'fails';
    verdict.textContent = 'This browser computes no hashes for a file. README.txt says how to verify with public tools.';
    return;
  }

  let decision, proof, keys, rules, facts, sums;
  try {
    decision = data('decision');
    proof = data('proof');
    keys = data('keys');
    rules = data('rules');
    facts = data('facts');
    sums = data('sums');
  } catch (fault) {
    verdict.className = 'fails';
    verdict.textContent = 'Something in this pack does not hold: what is here cannot be read.';
    return;
  }
  const note = proof.checkpoint;
  const blank = note.lastIndexOf('\n\n');
  const text = note.slice(0, blank + 1);
  const lines = text.split('\n');
  const came = shown(document.body);
  let built;
  try {
    verdict = element('div', { id: 'verdict', role: 'status' }, 'This page is being verified.');
    built = build(decision, rules, keys, note, verdict, list);
  } catch (fault) {
    verdict = document.getElementById('verdict');
    verdict.className = 'fails';
    verdict.textContent = '✗ Something in this pack does not hold: what is here cannot be read.';
    return;
  }
  const body = element('body', {}, built);
  const whole = shown(body);
  document.documentElement.replaceChild(body, document.body);
  document.title = 'Evidence pack of decision ' + decision.receipt.index;
  let leaf;

  await check('Hash', async () => {
    const bare = { ...decision, receipt: { ...decision.receipt } };
    delete bare.receipt.index;
    delete bare.receipt.leaf;
    leaf = await sha256(join(new Uint8Array([0]), bytes(canonical(bare))));
    const same = hex(leaf) === decision.receipt.leaf && hex(leaf) === proof.leaf;
    return [same ? 'holds' : 'fails', 'the decision hashes to ' + hex(leaf)
      + (same ? '' : ', not to ' + decision.receipt.leaf)];
  });

  await check('Inclusion', async () => {
    const size = BigInt(lines[1]);
    let node = BigInt(proof.index);
    let last = size - 1n;
    let hash = leaf;
    if (node >= size || proof.index !== decision.receipt.index || BigInt(proof.size) !== size) {
      return ['fails', 'the proof is of another place in the log'];
    }
    for (const beside of proof.hashes) {
      if (last === 0n) return ['fails', 'the proof has too many hashes'];
      if (node % 2n === 1n || node === last) {
        hash = await sha256(join(new Uint8Array([1]), unhex(beside), hash));
        while (node % 2n === 0n && node !== 0n) { node /= 2n; last /= 2n; }
      } else {
        hash = await sha256(join(new Uint8Array([1]), hash, unhex(beside)));
      }
      node /= 2n;
      last /= 2n;
    }
    const same = last === 0n && base64(hash) === lines[2];
    return [same ? 'holds' : 'fails', same
      ? 'that is leaf ' + proof.index + ' of the ' + size + ' leaves under the root ' + lines[2]
      : 'the proof leads to the root ' + base64(hash) + ', the checkpoint has ' + lines[2]];
  });

  await check('Signature', async () => {
    let good = null;
    for (const line of note.slice(blank + 2).split('\n').filter(line => line !== '')) {
      const [dash, name, value] = line.split(' ');
      const signature = unbase64(value);
      for (const text of keys) {
        const [keyName, keyHash, ...rest] = text.split('+');
        const key = unbase64(rest.join('+'));
        const named = await sha256(join(bytes(keyName + '\n'), key));
        if (dash !== '—' || keyName !== name || keyHash !== hex(signature.slice(0, 4)) || key[0] !== 1
            || keyHash !== hex(named.slice(0, 4))) continue;
        let imported;
        try {
          imported = await crypto.subtle.importKey('raw', key.slice(1), { name: 'Ed25519' }, false, ['verify']);
        } catch (missing) {
          if (missing.name !== 'NotSupportedError') throw missing;
          return ['not-shown', 'this browser does not know Ed25519; README.txt has the command of openssl'];
        }
        const holds = await crypto.subtle.verify({ name: 'Ed25519' }, imported, signature.slice(4), bytes(lines.join('\n')));
        if (!holds) return ['fails', 'the signature by ' + text + ' is not over this checkpoint'];
        good = text;
      }
    }
    return good === null
      ? ['fails', 'no key of this pack signed the checkpoint']
      : ['holds', 'the key ' + good + ' signed that root for the log ' + lines[0]];
  });

  await check('Rules', async () => {
    const files = rules;
    if (files === null) return ['not-shown', 'they are not in this pack'];
    const pieces = [];
    for (const path of Object.keys(files).sort()) {
      for (const piece of [bytes(path), bytes(files[path])]) {
        const length = new Uint8Array(4);
        new DataView(length.buffer).setUint32(0, piece.length);
        pieces.push(length, piece);
      }
    }
    const hash = 'sha256:' + hex(await sha256(join(...pieces)));
    return [hash === decision.receipt.rulebook ? 'holds' : 'fails', 'the rules hash to ' + hash
      + (hash === decision.receipt.rulebook ? '' : ', not to ' + decision.receipt.rulebook)];
  });

  await check('Facts', async () => {
    const given = facts;
    if (given === null) return ['not-shown', 'only unmasked facts give the hash of the receipt, and this page has none'];
    if (!given.salt) return ['not-shown', 'receipts of that time do not commit to the facts'];
    const hash = 'sha256:' + hex(await sha256(join(unhex(given.salt), bytes(canonical(given.facts)))));
    return hash === decision.receipt.facts
      ? ['holds', 'they are those that the receipt commits to']
      : ['fails', 'they hash to ' + hash + ', not to ' + decision.receipt.facts];
  });

  await check('Page', async () => {
    const at = whole.findIndex((word, i) => word !== came[i]);
    if (at < 0 && came.length === whole.length) return ['holds', 'it shows what the decision says'];
    const from = Math.max((at < 0 ? whole.length : at) - 3, 0);
    const part = texts => texts.slice(from, from + 12).join(' ');
    return ['fails', 'it came with “' + part(came) + '” where the decision gives “' + part(whole) + '”, which is shown now'];
  });

  const failures = failed;
  function conclude() {
    verdict.className = failures ? 'fails' : 'holds';
    verdict.textContent = failures
      ? '✗ Something in this pack does not hold.'
      : '✓ This is what the log signed.' + (skipped ? ' What is not shown is said below.' : '');
  }
  conclude();

  document.getElementById('files').addEventListener('change', async event => {
    const compared = document.getElementById('compared');
    compared.replaceChildren();
    conclude();
    for (const file of event.target.files) {
      const sum = hex(await sha256(new Uint8Array(await file.arrayBuffer())));
      const named = Object.keys(sums).filter(name => name === file.name || name.endsWith('/' + file.name));
      const item = document.createElement('li');
      const same = named.some(name => sums[name] === sum);
      item.className = same ? 'holds' : 'fails';
      const label = document.createElement('b');
      label.textContent = (same ? '✓ ' : '✗ ') + file.name;
      item.append(label, named.length === 0 ? ' is no file of this pack' : same ? ' is as it was' : ' was changed');
      compared.append(item);
      if (!same) { verdict.className = 'fails'; verdict.textContent = '✗ A file that was chosen is not as it was.'; }
    }
  });
})();

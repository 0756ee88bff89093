// Verifies, without any network, what the page shows: the hash of the decision, its place in the log, the signature over the
// log, the rules, the facts, and that the page says what the decision says.
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

  const list = document.getElementById('checks');
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
  const verdict = document.getElementById('verdict');
  if (!window.crypto || !crypto.subtle) {
    verdict.className = 'fails';
    verdict.textContent = 'This browser computes no hashes for a file. README.txt says how to verify with public tools.';
    return;
  }

  let decision, proof, keys;
  try {
    decision = data('decision');
    proof = data('proof');
    keys = data('keys');
  } catch (fault) {
    verdict.className = 'fails';
    verdict.textContent = 'Something in this pack does not hold: what is here cannot be read.';
    return;
  }
  const note = proof.checkpoint;
  const blank = note.lastIndexOf('\n\n');
  const text = note.slice(0, blank + 1);
  const lines = text.split('\n');
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
    const files = data('rules');
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
    for (const quote of document.querySelectorAll('[data-file]')) {
      const file = (files[quote.dataset.file.replace(/^rules\//, '')] || '').split('\n');
      const first = Number(quote.dataset.first) - 1;
      const shown = quote.textContent.replace(/\n$/, '').split('\n');
      if (shown.some((line, i) => line !== file[first + i])) {
        quote.dataset.wrong = '';
        return ['fails', quote.dataset.file + ', line ' + quote.dataset.first + ' is not shown as it is written'];
      }
    }
    return [hash === decision.receipt.rulebook ? 'holds' : 'fails', 'the rules hash to ' + hash
      + (hash === decision.receipt.rulebook ? '' : ', not to ' + decision.receipt.rulebook)];
  });

  await check('Facts', async () => {
    const given = data('facts');
    if (given === null) return ['not-shown', 'only unmasked facts give the hash of the receipt, and this page has none'];
    if (!given.salt) return ['not-shown', 'receipts of that time do not commit to the facts'];
    const hash = 'sha256:' + hex(await sha256(join(unhex(given.salt), bytes(canonical(given.facts)))));
    return hash === decision.receipt.facts
      ? ['holds', 'they are those that the receipt commits to']
      : ['fails', 'they hash to ' + hash + ', not to ' + decision.receipt.facts];
  });

  await check('Page', async () => {
    const at = pointer => pointer.split('/').slice(1).reduce((value, key) => (value == null ? value : value[key]), decision);
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
      const [whole, cents] = String(value).split('.');
      return '$' + grouped(whole) + (Number(cents || 0) === 0 ? '' : '.' + cents.padEnd(2, '0').slice(0, 2));
    };
    const words = value => value.slice(0, 1).toUpperCase() + value.slice(1).toLowerCase().replace(/_/g, ' ');
    const forms = { day, percent, dollars, words, number: grouped, standing: value => value.replace(':', ', '),
      moment: value => day(value) + ' ' + value.slice(11, 19) + ' UTC', prose: value => value.replace(/`([^`]+)`/g, '$1') };
    const heading = () => (decision.explanation && decision.explanation.summary ? decision.explanation.summary.split(/: (?=.)/s)[0] : null);
    const wrong = [];
    for (const shown of document.querySelectorAll('[data-at]')) {
      let value = shown.dataset.at === 'heading' ? heading() : at(shown.dataset.at);
      if (value == null) value = shown.dataset.at === 'heading' ? shown.textContent : '';
      if (value !== '' && shown.dataset.as) value = forms[shown.dataset.as](value);
      if (shown.textContent !== String(value)) { shown.dataset.wrong = ''; wrong.push(shown.dataset.at); }
    }
    for (const shown of document.querySelectorAll('[data-count]')) {
      const value = at(shown.dataset.count) || [];
      if (shown.children.length !== value.length) { shown.dataset.wrong = ''; wrong.push(shown.dataset.count); }
    }
    if (document.getElementById('note').textContent !== note) wrong.push('the checkpoint');
    return wrong.length === 0
      ? ['holds', 'it shows what the decision says']
      : ['fails', 'it shows something else than the decision says at ' + wrong.join(', ')];
  });

  verdict.className = failed ? 'fails' : 'holds';
  verdict.textContent = failed
    ? '✗ Something in this pack does not hold.'
    : '✓ This is what the log signed.' + (skipped ? ' What is not shown is said below.' : '');

  document.getElementById('files').addEventListener('change', async event => {
    const sums = data('sums');
    const compared = document.getElementById('compared');
    compared.replaceChildren();
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

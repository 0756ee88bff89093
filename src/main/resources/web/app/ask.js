// Ask: a column of numbers becomes one line, and an answer that came is what is read next.
document.addEventListener('paste', event => {
  if (event.target.id !== 'q') return;
  const text = event.clipboardData.getData('text');
  if (!/[\r\n]/.test(text.trim())) return;
  event.preventDefault();
  event.target.setRangeText(text.trim().replace(/\s+/g, ' '), event.target.selectionStart, event.target.selectionEnd, 'end');
});

// A service that is busy with other files sends the form back.
document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.xhr.status === 503 && event.detail.xhr.responseText.includes('id="place-faults"')) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

document.addEventListener('htmx:afterSettle', event => {
  const faults = document.getElementById('place-faults');
  const lines = document.getElementById('lines');
  if (!faults || !lines) return;
  const faulty = faults.children.length > 0;
  lines.toggleAttribute('aria-invalid', false);
  if (faulty) lines.setAttribute('aria-invalid', 'true');
  // What kept a decision from being recorded is read next; the answer stays.
  if (faulty && event.detail.target?.id === 'place-faults') {
    faults.tabIndex = -1;
    faults.focus();
    return;
  }
  const answered = document.getElementById('answered');
  (answered ?? (faulty ? lines : null))?.focus();
  answered?.scrollIntoView();
});

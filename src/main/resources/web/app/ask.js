// Ask: many numbers go to the form that takes them, and an answer that came is what is read next.
const LONGEST_ADDRESS = 1500;

document.addEventListener('submit', event => {
  if (event.target.id !== 'ask') return;
  const asked = document.getElementById('q').value;
  if (asked.length <= LONGEST_ADDRESS) return;
  event.preventDefault();
  document.getElementById('lines').value = asked;
  document.getElementById('asOf').value = document.getElementById('q-asOf').value;
  document.querySelector('#place [hx-post]').click();
});

document.addEventListener('paste', event => {
  if (event.target.id !== 'q') return;
  const text = event.clipboardData.getData('text');
  if (!/[\r\n]/.test(text.trim())) return;
  event.preventDefault();
  event.target.setRangeText(text.trim().replace(/\s+/g, ' '), event.target.selectionStart, event.target.selectionEnd, 'end');
});

document.addEventListener('htmx:afterSettle', () => {
  const faults = document.getElementById('place-faults');
  const lines = document.getElementById('lines');
  if (!faults || !lines) return;
  const faulty = faults.children.length > 0;
  lines.toggleAttribute('aria-invalid', false);
  if (faulty) lines.setAttribute('aria-invalid', 'true');
  (faulty ? lines : document.getElementById('answered'))?.focus();
});

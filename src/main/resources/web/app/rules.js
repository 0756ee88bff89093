// The map of the tariff: says what is pointed at, and moves with the arrow keys.
const isCell = target => target instanceof Element && target.matches('.tariff .cell');

function say(event) {
  if (!isCell(event.target)) return;
  const said = document.getElementById('said');
  if (said) said.textContent = event.target.title;
}
document.addEventListener('mouseover', say);
document.addEventListener('focusin', say);

// One stop of the Tab key for each chapter; arrow keys go on from there.
function stops() {
  document.querySelectorAll('.tariff .chapter').forEach(chapter =>
    chapter.querySelectorAll('.cell').forEach((cell, i) => { cell.tabIndex = i ? -1 : 0; }));
}
document.addEventListener('DOMContentLoaded', stops);
document.addEventListener('htmx:afterSwap', stops);

document.addEventListener('keydown', event => {
  if (!isCell(event.target)) return;
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const cells = [...document.querySelectorAll('.tariff .cell')];
  cells[cells.indexOf(event.target) + step]?.focus();
});

// What pages do beyond plain HTML: replace parts (htmx), copy, and say when the service does not answer.
import 'htmx.org';
import './ask.js';
import './journal.js';
import './rules.js';

document.addEventListener('click', event => {
  const button = event.target.closest('button.copy');
  if (!button) return;
  navigator.clipboard.writeText(button.dataset.copy).then(() => {
    const label = button.textContent;
    button.textContent = 'Copied';
    setTimeout(() => { button.textContent = label; }, 1500);
  });
});

document.addEventListener('click', event => {
  if (event.target.closest('button.print')) window.print();
});

// Forms that only ask go the road of all others, so that a lost service is told and what was typed stays.
function boost() {
  document.querySelectorAll('form[method=get]:not([hx-get], [hx-post], [hx-boost])')
    .forEach(form => form.setAttribute('hx-boost', 'true'));
}
boost();
document.addEventListener('htmx:afterSwap', boost);

const fault = () => document.getElementById('fault');

function say(text) {
  fault().textContent = text;
  fault().hidden = false;
}

// A form comes back with its faults (422), or since what it is about has changed (412). Other refusals are shown beside it.
document.addEventListener('htmx:beforeSwap', event => {
  if ([412, 422].includes(event.detail.xhr.status)) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});
document.addEventListener('htmx:beforeRequest', () => { fault().hidden = true; });
// A form that waits for its answer says so.
document.addEventListener('htmx:beforeRequest', event => event.target.closest('form[method=post]')?.setAttribute('aria-busy', 'true'));
document.addEventListener('htmx:afterRequest', event => event.target.closest('form[method=post]')?.removeAttribute('aria-busy'));
document.addEventListener('htmx:sendError', () =>
  say('The service does not answer. What you typed is still here; try again in a moment.'));
document.addEventListener('htmx:timeout', () =>
  say('The service has not answered for a minute. What you typed is still here; try again in a moment.'));
document.addEventListener('htmx:responseError', event => {
  let text = `The service answered with status ${event.detail.xhr.status}.`;
  const main = new DOMParser().parseFromString(event.detail.xhr.responseText, 'text/html').getElementById('main');
  if (main) text = main.textContent.replace(/\s+/g, ' ').trim();
  say(`${text} What you typed is still here.`);
});

// A form that came back says first what is wrong with it.
document.addEventListener('htmx:afterSettle', event => {
  if (event.detail.boosted) (document.querySelector('[aria-invalid="true"]') ?? document.querySelector('main h1'))?.focus();
});

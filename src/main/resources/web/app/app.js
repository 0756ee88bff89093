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
// What goes wrong is asked for in the words of a page.
document.addEventListener('htmx:configRequest', event => { event.detail.headers.Accept = 'text/html, */*;q=0.8'; });
document.addEventListener('htmx:beforeRequest', () => { fault().hidden = true; });
// A form that waits for its answer says so. Of an element that left the page meanwhile, htmx tells the document.
const busy = event => event.target instanceof Element ? event.target.closest('form[method=post]') : null;
document.addEventListener('htmx:beforeRequest', event => busy(event)?.setAttribute('aria-busy', 'true'));
document.addEventListener('htmx:afterRequest', event => busy(event)?.removeAttribute('aria-busy'));
document.addEventListener('htmx:sendError', () =>
  say('The service does not answer. What you typed is still here; try again in a moment.'));
document.addEventListener('htmx:timeout', () =>
  say('The service has not answered for a minute. What you typed is still here; try again in a moment.'));
document.addEventListener('htmx:responseError', event => {
  const xhr = event.detail.xhr;
  const main = new DOMParser().parseFromString(xhr.responseText, 'text/html').getElementById('main');
  const told = main ? [...main.querySelectorAll('h1, p:not(.quiet), .issues li')] : [];
  const texts = told.map(each => each.textContent.replace(/\s+/g, ' ').trim().replace(/[.;:]?$/, '.'))
    .map(each => each.charAt(0).toUpperCase() + each.slice(1));
  if (texts.length === 0) texts.push(`The service answered with status ${xhr.status}.`);
  say(`${texts.join(' ')} What you typed is still here.`);
});

// A form that came back says first what is wrong with it.
document.addEventListener('htmx:afterSettle', event => {
  if (!event.detail.boosted) return;
  const first = ['[aria-invalid="true"]', 'main [role=alert]', 'main .issues', 'main h1']
    .map(each => document.querySelector(each)).find(each => each);
  if (first && !first.matches('input, select, textarea')) first.tabIndex = -1;
  first?.focus();
});

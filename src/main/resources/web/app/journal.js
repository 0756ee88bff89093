// The list of decisions asks for new ones only while somebody can see it, and is read out only when their number changes.
const isNews = event => event.detail.elt.id === 'news';

document.addEventListener('htmx:beforeRequest', event => {
  if (isNews(event) && document.hidden) event.preventDefault();
});
document.addEventListener('htmx:beforeSwap', event => {
  if (isNews(event) && event.detail.target.innerHTML.trim() === event.detail.xhr.responseText.trim()) event.detail.shouldSwap = false;
});
document.addEventListener('htmx:afterSettle', event => {
  if (event.target.id === 'journal') document.getElementById('list').focus();
});

// Keeps the page as new as the inboxes: asks once a second, and is answered 304 while nothing changed.
const EVERY_MS = 1000;
const field = document.getElementById('phone');
const now = document.getElementById('now');
const trouble = document.getElementById('trouble');
const storyTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Kolkata', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23'
});

function cards() {
  return document.getElementById('cards');
}

function query() {
  const phone = field.value.trim();
  return phone ? '?' + new URLSearchParams({phone}) : '';
}

function alive(running) {
  const state = document.getElementById('state');
  state.classList.toggle('lost', !running);
  state.querySelector('b').textContent = running ? 'Live' : 'Simulator is not running';
}

function replaceCards(html, markFresh) {
  const known = new Set([...document.querySelectorAll('[data-id]')].map(message => message.dataset.id));
  const next = new DOMParser().parseFromString(html, 'text/html').getElementById('cards');
  if (markFresh) {
    next.querySelectorAll('[data-id]').forEach(message => message.classList.toggle('fresh', !known.has(message.dataset.id)));
  }
  cards().replaceWith(next);
}

async function refreshCards(filterChanged) {
  const asked = query();
  const headers = filterChanged ? {} : {'If-None-Match': `"${cards().dataset.version}"`};
  const response = await fetch('/inbox/cards' + asked, {headers, cache: 'no-store'});
  if (response.status === 200 && asked === query()) {
    replaceCards(await response.text(), !filterChanged);
  }
}

async function refreshClock() {
  const response = await fetch('/clock', {cache: 'no-store'});
  now.textContent = storyTime.format(new Date((await response.json()).now));
}

async function refreshTrouble() {
  const response = await fetch('/sms/trouble', {cache: 'no-store'});
  trouble.textContent = (await response.json()).trouble;
}

async function refresh(filterChanged) {
  try {
    await Promise.all([refreshCards(filterChanged), refreshClock(), refreshTrouble()]);
    alive(true);
  } catch {
    alive(false);
  }
}

async function keepFresh() {
  if (!document.hidden) {
    await refresh(false);
  }
  setTimeout(keepFresh, EVERY_MS);
}

field.addEventListener('input', () => {
  history.replaceState(null, '', '/inbox' + query());
  refresh(true);
});
document.querySelector('.filter').addEventListener('submit', event => event.preventDefault());
setTimeout(keepFresh, EVERY_MS);

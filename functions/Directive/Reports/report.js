// The report's form: saves the draft as it is typed, and says so. Everything works without it.
(() => {
  const form = document.getElementById('report');
  const said = document.getElementById('draft-said');
  if (!form || !said || !form.elements.draft) return;
  const pause = 2000;
  let timer = 0, sending = null, saved = '', stopped = false;

  // Files are sent by their button only.
  const typed = () => {
    const data = new FormData(form);
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    return new URLSearchParams(data);
  };
  const textOf = data => {
    const copy = new URLSearchParams(data);
    ['__RequestVerificationToken', 'draft'].forEach(name => copy.delete(name));
    return copy.toString();
  };
  const say = text => { if (said.textContent !== text) said.textContent = text; };

  const save = async () => {
    clearTimeout(timer);
    if (stopped || sending) return;
    const data = typed(), text = textOf(data);
    if (text === saved) return;
    sending = new AbortController();
    try {
      const answer = await fetch(form.dataset.draft, { method: 'POST', body: data, signal: sending.signal });
      const told = await answer.json();
      say(told.said);
      if (answer.ok) {
        saved = text;
        form.elements.draft.value = told.draft;
      } else {
        stopped = true;
      }
    } catch {
      if (!stopped) say(said.dataset.failed);
      timer = setTimeout(save, 5 * pause);
    } finally {
      sending = null;
    }
    if (!stopped && textOf(typed()) !== saved) later();
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  };

  const mark = section => {
    const filled = [...section.querySelectorAll('input:not([type=hidden]):not([type=file]):not([type=radio]), input[type=radio]:checked, textarea')]
      .some(field => field.value.trim()) || !!section.querySelector('.file');
    section.querySelectorAll('summary [data-filled]').forEach(word => { word.hidden = (word.dataset.filled === 'true') !== filled; });
  };

  saved = textOf(typed());
  form.addEventListener('input', event => {
    const section = event.target.closest('details');
    if (section) mark(section);
    if (event.target.type !== 'file') later();
  });
  form.addEventListener('submit', () => {
    stopped = true;
    clearTimeout(timer);
    if (sending) sending.abort();
  });
  // A page shown again from the browser's memory goes on saving.
  addEventListener('pageshow', event => { if (event.persisted) stopped = false; });
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') save(); });
})();

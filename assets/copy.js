/**
 * A button that copies, after each text with `data-copy` (its word) and `data-copied` (what is then said); none where
 * the browser gives no clipboard, as at an address without https.
 */
const SAID_MS = 3000;

function offer(text) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = text.dataset.copy;
  const said = document.createElement('span');
  said.className = 'copied';
  said.ariaLive = 'polite';
  let timer;
  button.addEventListener('click', async () => {
    clearTimeout(timer);
    try {
      await navigator.clipboard.writeText(text.textContent);
      said.textContent = text.dataset.copied;
      timer = setTimeout(() => said.replaceChildren(), SAID_MS);
    } catch {
      // Refused: the text is selected for the reader's own command.
      getSelection().selectAllChildren(text);
    }
  });
  (text.closest('pre') ?? text).after(' ', button, ' ', said);
}

if (navigator.clipboard) for (const text of document.querySelectorAll('[data-copy]')) offer(text);

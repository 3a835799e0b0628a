/**
 * The exact values of a line chart under the pointer and the keyboard, read in the table that it carries. For assistive
 * technology the drawing becomes a slider over its periods: one stop, whose arrows tell each point.
 */
const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, Home: -Infinity, End: Infinity };

/** Of each point: period, value, then how far to trust it, after the word of its column where there is something. */
function readPoints(figure) {
  const heads = [...figure.querySelectorAll('thead th')].map((head) => head.textContent);
  return [...figure.querySelectorAll('tbody tr')].map((row) => {
    const [period, value, ...trust] = [...row.children].map((cell, i) =>
      i < 2 || cell.querySelector('.absent') ? cell.textContent : `${heads[i]} ${cell.textContent}`,
    );
    return { period, value, trust };
  });
}

function enhance(figure) {
  const plot = figure.querySelector('.plot');
  const svg = plot.querySelector('svg');
  const points = readPoints(figure);
  const last = points.length - 1;
  const { width, height } = svg.viewBox.baseVal;
  const marker = document.createElementNS(svg.namespaceURI, 'path');
  marker.classList.add('marker');
  const readout = document.createElement('p');
  readout.className = 'chart-readout';
  let at = last;

  const tell = (index) => {
    at = Math.min(Math.max(index, 0), last);
    const { period, value, trust } = points[at];
    const strong = document.createElement('strong');
    strong.textContent = value;
    readout.replaceChildren(`${period} · `, strong, trust.map((text) => ` · ${text}`).join(''));
    plot.ariaValueNow = at + 1;
    plot.ariaValueText = [period, value, ...trust].join('; ');
  };
  const point = (index) => {
    tell(index);
    marker.setAttribute('d', `M${((at + 0.5) * width) / points.length} 0V${height}`);
    svg.append(marker);
  };
  const rest = () => {
    marker.remove();
    tell(last);
  };
  const follow = ({ clientX }) => {
    const { left, width: drawn } = svg.getBoundingClientRect();
    point(Math.floor(((clientX - left) / drawn) * points.length));
  };

  plot.removeAttribute('aria-hidden');
  plot.role = 'slider';
  plot.tabIndex = 0;
  plot.ariaLabel = figure.querySelector('figcaption').textContent;
  plot.ariaValueMin = 1;
  plot.ariaValueMax = points.length;
  plot.after(readout);
  rest();

  plot.addEventListener('pointerdown', follow);
  plot.addEventListener('pointermove', follow);
  // A finger that is lifted leaves too: what it chose stays.
  plot.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType !== 'touch' && plot !== document.activeElement) rest();
  });
  plot.addEventListener('focus', () => point(at));
  plot.addEventListener('blur', rest);
  plot.addEventListener('keydown', (event) => {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (key === 'Escape') rest();
    if (!(key in STEPS) || altKey || ctrlKey || metaKey) return;
    event.preventDefault();
    point(at + STEPS[key]);
  });
}

for (const figure of document.querySelectorAll('.chart')) enhance(figure);

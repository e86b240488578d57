import {html, svg, type TemplateResult} from 'lit';
import {percent} from './percent';
import {forecast, type Memory, type Point, steps} from './recall';

/** Units of the drawing, which is stretched to the width of the page. */
const WIDTH = 100;
const HEIGHT = 100;
const POINTS = 60;
const ROWS = 10;

const days = new Intl.DateTimeFormat(undefined, {weekday: 'short', day: 'numeric', month: 'short'});

/** The day of a time, in the reader's zone. */
export const dayOf = ({at}: Pick<Point, 'at'>): string => days.format(at);

/** The mean recall of questions from one time to another, as a line, in a sentence and as a table. */
export function recallPlot(memories: readonly (Memory | null)[], from: number, to: number): TemplateResult {
  const line = forecast(memories, from, to, POINTS);
  const rows = forecast(memories, from, to, steps(from, to, ROWS));
  const [first, last] = [rows[0]!, rows.at(-1)!];
  return html`<figure class="plot">
    <figcaption>
      Without another practice, mean recall goes from ${percent(first.recall)} on ${dayOf(first)} to ${percent(last.recall)} on ${dayOf(last)}.
    </figcaption>
    <p class="note" aria-hidden="true">${percent(1)}</p>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
      ${[25, 50, 75].map((y) => svg`<line class="grid" x1="0" x2=${WIDTH} y1=${y} y2=${y} />`)}
      <polyline points=${line.map(({at, recall}) => `${((at - from) / (to - from)) * WIDTH},${(1 - recall) * HEIGHT}`).join(' ')} />
    </svg>
    <p class="note ends" aria-hidden="true"><span>${percent(0)}, ${dayOf(first)}</span><span>${dayOf(last)}</span></p>
    <details>
      <summary>Recall as a table</summary>
      <table>
        <thead><tr><th scope="col">Day</th><th scope="col">Mean recall</th></tr></thead>
        <tbody>${rows.map((point) => html`<tr><th scope="row">${dayOf(point)}</th><td>${percent(point.recall)}</td></tr>`)}</tbody>
      </table>
    </details>
  </figure>`;
}

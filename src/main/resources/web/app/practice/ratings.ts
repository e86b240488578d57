import {html, nothing, type TemplateResult} from 'lit';
import type {PracticeRating} from '../generated/graphql';

/** In the order of their keys, 1 to 4. */
export const ratings: readonly {value: PracticeRating; name: string; meaning: string}[] = [
  {value: 'AGAIN', name: 'Again', meaning: 'not recalled'},
  {value: 'HARD', name: 'Hard', meaning: 'with difficulty'},
  {value: 'GOOD', name: 'Good', meaning: 'recalled'},
  {value: 'EASY', name: 'Easy', meaning: 'at once'},
];

/** A button for each rating, with its key where there are keys. */
export function ratingButtons(rate: (rating: PracticeRating) => void, keys: boolean): TemplateResult {
  return html`<div role="group" aria-label="How well did you recall it?" class="ratings">
    ${ratings.map(
      ({value, name, meaning}, index) =>
        html`<button type="button" aria-keyshortcuts=${keys ? index + 1 : nothing} @click=${() => rate(value)}>
          ${keys ? html`<kbd>${index + 1}</kbd>` : nothing} ${name} <span class="note">${meaning}</span>
        </button>`,
    )}
  </div>`;
}

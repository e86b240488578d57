import {html, type TemplateResult} from 'lit';
import {compare} from './diff';

/** The differences between two texts, word by word, in marks that screen readers and people without colours tell apart. */
export function differences(before: string, after: string): TemplateResult {
  if (before === after) {
    return html`<p>The texts are equal.</p>`;
  }
  const marked = {
    same: (text: string) => text,
    added: (text: string) => html`<ins>${text}</ins>`,
    removed: (text: string) => html`<del>${text}</del>`,
  };
  return html`<div class="written">${compare(before, after).map(({kind, text}) => marked[kind](text))}</div>`;
}

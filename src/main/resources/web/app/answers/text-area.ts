import {html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {Part} from '../ui/part';

/** The most characters that the service takes. */
const MAX_LENGTH = 20_000;
const COUNTED_FROM = 18_000;

/** A labelled text that may change while the user types in it. Fires `edit` with the text. */
@customElement('prep-text-area')
export class TextArea extends Part {
  @property() label = '';
  @property() value = '';

  protected override render(): TemplateResult {
    const {length} = [...this.value];
    return html`<label class="text">${this.label}<textarea @input=${this.#typed}></textarea></label>
      ${length >= COUNTED_FROM ? html`<p class="note">${length} of ${MAX_LENGTH} characters</p>` : nothing}`;
  }

  override focus(): void {
    void this.updateComplete.then(() => this.querySelector('textarea')!.focus());
  }

  readonly #typed = (event: Event) => {
    this.value = (event.target as HTMLTextAreaElement).value;
    this.dispatchEvent(new CustomEvent('edit', {detail: this.value}));
  };

  /** Texts of other devices leave the caret where it is in the text. */
  protected override updated(): void {
    const area = this.querySelector('textarea')!;
    if (area.value !== this.value) {
      const caret = area.selectionStart;
      const behind = area.value.slice(caret);
      const moved = this.value.startsWith(area.value.slice(0, caret)) || !this.value.endsWith(behind) ? caret : this.value.length - behind.length;
      area.value = this.value;
      area.setSelectionRange(moved, moved);
    }
  }
}

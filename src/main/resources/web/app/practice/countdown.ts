import {html, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {Part} from '../ui/part';

const MINUTE = 60_000;

/**
 * The time up to a deadline by the service's clock, which goes on while the computer sleeps. It is silent to screen readers, but for
 * the last minute and the end.
 */
@customElement('prep-countdown')
export class Countdown extends Part {
  @property() deadline = '';
  /** How far the service's clock is ahead of this computer's, in milliseconds. */
  @property({type: Number}) ahead = 0;
  #timer?: ReturnType<typeof setInterval>;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => this.requestUpdate(), 1_000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override render(): TemplateResult {
    const left = Date.parse(this.deadline) - Date.now() - this.ahead;
    const seconds = Math.max(0, Math.ceil(left / 1_000));
    const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    return html`<span role="timer" class="clock">${clock}</span> <span role="status" class="note">${this.#words(left)}</span>`;
  }

  #words(left: number): string {
    if (left <= 0) {
      return 'The time is over.';
    }
    return left <= MINUTE ? 'Less than a minute left.' : '';
  }
}

import {Part} from './part';

/** A page of the site. */
export abstract class Page extends Part {
  #heading?: string;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#reveal);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#reveal);
  }

  /** The page's heading is also its title; it gets the focus when the user came here by a link. */
  protected override updated(): void {
    const heading = this.querySelector('h1');
    const text = heading?.textContent?.trim();
    if (heading && text && text !== this.#heading) {
      document.title = `${text} – Prepgraph`;
      if (this.#heading === undefined) {
        this.#arrive(heading);
      }
      this.#heading = text;
    }
  }

  #arrive(heading: HTMLElement): void {
    if (!this.#reveal() && this.closest('[navigated]')) {
      heading.tabIndex = -1;
      heading.focus();
    }
  }

  /** Shows what the address names, opened and with the focus; false where it names nothing. */
  readonly #reveal = (): boolean => {
    const anchor = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!anchor) {
      return false;
    }
    const details = anchor.closest('details') ?? anchor.querySelector(':scope > details');
    if (details) {
      details.open = true;
    }
    anchor.tabIndex = -1;
    anchor.focus();
    anchor.scrollIntoView();
    return true;
  };
}

import {html, LitElement, nothing, type TemplateResult} from 'lit';
import {customElement, state} from 'lit/decorators.js';
import {keyed} from 'lit/directives/keyed.js';
import {Query} from './client/query';
import {request} from './client/request';
import {session} from './client/session';
import {ShellDocument, UpdatePreferencesDocument} from './generated/graphql';
import {navigation, pages} from './pages';
import {outbox} from './practice/outbox';
import {followLinks, type Route} from './router';
import './ui/message';
import {languageName, waiting} from './ui/texts';

/** The frame of all pages: navigation, language, login. */
@customElement('prep-site')
export class Site extends LitElement {
  @state() private route?: Route;
  @state() private parameters: Record<string, string> = {};
  @state() private links: {title: string; path: string}[] = [];
  #preferred?: string;
  #viewer?: string;
  readonly #shell = new Query(this, ShellDocument, () => ({}), ['PREFERENCES']);

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', () => {
      this.setAttribute('navigated', '');
      this.#show();
    });
    session.addEventListener('change', () => this.#show());
    followLinks(this, (path) => pages.some((page) => page.path.test(path)));
    this.#show();
    void this.#readLinks();
  }

  /** Links for developers; the pages do without them. */
  async #readLinks(): Promise<void> {
    const response = await fetch('/', {headers: {Accept: 'application/json'}}).catch(() => undefined);
    if (response?.ok) {
      this.links = (await response.json()).links;
    }
  }

  #show(): void {
    const path = decodeURIComponent(location.pathname);
    const route = pages.find((page) => page.path.test(path));
    this.route = route;
    this.parameters = {...route?.path.exec(path)?.groups};
  }

  /** The user's language counts on every device, from the login on. */
  protected override willUpdate(): void {
    const viewer = this.#shell.data?.viewer;
    if (viewer?.id !== this.#viewer) {
      this.#viewer = viewer?.id;
      if (viewer && outbox.isUsed) {
        // What an earlier page could not send before it was closed.
        outbox.open(viewer.id);
      }
    }
    const preferred = viewer?.preferences?.locale ?? undefined;
    if (preferred !== this.#preferred) {
      this.#preferred = preferred;
      session.locale = preferred ?? session.locale;
    }
  }

  protected override render(): TemplateResult {
    return html`
      <a class="skip" href="#content">Skip to the content</a>
      <header>
        <a class="name" href="/">Prepgraph</a>
        <nav aria-label="Site">
          ${navigation.map(
            ({path, title}) => html`<a href=${path} aria-current=${location.pathname.startsWith(path) ? 'page' : nothing}>${title}</a>`,
          )}
          <a href="/docs/">Docs</a>
        </nav>
        ${this.#languages()} ${this.#login()}
      </header>
      ${this.#notice()}
      <main id="content" tabindex="-1">${this.#page()}</main>
      <footer>
        <ul class="links">${this.links.map(({title, path}) => html`<li><a href=${path}>${title}</a></li>`)}</ul>
        <p>Guides: CC BY 4.0. Software: Apache-2.0.</p>
      </footer>
    `;
  }

  #languages(): TemplateResult {
    const locales = this.#shell.data?.catalogue.locales ?? ['en'];
    // The request's language may be a variant that nothing is published in, such as de-AT.
    const chosen = locales.find((locale) => locale === session.locale) ?? locales.find((locale) => session.locale.startsWith(locale)) ?? locales[0];
    return html`<label
      ><span class="hidden">Language of the guides</span>
      <select @change=${this.#chooseLanguage}>
        ${locales.map((locale) => html`<option value=${locale} lang=${locale} .selected=${locale === chosen}>${languageName(locale)}</option>`)}
      </select></label
    >`;
  }

  readonly #chooseLanguage = (event: Event) => {
    const locale = (event.target as HTMLSelectElement).value;
    session.locale = locale;
    if (session.loggedIn) {
      // Without it, the choice counts on this device alone, as it does without a login.
      void request(UpdatePreferencesDocument, {input: {locale}}).catch(() => {});
    }
  };

  #login(): TemplateResult | typeof nothing {
    if (session.loggedIn) {
      return html`<span class="user">${this.#shell.data?.viewer?.displayName ?? 'Logged in'}</span>
        <button type="button" @click=${() => session.logOut()}>Log out</button>`;
    }
    return session.known && session.available
      ? html`<button type="button" @click=${() => session.logIn()}>Log in</button>`
      : nothing;
  }

  #notice(): TemplateResult | typeof nothing {
    if (session.expired) {
      return html`<div role="alert" class="notice">
        <p>Your login has ended. This page keeps what you have typed, and saves it when you have logged in again.</p>
        ${session.notice ? html`<p>${session.notice}</p>` : nothing}
        <button type="button" class="primary" @click=${() => session.logInAgain()}>Log in again</button>
      </div>`;
    }
    return session.notice ? html`<p role="alert" class="notice">${session.notice}</p>` : nothing;
  }

  #page(): TemplateResult {
    if (!this.route) {
      return message('Not found', html`<p>There is no such page. <a href="/">All guides</a></p>`);
    }
    if (this.route.personal && !session.loggedIn) {
      return session.known ? this.#logInFirst() : waiting;
    }
    return this.route.page(this.parameters);
  }

  #logInFirst(): TemplateResult {
    return session.available
      ? message(
          'Log in first',
          html`<p>This page shows what you have saved.</p>
            <button type="button" class="primary" @click=${() => session.logIn()}>Log in</button>`,
        )
      : message('No login', html`<p>Nobody can log in to this service, so it saves nothing. <a href="/">All guides</a></p>`);
  }
}

/** Instead of the page of the address. */
function message(heading: string, content: TemplateResult): TemplateResult {
  return html`${keyed(location.pathname, html`<prep-message .heading=${heading} .content=${content}></prep-message>`)}`;
}

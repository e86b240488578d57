import {logIn, type Settings, type Tokens} from './login';

/**
 * Who uses the site, and in which language. Fires `change` when either changes. The token lives in memory alone: after a
 * reload, the provider is asked for another one, which needs no password while its own session lasts.
 */
class Session extends EventTarget {
  #tokens?: Tokens;
  #settings?: Promise<Settings>;
  #renewal?: Promise<boolean>;
  #locale = localStorage.getItem('locale') ?? navigator.language;

  get loggedIn(): boolean {
    return this.#tokens !== undefined;
  }

  get token(): string | undefined {
    return this.#tokens?.accessToken;
  }

  get locale(): string {
    return this.#locale;
  }

  set locale(locale: string) {
    localStorage.setItem('locale', locale);
    this.#locale = locale;
    this.#changed();
  }

  /** Where users log in, or no authority where the service has none. */
  settings(): Promise<Settings> {
    return (this.#settings ??= fetch('/site/settings.json').then((response) => response.json() as Promise<Settings>));
  }

  /** Finishes a login that the provider has sent back, or begins one where a reload has lost the token. */
  async start(): Promise<void> {
    const parameters = new URLSearchParams(location.search);
    if (parameters.has('state')) {
      this.#tokens = await logIn.finish(await this.settings(), parameters);
    } else if (sessionStorage.getItem('loggedIn')) {
      await logIn.begin(await this.settings(), 'none');
    }
    if (this.loggedIn) {
      sessionStorage.setItem('loggedIn', 'true');
    } else {
      sessionStorage.removeItem('loggedIn');
    }
    this.#changed();
  }

  /** Leaves the page for the provider's, which sends the user back to it. */
  async logIn(): Promise<void> {
    await logIn.begin(await this.settings());
  }

  /** Forgets the token, and ends the provider's session where it has an address for that. */
  async logOut(): Promise<void> {
    const tokens = this.#tokens;
    this.#forget();
    await logIn.end(await this.settings(), tokens);
  }

  /** Gets another access token after a 401; false when the user has to log in again. Simultaneous calls share one. */
  renew(): Promise<boolean> {
    return (this.#renewal ??= this.#renewed().finally(() => (this.#renewal = undefined)));
  }

  async #renewed(): Promise<boolean> {
    const tokens = this.#tokens?.refreshToken && (await logIn.renew(await this.settings(), this.#tokens.refreshToken));
    if (tokens) {
      this.#tokens = tokens;
      return true;
    }
    this.#forget();
    return false;
  }

  #forget(): void {
    this.#tokens = undefined;
    sessionStorage.removeItem('loggedIn');
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

export const session = new Session();

import {logIn, type Settings, type Tokens} from './login';

/** What tabs broadcast: that the user has logged out, or the tokens of a new login. */
type Message = 'loggedOut' | Tokens;

const LOGGED_IN = 'loggedIn';
const NOTICE = 'notice';

/** In the address of a tab that another one has opened for a login. */
const FOR_ANOTHER_TAB = 'login';

/**
 * Who uses the site, and in which language. Fires `change` when either changes. The token lives in memory alone: after a
 * reload, the provider is asked for another one, which needs no password while its own session lasts.
 */
class Session extends EventTarget {
  /** Whether the service has a login. */
  available = true;
  /** What the user should know about their login, such as why it failed. */
  notice = sessionStorage.getItem(NOTICE) ?? undefined;
  /** Whether the user has to log in again; the pages stay as they are until then. */
  expired = false;
  /** Whether it is known who the user is, or that they are not logged in. */
  known = false;
  /** Resolves when it is known. */
  readonly ready: Promise<void>;
  /** Resolves when it is known that the page stays: it may leave for the provider at once. */
  readonly staying: Promise<void>;
  #isReady!: () => void;
  #stays!: () => void;
  #tokens?: Tokens;
  #settings?: Promise<Settings>;
  #renewal?: Promise<boolean>;
  #resume?: (loggedIn: boolean) => void;
  #locale = localStorage.getItem('locale') ?? navigator.language;
  readonly #tabs = new BroadcastChannel('session');

  constructor() {
    super();
    sessionStorage.removeItem(NOTICE);
    this.ready = new Promise((done) => (this.#isReady = done));
    this.staying = new Promise((done) => (this.#stays = done));
    this.#tabs.addEventListener('message', ({data}: MessageEvent<Message>) => this.#received(data));
    void this.#start();
  }

  get loggedIn(): boolean {
    return this.#tokens !== undefined;
  }

  /** Differs between users, and from that of nobody. */
  get user(): string | undefined {
    return this.#tokens && (this.#tokens.subject ?? '');
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

  /** Where users log in. */
  async #provider(): Promise<Settings> {
    this.#settings ??= fetch('/site/settings.json').then((response) => response.json() as Promise<Settings>);
    try {
      return await this.#settings;
    } catch {
      this.#settings = undefined;
      throw new Error('The service cannot be reached. Try again later.');
    }
  }

  /** Finishes a login that the provider has sent back, or begins one where a reload has lost the token. */
  async #start(): Promise<void> {
    const response = new URLSearchParams(location.search);
    if (response.has('state')) {
      const pending = logIn.restore(response.get('state'));
      this.#stays();
      await this.#try(async () => pending && this.#enter(await logIn.finish(await this.#provider(), response, pending)));
    } else if (response.has(FOR_ANOTHER_TAB)) {
      await this.logIn();
    } else if (localStorage.getItem(LOGGED_IN)) {
      await this.#try(() => this.#begin('none'));
    }
    this.#stays();
    this.known = true;
    this.#isReady();
    this.#changed();
    await this.#try(async () => {
      this.available = (await this.#provider()).authority !== null;
      this.#changed();
    });
  }

  async #begin(prompt?: 'none'): Promise<void> {
    const settings = await this.#provider();
    if (settings.authority !== null) {
      await logIn.begin(settings, prompt);
    }
  }

  #enter(tokens: Tokens | undefined): void {
    this.#tokens = tokens;
    if (!tokens) {
      localStorage.removeItem(LOGGED_IN);
      return;
    }
    localStorage.setItem(LOGGED_IN, 'true');
    this.#broadcast(tokens);
    if (new URLSearchParams(location.search).has(FOR_ANOTHER_TAB)) {
      history.replaceState(null, '', '/');
      close();
    }
  }

  /** Leaves the page for the provider's, which sends the user back to it. */
  logIn(): Promise<void> {
    this.notice = undefined;
    return this.#try(() => this.#begin());
  }

  /** Logs in again in another tab, so that this page keeps what the user has typed. */
  logInAgain(): void {
    open(`/?${FOR_ANOTHER_TAB}`, 'login', 'popup,width=480,height=720');
  }

  /** Forgets the token in all tabs, and ends the provider's session where it has an address for that, which leads back here. */
  async logOut(notice?: string): Promise<void> {
    const tokens = this.#tokens;
    this.notice = notice;
    this.#forget();
    this.#broadcast('loggedOut');
    if (notice) {
      sessionStorage.setItem(NOTICE, notice);
    }
    await this.#try(async () => tokens && logIn.end(await this.#provider(), tokens));
  }

  /**
   * Gets another access token after a 401. Where the provider refuses, it waits until the user has logged in again, so that
   * what is being saved is saved then; false when they log out instead. Simultaneous calls share one.
   */
  renew(): Promise<boolean> {
    return (this.#renewal ??= this.#renewed().finally(() => (this.#renewal = undefined)));
  }

  async #renewed(): Promise<boolean> {
    const old = this.#tokens;
    if (!old) {
      return false;
    }
    const tokens = await logIn.renew(await this.#provider(), old);
    if (this.#tokens !== old) {
      // The user has logged out meanwhile.
      return this.loggedIn;
    }
    if (tokens) {
      this.#tokens = tokens;
      return true;
    }
    this.expired = true;
    this.#changed();
    return new Promise((resume) => (this.#resume = resume));
  }

  #received(message: Message): void {
    if (message === 'loggedOut') {
      this.#forget();
    } else if (this.expired && message.subject && message.subject === this.#tokens?.subject) {
      this.#tokens = message;
      this.#resumed(true);
    } else if (this.expired) {
      this.notice = message.subject ? 'You have logged in as another user.' : 'The provider does not say whether this is the same user.';
      this.#changed();
    }
  }

  #forget(): void {
    this.#tokens = undefined;
    localStorage.removeItem(LOGGED_IN);
    this.#resumed(false);
  }

  #resumed(loggedIn: boolean): void {
    if (loggedIn) {
      this.notice = undefined;
    }
    this.expired = false;
    this.#resume?.(loggedIn);
    this.#changed();
  }

  #broadcast(message: Message): void {
    this.#tabs.postMessage(message);
  }

  async #try(action: () => Promise<unknown>): Promise<void> {
    try {
      await action();
    } catch (failure) {
      this.notice = (failure as Error).message;
      this.#changed();
    }
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}

export const session = new Session();

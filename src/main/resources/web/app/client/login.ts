// The authorization code flow with PKCE (RFC 6749, RFC 7636) for a client without a secret.

/** The login of the service. */
export interface Settings {
  /** The address of the OpenID Connect provider; null without a login. */
  authority: string | null;
  clientId: string;
  scope: string;
}

export interface Tokens {
  accessToken: string;
  refreshToken?: string;
  idToken?: string;
  /** The user at the provider; undefined without an ID token. */
  subject?: string;
}

interface Provider {
  authorization_endpoint: string;
  token_endpoint: string;
  end_session_endpoint?: string;
}

/** A login that waits for the provider, kept over the change of pages. */
export interface Pending {
  state: string;
  verifier: string;
  returnTo: string;
  /** Whether the provider asks the user nothing. */
  silent: boolean;
}

const PENDING = 'pendingLogin';
const redirectUri = `${location.origin}/`;

const base64Url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const random = () => base64Url(crypto.getRandomValues(new Uint8Array(32)));

/** The token comes from the provider itself, so that its signature need not be checked (OpenID Connect Core 3.1.3.7). */
const subject = (idToken: string) =>
  (JSON.parse(atob(idToken.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/'))) as {sub: string}).sub;

/** @throws Error without a response, which says nothing about the user */
async function send(address: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(address, init).catch(() => undefined);
  if (!response || response.status >= 500 || response.status === 429) {
    throw new Error('The login cannot be reached. Try again later.');
  }
  return response;
}

async function provider({authority}: Settings): Promise<Provider> {
  return (await send(`${authority}/.well-known/openid-configuration`)).json() as Promise<Provider>;
}

/** @returns undefined where the provider refuses the grant */
async function tokens(settings: Settings, grant: Record<string, string>): Promise<Tokens | undefined> {
  const {token_endpoint} = await provider(settings);
  const response = await send(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({client_id: settings.clientId, ...grant}),
  });
  if (!response.ok) {
    return undefined;
  }
  const {access_token, refresh_token, id_token} = await response.json();
  return {
    accessToken: access_token,
    ...(refresh_token && {refreshToken: refresh_token}),
    ...(id_token && {idToken: id_token, subject: subject(id_token)}),
  };
}

export const logIn = {
  /** Goes to the provider; `prompt=none` comes back at once, with an error where the user is not logged in there. */
  async begin(settings: Settings, prompt?: 'none'): Promise<never> {
    const returnTo = location.pathname + location.search + location.hash;
    const pending: Pending = {state: random(), verifier: random(), returnTo, silent: prompt === 'none'};
    const {authorization_endpoint} = await provider(settings);
    const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(pending.verifier));
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: settings.clientId,
      redirect_uri: redirectUri,
      scope: settings.scope,
      state: pending.state,
      code_challenge: base64Url(new Uint8Array(challenge)),
      code_challenge_method: 'S256',
      ...(prompt && {prompt}),
    });
    sessionStorage.setItem(PENDING, JSON.stringify(pending));
    const address = `${authorization_endpoint}?${query}`;
    if (prompt) {
      // Back leads to the page before, not to the provider.
      location.replace(address);
    } else {
      location.assign(address);
    }
    return new Promise<never>(() => {});
  },

  /**
   * Restores the page that the user left for the provider.
   *
   * @returns undefined for the state of another login than that of this tab: an attack, or a page from the history
   */
  restore(state: string | null): Pending | undefined {
    const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? '{}') as Partial<Pending>;
    sessionStorage.removeItem(PENDING);
    const own = state !== null && pending.state === state;
    history.replaceState(null, '', own ? pending.returnTo : '/');
    return own ? (pending as Pending) : undefined;
  },

  /**
   * Exchanges the code of the provider's response for tokens.
   *
   * @returns undefined where a silent login has found no session of the provider
   * @throws Error where the login was refused or cancelled, or has no response
   */
  async finish(settings: Settings, response: URLSearchParams, {silent, verifier}: Pending): Promise<Tokens | undefined> {
    const code = response.get('code');
    if (silent && !code) {
      return undefined;
    }
    if (response.get('error') === 'access_denied') {
      throw new Error('The login was cancelled.');
    }
    const grant = {grant_type: 'authorization_code', code_verifier: verifier, redirect_uri: redirectUri};
    const granted = code && (await tokens(settings, {...grant, code}));
    if (!granted) {
      throw new Error(`The login was refused${code ? '' : `: ${response.get('error_description') ?? response.get('error')}`}.`);
    }
    return granted;
  },

  /** @returns undefined where the user has to log in again */
  async renew(settings: Settings, {accessToken: _, ...kept}: Tokens): Promise<Tokens | undefined> {
    const granted =
      kept.refreshToken && (await tokens(settings, {grant_type: 'refresh_token', refresh_token: kept.refreshToken}));
    return granted ? {...kept, ...granted} : undefined;
  },

  async end(settings: Settings, {idToken}: Tokens): Promise<void> {
    const {end_session_endpoint} = await provider(settings);
    if (end_session_endpoint && idToken) {
      const query = new URLSearchParams({id_token_hint: idToken, post_logout_redirect_uri: redirectUri});
      location.assign(`${end_session_endpoint}?${query}`);
    }
  },
};

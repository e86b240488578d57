// The authorization code flow with PKCE (RFC 6749, RFC 7636) for a client without a secret.

/** What the service says about its login. */
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
}

interface Provider {
  authorization_endpoint: string;
  token_endpoint: string;
  end_session_endpoint?: string;
}

/** A login that waits for the provider, kept over the change of pages. */
interface Pending {
  state: string;
  verifier: string;
  returnTo: string;
}

const PENDING = 'pendingLogin';
const redirectUri = `${location.origin}/`;

const base64Url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

const random = () => base64Url(crypto.getRandomValues(new Uint8Array(32)));

async function provider({authority}: Settings): Promise<Provider> {
  const response = await fetch(`${authority}/.well-known/openid-configuration`);
  if (!response.ok) {
    throw new Error(`The login cannot be reached (${response.status}).`);
  }
  return (await response.json()) as Provider;
}

async function tokens(settings: Settings, grant: Record<string, string>): Promise<Tokens | undefined> {
  const {token_endpoint} = await provider(settings);
  const response = await fetch(token_endpoint, {
    method: 'POST',
    body: new URLSearchParams({client_id: settings.clientId, ...grant}),
  });
  if (!response.ok) {
    return undefined;
  }
  const granted = await response.json();
  return {accessToken: granted.access_token, refreshToken: granted.refresh_token, idToken: granted.id_token};
}

export const logIn = {
  /** Goes to the provider; `prompt=none` comes back at once, with an error where the user is not logged in there. */
  async begin(settings: Settings, prompt?: 'none'): Promise<never> {
    const pending: Pending = {state: random(), verifier: random(), returnTo: location.pathname + location.search + location.hash};
    sessionStorage.setItem(PENDING, JSON.stringify(pending));
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
    location.assign(`${(await provider(settings)).authorization_endpoint}?${query}`);
    return new Promise<never>(() => {});
  },

  /** Exchanges the code of the address for tokens, and restores the page that the user left. */
  async finish(settings: Settings, answer: URLSearchParams): Promise<Tokens | undefined> {
    const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? '{}') as Partial<Pending>;
    sessionStorage.removeItem(PENDING);
    const code = answer.get('code');
    // The state of another login than that of this tab is an attack, or a page from the history.
    const own = pending.state !== undefined && pending.state === answer.get('state');
    history.replaceState(null, '', own ? pending.returnTo : '/');
    return own && code
      ? tokens(settings, {grant_type: 'authorization_code', code, code_verifier: pending.verifier!, redirect_uri: redirectUri})
      : undefined;
  },

  renew(settings: Settings, refreshToken: string): Promise<Tokens | undefined> {
    return tokens(settings, {grant_type: 'refresh_token', refresh_token: refreshToken});
  },

  async end(settings: Settings, ended?: Tokens): Promise<void> {
    const {end_session_endpoint} = await provider(settings);
    if (end_session_endpoint && ended?.idToken) {
      const query = new URLSearchParams({id_token_hint: ended.idToken, post_logout_redirect_uri: redirectUri});
      location.assign(`${end_session_endpoint}?${query}`);
    }
  },
};

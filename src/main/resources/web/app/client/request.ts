import type {TypedDocumentString} from '../generated/graphql';
import {session} from './session';

/** Why an operation has no data: the first error of the response. */
export class RequestError extends Error {
  constructor(
    message: string,
    /** `extensions.code`, or `OFFLINE` where there was no response. */
    readonly code: string,
    /** After how many seconds the request may be sent again; undefined where that does not help. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}

interface GraphQLResponse<Data> {
  data?: Data | null;
  errors?: {message: string; extensions?: {code?: string; retryAfter?: number}}[];
}

/** The id by which the service knows the document; its text is in the manifest, not in the script. */
export const documentId = (document: TypedDocumentString<unknown, never>): string => document.__meta__!['hash'] as string;

/** Headers of all requests: the user, and the one language of all texts. */
export function headers(): Record<string, string> {
  return {
    'Accept-Language': session.locale,
    ...(session.token && {Authorization: `Bearer ${session.token}`}),
  };
}

/**
 * Fetches as the user. An expired token is renewed once.
 *
 * @throws RequestError without a response
 */
export async function fetchPrivately(path: string, init: RequestInit): Promise<Response> {
  const send = () => fetch(path, {...init, headers: {...headers(), ...init.headers}});
  try {
    const response = await send();
    return response.status === 401 && (await session.renew()) ? await send() : response;
  } catch (failure) {
    throw offline(failure);
  }
}

const offline = (failure: unknown) =>
  new RequestError(`The service cannot be reached: ${(failure as Error).message}`, 'OFFLINE');

const ACCEPT = {Accept: 'application/graphql-response+json'};

/** Whom an operation is for: all users alike, the user if there is one, or only a user. */
export type Access = 'PUBLIC' | 'OPTIONAL' | 'USER';

/** Browsers allow 64 KiB for what outlives its page. */
const MAX_KEEPALIVE_BYTES = 60_000;

/** Executes an operation of the user. It is a POST request, so that no address contains what the user has typed. */
function executePrivately(document: TypedDocumentString<unknown, never>, variables: unknown): Promise<Response> {
  const body = JSON.stringify({documentId: documentId(document), variables});
  // What is saved when the page is left is sent to its end.
  const keepalive = window.document.visibilityState === 'hidden' && new TextEncoder().encode(body).length < MAX_KEEPALIVE_BYTES;
  return fetchPrivately('/graphql', {method: 'POST', headers: {...ACCEPT, 'Content-Type': 'application/json'}, body, keepalive});
}

/** Executes a query that has the same response for all users. It is a GET request without a token, which caches on the way answer. */
function executePublicly(document: TypedDocumentString<unknown, never>, variables: unknown): Promise<Response> {
  const query = new URLSearchParams({documentId: documentId(document), variables: JSON.stringify(variables)});
  return fetch(`/graphql?${query}`, {headers: {...ACCEPT, 'Accept-Language': session.locale}});
}

/**
 * Executes an operation.
 *
 * @throws RequestError without complete data; `UNAUTHENTICATED` for what needs a login, which is not sent without one
 */
export async function request<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  access: Access = 'USER',
): Promise<Data> {
  if (access === 'USER' && !session.loggedIn) {
    throw new RequestError('Log in first.', 'UNAUTHENTICATED');
  }
  const operation = document as TypedDocumentString<unknown, never>;
  let response: Response;
  let body: GraphQLResponse<Data>;
  try {
    response = await (access === 'PUBLIC' ? executePublicly : executePrivately)(operation, variables);
    body = await response.json();
  } catch (failure) {
    throw failure instanceof RequestError ? failure : offline(failure);
  }
  const [error] = body.errors ?? [];
  if (error) {
    const after = response.headers.get('Retry-After');
    throw new RequestError(error.message, error.extensions?.code ?? 'INTERNAL', after ? Number(after) : error.extensions?.retryAfter);
  }
  return body.data!;
}

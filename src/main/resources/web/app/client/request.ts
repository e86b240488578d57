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

/** Executes an operation of the user, or of nobody. */
function execute(document: TypedDocumentString<unknown, never>, variables: unknown): Promise<Response> {
  const body = JSON.stringify({documentId: documentId(document), variables});
  // What is saved when the page is left is sent to its end.
  const keepalive = window.document.visibilityState === 'hidden';
  return session.loggedIn
    ? fetchPrivately('/graphql', {method: 'POST', headers: {...ACCEPT, 'Content-Type': 'application/json'}, body, keepalive})
    : executePublicly(document, variables);
}

/** Executes a query that has the same answer for all users. It is a GET request without a token, which caches on the way answer. */
function executePublicly(document: TypedDocumentString<unknown, never>, variables: unknown): Promise<Response> {
  const query = new URLSearchParams({documentId: documentId(document), variables: JSON.stringify(variables)});
  return fetch(`/graphql?${query}`, {headers: {...ACCEPT, 'Accept-Language': session.locale}});
}

/**
 * Executes an operation.
 *
 * @param isPublic whether it has the same answer for all users
 * @throws RequestError without complete data
 */
export async function request<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  isPublic = false,
): Promise<Data> {
  const operation = document as TypedDocumentString<unknown, never>;
  let response: Response;
  let body: GraphQLResponse<Data>;
  try {
    response = await (isPublic ? executePublicly : execute)(operation, variables);
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

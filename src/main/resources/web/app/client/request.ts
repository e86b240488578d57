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

function send(document: TypedDocumentString<unknown, never>, variables: unknown): Promise<Response> {
  const accept = {Accept: 'application/graphql-response+json', ...headers()};
  if (session.loggedIn) {
    const body = JSON.stringify({documentId: documentId(document), variables});
    // What is saved when the page is left is sent to its end.
    const keepalive = window.document.visibilityState === 'hidden';
    return fetch('/graphql', {method: 'POST', headers: {...accept, 'Content-Type': 'application/json'}, body, keepalive});
  }
  // Anonymous queries are GET requests, which caches on the way answer.
  const query = new URLSearchParams({documentId: documentId(document), variables: JSON.stringify(variables)});
  return fetch(`/graphql?${query}`, {headers: accept});
}

/**
 * Executes an operation. An expired token is renewed once.
 *
 * @throws RequestError without complete data
 */
export async function request<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const operation = document as TypedDocumentString<unknown, never>;
  let response: Response;
  let body: GraphQLResponse<Data>;
  try {
    response = await send(operation, variables);
    if (response.status === 401 && (await session.renew())) {
      response = await send(operation, variables);
    }
    body = await response.json();
  } catch (failure) {
    throw new RequestError(`The service cannot be reached: ${(failure as Error).message}.`, 'OFFLINE');
  }
  const [error] = body.errors ?? [];
  if (error) {
    const after = response.headers.get('Retry-After');
    throw new RequestError(error.message, error.extensions?.code ?? 'INTERNAL', after ? Number(after) : error.extensions?.retryAfter);
  }
  return body.data!;
}

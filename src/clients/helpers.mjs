// Shared by the tests of all clients: addresses, tokens, documents and expected values.
import {randomUUID} from 'node:crypto';

export const service = process.env.SERVICE;
export const url = `${service}/graphql`;
export const socketUrl = url.replace('http', 'ws');

/** A new user. */
export const someUser = () => `user-${randomUUID()}`;

/** An access token with a lifetime in seconds, negative for an expired one; of a client for itself if it is the user. */
export async function token(user, seconds = 300, client = '') {
  const response = await fetch(`${process.env.PROVIDER}/token?${user}&${seconds}&${client}`);
  return response.json();
}

/** A session whose token has expired; `refreshes` counts the new tokens. */
export async function expiredSession(user) {
  return {
    token: await token(user, -1),
    refreshes: 0,
    async refresh() {
      this.refreshes++;
      this.token = await token(user);
      return this.token;
    },
  };
}

/** A fetch that records its requests. */
export function recordingFetch(requests) {
  return async (input, init) => {
    const response = await fetch(input, init);
    requests.push({method: init?.method ?? 'GET', url: String(input), status: response.status});
    return response;
  };
}

export const slug = 'baker-intern';

/** Texts of the guide in content/, by language. */
export const guides = {
  en: {
    title: 'Baker Intern',
    resolvedLocale: 'en',
    family: 'Craft',
    prompts: [
      'What does gluten do?',
      'Why does dough need salt?',
      'What does steam do in the oven?',
      'Why does dough rest?',
      'How does a crust become crisp?',
    ],
    type: 'Dough',
  },
  de: {
    title: 'Praktikum in der Bäckerei',
    resolvedLocale: 'de',
    family: 'Handwerk',
    prompts: [
      'Was bewirkt Gluten?',
      'Warum braucht Teig Salz?',
      'Was bewirkt Dampf im Ofen?',
      'Warum ruht Teig?',
      'Wie wird eine Kruste knusprig?',
    ],
    type: 'Teig',
  },
};

export const guideQuery = /* GraphQL */ `
  query Guide($slug: String!, $first: Int!, $after: String) {
    roleGuide(slug: $slug) {
      id
      title
      resolvedLocale
      family {
        id
        name
      }
      questions(first: $first, after: $after) {
        totalCount
        edges {
          cursor
          node {
            id
            prompt
            type {
              id
              name
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;

export const questionsQuery = /* GraphQL */ `
  query Questions($first: Int!, $after: String) {
    questions(first: $first, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

export const saveMutation = /* GraphQL */ `
  mutation Save($input: SaveAnswerInput!) {
    saveAnswer(input: $input) {
      savedAnswer {
        id
        body
        version
        question {
          id
          prompt
          type {
            id
            name
          }
        }
      }
      userErrors {
        code
        field
      }
    }
  }
`;

export const viewerQuery = /* GraphQL */ `
  query Viewer {
    viewer {
      id
      savedAnswers {
        totalCount
        nodes {
          id
          body
          version
        }
      }
    }
  }
`;

export const changesSubscription = /* GraphQL */ `
  subscription Changes {
    viewerChanged {
      kind
      deletedId
      node {
        id
        ... on SavedAnswer {
          body
          version
        }
      }
    }
  }
`;

/** The texts of a queried guide. */
export const text = (guide) => ({
  title: guide.title,
  resolvedLocale: guide.resolvedLocale,
  family: guide.family.name,
  prompts: guide.questions.edges.map((edge) => edge.node.prompt),
  type: guide.questions.edges[0].node.type.name,
});

/** Asserts that a client has merged all pages of a connection. */
export function assertComplete(assert, connection) {
  const ids = new Set(connection.edges.map((edge) => edge.node.id));
  assert.equal(connection.edges.length, connection.totalCount);
  assert.equal(ids.size, connection.totalCount);
  assert.equal(connection.pageInfo.hasNextPage, false);
}

/** Sends a plain request, as another device. */
export async function ask(query, variables, accessToken) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', ...(accessToken && {Authorization: `Bearer ${accessToken}`})},
    body: JSON.stringify({query, variables}),
  });
  return response.json();
}

/** The id of the pack's question at a position of its guide. */
export async function question(index = 0) {
  const {data} = await ask(guideQuery, {slug, first: 5});
  return data.roleGuide.questions.edges[index].node.id;
}

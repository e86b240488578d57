// The documents of relay.test.mjs. Only the Relay compiler reads this file.
import {graphql} from 'relay-runtime';

graphql`
  query GuideQuery($slug: String!, $first: Int!) {
    roleGuide(slug: $slug) {
      id
      title
      resolvedLocale
      family {
        name
      }
      ...Guide_questions @arguments(first: $first)
    }
  }
`;

graphql`
  fragment Guide_questions on RoleGuide
  @argumentDefinitions(first: {type: "Int", defaultValue: 2}, after: {type: "String"})
  @refetchable(queryName: "GuideQuestionsPaginationQuery") {
    questions(first: $first, after: $after) @connection(key: "Guide_questions") {
      edges {
        node {
          prompt
          type {
            name
          }
        }
      }
    }
  }
`;

graphql`
  query GuideCatalogueQuery($first: Int!, $after: String) {
    questions(first: $first, after: $after) @connection(key: "Guide_questions") {
      totalCount
      edges {
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

graphql`
  query GuideViewerQuery {
    viewer {
      savedAnswers {
        nodes {
          id
          body
          version
        }
      }
    }
  }
`;

graphql`
  mutation GuideSaveMutation($input: SaveAnswerInput!) {
    saveAnswer(input: $input) {
      savedAnswer {
        id
        body
        version
        question {
          prompt
          type {
            name
          }
        }
      }
      userErrors {
        code
      }
    }
  }
`;

graphql`
  subscription GuideChangesSubscription {
    viewerChanged {
      kind
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

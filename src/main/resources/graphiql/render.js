// Starts GraphiQL. Unlike the bundled script, it sends each header once, and keeps tokens and documents out of the
// page's address: GraphiQL itself remembers its tabs. A link may bring ?query= and &variables=.
const defaultQuery = `# Ctrl-Enter runs the query.
# The book opens the documentation.
# Private data needs a token in "Headers":
# {"Authorization": "Bearer TOKEN"}
# In dev mode, the log says how to get it.

{
  roleGuide(slug: "backend-developer-intern") {
    title
    seniority
    questions(first: 2) {
      totalCount
      edges {
        node {
          prompt
          difficulty
        }
      }
    }
  }
}
`;

async function fetcher(request, { headers = {} } = {}) {
  const sent = new Headers({
    Accept: 'application/graphql-response+json, application/json;q=0.9',
    'Content-Type': 'application/json',
  });
  Object.entries(headers).forEach(([name, value]) => sent.set(name, value));
  const response = await fetch('/graphql', { method: 'POST', headers: sent, body: JSON.stringify(request) });
  return response.json();
}

const link = new URLSearchParams(location.search);

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher,
    defaultQuery,
    query: link.get('query') ?? undefined,
    variables: link.get('variables') ?? undefined,
    defaultEditorToolsVisibility: true,
  }),
);

// A single-page application: logs in by the authorization code flow with PKCE, saves an answer and subscribes to changes.
const {service, login} = await (await fetch('settings.json')).json();
const show = (id, text) => (document.getElementById(id).textContent = text);

const users = new oidc.UserManager({
  ...login,
  redirect_uri: `${location.origin}/`,
  userStore: new oidc.WebStorageStateStore({store: new oidc.InMemoryWebStorage()}),
});

let user;
let version = 0;

async function request(query, variables) {
  const response = await fetch(service, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Authorization': `Bearer ${user.access_token}`},
    body: JSON.stringify({query, variables}),
  });
  if (response.status === 429) {
    throw new Error(`429, retry after ${response.headers.get('Retry-After')} s`);
  }
  return (await response.json()).data;
}

function showAnswer(answer) {
  if (answer && answer.version > version) {
    version = answer.version;
    document.getElementById('answer').value = answer.body;
    show('saved', `version ${version}`);
  }
}

async function open() {
  const {viewer, questions} = await request('{ viewer { displayName } questions(first: 1) { nodes { id prompt myAnswer { body version } } } }');
  const [question] = questions.nodes;
  show('name', viewer.displayName);
  show('prompt', question.prompt);
  showAnswer(question.myAnswer);
  document.getElementById('save').onclick = () => save(question.id).catch((error) => show('rejected', error.message));
  graphqlWs
    .createClient({url: service.replace('http', 'ws'), connectionParams: () => ({Authorization: `Bearer ${user.access_token}`})})
    .subscribe(
      {query: 'subscription { viewerChanged { kind node { ... on SavedAnswer { body version } } } }'},
      {next: ({data}) => showAnswer(data.viewerChanged.node), error: console.error, complete() {}},
    );
}

async function save(questionId) {
  const input = {questionId, body: document.getElementById('answer').value, expectedVersion: version};
  const mutation = 'mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { savedAnswer { body version } userErrors { code } } }';
  const {saveAnswer} = await request(mutation, {input});
  show('rejected', saveAnswer.userErrors.map((error) => error.code).join());
  showAnswer(saveAnswer.savedAnswer);
}

document.getElementById('login').onclick = () => users.signinRedirect();
if (new URLSearchParams(location.search).has('code')) {
  user = await users.signinCallback();
  history.replaceState(null, '', '/');
  await open();
}

// A single-page application: logs in by the authorization code flow with PKCE, saves an answer and subscribes to changes.
const {service, login} = await (await fetch('settings.json')).json();
const show = (id, text) => (document.getElementById(id).textContent = text);

const users = new oidc.UserManager({
  ...login,
  redirect_uri: `${location.origin}/`,
  userStore: new oidc.WebStorageStateStore({store: new oidc.InMemoryWebStorage()}),
});

let user;
let question;
let version = 0;

async function request(query, variables) {
  const response = await fetch(service, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', 'Authorization': `Bearer ${user.access_token}`},
    body: JSON.stringify({query, variables}),
  });
  const {data} = await response.json();
  if (response.status === 429) {
    throw new Error(`429, retry after ${response.headers.get('Retry-After')} s`);
  }
  return data;
}

async function read() {
  const {viewer, questions} = await request('{ viewer { displayName } questions(first: 1) { nodes { id prompt myAnswer { body version } } } }');
  [question] = questions.nodes;
  show('name', viewer.displayName);
  show('prompt', question.prompt);
  showAnswer(question.myAnswer);
}

function showAnswer(answer) {
  if (answer && answer.version > version) {
    version = answer.version;
    document.getElementById('answer').value = answer.body;
    show('saved', `version ${version}`);
  }
}

const socket = () =>
  graphqlWs.createClient({url: service.replace('http', 'ws'), connectionParams: () => ({Authorization: `Bearer ${user.access_token}`})});

function subscribe(client) {
  const query = 'subscription { viewerChanged { kind node { ... on SavedAnswer { body version } } } }';
  const error = () => setTimeout(subscribe, 1_000, client);
  client.subscribe({query}, {next: ({data}) => changed(data.viewerChanged), error, complete() {}});
}

async function changed({kind, node}) {
  if (kind === 'RESYNC') {
    await read();
  } else {
    showAnswer(node);
  }
  show('event', node ? `${kind} version ${node.version}` : kind);
}

async function save() {
  const input = {questionId: question.id, body: document.getElementById('answer').value, expectedVersion: version};
  const mutation = 'mutation ($input: SaveAnswerInput!) { saveAnswer(input: $input) { savedAnswer { body version } userErrors { code } } }';
  const {saveAnswer} = await request(mutation, {input});
  show('rejected', saveAnswer.userErrors.map((error) => error.code).join());
  showAnswer(saveAnswer.savedAnswer);
}

document.getElementById('login').onclick = () => users.signinRedirect();
document.getElementById('save').onclick = () => save().catch((error) => show('rejected', error.message));
if (new URLSearchParams(location.search).has('code')) {
  user = await users.signinCallback();
  history.replaceState(null, '', '/');
  await read();
  subscribe(socket());
}

import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {device, launch, servePage} from './browser.mjs';

/** How a user logs in at each provider. */
const providers = {
  keycloak: {
    service: process.env.KEYCLOAK_SERVICE,
    login: {authority: process.env.KEYCLOAK, client_id: 'spa', scope: 'openid'},
    name: 'A Candidate',
    async logIn(page) {
      await page.getByLabel('Username').fill('candidate');
      await page.getByLabel('Password', {exact: true}).fill('candidate');
      await page.getByRole('button', {name: 'Sign In'}).click();
    },
  },
  dev: {
    service: process.env.DEV_SERVICE,
    login: {authority: `${process.env.DEV_SERVICE}/dev/login`, client_id: 'quarkus-app', client_secret: 'secret', scope: 'openid'},
    name: 'alice',
    async logIn(page) {
      await page.getByText('alice').click();
    },
  },
};

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser.close());

/** Opens a page on a device and logs in. */
async function loggedIn({login, name, logIn}, url) {
  const page = await device(browser, url);
  const authorization = page.waitForRequest((request) => request.url().includes('code_challenge='));
  await page.getByRole('button', {name: 'Log in'}).click();
  assert.equal(new URL((await authorization).url()).searchParams.get('code_challenge_method'), 'S256');
  await logIn(page);
  await page.locator('#name', {hasText: name}).waitFor();
  return page;
}

async function save(page, text) {
  await page.locator('#answer').fill(text);
  await page.getByRole('button', {name: 'Save'}).click();
}

for (const [name, provider] of Object.entries(providers)) {
  test(`a page of another origin logs in, saves and receives the change of another device: ${name}`, async (t) => {
    const origin = await servePage(process.env.PAGE_PORT, {service: `${provider.service}/graphql`, login: provider.login});
    t.after(() => origin.close());
    const [desk, phone] = [await loggedIn(provider, origin.url), await loggedIn(provider, origin.url)];

    await save(desk, 'From the desk');
    await desk.locator('#saved', {hasText: 'version 1'}).waitFor();
    await phone.locator('#saved', {hasText: 'version 1'}).waitFor();
    assert.equal(await phone.locator('#answer').inputValue(), 'From the desk');

    await save(phone, 'From the phone');
    await desk.locator('#saved', {hasText: 'version 2'}).waitFor();
    assert.equal(await desk.locator('#answer').inputValue(), 'From the phone');
    assert.deepEqual([...desk.errors, ...phone.errors], []);
  });
}

test('a page of another origin reads Retry-After of a 429', async (t) => {
  const {keycloak} = providers;
  const origin = await servePage(process.env.PAGE_PORT, {service: `${keycloak.service}/graphql`, login: keycloak.login});
  t.after(() => origin.close());
  const page = await loggedIn(keycloak, origin.url);
  const rejected = page.locator('#rejected', {hasText: /^429, retry after [1-9]\d* s$/});
  for (let i = 0; i < 100 && (await rejected.count()) === 0; i++) {
    const response = page.waitForResponse('**/graphql');
    await save(page, `Draft ${i}`);
    await response;
  }
  await rejected.waitFor();
});

test('GraphiQL of dev mode loads nothing from elsewhere', async () => {
  const page = await device(browser, 'about:blank');
  const requests = [];
  page.on('request', (request) => requests.push(new URL(request.url())));
  await page.goto(`${providers.dev.service}/q/graphql-ui/`);
  await page.getByRole('button', {name: 'Show Documentation Explorer'}).click();
  await page.locator('.graphiql-doc-explorer').getByText('Subscription', {exact: true}).click();
  await page.locator('.graphiql-doc-explorer').getByText('viewerChanged').waitFor();
  const elsewhere = requests.filter((request) => request.origin !== providers.dev.service && request.protocol !== 'data:');
  assert.deepEqual(elsewhere.map(String), []);
});

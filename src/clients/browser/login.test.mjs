import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {after, before, test} from 'node:test';
import {ask, device, launch, servePage, shown} from './browser.mjs';

/** How a user logs in at each provider. */
const providers = {
  keycloak: {
    service: process.env.KEYCLOAK_SERVICE,
    login: {authority: process.env.KEYCLOAK, client_id: 'spa', scope: 'openid'},
    user: 'candidate',
    name: 'A Candidate',
    async logIn(page, user) {
      await page.getByLabel('Username').fill(user);
      await page.getByLabel('Password', {exact: true}).fill(user);
      await page.getByRole('button', {name: 'Sign In'}).click();
    },
  },
  dev: {
    service: process.env.DEV_SERVICE,
    login: {authority: `${process.env.DEV_SERVICE}/dev/login`, client_id: 'quarkus-app', client_secret: 'secret', scope: 'openid'},
    user: 'alice',
    name: 'Alice',
    async logIn(page, user) {
      await page.getByText(user).click();
    },
  },
};

let browser;

before(async () => {
  browser = await launch();
});

after(() => browser?.close());

/** Serves the page for a provider until the end of a test; returns its address. */
async function serve(t, {service, login}) {
  const origin = await servePage(process.env.PAGE_PORT, {service: `${service}/graphql`, login});
  t.after(() => origin.close());
  return origin.url;
}

/** Opens a page on a device, logs in with PKCE and waits until its subscription receives events. */
async function loggedIn(t, url, provider, {user, name} = provider) {
  const page = await device(browser, url);
  t.after(() => page.context().close());
  const authorization = page.waitForRequest((request) => request.url().includes('code_challenge='));
  const exchange = page.waitForRequest((request) => request.postData()?.includes('code_verifier='));
  await page.getByRole('button', {name: 'Log in'}).click();
  const challenge = new URL((await authorization).url()).searchParams;
  await provider.logIn(page, user);
  const verifier = new URLSearchParams((await exchange).postData());
  await shown(page, 'name', name);
  await shown(page, 'event', 'RESYNC');

  assert.equal(challenge.get('response_type'), 'code');
  assert.equal(challenge.get('code_challenge_method'), 'S256');
  assert.equal(challenge.get('code_challenge'), createHash('sha256').update(verifier.get('code_verifier')).digest('base64url'));
  assert.equal(page.url(), url);
  return page;
}

async function save(page, text) {
  await page.locator('#answer').fill(text);
  await page.getByRole('button', {name: 'Save'}).click();
}

for (const [name, provider] of Object.entries(providers)) {
  test(`a page of another origin logs in, queries, saves and receives the change of another device: ${name}`, async (t) => {
    const url = await serve(t, provider);
    const desk = await loggedIn(t, url, provider);
    const phone = await loggedIn(t, url, provider);
    const {questions} = await ask(provider.service, '{ questions(first: 1) { nodes { prompt } } }');
    assert.equal(await desk.locator('#prompt').textContent(), questions.nodes[0].prompt);
    assert.equal(await phone.locator('#saved').textContent(), '');

    await save(desk, 'From the desk');
    await shown(desk, 'saved', 'version 1');
    await shown(phone, 'event', 'ANSWER version 1');
    assert.equal(await phone.locator('#answer').inputValue(), 'From the desk');

    await save(phone, 'From the phone');
    await shown(phone, 'saved', 'version 2');
    await shown(desk, 'event', 'ANSWER version 2');
    assert.equal(await desk.locator('#answer').inputValue(), 'From the phone');
    assert.deepEqual([...desk.errors, ...phone.errors], []);
  });
}

test('a page of another origin reads Retry-After of a 429', async (t) => {
  const {keycloak} = providers;
  const page = await loggedIn(t, await serve(t, keycloak), keycloak, {user: 'editor', name: 'An Editor'});
  let saves = 0;
  let response;
  do {
    const answered = page.waitForResponse((response) => response.request().postData()?.includes('saveAnswer'));
    await save(page, `Draft ${saves + 1}`);
    response = await answered;
    if (response.status() === 200) {
      await shown(page, 'saved', `version ${++saves}`);
    }
  } while (response.status() === 200 && saves < 100);

  assert.equal(response.status(), 429);
  const [error] = (await response.json()).errors;
  assert.equal(error.extensions.code, 'RATE_LIMITED');
  const [, costs, left] = error.message.match(/^The operation costs (\d+) points, and (\d+) are left$/);
  // One point comes back a second.
  await shown(page, 'rejected', `429, retry after ${costs - left} s`);
  assert.equal(await page.locator('#saved').textContent(), `version ${saves}`);
});

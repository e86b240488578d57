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

for (const [provider, {service, login, name, logIn}] of Object.entries(providers)) {
  test(`a page of another origin logs in, saves and hears another device: ${provider}`, {skip: !service && 'not started'}, async () => {
    const origin = await servePage(Number(process.env.PAGE_PORT), {service: `${service}/graphql`, login});
    const open = async () => {
      const page = await device(browser, origin.url);
      const authorized = page.waitForRequest((request) => new URL(request.url()).searchParams.has('code_challenge'));
      await page.getByRole('button', {name: 'Log in'}).click();
      assert.equal(new URL((await authorized).url()).searchParams.get('code_challenge_method'), 'S256');
      await logIn(page);
      await page.locator('#name', {hasText: name}).waitFor();
      return page;
    };
    const [desk, phone] = [await open(), await open()];

    await desk.locator('#answer').fill(`From the desk, at ${provider}`);
    await desk.getByRole('button', {name: 'Save'}).click();
    await desk.locator('#saved', {hasText: 'version 1'}).waitFor();
    await phone.locator('#saved', {hasText: 'version 1'}).waitFor();
    assert.equal(await phone.locator('#answer').inputValue(), `From the desk, at ${provider}`);

    await phone.locator('#answer').fill('From the phone');
    await phone.getByRole('button', {name: 'Save'}).click();
    await desk.locator('#saved', {hasText: 'version 2'}).waitFor();
    assert.equal(await desk.locator('#answer').inputValue(), 'From the phone');
    assert.deepEqual([...desk.mistakes, ...phone.mistakes], []);
    await Promise.all([desk, phone].map((page) => page.context().close()));
    origin.close();
  });
}

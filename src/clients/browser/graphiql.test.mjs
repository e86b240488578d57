import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, test} from 'node:test';
import {ask, device, launch} from './browser.mjs';

const service = process.env.DEV_SERVICE;
let browser;
let page;
const urls = [];

before(async () => {
  browser = await launch();
  page = await device(browser, 'about:blank');
  page.on('request', (request) => urls.push(request.url()));
  page.on('websocket', (socket) => urls.push(socket.url()));
  await page.goto(`${service}/q/graphql-ui/`);
});

after(() => browser?.close());

/** The README's first query, and the response that it shows. */
async function readme() {
  const text = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
  const [, request, response] = text.match(/## A first query\s+```sh\n[^']*'[^']*' -d '([^']*)'\n```\s+```json response\n([^`]*)```/);
  return {query: JSON.parse(request).query, response: JSON.parse(response)};
}

const editor = (name) => page.locator(`.graphiql-${name} .CodeMirror`);

test('GraphiQL of dev mode shows the documentation', async () => {
  const {__type: type} = await ask(service, '{ __type(name: "Subscription") { fields { name description } } }');
  await page.getByRole('button', {name: 'Show Documentation Explorer'}).click();
  const documentation = page.locator('.graphiql-doc-explorer');
  await documentation.getByText('Subscription', {exact: true}).click();
  await documentation.getByText('viewerChanged', {exact: true}).waitFor();

  const shown = await documentation.innerText();
  assert.deepEqual(type.fields.map((field) => field.name).sort(), ['catalogueChanged', 'viewerChanged']);
  type.fields.forEach(({description}) => assert.ok(shown.includes(description), `${shown} lacks ${description}`));
});

test("GraphiQL of dev mode runs the README's query", async () => {
  const {query, response} = await readme();
  await editor('query-editor').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(query);
  const answered = page.waitForResponse((response) => response.request().postDataJSON()?.query === query);
  await page.getByRole('button', {name: 'Execute query (Ctrl-Enter)'}).click();
  await answered;
  await page.locator('.graphiql-spinner').waitFor({state: 'hidden'});

  const shown = await editor('response').evaluate((element) => element.CodeMirror.getValue());
  assert.deepEqual(JSON.parse(shown), response);
});

test('GraphiQL of dev mode loads nothing from elsewhere', () => {
  assert.deepEqual(urls.filter((url) => !url.startsWith(`${service}/`) && !url.startsWith('data:')), []);
  assert.ok(urls.includes(`${service}/graphql`));
});

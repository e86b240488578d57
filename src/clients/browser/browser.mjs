// A headless Chromium, and a server for the page at an origin of its own.
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';

const FILES = {
  '/': ['page.html', 'text/html'],
  '/page.mjs': ['page.mjs', 'text/javascript'],
  '/oidc-client-ts.js': ['../node_modules/oidc-client-ts/dist/browser/oidc-client-ts.min.js', 'text/javascript'],
  '/graphql-ws.js': ['../node_modules/graphql-ws/umd/graphql-ws.min.js', 'text/javascript'],
};

/** For a busy machine. */
const TIMEOUT_MILLIS = 120_000;

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM,
    timeout: TIMEOUT_MILLIS,
    args: [
      '--no-sandbox',
      '--no-first-run',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  });

/** Serves the page with settings. */
export async function servePage(port, settings) {
  const server = createServer(async (request, response) => {
    const {pathname} = new URL(request.url, 'http://localhost');
    if (pathname === '/settings.json') {
      response.setHeader('Content-Type', 'application/json').end(JSON.stringify(settings));
    } else if (FILES[pathname]) {
      const [file, type] = FILES[pathname];
      response.setHeader('Content-Type', type).end(await readFile(fileURLToPath(new URL(file, import.meta.url))));
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, 'localhost', resolve));
  return {
    url: `http://localhost:${port}/`,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Opens a page in a profile of its own, which is one device, and collects its errors, without those of the provider. */
export async function device(browser, url) {
  const context = await browser.newContext();
  context.setDefaultTimeout(TIMEOUT_MILLIS);
  const page = await context.newPage();
  page.errors = [];
  page.on('pageerror', (error) => page.errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && page.url().startsWith(url) && page.errors.push(message.text()));
  await page.goto(url);
  return page;
}

/** Waits until an output of the page has exactly a text. */
export const shown = (page, id, text) => page.locator(`#${id}`, {hasText: new RegExp(`^${text}$`)}).waitFor();

/** Sends a query as anybody may; returns its data. */
export async function ask(service, query) {
  const headers = {'Content-Type': 'application/json'};
  const response = await fetch(`${service}/graphql`, {method: 'POST', headers, body: JSON.stringify({query})});
  return (await response.json()).data;
}

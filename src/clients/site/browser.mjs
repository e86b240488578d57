// What the site's modules need of a browser, and a service in place of their requests.
import {createRequire} from 'node:module';

const require = createRequire(import.meta.url);

/** The storage of a device. */
class Storage {
  getItem(key) {
    return this[key] ?? null;
  }
  setItem(key, value) {
    this[key] = value;
  }
  removeItem(key) {
    delete this[key];
  }
}

export const session = Object.assign(new EventTarget(), {loggedIn: true});

/** Answers the requests; set by the tests. */
export const service = {request: undefined};

export const events = new EventTarget();
globalThis.addEventListener = events.addEventListener.bind(events);
globalThis.removeEventListener = events.removeEventListener.bind(events);
globalThis.localStorage = new Storage();

function replace(module, exports) {
  const id = require.resolve(module);
  require.cache[id] = {id, filename: id, loaded: true, exports};
}

// Templates are for browsers alone.
replace('lit', {});
replace('./__generated__/client/session.js', {session});
replace('./__generated__/client/request.js', {
  request: (document, variables) => service.request(document, variables),
  RequestError: class extends Error {},
});

/** A compiled module of the site. */
export const load = (path) => require(`./__generated__/${path}.js`);

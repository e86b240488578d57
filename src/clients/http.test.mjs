import {auditServer} from 'graphql-http';
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {url} from './helpers.mjs';

test('conforms to GraphQL over HTTP', async () => {
  const results = await auditServer({url});
  assert.deepEqual(results.filter((result) => result.status !== 'ok').map(({name, reason}) => [name, reason]), []);
  assert.equal(results.length, 61);
});

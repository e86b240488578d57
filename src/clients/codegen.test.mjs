// Runs the TypeScript of codegen/, which `tsc --strict` has compiled with generated types.
import {GraphQLClient} from 'graphql-request';
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {GUIDE, load, save} from './codegen/__generated__/js/guide.js';
import {guides, question, slug, someUser, token, url} from './helpers.mjs';

for (const [language, expected] of Object.entries(guides)) {
  test(`pages through the guide's questions: ${language}`, async () => {
    const {guide, prompts} = await load(new GraphQLClient(url, {headers: {'Accept-Language': language}}), slug);
    assert.deepEqual(prompts, expected.prompts);
    assert.deepEqual([guide.title, guide.seniority, guide.reviewedAt], [expected.title, 'INTERN', null]);
    assert.match(guide.contentChangedAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
  });
}

test('saves with a token', async () => {
  const client = new GraphQLClient(url, {headers: {Authorization: `Bearer ${await token(someUser())}`}});
  assert.equal(await save(client, {questionId: await question(), body: 'Typed', expectedVersion: 0}), 1);
});

test('gets a document of the generated manifest by its hash', async () => {
  const query = new URLSearchParams({documentId: GUIDE.__meta__.hash, variables: JSON.stringify({slug, first: 1})});
  const response = await fetch(`${url}?${query}`, {headers: {Accept: 'application/graphql-response+json'}});
  assert.equal(response.status, 200);
  assert.match(response.headers.get('Cache-Control'), /^public/);
  assert.equal((await response.json()).data.roleGuide.title, guides.en.title);
});

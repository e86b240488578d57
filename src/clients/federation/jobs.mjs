// The subgraph of a career site, whose jobs refer to guides.
import {ApolloServer} from '@apollo/server';
import {startStandaloneServer} from '@apollo/server/standalone';
import {buildSubgraphSchema} from '@apollo/subgraph';
import {parse} from 'graphql';
import {readFileSync} from 'node:fs';
import {slug} from '../helpers.mjs';

const jobs = [
  {__typename: 'Job', id: 'job-1', title: 'Bread', postedAt: '2026-11-26T10:00:00Z', slug},
  {__typename: 'Job', id: 'job-2', title: 'Cake', postedAt: '2026-11-26T11:00:00Z', slug: 'no-such-guide'},
  {__typename: 'Job', id: 'job-3', title: 'Rolls', postedAt: '2026-11-26T12:00:00Z', slug},
];
const pageInfo = {hasNextPage: false, hasPreviousPage: false, startCursor: 'job-1', endCursor: 'job-3'};
const byId = (id) => jobs.find((job) => job.id === id);

const resolvers = {
  Query: {
    jobs: () => ({nodes: jobs, edges: jobs.map((node) => ({node, cursor: node.id})), pageInfo}),
    node: (_, {id}) => byId(id),
  },
  Job: {
    __resolveReference: ({id}) => byId(id),
    guide: (job) => ({__typename: 'RoleGuide', slug: job.slug}),
    answer: (_, {id}) => ({__typename: 'SavedAnswer', id}),
  },
};

/** Starts the subgraph; returns its server and its address. */
export async function startJobs() {
  const typeDefs = parse(readFileSync(new URL('jobs.graphql', import.meta.url), 'utf8'));
  const server = new ApolloServer({schema: buildSubgraphSchema({typeDefs, resolvers})});
  const {url} = await startStandaloneServer(server, {listen: {port: 0, host: '127.0.0.1'}});
  return {server, url};
}

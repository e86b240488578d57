// Gateways in front of this service and the subgraph of jobs. They pass on the token and the language of a request.
import {ApolloGateway, RemoteGraphQLDataSource} from '@apollo/gateway';
import {composeServices as composeApollo} from '@apollo/composition';
import {ApolloServer} from '@apollo/server';
import {startStandaloneServer} from '@apollo/server/standalone';
import {createGatewayRuntime} from '@graphql-hive/gateway';
import {composeServices as composeHive} from '@theguild/federation-composition';
import {createServer} from 'node:http';

const passedOn = ['authorization', 'accept-language'];

class Subgraph extends RemoteGraphQLDataSource {
  willSendRequest({request, context}) {
    for (const name of passedOn) {
      if (context.headers?.[name]) {
        request.http.headers.set(name, context.headers[name]);
      }
    }
  }
}

async function startApollo(supergraphSdl) {
  const gateway = new ApolloGateway({supergraphSdl, buildService: ({url}) => new Subgraph({url})});
  const server = new ApolloServer({gateway});
  const {url} = await startStandaloneServer(server, {
    listen: {port: 0, host: '127.0.0.1'},
    context: async ({req}) => ({headers: req.headers}),
  });
  return {url, stop: () => server.stop()};
}

async function startHive(supergraph) {
  const gateway = createGatewayRuntime({
    supergraph,
    logging: false,
    propagateHeaders: {
      fromClientToSubgraphs: ({request}) => Object.fromEntries(passedOn.map((name) => [name, request.headers.get(name)])),
    },
  });
  const server = createServer(gateway);
  await new Promise((started) => server.listen(0, '127.0.0.1', started));
  return {
    url: `http://127.0.0.1:${server.address().port}/graphql`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await gateway[Symbol.asyncDispose]();
    },
  };
}

/** How to compose subgraphs, and to serve the result. */
export const gateways = [
  {name: 'Apollo Gateway', compose: composeApollo, start: startApollo},
  {name: 'Hive Gateway', compose: composeHive, start: startHive},
];

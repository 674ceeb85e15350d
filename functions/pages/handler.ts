/** Public links: shows the unsubscribe page, and acts on a POST to it. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { handlePublicRequest } from '../../shared/service/public-pages.ts';
import { lambda } from '../middleware.ts';
import { pagesWiring } from '../wiring.ts';

const { world, settings, told } = pagesWiring();

export const handler = lambda<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>(told, (event) =>
  handlePublicRequest(world, settings, {
    method: event.requestContext.http.method,
    path: event.rawPath,
    headers: event.headers,
    body: event.body,
  }),
);

/** The customer's own pages behind the public links: shows them, and acts on a POST to them. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { handlePublicRequest } from '../../shared/service/pages/public-pages.ts';
import type { Host } from '../host.ts';
import { lambda } from '../middleware.ts';
import { pagesWiring } from '../wiring/pages-wiring.ts';

export function makeHandler(host: Host) {
  const { engine, telemetry } = pagesWiring(host);
  return lambda<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>(telemetry, (event) =>
    handlePublicRequest(engine, {
      method: event.requestContext.http.method,
      path: event.rawPath,
      headers: event.headers,
      rawQueryString: event.rawQueryString,
      body: event.body,
      isBase64Encoded: event.isBase64Encoded,
    }),
  );
}

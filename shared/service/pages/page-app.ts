/** Which page answers which address and method. A GET shows, a POST acts, nothing else is answered. */
import type { Context } from 'hono';
import { Hono } from 'hono/tiny';
import { actOnBooking, showBooking } from './booking-page.ts';
import { actOnConfirm, showConfirm } from './confirm-page.ts';
import { actOnJoin, showJoin } from './join-page.ts';
import { framed, type Page, type PageResponse } from './page-frame.ts';
import { note } from './page-notes.ts';
import { actOnPreferences, showPreferences } from './preference-page.ts';
import { actOnSurvey, showSurvey } from './survey-page.ts';
import { actOnUnsubscribe, showUnsubscribePage } from './unsubscribe-page.ts';
import { localeOf, type Visit } from './visit.ts';

type Answer = (visit: Visit, token: string) => Promise<Page>;

const rooms: readonly (readonly [path: string, show: Answer, act: Answer])[] = [
  ['/u/:token', showUnsubscribePage, actOnUnsubscribe],
  ['/p/:token', showPreferences, within(actOnPreferences)],
  ['/s/:token', showSurvey, within(actOnSurvey)],
  ['/b/:token', showBooking, within(actOnBooking)],
  ['/c/:token', showConfirm, within(actOnConfirm)],
  ['/join', showJoin, within(actOnJoin)],
];

/** A form that is longer than what is read is not acted on by half. */
function within(act: Answer): Answer {
  return async (visit, token) =>
    visit.tooLarge ? note('tooLarge', localeOf(visit)) : await act(visit, token);
}

type Served = { Bindings: Visit };

const app = new Hono<Served>({ getPath: (_, { env }: { env?: Visit } = {}) => env?.path ?? '/' });

const served = (answer: Answer) => async (context: Context<Served>) => {
  const visit = context.env;
  return respond(visit, await answer(visit, context.req.param('token') ?? ''));
};

for (const [path, show, act] of rooms) {
  app
    .get(path, served(show))
    .post(path, served(act))
    .all(
      path,
      served(async (visit) => note('wrongMethod', localeOf(visit))),
    );
}
app.notFound(served(async (visit) => note('notFound', localeOf(visit))));
app.onError((error, { env: visit }) => {
  visit.engine.world.log.error('a page failed', {
    error: error.name,
    code: 'code' in error ? String(error.code) : undefined,
  });
  visit.engine.world.metrics.count('PageFailed');
  return respond(visit, note('tryLater', localeOf(visit)));
});

async function respond(visit: Visit, page: Page): Promise<Response> {
  const { statusCode: status, headers, body } = await framed(page, visit.engine.settings);
  return new Response(body, { status, headers });
}

const methods = ['GET', 'HEAD', 'POST'];

/** The page that answers a visit. Never throws: what fails is logged without personal data and answered with 503. */
export async function pageFor(visit: Visit): Promise<PageResponse> {
  const method = methods.includes(visit.method) ? visit.method : 'PUT';
  const response = await app.fetch(new Request('https://pages.invalid/', { method }), visit);
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}

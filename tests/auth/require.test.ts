import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Auth, createAuth } from '#app/auth/auth.ts';
import { homeOf } from '#app/auth/home-of.ts';
import {
  type AuthContext,
  optionalPrincipal,
  requireCustomer,
  requireOperator,
  requireStaff,
  requireStepUp,
} from '#app/auth/require.ts';
import { HOUR_MS } from '#app/core/shared/calendar.ts';
import { openSession } from '#app/core/sign-in/open-session.ts';
import { staffPrincipal } from '#app/core/sign-in/principal.ts';
import type { OpenedSession } from '#app/core/sign-in/session.ts';
import { addTestStaff, type RegisteredCustomer, registerConfirmed } from '#tests/support/register.ts';
import { createTestCore, type TestCore } from '#tests/support/test-core.ts';

describe('who may see a page', () => {
  let it: TestCore;
  let auth: Auth;
  let context: AuthContext;
  let customer: RegisteredCustomer;
  let operator: OpenedSession;

  const request = (path: string, opened?: OpenedSession, method = 'GET') =>
    new Request(`http://portal.test${path}`, {
      method,
      headers: opened ? { cookie: auth.cookie(opened).split(';')[0] ?? '' } : {},
    });
  const thrown = async (work: Promise<unknown>): Promise<Response> => {
    const refused = await work.then(
      () => undefined,
      (error: unknown) => error,
    );
    if (!(refused instanceof Response)) throw new Error('expected a response to be thrown');
    return refused;
  };

  beforeAll(async () => {
    it = await createTestCore('sqlite');
    auth = createAuth(it.core, { secureCookies: false });
    context = { services: { core: it.core, auth } };
    customer = await registerConfirmed(it.core, 'anna@beispiel.at');
    const staff = await addTestStaff(it.core, 'olga@beispiel.at');
    const wish = { principal: staffPrincipal(staff.id), remember: false, steppedUp: false };
    operator = await it.core.storage.transact((tx) => openSession(it.core, tx, wish, it.world.now()));
  });
  afterAll(() => it.close());

  test('nobody signed in is sent to the sign-in page and back', async () => {
    const page = await thrown(requireCustomer(request('/me/alpenrad?tab=1&_data=x'), context));
    expect([page.status, page.headers.get('location')]).toEqual([
      302,
      '/sign-in?to=%2Fme%2Falpenrad%3Ftab%3D1',
    ]);
    const form = await thrown(requireCustomer(request('/me/alpenrad?index', undefined, 'POST'), context));
    expect(form.headers.get('location')).toBe('/sign-in?to=%2Fme%2Falpenrad&ended=1');
    const staffPage = await thrown(requireStaff(request('/officer'), context, 'officer'));
    expect(staffPage.headers.get('location')).toBe('/sign-in?to=%2Fofficer&as=staff');
    expect(await optionalPrincipal(request('/'), context)).toBeNull();
  });

  test('each gets the own pages; the others do not exist', async () => {
    const asCustomer = await requireCustomer(request('/me', customer.opened), context);
    expect(asCustomer.customer.id).toBe(customer.customerId);
    expect((await requireOperator(request('/operator', operator), context)).staff.roles).toEqual([
      'operator',
    ]);
    const refused = await Promise.all([
      thrown(requireCustomer(request('/me', operator), context)),
      thrown(requireOperator(request('/operator', customer.opened), context)),
      thrown(requireStaff(request('/officer', customer.opened), context, ['officer', 'owner'])),
      thrown(requireStaff(request('/officer', operator), context, 'officer')),
      thrown(requireStaff(request('/company', operator), context, 'operator')),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });

  test('an act that needs a fresh proof leads there and back', async () => {
    const page = request('/me/take-along?x=1', customer.opened);
    const { session } = await requireCustomer(page, context);
    requireStepUp(page, context, session);
    it.world.advance(HOUR_MS);
    const refused = await thrown(Promise.resolve().then(() => requireStepUp(page, context, session)));
    expect(refused.headers.get('location')).toBe('/step-up?to=%2Fme%2Ftake-along%3Fx%3D1');
  });

  test('everybody has a home', () => {
    expect(homeOf({ kind: 'customer', person: {} })).toBe('/me');
    const homes = (['owner', 'marketer', 'officer', 'operator'] as const).map((role) =>
      homeOf({ kind: 'staff', person: { roles: [role] } }),
    );
    expect(homes).toEqual(['/company', '/company', '/officer', '/operator']);
  });
});

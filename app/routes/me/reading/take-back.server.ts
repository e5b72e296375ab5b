import type { Company } from '#app/core/company/company.ts';
import { ConsentError } from '#app/core/consent/consent-error.ts';
import { takeEverythingBack } from '#app/core/consent/take-everything-back.ts';
import { undoTakenBack } from '#app/core/consent/undo-taken-back.ts';
import { isAdvertising } from '#app/core/purpose/is-advertising.ts';
import type { TakeBackView } from '#app/screens/me/take-back.tsx';
import { companyPath } from '#app/screens/me/view.ts';
import { findCompany, findOnlyCompany, nameOf } from './find-company.server.ts';
import { linesOf, readConnected, runs } from './lines.server.ts';
import { decisionOf, type PostVisit, seeOther, type Visit } from './visit.server.ts';

/** `company` and `what`, from the query of the page or from its form. */
type Asked = Pick<URLSearchParams | FormData, 'get'>;

async function readScope(
  visit: Visit,
  asked: Asked,
): Promise<{ company: Company | null; advertisingOnly: boolean }> {
  const slug = asked.get('company');
  return {
    company: typeof slug === 'string' ? await findCompany(visit, slug) : null,
    advertisingOnly: asked.get('what') === 'advertising',
  };
}

export async function readTakeBack(visit: Visit, asked: Asked): Promise<TakeBackView> {
  const { core, customer, at, intentId } = visit;
  const { company, advertisingOnly } = await readScope(visit, asked);
  const connected = (await readConnected(core, customer.id, at)).filter(
    (one) => company === null || one.company.id === company.id,
  );
  const part = (wanted: boolean) =>
    connected
      .map((one) => ({
        ...one,
        standings: one.standings.filter((standing) => {
          const { basis } = standing.purpose;
          const fixed = basis === 'contract' || basis === 'legal-duty';
          const ends = runs(standing) && (!advertisingOnly || isAdvertising(standing.current.content));
          return wanted ? ends : !ends && (fixed || runs(standing));
        }),
      }))
      .filter(({ standings }) => standings.length > 0)
      .map((one) => linesOf(one, at));
  return {
    company: company && nameOf(company),
    advertisingOnly,
    ends: part(true),
    stays: part(false),
    intentId,
  };
}

/** Ends what runs and goes to the page that says so. */
export async function takeBack(visit: PostVisit): Promise<Response> {
  const { core, customer } = visit;
  const { company, advertisingOnly } = await readScope(visit, visit.form);
  const applied = await takeEverythingBack(
    core,
    { customerId: customer.id, companyId: company?.id, advertisingOnly },
    decisionOf(visit, null),
  );
  const indices = applied.flatMap(({ index }) => index ?? []);
  const page = company && !(await findOnlyCompany(visit)) ? companyPath(company.slug) : '/me';
  const taken = indices.length > 0 ? `${Math.min(...indices)}-${Math.max(...indices)}` : null;
  return seeOther(page, { taken });
}

/** Brings back what one act ended; too late or twice, the overview shows what holds. */
export async function undoTakeBack(visit: PostVisit): Promise<Response> {
  const { core, customer, form, sentBefore } = visit;
  const first = Number(form.get('first'));
  const last = Number(form.get('last'));
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last)) throw new Response(null, { status: 400 });
  if (sentBefore) return seeOther('/me');
  try {
    const input = { customerId: customer.id, first, last };
    const undone = await undoTakenBack(core, input, decisionOf(visit, null));
    return seeOther('/me', { undone: undone.length });
  } catch (error) {
    if (!(error instanceof ConsentError)) throw error;
    return seeOther('/me', { undone: 0 });
  }
}

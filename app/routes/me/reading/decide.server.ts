import { json } from '@remix-run/node';
import type { AppliedDecision } from '#app/core/consent/apply-decision.ts';
import { ConsentError } from '#app/core/consent/consent-error.ts';
import { grantConsent } from '#app/core/consent/grant-consent.ts';
import { sayNo } from '#app/core/consent/say-no.ts';
import { undoDecision } from '#app/core/consent/undo-decision.ts';
import { answerAge } from '#app/core/customer/answer-age.ts';
import { wayWithoutAddress } from '#app/core/permission/way-without-address.ts';
import { message } from '#app/i18n/message.ts';
import type { SentDecision } from '#app/screens/me/purpose-view.ts';
import { purposePath } from '#app/screens/me/view.ts';
import { CHANNELS } from '#schema/channel.ts';
import { FieldId } from '#schema/field.ts';
import { PurposeVersionId } from '#schema/ids.ts';
import { Language } from '#schema/language.ts';
import type { PurposeCase } from './purpose-view.server.ts';
import { ageErrors, readAge } from './read-age.server.ts';
import { readValues } from './read-values.server.ts';
import { explainRefusal } from './refusal.server.ts';
import { decisionOf, type PostVisit, seeOther } from './visit.server.ts';

/** Yes, no or undo on one purpose's page. Answers with the page that shows what holds, or with the form to mend. */
export async function decide(visit: PostVisit, which: PurposeCase): Promise<Response> {
  const { company, found } = which;
  const page = purposePath(company.slug, found.purpose.slug);
  const from = found.standing.state;
  if (visit.sentBefore) {
    return seeOther(page, { done: found.consent ? found.consent.lastIndex : null });
  }
  const sent = readSent(visit.form);
  const values = await readValues(visit, found.current.content);
  const answering = visit.form.get('act') === 'yes' && found.purpose.basis === 'consent';
  const age = answering ? readAge(visit, company) : null;
  if (age?.says === 'no') {
    await answerAge(visit.core, { customerId: visit.customer.id, limit: age.limit, yes: false });
    return seeOther(`${page}#decision`);
  }
  const errors = [...values.errors, ...ageErrors(age), ...(answering ? wayErrors(found, sent) : [])];
  if (answering && errors.length > 0) return refuse({ ...sent, values: values.sent, errors, problem: null });
  try {
    const applied = await run(visit, which, sent, values.raw);
    return seeOther(page, applied.index === null ? { done: 'same' } : { done: applied.index, from });
  } catch (error) {
    return refuse({ ...sent, values: values.sent, ...explainRefusal(error) });
  }
}

/** A way that leads nowhere is no choice: said beside the ways, or where the detail is chosen. */
function wayErrors(found: PurposeCase['found'], chosen: Chosen): SentDecision['errors'] {
  const { content } = found.current;
  const way = wayWithoutAddress(content, choiceOf(found, chosen));
  // A yes that lost the address of its only way may still be made smaller.
  const before = found.granted && wayWithoutAddress(found.granted.content, found.standing);
  if (!way || (content.channels.length === 1 && way === before)) return [];
  return [
    { id: content.channels.length > 1 ? 'channel' : 'field', message: message(`error.form.wayNeeds.${way}`) },
  ];
}

type Chosen = Pick<SentDecision, 'fields' | 'channels' | 'months'>;

async function run(
  visit: PostVisit,
  { company, found, relationship }: PurposeCase,
  chosen: Chosen,
  values: Readonly<Record<string, string | readonly string[]>>,
): Promise<AppliedDecision> {
  const { core, customer, form } = visit;
  if (!relationship) throw new ConsentError('not-connected');
  const input = { customerId: customer.id, companyId: company.id, purposeId: found.purpose.id };
  const context = decisionOf(visit, Language.safeParse(form.get('language')).data ?? null);
  switch (form.get('act')) {
    case 'yes': {
      const versionId = PurposeVersionId.safeParse(form.get('version')).data;
      if (!versionId) throw new Response(null, { status: 400 });
      const choice = choiceOf(found, chosen);
      return grantConsent(
        core,
        {
          ...input,
          versionId,
          choice,
          values,
          oldEnough: readAge(visit, company)?.says === 'yes' || undefined,
        },
        context,
      );
    }
    case 'no':
      return sayNo(core, input, context);
    case 'undo': {
      const index = Number(form.get('index') ?? Number.NaN);
      if (!Number.isSafeInteger(index)) throw new Response(null, { status: 400 });
      return undoDecision(core, { ...input, index }, context);
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

/** Required fields belong to every yes; they are listed on the page and have no box of their own. */
function choiceOf({ current }: PurposeCase['found'], { fields, channels, months }: Chosen) {
  const required = current.content.fields.filter((field) => field.required).map(({ field }) => field);
  const optional = fields.flatMap((field) => FieldId.safeParse(field).data ?? []);
  return {
    fields: [...new Set([...required, ...optional])],
    channels: CHANNELS.filter((channel) => channels.includes(channel)),
    ...(/^(?:[1-9]|[1-9]\d|1[01]\d|120)$/.test(months) ? { months: Number(months) } : {}),
  };
}

function readSent(form: FormData): Chosen {
  const words = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
  return { fields: words('field'), channels: words('channel'), months: words('months')[0] ?? '' };
}

function refuse(sent: SentDecision): Response {
  return json(sent, { status: 422 });
}

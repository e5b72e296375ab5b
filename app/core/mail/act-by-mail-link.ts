import { CHANNELS } from '#schema/channel.ts';
import type { CompanyId, PurposeId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { AppliedDecision, DecisionContext } from '../consent/apply-decision.ts';
import { sayNo } from '../consent/say-no.ts';
import { takeEverythingBack } from '../consent/take-everything-back.ts';
import { findPreference } from '../permission/find-permission.ts';
import { laterOf } from '../preference/pause.ts';
import { type PreferenceChange, setPreference } from '../preference/set-preference.ts';
import { NotFoundError } from '../shared/app-error.ts';
import type { Core } from '../shared/core.ts';
import type { Intent } from '../shared/idempotency-store.ts';
import { requireMailLink } from './mail-link.ts';
import { stopReminder } from './stop-reminder.ts';

/** All that a link in a mail can do: less, never more. */
export type MailLinkAct =
  | { readonly type: 'no'; readonly companyId: CompanyId; readonly purposeId: PurposeId }
  | { readonly type: 'no-advertising' | 'take-back' | 'fewer' | 'no-mail'; readonly companyId: CompanyId }
  | { readonly type: 'pause-all'; readonly until: Instant }
  | { readonly type: 'take-all-back' | 'no-reminder' };

/** What "fewer mails" means, in any seven days. */
export const FEWER_PER_WEEK = 1;

const CUSTOMER = { kind: 'customer', name: '' } as const;

/**
 * One act by whoever holds the mail, for the customer it was sent to. A link
 * of one company's mail reaches that company, and what concerns all of them.
 *
 * @returns what was decided; empty for a preference, and when it stood so already
 * @throws SignInError of the link; NotFoundError for a company outside its scope
 */
export async function actByMailLink(
  core: Core,
  token: string,
  act: MailLinkAct,
  intent?: Intent,
): Promise<readonly AppliedDecision[]> {
  const { link, customer } = await requireMailLink(core, token);
  if ('companyId' in act && link.companyId !== null && act.companyId !== link.companyId)
    throw new NotFoundError();
  const customerId = customer.id;
  const context = byMailLink(intent);
  switch (act.type) {
    case 'no':
      return [await sayNo(core, { customerId, companyId: act.companyId, purposeId: act.purposeId }, context)];
    case 'take-back':
      return takeEverythingBack(core, { customerId, companyId: act.companyId }, context);
    case 'no-advertising':
      return takeEverythingBack(
        core,
        { customerId, companyId: act.companyId, advertisingOnly: true },
        context,
      );
    case 'take-all-back':
      return takeEverythingBack(core, { customerId }, context);
    case 'fewer':
      return prefer(core, { customerId, companyId: act.companyId, mostPerWeek: FEWER_PER_WEEK, intent });
    case 'no-mail': {
      const { channelsOff: off } = await findPreference(core.storage.read, customerId, act.companyId);
      const channelsOff = CHANNELS.filter((channel) => channel === 'email' || off.includes(channel));
      return prefer(core, { customerId, companyId: act.companyId, channelsOff, intent });
    }
    case 'pause-all': {
      // Whoever holds a mail makes a pause longer, never shorter.
      const { pausedUntil } = await core.storage.read.preference.find(customerId, null);
      const until = laterOf(pausedUntil, act.until);
      return prefer(core, { customerId, companyId: null, pausedUntil: until, intent });
    }
    case 'no-reminder':
      if (!(await stopReminder(core, customerId, link.template))) throw new NotFoundError();
      return [];
  }
}

async function prefer(core: Core, change: PreferenceChange): Promise<readonly AppliedDecision[]> {
  await setPreference(core, change, CUSTOMER, 'mail-link');
  return [];
}

/** The path in the record leaves the token out: whoever reads the record must not hold the link. */
export function byMailLink(intent?: Intent): DecisionContext {
  return {
    actor: CUSTOMER,
    method: 'mail-link',
    source: '/mail',
    language: null,
    ...(intent ? { intent } : {}),
  };
}

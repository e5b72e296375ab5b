import { randomUUID } from 'node:crypto';
import { FEWER_PER_WEEK } from '#app/core/mail/act-by-mail-link.ts';
import { MAIL_KIND } from '#app/core/mail/mail-kind.ts';
import { type ReadMailLink, readMailLink } from '#app/core/mail/mail-link.ts';
import { findPreference } from '#app/core/permission/find-permission.ts';
import type { Core } from '#app/core/shared/core.ts';
import { MailTemplate } from '#app/core/sign-in/draft-mail.ts';
import type { DeadMailLinkView, MailLinkView } from '#app/screens/mail/link-view.ts';
import { PAUSES } from '#app/screens/me/pause-form.tsx';
import type { CustomerId } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import { pauseEnd } from '../../me/reading/change-preference.server.ts';
import { linesOf, readConnected, runningPause } from '../../me/reading/lines.server.ts';
import { readTakenBack } from '../../me/reading/taken-back.server.ts';
import { readLinkDone } from './link-done.server.ts';

type Found = NonNullable<ReadMailLink['found']>;

interface LinkVisit {
  readonly core: Core;
  readonly token: string;
  readonly url: URL;
  /** Who is signed in on this device, if a customer is. */
  readonly signedIn: CustomerId | null;
}

/** Reads and changes nothing; somebody else who is signed in here is told whose link it is not. */
export async function readMailLinkView(visit: LinkVisit): Promise<MailLinkView | DeadMailLinkView> {
  const { core, token, signedIn } = visit;
  const { state, found } = await readMailLink(core, token);
  if (!found || state !== 'open') return { state: state === 'open' ? 'broken' : state };
  if (signedIn !== null && signedIn !== found.customer.id) return { state: 'foreign' };
  return readOpen(visit, found);
}

async function readOpen({ core, url }: LinkVisit, { link, customer }: Found): Promise<MailLinkView> {
  const { read } = core.storage;
  const { customerId } = link;
  const at = core.world.now();
  const connected = (await readConnected(core, customerId, at)).filter(
    ({ company }) => link.companyId === null || company.id === link.companyId,
  );
  const companies = await Promise.all(
    connected.map(async (one) => {
      const wishes = await findPreference(read, customerId, one.company.id);
      return {
        ...linesOf(one, at),
        mailOff: wishes.channelsOff.includes('email'),
        fewer: wishes.mostPerWeek !== null && wishes.mostPerWeek <= FEWER_PER_WEEK,
        reports: (await read.use.reportingSince(one.company.id)) !== null,
      };
    }),
  );
  const preference = await read.preference.find(customerId, null);
  const pausedUntil = runningPause(preference.pausedUntil, at);
  return {
    state: 'open',
    companies,
    scoped: link.companyId !== null,
    reminder: MailTemplate.options.some(
      (known) => known === link.template && MAIL_KIND[known] === 'reminder',
    ),
    pausedUntil,
    pauses: PAUSES.filter(
      (length) => pausedUntil === null || dayOf(pauseEnd(length, at)) > dayOf(pausedUntil),
    ),
    takenBack: await readTakenBack({ core, customer, at, url }, link.companyId),
    done: await readLinkDone(core, link, url.searchParams),
    intentId: randomUUID(),
  };
}

/** A pause that ends minutes later on the same day is no longer one to anybody. */
const dayOf = (at: Instant) => at.slice(0, 10);

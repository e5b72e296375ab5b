import type { TroubledJob } from '#app/core/job/job-store.ts';
import type { Core } from '#app/core/shared/core.ts';
import { MAIL_JOB, MailOrder } from '#app/core/sign-in/draft-mail.ts';
import type { MailFault, MailTrouble, TroubledMail } from '#app/screens/operator/mails.tsx';

const SHOWN = 50;

/** What could not be sent, by template and class of the fault: an address stands nowhere here. */
export async function readMailTrouble({ storage }: Pick<Core, 'storage'>): Promise<MailTrouble> {
  const { job } = storage.read;
  const delayed = await job.delayed(MAIL_JOB, SHOWN);
  const [oldest] = delayed;
  return {
    givenUp: (await job.givenUp(MAIL_JOB, SHOWN)).map(toMail),
    delayed: oldest
      ? { count: delayed.length, since: oldest.createdAt, nextAt: firstOf(delayed), fault: faultOf(oldest) }
      : null,
  };
}

function toMail(job: TroubledJob): TroubledMail {
  const order = MailOrder.safeParse(JSON.parse(job.payload)).data;
  return {
    id: job.id,
    template: order?.template ?? null,
    toStaff: order?.to.startsWith('staff:') ?? false,
    again: order?.template !== 'farewell',
    createdAt: job.createdAt,
    attempts: job.attempts,
    fault: faultOf(job),
  };
}

function firstOf(jobs: readonly TroubledJob[]): TroubledJob['runAt'] {
  return jobs.map(({ runAt }) => runAt).reduce((first, at) => (at < first ? at : first));
}

/** `MailNotSentError: not taken by the mail server: EENVELOPE 550` -> `EENVELOPE 550`; another fault by its name alone. */
function faultOf({ error }: TroubledJob): MailFault {
  const code = /^MailNotSentError: .*: (.+)$/.exec(error)?.[1] ?? error.split(':')[0] ?? error;
  return { code, kind: KINDS.find(([, sign]) => sign.test(code))?.[0] ?? 'other' };
}

/** In order: a refused login has the code of a refused envelope. */
const KINDS = [
  ['login', /^EAUTH|\b53\d$/],
  ['tls', /^ETLS/],
  ['busy', /\b4\d\d$/],
  ['address', /^EENVELOPE/],
  ['message', /^EMESSAGE/],
  ['away', /^(?:ECONNECTION|ESOCKET|ETIMEDOUT|EDNS)/],
] as const;

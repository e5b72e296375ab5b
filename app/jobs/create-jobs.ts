import { expireConsents } from '#app/core/consent/expire-consents.ts';
import { deleteUnconfirmed } from '#app/core/customer/delete-unconfirmed.ts';
import { finishErasures } from '#app/core/erasure/finish-erasures.ts';
import { DIALOGUE_JOB, forgetDialogue } from '#app/core/erasure/forget-dialogue.ts';
import { CLEAN_JOB } from '#app/core/erasure/order-cleaning.ts';
import { OWN_FILE_JOB } from '#app/core/export/request-own-file.ts';
import { KEPT_FORM_MS } from '#app/core/kept-form/keep-form.ts';
import { MAIL_LINK_MS } from '#app/core/mail/mail-link.ts';
import { sendReceipts } from '#app/core/mail/send-receipts.ts';
import { remindProfiles } from '#app/core/profile/remind-profiles.ts';
import { forgetLetters } from '#app/core/request/forget-letters.ts';
import { remindRequests } from '#app/core/request/remind-requests.ts';
import { addMs, DAY_MS, HOUR_MS, MINUTE_MS } from '#app/core/shared/calendar.ts';
import type { Core } from '#app/core/shared/core.ts';
import { MAIL_JOB } from '#app/core/sign-in/draft-mail.ts';
import { DEVICE_MS } from '#app/core/sign-in/greet-device.ts';
import { SMS_JOB } from '#app/core/sms/draft-sms.ts';
import { remindYearly } from '#app/core/yearly/yearly-reminder.ts';
import type { Log } from '#app/logger.server.ts';
import type { Mailer } from '#app/mail/mailer.ts';
import type { Texter } from '#app/sms/texter.ts';
import { createJobRunner, type JobHandler, type JobRunner } from './runner.ts';

export interface JobOptions {
  readonly core: Core;
  readonly mailer: Pick<Mailer, 'deliver'>;
  /** Absent, or without `deliver`: text messages wait. */
  readonly texter?: Pick<Texter, 'deliver'>;
  /** Signs the log's head if it grew. */
  readonly signHead: () => Promise<void>;
  /** Wipes from the files what was removed from the tables. Absent: the orders wait. */
  readonly cleanStorage?: () => Promise<void>;
  readonly log: Log;
  readonly pollMs?: number;
  /** Files of customers on disk. */
  readonly files: {
    readonly build: JobHandler;
    readonly removeExpired: () => Promise<number>;
  };
}

const EVERY = {
  'expire-consents': { everyMs: MINUTE_MS },
  'sign-checkpoint': { everyMs: MINUTE_MS },
  'send-receipts': { everyMs: MINUTE_MS },
  'delete-unconfirmed': { everyMs: 10 * MINUTE_MS },
  'remind-profiles': { everyMs: HOUR_MS },
  'remind-requests': { everyMs: HOUR_MS },
  'remind-yearly': { everyMs: HOUR_MS },
  'forget-letters': { everyMs: DAY_MS },
  'finish-erasures': { everyMs: 10 * MINUTE_MS },
  'purge-idempotency': { everyMs: HOUR_MS },
  'purge-sign-in': { everyMs: HOUR_MS },
  'purge-jobs': { everyMs: HOUR_MS },
  'remove-expired-files': { everyMs: 10 * MINUTE_MS },
  'purge-kept-forms': { everyMs: 10 * MINUTE_MS },
  'purge-mail-links': { everyMs: HOUR_MS },
} as const;

/** Done jobs stay long enough to look into a fault, ended proofs to say "this link was used". */
const JOBS_KEPT_MS = 7 * DAY_MS;
const PROOFS_KEPT_MS = 2 * DAY_MS;
/** A form sent again after a day is a new one. */
const INTENT_KEPT_MS = DAY_MS;

/** All work that happens without anybody asking, on this node. */
export function createJobs({
  core,
  mailer,
  texter,
  signHead,
  cleanStorage,
  log,
  pollMs,
  files,
}: JobOptions): JobRunner {
  const { storage, world } = core;
  const ago = (ms: number) => addMs(world.now(), -ms);
  const own: Record<keyof typeof EVERY | typeof DIALOGUE_JOB, JobHandler> = {
    [DIALOGUE_JOB]: (job) => forgetDialogue(core, job),
    'expire-consents': async () => void (await expireConsents(core)),
    'sign-checkpoint': signHead,
    'send-receipts': async () => void (await sendReceipts(core)),
    'delete-unconfirmed': async () => void (await deleteUnconfirmed(core)),
    'remind-profiles': async () => void (await remindProfiles(core)),
    'forget-letters': async () => void (await forgetLetters(core)),
    'remind-requests': async () => void (await remindRequests(core)),
    'remind-yearly': async () => void (await remindYearly(core)),
    'finish-erasures': async () => void (await finishErasures(core)),
    'purge-idempotency': async () =>
      void (await storage.transact((tx) => tx.idempotency.purge(ago(INTENT_KEPT_MS)))),
    'purge-sign-in': () =>
      storage.transact(async (tx) => {
        await tx.signIn.deleteEnded(ago(PROOFS_KEPT_MS));
        await tx.signIn.deleteDevices(ago(DEVICE_MS).slice(0, 10));
      }),
    'purge-jobs': () => storage.transact((tx) => tx.job.deleteDone(ago(JOBS_KEPT_MS))),
    'remove-expired-files': async () => void (await files.removeExpired()),
    'purge-kept-forms': () => storage.transact((tx) => tx.keptForm.dropBefore(ago(KEPT_FORM_MS))),
    // A link that is over still says no to a mail program for as long again.
    'purge-mail-links': () => storage.transact((tx) => tx.mailLink.deleteExpired(ago(MAIL_LINK_MS))),
  };
  const { deliver } = mailer;
  // A file may take a minute: in its own lane it holds up nothing else.
  const building = { [OWN_FILE_JOB]: files.build };
  const work = cleanStorage ? { ...own, [CLEAN_JOB]: cleanStorage } : own;
  const lanes = [
    work,
    building,
    ...(deliver ? [{ [MAIL_JOB]: deliver }] : []),
    ...(texter?.deliver ? [{ [SMS_JOB]: texter.deliver }] : []),
  ];
  return createJobRunner({ core, lanes, recurring: EVERY, log, ...(pollMs === undefined ? {} : { pollMs }) });
}

import { answerRequest } from '#app/core/request/answer-request.ts';
import { holdRequest } from '#app/core/request/hold-request.ts';
import { makeRequest } from '#app/core/request/make-request.ts';
import { recordRequest } from '#app/core/request/record-request.ts';
import { writeAsOfficer } from '#app/core/request/write-on-request.ts';
import { NotFoundError } from '#app/core/shared/app-error.ts';
import { MAIL_JOB } from '#app/core/sign-in/draft-mail.ts';
import type { RequestId } from '#schema/ids.ts';
import type { RequestAct } from './plan/planned-act.ts';
import { personNamed, type ReplayContext, staffNamed } from './replay-context.ts';

/** What a customer asks of a company, and what its officer writes. */
export async function replayRequest(replay: ReplayContext, act: RequestAct): Promise<void> {
  await replay.flush();
  await run(replay, act);
  await dropMails(replay);
}

async function run(replay: ReplayContext, act: RequestAct): Promise<void> {
  const { core, cast, requests } = replay;
  switch (act.kind) {
    case 'request': {
      const { customerId } = personNamed(replay, act.person);
      const companyIds = [cast.companies[act.company].id];
      const input = { customerId, companyIds, kind: act.right, text: act.text, files: [] };
      const [id] = await makeRequest(core, input);
      if (id) requests.set(act.ref, id);
      return;
    }
    case 'request-letter': {
      const { name, contact, right, arrivedOn, text } = act;
      const id = await recordRequest(core, {
        staff: staffNamed(replay, act.staff),
        who: { name, contact, language: 'de' },
        kind: right,
        origin: 'letter',
        arrivedOn,
        text,
        identity: '',
        files: [],
      });
      requests.set(act.ref, id);
      return;
    }
    case 'request-step':
      return step(replay, act);
  }
}

async function step(
  replay: ReplayContext,
  { ref, staff, as, text }: Extract<RequestAct, { kind: 'request-step' }>,
): Promise<void> {
  const { core } = replay;
  const by = { requestId: requestNamed(replay, ref), by: staffNamed(replay, staff) };
  switch (as) {
    case 'note':
      return writeAsOfficer(core, { ...by, kind: as, text, files: [] });
    case 'done':
      return answerRequest(core, { ...by, outcome: as, text, files: [] });
    case 'held':
      return holdRequest(core, { ...by, hold: 'retention', reason: text, until: null });
  }
}

function requestNamed({ requests }: ReplayContext, ref: string): RequestId {
  const id = requests.get(ref);
  if (!id) throw new NotFoundError();
  return id;
}

/** Mails of months ago must not go out when the demo begins. */
async function dropMails({ core }: ReplayContext): Promise<void> {
  const now = core.world.now();
  await core.storage.transact(async (tx) => {
    for (const { id } of await tx.job.claim([MAIL_JOB], now, now, 100)) await tx.job.finish(id, now);
  });
}

import { recordInteraction } from '#app/core/interaction/record-interaction.ts';
import { NotFoundError } from '#app/core/shared/app-error.ts';
import { addMs, DAY_MS } from '#app/core/shared/calendar.ts';
import { answerThread } from '#app/core/thread/answer-thread.ts';
import { callOfficer } from '#app/core/thread/call-officer.ts';
import type { ThreadTarget } from '#app/core/thread/find-quote.ts';
import { noteSeen } from '#app/core/thread/note-seen.ts';
import { findOwnThread } from '#app/core/thread/own-thread.ts';
import { startThread } from '#app/core/thread/start-thread.ts';
import { writeFirst } from '#app/core/thread/write-first.ts';
import { keepRelationship } from '#app/core/yearly/keep-relationship.ts';
import { wantYearlyReminder } from '#app/core/yearly/yearly-reminder.ts';
import type { CompanyId, CustomerId, ThreadId } from '#schema/ids.ts';
import { drawSketchMap } from './content/sketch-map.ts';
import { drawTwoBars } from './content/two-bars.ts';
import type { DialogueAct } from './plan/planned-act.ts';
import { personNamed, type ReplayContext, releaseOf, staffNamed } from './replay-context.ts';

type AskAct = Extract<DialogueAct, { kind: 'ask' }>;

/** What customers and companies say to each other. Each waits for what came before: it reads it. */
export async function replayDialogue(replay: ReplayContext, act: DialogueAct): Promise<void> {
  await replay.flush();
  const { core, cast } = replay;
  const { customerId, subjects } = personNamed(replay, act.person);
  if (act.kind === 'want-yearly') return wantYearlyReminder(core, customerId, true);
  const companyId = cast.companies[act.company].id;
  const subject = subjects.get(act.company);
  if (!subject) throw new NotFoundError();
  switch (act.kind) {
    case 'ask': {
      const about = await targetOf(replay, act, { customerId, companyId });
      const wishedBy = act.wishedInDays === null ? '' : addMs(act.at, act.wishedInDays * DAY_MS).slice(0, 10);
      const { concern, title, text } = act;
      const input = { customerId, companyId, concern, title, text, wishedBy };
      const id = await startThread(core, about ? { ...input, about } : input);
      replay.threads.set(keyOf(act), id);
      return;
    }
    case 'answer': {
      const staff = staffNamed(replay, act.staff);
      const pictures = act.picture ? [drawSketchMap()] : [];
      const threadId = threadOf(replay, act);
      return answerThread(core, { staff, role: 'marketer', threadId, text: act.text, pictures });
    }
    case 'open-talk':
      return noteSeen(
        core,
        await findOwnThread(core.storage.read, customerId, threadOf(replay, act)),
        'customer',
      );
    case 'call':
      return callOfficer(core, { customerId, threadId: threadOf(replay, act) });
    case 'keep':
      return keepRelationship(core, { customerId, companyId });
    case 'write-first':
    case 'record': {
      const staff = staffNamed(replay, act.staff);
      const { purposeId } = releaseOf(replay, act.company, act.purpose);
      const { text } = act;
      if (act.kind === 'write-first') {
        const pictures = act.picture ? [drawTwoBars()] : [];
        return writeFirst(core, { staff, subject, purposeId, title: act.title, text, pictures });
      }
      const happenedOn = act.at.slice(0, 10);
      return recordInteraction(core, { staff, subject, purposeId, kind: act.entry, happenedOn, text });
    }
  }
}

const keyOf = ({ person, company, title }: { person: string; company: string; title: string }): string =>
  `${person}/${company}/${title}`;

function threadOf(
  { threads }: ReplayContext,
  act: { person: string; company: string; title: string },
): ThreadId {
  const id = threads.get(keyOf(act));
  if (!id) throw new NotFoundError();
  return id;
}

async function targetOf(
  { core }: ReplayContext,
  { about }: AskAct,
  of: { readonly customerId: CustomerId; readonly companyId: CompanyId },
): Promise<ThreadTarget | undefined> {
  const { disclosure, interaction, relationship } = core.storage.read;
  if (about === 'last-look') {
    const [look] = await disclosure.looksOfCustomer(of.customerId, { companyId: of.companyId, limit: 1 });
    return look && { target: 'look', id: look.disclosureId };
  }
  const known = about && (await relationship.findLive(of.customerId, of.companyId));
  const [entry] = known ? await interaction.ofRelationship(known.id, 1) : [];
  return entry && { target: 'entry', id: entry.id };
}

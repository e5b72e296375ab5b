import { askForConsent } from '#app/core/consent-request/ask-for-consent.ts';
import { type DiscloseInput, recordDisclosure } from '#app/core/disclosure/record-disclosure.ts';
import { exportPeople } from '#app/core/export/export-people.ts';
import { NotFoundError } from '#app/core/shared/app-error.ts';
import { openEvidence } from '#app/core/vault/doors/open-evidence.ts';
import { SEGMENTS } from './content/segments.ts';
import type { StaffAct } from './plan/planned-act.ts';
import { personNamed, type ReplayContext, releaseOf, staffNamed } from './replay-context.ts';

const PAGE = 50;

/**
 * Looks of staff: permitted, recorded and committed as the door does it. Lists
 * and single looks end there, for nobody reads them; an export is read and
 * thrown away.
 */
export async function replayStaff(replay: ReplayContext, act: StaffAct): Promise<void> {
  const { core } = replay;
  const staff = staffNamed(replay, act.staff);
  const { purposeId } = releaseOf(replay, act.company, act.purpose);
  const look = { staff, role: 'marketer', purposeId, reason: act.reason } as const;
  const record = (input: DiscloseInput) =>
    core.sequencer.submit((context) => recordDisclosure(core, context, input));
  switch (act.kind) {
    case 'list': {
      const segment = SEGMENTS.find(({ slug, company }) => slug === act.segment && company === act.company);
      const people = { conditions: segment?.conditions, afterSubject: null, limit: PAGE };
      await record({ ...look, how: 'list', runId: core.world.newId(), people });
      return;
    }
    case 'view': {
      const subject = personNamed(replay, act.person).subjects.get(act.company);
      if (!subject) throw new NotFoundError();
      await record({ ...look, how: 'view', runId: core.world.newId(), people: { subjects: [subject] } });
      return;
    }
    case 'ask-consent': {
      const subject = personNamed(replay, act.person).subjects.get(act.company);
      if (!subject) throw new NotFoundError();
      const text = { reason: act.reason, fields: [], months: null };
      await askForConsent(core, { staff, subject, purposeId, text });
      return;
    }
    case 'export': {
      await replay.flush();
      for await (const batch of exportPeople(core, look)) void batch;
      return;
    }
    case 'evidence': {
      await replay.flush();
      const relationship = await core.storage.read.relationship.find(
        personNamed(replay, act.person).relationshipIds[act.company],
      );
      if (!relationship) throw new NotFoundError();
      const entries = await core.storage.read.ledger.ofRelationship(relationship.id);
      await openEvidence(core, staff, relationship, entries, act.reason);
      return;
    }
  }
}

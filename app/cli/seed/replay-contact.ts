import { planContact } from '#app/core/planned-contact/plan-contact.ts';
import { recordUsesOfSegment } from '#app/core/use/record-uses-of-segment.ts';
import { setReporting } from '#app/core/use/set-reporting.ts';
import { UseError } from '#app/core/use/use-error.ts';
import type { ContactAct } from './plan/contact-act.ts';
import { type ReplayContext, releaseOf, staffNamed } from './replay-context.ts';

/** What a company sent and what it plans; a report reads who permits it, so everything before it is written first. */
export async function replayContact(replay: ReplayContext, act: ContactAct): Promise<void> {
  const { core, cast } = replay;
  const staff = staffNamed(replay, act.staff);
  await replay.flush();
  switch (act.kind) {
    case 'report-everything':
      await setReporting(core, staff, true);
      return;
    case 'report-uses': {
      const { purposeId } = releaseOf(replay, act.company, act.purpose);
      const { at, channel, topic, reference } = act;
      const report = { companyId: cast.companies[act.company].id, reportedBy: staff.pseudonym } as const;
      try {
        await recordUsesOfSegment(core, { ...report, how: 'page', reference, purposeId, channel, topic, at });
      } catch (error) {
        // In a small plan the first newsletters reach nobody: then there is nothing to tell.
        if (!(error instanceof UseError) || error.code !== 'nothing-reported') throw error;
      }
      return;
    }
    case 'plan-contact': {
      const { purposeId } = releaseOf(replay, act.company, act.purpose);
      const { title, channel, topic, plannedAt } = act;
      await planContact(core, staff, { purposeId, title, channel, topic, at: plannedAt });
      return;
    }
  }
}

import type { DecisionContext } from '#app/core/consent/apply-decision.ts';
import { grantConsent } from '#app/core/consent/grant-consent.ts';
import { recordNo } from '#app/core/consent/record-no.ts';
import { sayNo } from '#app/core/consent/say-no.ts';
import { undoDecision } from '#app/core/consent/undo-decision.ts';
import { setPreference } from '#app/core/preference/set-preference.ts';
import { restrictRelationship } from '#app/core/relationship/restrict-relationship.ts';
import { NotFoundError } from '#app/core/shared/app-error.ts';
import type { DecisionAct, PreferenceAct } from './plan/planned-act.ts';
import { personNamed, type ReplayContext, releaseOf, staffNamed } from './replay-context.ts';

/** What a customer decides, or staff write down for one. */
export async function replayDecision(replay: ReplayContext, act: DecisionAct): Promise<void> {
  const { core, cast } = replay;
  const { customerId, planned, relationshipIds, subjects } = personNamed(replay, act.person);
  const companyId = cast.companies[act.company].id;
  const { purposeId } = releaseOf(replay, act.company, act.purpose);
  const subject = { customerId, companyId, purposeId };
  const context = (method: 'web' | 'join'): DecisionContext => ({
    actor: { kind: 'customer', name: '' },
    method,
    source: method === 'join' ? `/join/${act.company}` : `/me/companies/${act.company}/${act.purpose}`,
    language: planned.language,
  });
  switch (act.kind) {
    case 'grant':
    case 'change': {
      const { versionId } = releaseOf(replay, act.company, act.purpose, act.version);
      const choice = { fields: [...act.fields], channels: [...act.channels] };
      await grantConsent(
        core,
        { ...subject, versionId, choice },
        context(act.kind === 'grant' ? act.method : 'web'),
      );
      return;
    }
    case 'refuse':
    case 'withdraw':
    case 'object': {
      if (act.method === 'web' || act.method === 'join') {
        await sayNo(core, subject, context(act.method));
        return;
      }
      const known = subjects.get(act.company);
      if (!known || !act.staff) throw new NotFoundError();
      const staff = staffNamed(replay, act.staff);
      await recordNo(core, {
        staff,
        subject: known,
        purposeId,
        method: act.method,
        source: act.source ?? '',
      });
      return;
    }
    case 'undo': {
      await replay.flush();
      const consent = await core.storage.read.consent.find(relationshipIds[act.company], purposeId);
      await undoDecision(core, { ...subject, index: consent?.lastIndex ?? -1 }, context('web'));
      return;
    }
  }
}

export async function replayPreference(replay: ReplayContext, act: PreferenceAct): Promise<void> {
  const { core, cast } = replay;
  const { customerId } = personNamed(replay, act.person);
  const companyId = act.company && cast.companies[act.company].id;
  switch (act.kind) {
    case 'pause':
      await setPreference(core, { customerId, companyId, pausedUntil: act.until });
      return;
    case 'resume':
      await setPreference(core, { customerId, companyId, pausedUntil: null });
      return;
    case 'channels-off':
      await setPreference(core, { customerId, companyId, channelsOff: act.channels });
      return;
    case 'wish':
      await setPreference(core, { customerId, companyId, ...act.wishes });
      return;
    case 'restrict':
      await restrictRelationship(core, {
        customerId,
        companyId: cast.companies[act.company].id,
        restricted: act.restricted,
      });
      return;
  }
}

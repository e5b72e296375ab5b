import { json } from '@remix-run/node';
import { countSegment } from '#app/core/segment/count-segment.ts';
import { SegmentError, saveSegment } from '#app/core/segment/save-segment.ts';
import { staffPrincipal } from '#app/core/sign-in/principal.ts';
import { answerIntentOf } from '#app/http/intent.server.ts';
import { type Message, message } from '#app/i18n/message.ts';
import type { BuilderView } from '#app/screens/company/segment-builder.tsx';
import { isFactField } from '#schema/field.ts';
import { seeOther } from '../../me/reading/visit.server.ts';
import { findOpenPurpose, nameOf } from './purposes.server.ts';
import { conditionsOf, type Params, readDraft } from './segment-draft.server.ts';
import type { StaffVisit } from './visit.server.ts';

/** The draft in the query with its count; nothing is read and nothing kept. */
export async function readBuilder(visit: StaffVisit, params: Params): Promise<BuilderView> {
  const { core, company, intentId } = visit;
  const current = await findOpenPurpose(visit, textOf(params, 'purpose'));
  const { purpose, version } = current;
  const byConsent = purpose.basis === 'consent';
  // Where nobody said yes, nobody permitted to be filtered.
  const offered = byConsent ? version.content.fields.map(({ field }) => field).filter(isFactField) : [];
  const draft = readDraft(params, offered);
  return {
    purpose: nameOf(current),
    byConsent,
    offered,
    draft,
    showProblems: params.get('do') === 'count',
    nameError: null,
    ...(await countSegment(core, company.id, purpose.id, conditionsOf(draft))),
    intentId,
  };
}

/** Saves the draft that was sent; what does not fit comes back with what was typed. */
export async function saveDraft(visit: StaffVisit, form: FormData) {
  const { core, staff, url } = visit;
  const view = await readBuilder(visit, form);
  const back = (nameError: Message | null) =>
    json({ ...view, showProblems: true, nameError }, { status: 422 });
  const { purpose } = await findOpenPurpose(visit, view.purpose.slug);
  const intent = answerIntentOf(form, staffPrincipal(staff.id), url.pathname);
  if (view.draft.name.trim() === '') return back(message('error.form.required'));
  if (view.draft.rows.some(({ problem }) => problem !== null)) return back(null);
  try {
    const { id } = await saveSegment(core, staff, {
      purposeId: purpose.id,
      name: view.draft.name,
      conditions: conditionsOf(view.draft),
      ...(intent ? { intent } : {}),
    });
    return seeOther(`/company/segments/${id}`, { done: 'saved' });
  } catch (error) {
    if (error instanceof SegmentError) return back(message('error.form.tooLong', { max: 80 }));
    throw error;
  }
}

function textOf(params: Params, name: string): string | null {
  const value = params.get(name);
  return typeof value === 'string' ? value : null;
}

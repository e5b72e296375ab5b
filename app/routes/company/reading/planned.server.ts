import { json } from '@remix-run/node';
import { notFound } from '#app/auth/require.ts';
import {
  cancelPlannedContact,
  PLANNED_TITLE_MAX,
  PlannedContactError,
  type PlannedContactErrorCode,
  planContact,
} from '#app/core/planned-contact/plan-contact.ts';
import { addMs, DAY_MS } from '#app/core/shared/calendar.ts';
import { staffPrincipal } from '#app/core/sign-in/principal.ts';
import { answerIntentOf } from '#app/http/intent.server.ts';
import { type Message, message } from '#app/i18n/message.ts';
import {
  PLANNED_DONE,
  type PlannedField,
  type PlannedForm,
  type PlannedView,
} from '#app/screens/company/planned.tsx';
import { Channel } from '#schema/channel.ts';
import { PlannedContactId } from '#schema/ids.ts';
import { Topic } from '#schema/topic.ts';
import { oneOf, seeOther } from '../../me/reading/visit.server.ts';
import { portalInstant, portalLocal } from './portal-time.server.ts';
import { nameOf, readOpenPurposes } from './purposes.server.ts';
import type { StaffVisit } from './visit.server.ts';

const MOST_SHOWN = 50;

export async function readPlanned(visit: StaffVisit): Promise<PlannedView> {
  const { core, company, at, url, intentId } = visit;
  const { read } = core.storage;
  const titles = new Map(
    (await read.purpose.all(company.id)).map(({ purpose, version }) => [purpose.id, version.content.title]),
  );
  return {
    planned: (await read.plannedContact.next(company.id, at, MOST_SHOWN)).map(
      ({ id, title, purposeId, channel, topic, at: when }) => ({
        id,
        title,
        purposeTitle: titles.get(purposeId) ?? {},
        channel,
        topic,
        at: when,
      }),
    ),
    purposes: (await readOpenPurposes(visit)).map((current) => ({
      ...nameOf(current),
      channels: current.version.content.channels,
    })),
    languages: company.profile.languages,
    suggestedLocal: `${portalLocal(addMs(at, DAY_MS)).slice(0, 10)}T10:00`,
    nowLocal: portalLocal(at),
    done: oneOf(PLANNED_DONE, url.searchParams.get('done')),
    intentId,
  };
}

/** Announces, or calls off. @throws Response 404, the same for what another company plans */
export async function changePlanned(visit: StaffVisit, form: FormData): Promise<Response> {
  const { core, staff } = visit;
  if (form.get('act') !== 'cancel') return announce(visit, form);
  const id = PlannedContactId.safeParse(form.get('planned')).data;
  if (!id) throw notFound();
  await cancelPlannedContact(core, staff, id);
  return seeOther('/company/planned', { done: 'cancelled' });
}

async function announce(visit: StaffVisit, form: FormData): Promise<Response> {
  const { core, staff, company, url } = visit;
  const text = (name: PlannedField) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const [first = 'de'] = company.profile.languages;
  const names: PlannedField[] = ['purpose', 'channel', 'topic', 'at', 'title-de', 'title-en'];
  const typed = Object.fromEntries(names.map((name) => [name, text(name)]));
  const back = (errors: PlannedForm['errors']) =>
    json({ errors, typed } satisfies PlannedForm, { status: 422 });
  const purpose = (await readOpenPurposes(visit)).find((one) => one.purpose.slug === typed.purpose)?.purpose;
  const channel = Channel.safeParse(typed.channel).data;
  const topic = Topic.safeParse(typed.topic).data;
  const at = portalInstant(typed.at ?? '');
  if (!purpose || !channel || !topic || !at)
    return back({
      ...(purpose ? {} : { purpose: message('error.form.requiredChoice') }),
      ...(channel ? {} : { channel: message('error.form.requiredChoice') }),
      ...(topic ? {} : { topic: message('error.form.requiredChoice') }),
      ...(at ? {} : { at: message('company.uses.error.time') }),
    });
  try {
    await planContact(core, staff, {
      purposeId: purpose.id,
      title: { de: text('title-de'), en: text('title-en') },
      channel,
      topic,
      at,
      intent: answerIntentOf(form, staffPrincipal(staff.id), url.pathname),
    });
  } catch (error) {
    if (!(error instanceof PlannedContactError)) throw error;
    const [field, said] = FIELD_OF[error.code];
    return back({ [field === 'title' ? `title-${first}` : field]: said });
  }
  return seeOther('/company/planned', { done: 'added' });
}

const FIELD_OF: Readonly<Record<PlannedContactErrorCode, readonly [PlannedField | 'title', Message]>> = {
  'title-missing': ['title', message('company.planned.error.title')],
  'title-too-long': ['title', message('error.form.tooLong', { max: PLANNED_TITLE_MAX })],
  'channel-not-asked': ['channel', message('company.planned.error.channel')],
  'topic-not-asked': ['topic', message('company.planned.error.topic')],
  'date-past': ['at', message('company.planned.error.past')],
  'date-too-far': ['at', message('company.planned.error.far')],
};

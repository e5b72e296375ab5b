import { notFound } from '#app/auth/require.ts';
import type { CurrentPurpose } from '#app/core/purpose/purpose-store.ts';
import type { Segment } from '#app/core/segment/segment-store.ts';
import { type DisclosedPerson, discloseToCompany } from '#app/core/vault/doors/disclose-to-company.ts';
import type { PeopleView } from '#app/screens/company/people.tsx';
import type { PersonPage } from '#app/screens/company/person.tsx';
import type { PersonView } from '#app/screens/company/view.ts';
import type { FieldId } from '#schema/field.ts';
import { SegmentId, SubjectId } from '#schema/ids.ts';
import { findOpenPurpose, nameOf, readOpenPurposes } from './purposes.server.ts';
import type { StaffVisit } from './visit.server.ts';

const PAGE_SIZE = 50;

/** One page of a list: discloses it. */
export async function readPeopleView(visit: StaffVisit): Promise<PeopleView> {
  const { core, staff, company, at, url } = visit;
  const { current, segment } = await findScope(visit, url.searchParams);
  const afterSubject = url.searchParams.has('after') ? subjectOf(url.searchParams.get('after')) : null;
  const purposeId = current.purpose.id;
  const conditions = segment?.conditions;
  const batch = await discloseToCompany(core, {
    staff,
    role: 'marketer',
    purposeId,
    how: 'list',
    reason: '',
    runId: core.world.newId(),
    people: { conditions, afterSubject, limit: PAGE_SIZE },
  });
  const query = { companyId: company.id, purposeId, at, ...(conditions ? { conditions } : {}) };
  const { people } = core.storage.read;
  const more = batch.lastSubject ? await people.page(query, batch.lastSubject, 1) : [];
  return {
    companyName: company.profile.name,
    purpose: nameOf(current),
    byConsent: current.purpose.basis === 'consent',
    segment: segment ? { id: segment.id, name: segment.name } : null,
    fields: columnsOf(current, batch.fields),
    people: batch.people.map(personOf),
    visible: await people.count(query),
    pageSize: PAGE_SIZE,
    isFirst: afterSubject === null,
    next: more.length > 0 ? batch.lastSubject : null,
  };
}

/**
 * One person: discloses them.
 *
 * @throws Response 404 for a person who is not there and for one who permits nothing
 */
export async function readPersonPage(visit: StaffVisit, subject: string | undefined): Promise<PersonPage> {
  const { core, staff, company, url } = visit;
  const current = await findOpenPurpose(visit, url.searchParams.get('purpose'));
  const batch = await discloseToCompany(core, {
    staff,
    role: 'marketer',
    purposeId: current.purpose.id,
    how: 'view',
    reason: '',
    runId: core.world.newId(),
    people: { subjects: [subjectOf(subject)] },
  });
  const [person] = batch.people;
  if (!person) throw notFound();
  return {
    companyName: company.profile.name,
    purpose: nameOf(current),
    fields: columnsOf(current, batch.fields),
    person: personOf(person),
  };
}

export interface PeopleScope {
  readonly current: CurrentPurpose;
  readonly segment: Segment | null;
}

/** The purpose that was asked for, or that of the segment. @throws Response 404 */
export async function findScope(visit: StaffVisit, params: URLSearchParams): Promise<PeopleScope> {
  const id = params.get('segment');
  if (id === null) return { current: await findOpenPurpose(visit, params.get('purpose')), segment: null };
  const segment = await findSegment(visit, id);
  const current = (await readOpenPurposes(visit)).find(({ purpose }) => purpose.id === segment.purposeId);
  if (!current) throw notFound();
  return { current, segment };
}

/** @throws Response 404, the same for another company's segment */
export async function findSegment({ core, company }: StaffVisit, id: string | undefined): Promise<Segment> {
  const known = SegmentId.safeParse(id);
  const segment = known.success && (await core.storage.read.segment.find(company.id, known.data));
  if (!segment) throw notFound();
  return segment;
}

/** @throws Response 404 for what is no id at all */
export function subjectOf(raw: string | null | undefined): SubjectId {
  const subject = SubjectId.safeParse(raw);
  if (!subject.success) throw notFound();
  return subject.data;
}

/** What the purpose asks for, then what an older yes on the page still permits. */
function columnsOf({ version }: CurrentPurpose, disclosed: readonly FieldId[]): FieldId[] {
  return [...new Set([...version.content.fields.map(({ field }) => field), ...disclosed])];
}

/** Which fields a person permits without having entered them stays here: to staff both are "not permitted". */
function personOf({ subject, since, values, channels }: DisclosedPerson): PersonView {
  return { subject, since, values, channels };
}

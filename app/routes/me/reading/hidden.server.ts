import type { Consent } from '#app/core/consent/consent.ts';
import type { FieldView, HiddenLine } from '#app/screens/me/field-view.ts';
import { nameOf } from './find-company.server.ts';
import type { Visit } from './visit.server.ts';

const CHANGED = /^\d{1,15}(?:,\d{1,15}){0,30}$/;

/** What the act before this page did, while its events are still the latest of their purposes. */
export async function readHidden({ core, customer, url }: Visit): Promise<FieldView['hidden']> {
  const { read } = core.storage;
  const company = await read.company.findBySlug(url.searchParams.get('company') ?? '');
  const relationship = company && (await read.relationship.findLive(customer.id, company.id));
  const said = url.searchParams.get('changed') ?? '';
  if (!company || !relationship || !CHANGED.test(said)) return null;
  const indices = said.split(',').map(Number);
  const consents = (await read.consent.ofRelationship(relationship.id)).filter(({ lastIndex }) =>
    indices.includes(lastIndex),
  );
  const lines: HiddenLine[] = [];
  for (const consent of consents) {
    const purpose = await read.purpose.find(consent.purposeId);
    const version = purpose && (await read.purpose.currentVersion(purpose.id));
    if (!purpose || !version) continue;
    const { title } = version.content;
    lines.push({ purpose: purpose.slug, title, index: consent.lastIndex, ended: hasEnded(consent) });
  }
  return { company: nameOf(company), lines };
}

const hasEnded = ({ standing }: Consent) => standing.state === 'withdrawn' || standing.state === 'objected';

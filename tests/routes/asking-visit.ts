import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { CustomerVisit } from '#tests/support/customer-visit.ts';
import type { TestPortal } from '#tests/support/test-portal.ts';

interface Asking {
  readonly portal: TestPortal;
  /** Cookie of Alpenrad's marketer. */
  readonly marketer: string;
  readonly reason: string;
}

/** Alpenrad asks a customer by its own form, and the customer answers on the page of the question. */
export function askingOf(it: () => Asking) {
  return { ask, questionOf, answer, subjectOf };

  async function subjectOf(visit: CustomerVisit): Promise<string> {
    const { read } = it().portal.services.core.storage;
    const company = await read.company.findBySlug('alpenrad');
    const found = company && (await read.relationship.findLive(visit.customerId, company.id));
    return found?.subject ?? '';
  }

  /** By the company's own form. */
  async function ask(visit: CustomerVisit, purpose: string, fields: Record<string, string | string[]> = {}) {
    it().portal.world.advance(1);
    const person = await subjectOf(visit);
    const response = await it().portal.post(`/company/ask/${purpose}`, it().marketer, {
      'intent-id': randomUUID(),
      person,
      reason: it().reason,
      ...fields,
    });
    expect(response.headers.get('location')).toBe('/company/ask?done=asked');
  }

  async function questionOf(visit: CustomerVisit): Promise<string> {
    const [newest] = await it().portal.services.core.storage.read.consentRequest.ofCustomer(
      visit.customerId,
      1,
    );
    return `/me/questions/${newest?.id}`;
  }

  async function answer(visit: CustomerVisit, fields: Record<string, string | string[]>) {
    const path = await questionOf(visit);
    const page = await visit.get(path);
    return visit.act(path, {
      version: page.hidden('version'),
      language: page.hidden('language'),
      channel: 'email',
      ...fields,
    });
  }
}

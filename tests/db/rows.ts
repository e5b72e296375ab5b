import { createHash, randomBytes } from 'node:crypto';
import type { Company } from '#app/core/company/company.ts';
import type { Consent } from '#app/core/consent/consent.ts';
import type { Customer } from '#app/core/customer/customer.ts';
import type { Disclosure } from '#app/core/disclosure/disclosure-store.ts';
import type { LedgerEntry } from '#app/core/ledger/ledger-store.ts';
import type { Purpose, PurposeVersion } from '#app/core/purpose/purpose.ts';
import type { Recall } from '#app/core/recall/recall.ts';
import type { Relationship } from '#app/core/relationship/relationship.ts';
import type { Staff } from '#app/core/staff/staff.ts';
import type { PurposeId, Slug } from '#schema/ids.ts';
import type { Instant } from '#schema/instant.ts';
import type { PurposeContent } from '#schema/purpose.ts';

/** Plain rows for tests of the stores: valid, and different each time where it matters. */
export const newId = <Id extends string>(): Id => randomBytes(16).toString('hex') as Id;
export const T0 = '2026-01-01T00:00:00.000Z' as Instant;
export const T1 = '2026-02-01T00:00:00.000Z' as Instant;
export const T2 = '2026-03-01T00:00:00.000Z' as Instant;
export const T3 = '2026-04-01T00:00:00.000Z' as Instant;

export function companyRow(name = 'Alpenrad'): Company {
  return {
    id: newId(),
    slug: `c-${randomBytes(4).toString('hex')}` as Slug,
    createdAt: T0,
    profile: {
      name,
      legalName: `${name} GmbH`,
      address: 'Hauptstrasse 1, 79098 Freiburg',
      email: 'info@example.org',
      phone: '+49 761 1234',
      represented: 'Eva Berg',
      register: 'HRB 1',
      officer: { name: 'Ute Feld', email: 'officer@example.org' },
      authority: { name: 'LfDI', url: 'https://example.org/' },
      jurisdiction: 'de',
      languages: ['de', 'en'],
      about: { de: 'Fahrräder', en: 'Bicycles' },
      hue: 150,
    },
  };
}

export function staffRow(company: Company | null, name = 'Mia Kern'): Staff {
  return {
    id: newId(),
    companyId: company?.id ?? null,
    email: `${newId()}@example.org`,
    name,
    pseudonym: `M-${newId().slice(0, 6)}`,
    roles: ['marketer'],
    language: 'de',
    createdAt: T0,
    endedAt: null,
  };
}

export function customerRow(change: Partial<Customer> = {}): Customer {
  return {
    id: newId(),
    status: 'active',
    language: 'de',
    factId: newId(),
    age: { sixteen: true, fourteen: true, answeredAt: T0 },
    restrictedAt: null,
    createdAt: T0,
    confirmedAt: T0,
    ...change,
  };
}

export function relationshipRow(
  customer: Customer,
  company: Company,
  change: Partial<Relationship> = {},
): Relationship {
  return {
    id: newId(),
    customerId: customer.id,
    companyId: company.id,
    subject: newId(),
    factId: customer.factId,
    source: 'join',
    seq: 0,
    lastLeaf: null,
    pausedUntil: null,
    blocked: false,
    underAge: false,
    restrictedAt: null,
    createdAt: T0,
    endedAt: null,
    ...change,
  };
}

export function purposeRow(company: Company, change: Partial<Purpose> = {}): Purpose {
  return {
    id: newId(),
    companyId: company.id,
    slug: `p-${randomBytes(4).toString('hex')}` as Slug,
    basis: 'consent',
    position: 1,
    createdAt: T0,
    retiredAt: null,
    ...change,
  };
}

export function contentOf(change: Partial<PurposeContent> = {}): PurposeContent {
  const text = { de: 'Text', en: 'Text' };
  return {
    basis: 'consent',
    title: text,
    what: text,
    benefitCustomer: text,
    benefitCompany: text,
    onNo: text,
    legalNote: text,
    recipients: [],
    storage: [{ place: 'Freiburg', country: 'DE' }],
    retention: text,
    fields: [
      { field: 'email', required: true },
      { field: 'country', required: false },
      { field: 'interests', required: false },
    ],
    channels: ['email', 'post'],
    validityMonths: 24,
    profiling: false,
    dpv: 'dpv:DirectMarketing',
    ...change,
  };
}

export function versionRow(purpose: Purpose, change: Partial<PurposeVersion> = {}): PurposeVersion {
  return {
    id: newId(),
    purposeId: purpose.id,
    version: 1,
    kind: 'first',
    content: contentOf({ basis: purpose.basis }),
    releasedAt: T0,
    supersededAt: null,
    usableUntil: null,
    ...change,
  };
}

export function consentRow(
  relationship: Relationship,
  version: PurposeVersion,
  standing: Partial<Consent['standing']> = {},
): Consent {
  return {
    relationshipId: relationship.id,
    purposeId: version.purposeId,
    companyId: relationship.companyId,
    factId: relationship.factId,
    standing: {
      state: 'granted',
      versionId: version.id,
      fields: ['email', 'country'],
      channels: ['email'],
      decidedAt: T1,
      expiresAt: null,
      ...standing,
    },
    noSince: null,
    lastIndex: 0,
    previous: null,
  };
}

export function entryRow(index: number, change: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    index,
    kind: 'granted',
    at: T1,
    leaf: createHash('sha256').update(String(index)).digest(),
    entry: randomBytes(33),
    relationshipId: null,
    companyId: null,
    purposeId: null,
    versionId: null,
    method: 'web',
    channel: null,
    keyId: 'portal',
    sealed: randomBytes(40),
    ...change,
  };
}

export function disclosureRow(company: Company, change: Partial<Disclosure> = {}): Disclosure {
  return {
    id: newId(),
    runId: newId(),
    ledgerIndex: 0,
    companyId: company.id,
    staffId: newId(),
    role: 'marketer',
    purposeId: newId<PurposeId>(),
    version: 1,
    how: 'view',
    fields: ['email'],
    reason: '',
    saltSealed: randomBytes(60),
    count: 1,
    at: T1,
    ...change,
  };
}

export function recallRow(relationship: Relationship, change: Partial<Recall> = {}): Recall {
  return {
    id: newId(),
    companyId: relationship.companyId,
    relationshipId: relationship.id,
    subject: relationship.subject,
    kind: 'withdrawn',
    purposeId: null,
    fields: ['email'],
    firstAt: T0,
    lastAt: T0,
    looks: 1,
    openedAt: T1,
    dueAt: T2,
    state: 'told',
    closedAt: null,
    closedBy: null,
    ledgerIndex: null,
    ...change,
  };
}

import { createHash } from 'node:crypto';
import type { Language } from '#schema/language.ts';
import { textIn } from '#schema/language.ts';
import type { PurposeContent } from '#schema/purpose.ts';
import type { Company } from '../company/company.ts';
import { canonicalJson } from '../ledger/jcs.ts';

/**
 * What a purpose says in one language, complete: this, and nothing computed
 * later, is what the customer reads and what a decision's hash points to.
 * Labels of fields and countries are translated by the screen; what is asked
 * for is named here by its fixed id.
 */
export interface PurposeCardText {
  readonly format: 'driverseat/card/v1';
  readonly company: {
    readonly name: string;
    readonly legalName: string;
    readonly address: string;
    readonly email: string;
    readonly officer: string;
    readonly authority: string;
  };
  readonly purpose: string;
  readonly version: number;
  readonly language: Language;
  readonly title: string;
  readonly what: string;
  readonly benefitCustomer: string;
  readonly benefitCompany: string;
  readonly onNo: string;
  readonly legalNote: string;
  readonly retention: string;
  readonly basis: PurposeContent['basis'];
  readonly fields: PurposeContent['fields'];
  readonly channels: PurposeContent['channels'];
  /** Absent: anything, as on every card from before there were topics. */
  readonly topics?: PurposeContent['topics'];
  readonly validityMonths: number | null;
  readonly profiling: boolean;
  readonly recipients: readonly { readonly name: string; readonly role: string; readonly country: string }[];
  readonly storage: PurposeContent['storage'];
}

/** Renders and hashes the card. Same input, same bytes (RFC 8785). */
export function renderCard(
  company: Company,
  purposeSlug: string,
  version: number,
  content: PurposeContent,
  language: Language,
): { card: string; textHash: string } {
  const { profile } = company;
  const text: PurposeCardText = {
    format: 'driverseat/card/v1',
    company: {
      name: profile.name,
      legalName: profile.legalName,
      address: profile.address,
      email: profile.email,
      officer: `${profile.officer.name}, ${profile.officer.email}`,
      authority: `${profile.authority.name}, ${profile.authority.url}`,
    },
    purpose: purposeSlug,
    version,
    language,
    title: textIn(content.title, language),
    what: textIn(content.what, language),
    benefitCustomer: textIn(content.benefitCustomer, language),
    benefitCompany: textIn(content.benefitCompany, language),
    onNo: textIn(content.onNo, language),
    legalNote: textIn(content.legalNote, language),
    retention: textIn(content.retention, language),
    basis: content.basis,
    fields: content.fields,
    channels: content.channels,
    ...(content.topics ? { topics: content.topics } : {}),
    validityMonths: content.validityMonths,
    profiling: content.profiling,
    recipients: content.recipients.map(({ name, role, country }) => ({
      name,
      role: textIn(role, language),
      country,
    })),
    storage: content.storage,
  };
  const card = canonicalJson(text as unknown as Parameters<typeof canonicalJson>[0]);
  return { card, textHash: createHash('sha256').update(card).digest('hex') };
}

/** Reads a stored card back for the screen. */
export function parseCard(card: string): PurposeCardText {
  return JSON.parse(card) as PurposeCardText;
}

import type { AgeLimit } from '#schema/age.ts';
import type { CatalogueField, FieldId, FieldValue } from '#schema/field.ts';
import type { PurposeId } from '#schema/ids.ts';
import type { JoinAnswer } from '#schema/join.ts';
import type { Language } from '#schema/language.ts';
import { type AddressedChannel, wayWithoutAddress } from '../permission/way-without-address.ts';
import { enteredFields, isCatalogueField } from '../profile/derive-value.ts';
import { normaliseEmail, parseFieldValue } from '../profile/parse-field-value.ts';
import { ProfileError, type ProfileErrorCode } from '../profile/profile-error.ts';
import type { RawFields } from '../profile/save-fields.ts';
import type { CurrentPurpose } from '../purpose/purpose-store.ts';

/** An answer as a form sends it; what was left open is not in it. */
export interface RawAnswer {
  readonly purposeId: string;
  /** The version and the language that were shown. */
  readonly versionId: string;
  readonly language: Language;
  readonly answer: 'yes' | 'no';
  readonly fields: readonly string[];
  readonly channels: readonly string[];
}

export interface JoinForm {
  readonly email: string;
  /** To "old enough?"; null: not answered. */
  readonly oldEnough: boolean | null;
  readonly answers: readonly RawAnswer[];
  readonly values: RawFields;
}

/** What keeps a form from being sent, each with the place where it can be mended. */
export type JoinProblem =
  | { readonly at: 'email' }
  | { readonly at: 'age'; readonly limit: AgeLimit; readonly code: 'age-missing' | 'under-age' }
  | {
      readonly at: 'answer';
      readonly purposeId: PurposeId;
      readonly code: 'version-outdated' | 'channel-missing';
    }
  | { readonly at: 'way'; readonly purposeId: PurposeId; readonly channel: AddressedChannel }
  | {
      readonly at: 'value';
      readonly field: CatalogueField;
      readonly code: ProfileErrorCode | 'value-missing';
    };

export interface CheckedJoin {
  readonly problems: readonly JoinProblem[];
  readonly answers: readonly JoinAnswer[];
  readonly values: Partial<Record<CatalogueField, FieldValue>>;
}

/**
 * Holds a form against what is asked now. Whatever was not asked for is left
 * out, and so is every value that no yes needs. A yes covers all that is
 * required; a purpose with a single channel needs no choice of it.
 *
 * @param limit age for a consent in the company's country; null: none
 * @param today `YYYY-MM-DD`
 */
export function checkJoin(
  asked: readonly CurrentPurpose[],
  form: JoinForm,
  limit: AgeLimit | null,
  today: string,
): CheckedJoin {
  const problems: JoinProblem[] = [];
  if (!normaliseEmail(form.email)) problems.push({ at: 'email' });
  const answers = asked.flatMap((current): JoinAnswer[] => {
    const raw = form.answers.find(({ purposeId }) => purposeId === current.purpose.id);
    if (!raw || current.purpose.basis !== 'consent') return [];
    const answer = fitAnswer(current, raw);
    const code = answerProblem(current, answer);
    if (code) problems.push({ at: 'answer', purposeId: current.purpose.id, code });
    const way = answer.answer === 'yes' && !code && wayWithoutAddress(current.version.content, answer);
    if (way) problems.push({ at: 'way', purposeId: current.purpose.id, channel: way });
    return [answer];
  });

  const values: Partial<Record<CatalogueField, FieldValue>> = {};
  const yeses = answers.filter(({ answer }) => answer === 'yes');
  if (limit !== null && yeses.length > 0 && form.oldEnough !== true) {
    problems.push({ at: 'age', limit, code: form.oldEnough === null ? 'age-missing' : 'under-age' });
  }
  const required = new Set(inputsOf(yeses.flatMap(({ purposeId }) => requiredOf(asked, purposeId))));
  for (const field of new Set(inputsOf(yeses.flatMap(({ fields }) => fields)))) {
    try {
      const value = parseFieldValue(field, form.values[field] ?? '', today);
      if (value !== undefined) values[field] = value;
      else if (required.has(field)) problems.push({ at: 'value', field, code: 'value-missing' });
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      problems.push({ at: 'value', field, code: error.code });
    }
  }
  return { problems, answers, values };
}

function fitAnswer({ purpose, version }: CurrentPurpose, raw: RawAnswer): JoinAnswer {
  const yes = raw.answer === 'yes';
  const { fields, channels } = version.content;
  const [only] = channels;
  return {
    purposeId: purpose.id,
    versionId: raw.versionId as JoinAnswer['versionId'],
    language: raw.language,
    answer: raw.answer,
    fields: yes
      ? fields
          .filter(({ field, required }) => required || raw.fields.includes(field))
          .map(({ field }) => field)
      : [],
    channels: !yes
      ? []
      : only && channels.length === 1
        ? [only]
        : channels.filter((channel) => raw.channels.includes(channel)),
  };
}

function answerProblem({ version }: CurrentPurpose, { answer, versionId, channels }: JoinAnswer) {
  // A no holds whatever text it was said to.
  if (answer === 'no') return undefined;
  if (versionId !== version.id) return 'version-outdated';
  return version.content.channels.length > 0 && channels.length === 0 ? 'channel-missing' : undefined;
}

function requiredOf(asked: readonly CurrentPurpose[], purposeId: PurposeId): FieldId[] {
  const fields = asked.find(({ purpose }) => purpose.id === purposeId)?.version.content.fields ?? [];
  return fields.filter(({ required }) => required).map(({ field }) => field);
}

/** What has to be typed for these fields. The address is asked for apart, on every form. */
export function inputsOf(fields: readonly FieldId[]): CatalogueField[] {
  return fields
    .filter(isCatalogueField)
    .flatMap(enteredFields)
    .filter((field) => field !== 'email');
}

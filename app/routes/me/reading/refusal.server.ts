import { notFound } from '#app/auth/require.ts';
import { ConsentError, type ConsentErrorCode } from '#app/core/consent/consent-error.ts';
import type { ProfileErrorCode } from '#app/core/profile/profile-error.ts';
import { ProfileError } from '#app/core/profile/profile-error.ts';
import { NotFoundError } from '#app/core/shared/app-error.ts';
import { IntentError } from '#app/core/shared/idempotency-store.ts';
import { type Message, message } from '#app/i18n/message.ts';
import { fieldInputName } from '#app/screens/me/field-input.tsx';
import type { SentDecision } from '#app/screens/me/purpose-view.ts';
import { FieldId } from '#schema/field.ts';

const DECISIONS: Readonly<Record<ConsentErrorCode, Message>> = {
  'version-outdated': message('error.decision.changedMeanwhile'),
  'purpose-has-no-choice': message('error.decision.noChoice'),
  'field-not-asked': message('error.decision.changedMeanwhile'),
  'required-field-missing': message('error.decision.changedMeanwhile'),
  'channel-not-asked': message('error.decision.changedMeanwhile'),
  'channel-missing': message('error.form.channelMissing'),
  'value-missing': message('error.form.required'),
  'age-missing': message('error.form.requiredChoice'),
  'under-age': message('me.age.tooYoungShort'),
  'yes-needs-evidence': message('error.decision.confirmFirst'),
  'nothing-to-undo': message('error.decision.undoNotLast'),
  'undo-too-late': message('error.decision.undoTooLate'),
  'not-expired': message('error.decision.noChoice'),
  'not-connected': message('me.purpose.connectFirst'),
};

const VALUES: Readonly<Record<ProfileErrorCode, Message>> = {
  'field-unknown': message('error.form.choice'),
  'field-derived': message('error.form.choice'),
  'field-needs-confirmation': message('error.decision.confirmFirst'),
  'value-too-long': message('error.form.tooLong', { max: 120 }),
  'value-not-email': message('error.form.email'),
  'value-not-phone': message('error.form.phone'),
  'value-not-date': message('error.form.date'),
  'value-in-future': message('error.form.dateFuture'),
  'value-not-postal-code': message('error.form.postalCode'),
  'value-not-count': message('error.form.numberRange', { min: 1, max: 20 }),
  'value-not-offered': message('error.form.choice'),
};

export const valueMessage = (code: ProfileErrorCode): Message => VALUES[code];

/**
 * What a refused decision says, and beside which input.
 *
 * @throws what is no refusal, and Response 404 for what is absent
 */
export function explainRefusal(error: unknown): Pick<SentDecision, 'errors' | 'problem'> {
  const beside = (id: string, text: Message) => ({ errors: [{ id, message: text }], problem: null });
  if (error instanceof NotFoundError) throw notFound();
  if (error instanceof IntentError) {
    return { errors: [], problem: message('error.decision.doubleSubmit') };
  }
  if (error instanceof ConsentError) {
    const field = FieldId.safeParse(error.details.field).data;
    if (error.code === 'channel-missing') return beside('channel', DECISIONS['channel-missing']);
    if (error.code === 'value-missing' && field)
      return beside(fieldInputName(field), DECISIONS['value-missing']);
    return { errors: [], problem: DECISIONS[error.code] };
  }
  if (error instanceof ProfileError) {
    const field = FieldId.safeParse(error.details.field).data;
    return field
      ? beside(fieldInputName(field), VALUES[error.code])
      : { errors: [], problem: VALUES[error.code] };
  }
  throw error;
}

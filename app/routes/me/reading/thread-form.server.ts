import { ThreadError, type ThreadErrorCode } from '#app/core/thread/thread-error.ts';
import { sentFiles } from '#app/http/sent-files.server.ts';
import { type Message, message } from '#app/i18n/message.ts';
import { PICTURE_MAX_BYTES, PICTURES_MAX, TEXT_MAX, TITLE_MAX } from '#schema/thread.ts';

/** Fields of the forms in which somebody writes. */
export type WrittenField = 'title' | 'text' | 'wishedBy' | 'pictures';

const MAX_MB = PICTURE_MAX_BYTES / 1024 / 1024;

/** Beside which field a refusal stands and what it says; null: no field is wrong, the page shows what holds. */
const SAID: Readonly<Record<ThreadErrorCode, readonly [WrittenField, Message] | null>> = {
  'title-missing': ['title', message('thread.error.titleMissing')],
  'title-too-long': ['title', message('error.form.tooLong', { max: TITLE_MAX })],
  'text-missing': ['text', message('thread.error.textMissing')],
  'text-too-long': ['text', message('error.form.tooLong', { max: TEXT_MAX })],
  'date-unknown': ['wishedBy', message('error.form.date')],
  'date-past': ['wishedBy', message('error.form.datePast')],
  'too-many-pictures': ['pictures', message('thread.error.tooManyPictures', { max: PICTURES_MAX })],
  'picture-too-large': ['pictures', message('thread.error.pictureTooLarge', { max: MAX_MB })],
  'picture-unknown-kind': ['pictures', message('thread.error.pictureUnknown')],
  'picture-broken': ['pictures', message('thread.error.pictureBroken')],
  'thread-closed': null,
  'not-overdue': null,
  'not-your-turn': null,
};

/** @throws what is no refusal of a thread */
export function explainThread(
  error: unknown,
  tooLong: Readonly<Partial<Record<WrittenField, number>>> = {},
): Readonly<Partial<Record<WrittenField, Message>>> | null {
  if (!(error instanceof ThreadError)) throw error;
  const said = SAID[error.code];
  if (!said) return null;
  const [field, told] = said;
  const max = tooLong[field];
  return { [field]: max && /too-long$/.test(error.code) ? message('error.form.tooLong', { max }) : told };
}

export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

export async function picturesOf(form: FormData): Promise<Buffer[]> {
  // Chosen, but with nothing in it: said to be no picture, rather than left out in silence.
  const empty = form
    .getAll('pictures')
    .filter((one) => typeof one !== 'string' && one.name && one.size === 0);
  const brought = (await sentFiles(form, 'pictures')).map(({ bytes }) => bytes);
  return [...brought, ...empty.map(() => Buffer.alloc(0))];
}

import { expect, test } from 'vitest';
import { type Message, message, tell } from '#app/i18n/message.ts';
import { createTranslator } from '#app/i18n/translator.ts';

test('a message travels as JSON and is told in any language', () => {
  const sent = JSON.parse(JSON.stringify(message('error.form.tooLong', { max: 1200 }))) as Message;
  expect(tell(createTranslator('de'), sent)).toBe('Das ist zu lang. Möglich sind 1.200 Zeichen.');
  expect(tell(createTranslator('en'), sent)).toBe('This is too long. The limit is 1,200 characters.');
  expect(tell(createTranslator('en'), message('error.form.required'))).toBe('Please fill in this field.');
});

test('a plural keeps its number', () => {
  expect(tell(createTranslator('de'), message('error.form.summary', { count: 1 }))).toBe(
    'Eine Angabe passt noch nicht.',
  );
});

test('key and values are checked where the message is made', () => {
  // @ts-expect-error the gap is not filled
  message('error.form.tooLong');
  // @ts-expect-error there is nothing to fill in
  message('error.form.required', { max: 3 });
});

import { createTransport } from 'nodemailer';
import { expect, onTestFinished, test } from 'vitest';
import { startSmtpSink } from '#tests/support/smtp-sink.ts';

test('a mail sent over SMTP arrives in the sink as it was written', async () => {
  const sink = await startSmtpSink();
  onTestFinished(() => sink.stop());
  const transport = createTransport(sink.url);
  onTestFinished(() => transport.close());
  await transport.sendMail({
    from: 'portal@example.org',
    to: 'anna@example.org',
    subject: 'Hello',
    text: 'One line.',
  });
  const mail = await sink.waitForMail();
  expect(mail).toMatchObject({ from: 'portal@example.org', to: ['anna@example.org'] });
  expect(mail.raw).toMatch(/^Subject: Hello\r$/m);
  expect(mail.raw).toContain('One line.');
  expect(sink.mails).toHaveLength(1);
});

test('waiting for a mail that never comes fails and says how many came', async () => {
  const sink = await startSmtpSink();
  onTestFinished(() => sink.stop());
  await expect(sink.waitForMail(0, 50)).rejects.toThrow('no mail number 0 within 50 ms (0 came)');
});

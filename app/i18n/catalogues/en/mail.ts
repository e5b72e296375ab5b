import type { Shape } from '../../message-key.ts';
import type { mail as german } from '../de/mail.ts';

export const mail: Shape<typeof german> = {
  greeting: 'Hello',
  greetingName: 'Hello {{name}}',
  closing: 'Kind regards',
  why: 'Someone entered your address on {{site}}. That is why we write to you.',
  ignore: 'Was it not you? Then simply do nothing. If nobody confirms, we delete it all.',
  code: { subject: 'Your code: {{code}}' },
  confirm: { subject: 'Please confirm your address' },
  joined: { subject: 'Your answer to {{company}}: please confirm' },
  summary: { subject: 'What you decided' },
  reset: { subject: 'New password' },
  addressChanged: { subject: 'Your address was changed' },
};

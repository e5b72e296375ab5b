import type { Config } from '#app/config.server.ts';
import type { Finding } from './finding.ts';

/** Whether numbers can be confirmed here. Sends nothing: each message costs money. */
export function checkSms({ smsUrl, demo }: Config): Finding[] {
  const about = 'SMS';
  if (smsUrl) return [{ about, verdict: 'ok', text: `messages go to ${new URL(smsUrl).host}` }];
  if (demo) return [{ about, verdict: 'ok', text: 'demo: messages go to /demo/mail' }];
  return [
    {
      about,
      verdict: 'advice',
      text: 'no gateway is named: customers cannot confirm a mobile number, so nobody may be called or texted',
      todo: 'Set SMS_URL, for example SMS_URL=https://user:token@sms.example.org/messages',
    },
  ];
}

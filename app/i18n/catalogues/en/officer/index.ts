import type { Shape } from '../../../message-key.ts';
import type { officer as german } from '../../de/officer/index.ts';
import { customer } from './customer.ts';
import { ending } from './ending.ts';
import { entry } from './entry.ts';
import { log } from './log.ts';
import { looks } from './looks.ts';
import { messages } from './messages.ts';
import { proof } from './proof.ts';
import { purposes } from './purposes.ts';
import { recalls } from './recalls.ts';
import { requests } from './requests.ts';
import { today } from './today.ts';
import { verify } from './verify.ts';

export const officer: Shape<typeof german> = {
  nav: {
    today: 'Today',
    log: 'Log',
    looks: 'Access',
    purposes: 'Purposes',
    recalls: 'Data recalls',
    requests: 'Requests',
    verify: 'Check',
    messages: 'Messages',
  },
  today,
  ending,
  log,
  entry,
  customer,
  proof,
  looks,
  purposes,
  requests,
  recalls,
  verify,
  messages,
};

import type { Shape } from '../../message-key.ts';
import type { officer as german } from '../de/officer.ts';

export const officer: Shape<typeof german> = {
  nav: {
    today: 'Today',
    log: 'Consents',
    looks: 'Access',
    purposes: 'Purposes and texts',
    verify: 'Check the log',
    record: 'Record a no',
  },
  today: { title: 'Today' },
  log: { title: 'Consents' },
  event: { title: 'Entry {{index}}' },
  customer: { title: 'Person {{subject}}' },
  proof: { title: 'Proof' },
  looks: { title: 'Access' },
  purposes: { title: 'Purposes and texts' },
  verify: { title: 'Check the log' },
  record: { title: 'Record a no' },
};

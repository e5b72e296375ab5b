import type { Shape } from '../../message-key.ts';
import type { operator as german } from '../de/operator.ts';

export const operator: Shape<typeof german> = {
  nav: { companies: 'Companies', log: 'Log', jobs: 'Jobs' },
  companies: { title: 'Companies' },
  log: { title: 'Log' },
  jobs: { title: 'Jobs' },
};

import type { Shape } from '../../message-key.ts';
import type { me as german } from '../de/me.ts';

export const me: Shape<typeof german> = {
  home: { title: 'Overview' },
  company: { title: '{{company}}', open: 'Open {{company}}' },
  purpose: { title: '{{purpose}}' },
  decided: { title: 'Your decision is saved' },
  data: { title: 'My data' },
  preferences: { title: 'How and how often' },
  looks: { title: 'Who looked' },
  history: { title: 'What happened' },
  takeAlong: { title: 'Take it all with you' },
  account: { title: 'My account' },
  leave: { title: 'Close my account' },
  companies: { title: 'Companies' },
};

import type { PlannedPurpose } from '../planned-purpose.ts';
import { birthdayBread } from './kornundkruste/birthday-bread.ts';
import { breadNews } from './kornundkruste/bread-news.ts';
import { lastLoaves } from './kornundkruste/last-loaves.ts';
import { moreFromTheBakery } from './kornundkruste/more-from-the-bakery.ts';
import { orders } from './kornundkruste/orders.ts';
import { tastingPanel } from './kornundkruste/tasting-panel.ts';

export const KORNUNDKRUSTE_PURPOSES: readonly PlannedPurpose[] = [
  breadNews,
  birthdayBread,
  lastLoaves,
  tastingPanel,
  moreFromTheBakery,
  orders,
];

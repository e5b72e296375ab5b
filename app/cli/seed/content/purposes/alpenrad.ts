import type { PlannedPurpose } from '../planned-purpose.ts';
import { newsletter } from './alpenrad/newsletter.ts';
import { rideAdvice } from './alpenrad/ride-advice.ts';
import { serviceReminder } from './alpenrad/service-reminder.ts';
import { similarProducts } from './alpenrad/similar-products.ts';
import { testRides } from './alpenrad/test-rides.ts';
import { warranty } from './alpenrad/warranty.ts';

export const ALPENRAD_PURPOSES: readonly PlannedPurpose[] = [
  newsletter,
  serviceReminder,
  testRides,
  rideAdvice,
  similarProducts,
  warranty,
];

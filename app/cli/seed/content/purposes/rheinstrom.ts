import type { PlannedPurpose } from '../planned-purpose.ts';
import { bill } from './rheinstrom/bill.ts';
import { compareConsumption } from './rheinstrom/compare-consumption.ts';
import { energyTips } from './rheinstrom/energy-tips.ts';
import { outageSms } from './rheinstrom/outage-sms.ts';
import { postOffers } from './rheinstrom/post-offers.ts';
import { solarAdvice } from './rheinstrom/solar-advice.ts';

export const RHEINSTROM_PURPOSES: readonly PlannedPurpose[] = [
  energyTips,
  compareConsumption,
  outageSms,
  solarAdvice,
  postOffers,
  bill,
];

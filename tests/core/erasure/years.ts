import { DAY_MS } from '#app/core/shared/calendar.ts';

export const YEAR_MS = 366 * DAY_MS;

import { useI18n } from '#app/i18n/i18n-context.tsx';

/** Where the customers of these companies live and travel, by the city that names the zone. */
const CITIES = {
  'Europe/Vienna': 'vienna',
  'Europe/Berlin': 'berlin',
  'Europe/Zurich': 'zurich',
  'Europe/London': 'london',
  'Europe/Lisbon': 'lisbon',
  'Europe/Athens': 'athens',
  'Europe/Istanbul': 'istanbul',
  'America/New_York': 'newYork',
  'America/Los_Angeles': 'losAngeles',
  'Asia/Dubai': 'dubai',
  'Asia/Tokyo': 'tokyo',
  'Australia/Sydney': 'sydney',
} as const;

type NamedZone = keyof typeof CITIES;

export const QUIET_ZONES = Object.keys(CITIES) as NamedZone[];

/** "Wien"; a zone without a name here is called as it is stored. */
export function useZoneName(): (zone: string) => string {
  const { t } = useI18n();
  return (zone) => (isNamed(zone) ? t(`me.wishes.zone.${CITIES[zone]}`) : zone);
}

function isNamed(zone: string): zone is NamedZone {
  return Object.hasOwn(CITIES, zone);
}

import { useI18n } from '#app/i18n/i18n-context.tsx';
import type { NavItem } from '#app/ui/shell.tsx';
import type { FrameFacts } from './page-frame.tsx';

/** The navigation of an area, in the words of its people; empty where there is none. */
export function useAreaNav({ area, here, account }: FrameFacts): NavItem[] {
  const { t } = useI18n();
  const path = here.split('?')[0] ?? here;
  const item = (href: string, label: string): NavItem => ({
    href,
    label,
    current: href === path || (href.split('/').length > 2 && path.startsWith(`${href}/`)),
  });
  switch (area) {
    case 'me':
      return [
        item('/me', t('common.nav.home')),
        item('/me/profile', t('common.nav.data')),
        item('/me/preferences', t('common.nav.preferences')),
        item('/me/questions', t('me.questions.title')),
        item('/me/messages', t('common.nav.messages')),
        item('/me/looks', t('common.nav.looks')),
        item('/me/history', t('common.nav.history')),
      ];
    case 'company':
      return account?.roles.includes('marketer')
        ? [
            item('/company', t('company.nav.overview')),
            item('/company/people', t('company.nav.people')),
            item('/company/segments', t('company.nav.segments')),
            item('/company/fields', t('company.nav.fields')),
            item('/company/ask', t('company.nav.ask')),
            {
              ...item('/company/uses', t('company.nav.uses')),
              current: /^\/company\/(?:uses|planned)/.test(path),
            },
            item('/company/recalls', t('company.nav.recalls')),
            item('/company/messages', t('company.nav.messages')),
          ]
        : [
            item('/company', t('company.nav.overview')),
            ...(account?.roles.includes('owner') ? [item('/company/fields', t('company.nav.fields'))] : []),
            item('/company/uses', t('company.nav.uses')),
            item('/company/recalls', t('company.nav.recalls')),
          ];
    case 'officer':
      return [
        item('/officer', t('officer.nav.today')),
        // One person is reached from the log.
        {
          ...item('/officer/log', t('officer.nav.log')),
          current: /^\/officer\/(?:log|customers)/.test(path),
        },
        item('/officer/looks', t('officer.nav.looks')),
        item('/officer/messages', t('officer.nav.messages')),
        item('/officer/purposes', t('officer.nav.purposes')),
        item('/officer/requests', t('officer.nav.requests')),
        item('/officer/recalls', t('officer.nav.recalls')),
        item('/officer/verify', t('officer.nav.verify')),
      ];
    default:
      return [];
  }
}

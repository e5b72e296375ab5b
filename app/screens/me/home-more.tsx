import { useI18n } from '#app/i18n/i18n-context.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { Section } from '#app/ui/section.tsx';

/** Rights requests that wait for an answer. */
export interface OpenRequests {
  readonly count: number;
  /** Day on which the first answer is due; null where none is open. */
  readonly dueOn: string | null;
}

/** What else can be done from the overview; an open request says when its answer is due. */
export function HomeMore({ requests }: { readonly requests: OpenRequests }) {
  const { t, format } = useI18n();
  const { count, dueOn } = requests;
  return (
    <Section id="more" title={t('me.more.title')}>
      <LinkList
        label={t('me.more.title')}
        rows={[
          {
            key: 'threads',
            href: '/me/messages',
            title: t('me.more.talk'),
            detail: t('me.more.talkText'),
          },
          {
            key: 'rights',
            href: '/me/rights',
            title: t('me.rights.choose'),
            detail: dueOn ? t('me.more.rightsOpen', { count, date: format.day(dueOn) }) : t('me.rights.lead'),
          },
          {
            key: 'export',
            href: '/me/export',
            title: t('me.takeAlong.title'),
            detail: t('me.takeAlong.short'),
          },
          {
            key: 'yearly',
            href: '/me/yearly',
            title: t('me.dialogueHere.yearly'),
            detail: t('me.more.yearlyText'),
          },
        ]}
      />
    </Section>
  );
}

import { useI18n } from '#app/i18n/i18n-context.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { Section } from '#app/ui/section.tsx';
import { recordPath } from './company-record.tsx';
import type { CompanyName } from './view.ts';

interface CompanyDialogueProps {
  readonly company: CompanyName;
  /** The portal has no other: what else stands on the overview stands here. */
  readonly isHome: boolean;
}

/** The ways between the customer and one company: write, read what was written down. */
export function CompanyDialogue({ company: { slug, name }, isHome }: CompanyDialogueProps) {
  const { t } = useI18n();
  const restOfHome = [
    { key: 'rights', href: '/me/rights', title: t('me.rights.choose') },
    { key: 'export', href: '/me/export', title: t('me.takeAlong.title') },
    { key: 'yearly', href: '/me/yearly', title: t('me.dialogueHere.yearly') },
  ];
  const query = new URLSearchParams({ company: slug });
  return (
    <Section id="dialogue" title={t('me.dialogueHere.title')} level={3}>
      <LinkList
        label={t('me.dialogueHere.title')}
        rows={[
          {
            key: 'write',
            href: `/me/messages/new?${query}`,
            title: t('me.dialogueHere.write', { company: name }),
          },
          { key: 'threads', href: '/me/messages', title: t('me.dialogueHere.threads') },
          { key: 'record', href: recordPath(slug), title: t('me.dialogueHere.record', { company: name }) },
          ...(isHome ? restOfHome : []),
        ]}
      />
    </Section>
  );
}

import { useI18n } from '#app/i18n/i18n-context.tsx';
import { CodeBlock } from '#app/ui/code-block.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Section } from '#app/ui/section.tsx';
import type { VerifyView } from './verify.tsx';

const ADDRESSES = ['/log/checkpoint', '/log/vkey'] as const;

/** Whoever checks the log need not trust this page. */
export function CheckYourself({
  verifierKey,
  baseUrl,
  note,
}: Pick<VerifyView, 'verifierKey' | 'baseUrl' | 'note'>) {
  const { t } = useI18n();
  return (
    <Section id="self" title={t('officer.verify.self')} lead={t('officer.verify.selfText')}>
      <DescriptionList
        look="lines"
        facts={[
          {
            term: t('officer.verify.key'),
            text: <CodeBlock label={t('officer.verify.key')} code={verifierKey} />,
          },
          {
            term: t('officer.verify.command'),
            text: <CodeBlock label={t('officer.verify.command')} code="npx driverseat verify" />,
          },
          {
            term: t('officer.verify.addresses'),
            text: ADDRESSES.map((path) => (
              <p key={path}>
                <a href={path}>{`${baseUrl}${path}`}</a>
              </p>
            )),
          },
          ...(note
            ? [
                {
                  term: t('officer.verify.note'),
                  text: <CodeBlock label={t('officer.verify.note')} code={note} />,
                },
              ]
            : []),
        ]}
      />
      <p className="soft measure">{t('officer.verify.limit')}</p>
    </Section>
  );
}

import { useI18n } from '#app/i18n/i18n-context.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { HashValue } from '#app/ui/hash-value.tsx';
import { Section } from '#app/ui/section.tsx';
import { textIn } from '#schema/language.ts';
import { evidenceText } from './evidence.tsx';
import type { ProofView } from './proof-view.ts';

/** What the events cite by number: texts with their full hash, and evidence word for word. */
export function ProofSources({ texts, evidence }: Pick<ProofView, 'texts' | 'evidence'>) {
  const { t, format, language } = useI18n();
  return (
    <>
      {texts.length > 0 ? (
        <Section id="text-list" title={t('officer.proof.textList')}>
          <DataTable
            caption={t('officer.proof.textList')}
            captionHidden
            density="dense"
            rows={texts}
            rowKey={({ textHash }) => textHash}
            columns={[
              {
                key: 'number',
                head: t('officer.proof.number'),
                lead: true,
                nowrap: true,
                cell: ({ number }) => t('officer.proof.textRef', { number }),
              },
              {
                key: 'purpose',
                head: t('officer.proof.purpose'),
                cell: ({ title }) => textIn(title, language),
              },
              {
                key: 'version',
                head: t('officer.proof.shownText'),
                nowrap: true,
                cell: ({ version, language: code }) =>
                  t('officer.proof.textVersion', {
                    version: String(version),
                    language: format.language(code),
                  }),
              },
              {
                key: 'released',
                head: t('officer.proof.released'),
                nowrap: true,
                cell: ({ releasedAt }) => format.shortDate(releasedAt),
              },
              {
                key: 'hash',
                head: t('officer.proof.hash'),
                cell: ({ textHash }) => <HashValue value={textHash} />,
              },
            ]}
          />
        </Section>
      ) : null}
      {evidence.length > 0 ? (
        <Section id="evidence-list" title={t('officer.proof.evidenceList')}>
          <ol className="proof-evidence">
            {evidence.map(({ number, name, value }) => (
              <li key={number}>
                <strong>{t('officer.proof.evidenceRef', { number })}</strong>{' '}
                {evidenceText({ t, format }, name, value)}
              </li>
            ))}
          </ol>
        </Section>
      ) : null}
    </>
  );
}

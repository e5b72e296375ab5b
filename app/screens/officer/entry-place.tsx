import { useI18n } from '#app/i18n/i18n-context.tsx';
import { CodeBlock } from '#app/ui/code-block.tsx';
import { DataTable } from '#app/ui/data-table.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Details } from '#app/ui/details.tsx';
import { HashValue } from '#app/ui/hash-value.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { Section } from '#app/ui/section.tsx';
import type { EntryPlace } from './entry-view.ts';

/** The entry's place in the log: the result in words, the calculation for whoever wants to follow it. */
export function EntryPlaceSection({ place: { leaf, proof, verifierKey } }: { readonly place: EntryPlace }) {
  const { t, format } = useI18n();
  if (!proof) {
    return (
      <Section id="place" title={t('officer.entry.place')}>
        <Notice tone="wait" title={t('officer.entry.notYet')} />
        <DescriptionList facts={[{ term: t('officer.entry.leaf'), text: <HashValue value={leaf} /> }]} />
      </Section>
    );
  }
  const { size, signedAt, holds, steps, note } = proof;
  return (
    <Section id="place" title={t('officer.entry.place')}>
      <Notice
        tone={holds ? 'done' : 'problem'}
        title={holds ? t('officer.entry.holds', { count: steps.length }) : t('officer.entry.holdsNot')}
      />
      <DescriptionList
        facts={[
          { term: t('officer.entry.leaf'), text: <HashValue value={leaf} /> },
          {
            term: t('officer.entry.head'),
            text: t('officer.entry.headSize', { count: size, time: format.exact(signedAt) }),
          },
        ]}
      />
      {steps.length > 0 ? <Steps steps={steps} /> : null}
      <Details summary={t('officer.entry.note')}>
        <CodeBlock label={t('officer.entry.note')} code={note} />
        <CodeBlock label={t('officer.verify.key')} code={verifierKey} />
      </Details>
    </Section>
  );
}

type Steps = NonNullable<EntryPlace['proof']>['steps'];

function Steps({ steps }: { readonly steps: Steps }) {
  const { t, format } = useI18n();
  const rows = steps.map((step, index) => ({ ...step, number: index + 1 }));
  return (
    <Details summary={t('officer.entry.steps')}>
      <DataTable
        caption={t('officer.entry.steps')}
        captionHidden
        density="dense"
        rows={rows}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: 'number',
            head: t('officer.entry.step'),
            lead: true,
            cell: ({ number }) => format.number(number),
          },
          { key: 'side', head: t('officer.entry.side'), cell: ({ side }) => t(`officer.entry.${side}`) },
          {
            key: 'sibling',
            head: t('officer.entry.sibling'),
            cell: ({ sibling }) => <HashValue value={sibling} />,
          },
          {
            key: 'result',
            head: t('officer.entry.result'),
            cell: ({ result }) => <HashValue value={result} />,
          },
        ]}
      />
    </Details>
  );
}

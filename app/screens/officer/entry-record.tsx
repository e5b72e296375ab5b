import { useI18n } from '#app/i18n/i18n-context.tsx';
import { CodeBlock } from '#app/ui/code-block.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Details } from '#app/ui/details.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { Section } from '#app/ui/section.tsx';
import { PurposeCard } from '../me/purpose-card.tsx';
import type { OpenedRecord, ShownText } from './entry-view.ts';
import { useRecordFacts } from './record-facts.tsx';

/** An opened record: what it says, the text then shown, and all it takes to compute it again. */
export function EntryRecord({ opened }: { readonly opened: OpenedRecord }) {
  const { t } = useI18n();
  const { record, salt, givesBytes, shown } = opened;
  return (
    <>
      <Section id="record" title={t('officer.entry.record')}>
        <DescriptionList facts={useRecordFacts(record)} />
        <Details summary={t('officer.entry.recompute')}>
          <Stack>
            <p>{t(givesBytes ? 'officer.entry.givesBytes' : 'officer.entry.givesOther')}</p>
            <p className="soft">{t('officer.entry.recomputeText')}</p>
            <CodeBlock label={t('officer.entry.salt')} code={salt} />
            <CodeBlock label={t('officer.entry.raw')} code={JSON.stringify(record, null, 2)} />
          </Stack>
        </Details>
      </Section>
      {'standing' in record ? <TextThenShown shown={shown} /> : null}
    </>
  );
}

function TextThenShown({ shown }: { readonly shown: ShownText | null }) {
  const { t, format } = useI18n();
  if (!shown) {
    return (
      <Section id="text" title={t('officer.entry.text')}>
        <p className="soft">{t('officer.entry.noText')}</p>
      </Section>
    );
  }
  const { text, releasedAt } = shown;
  return (
    <Section
      id="text"
      title={t('officer.entry.text')}
      lead={t('officer.entry.textLead', {
        language: format.language(text.language),
        version: String(text.version),
        date: format.date(releasedAt),
      })}
    >
      <p lang={text.language}>
        <strong>{text.title}</strong>
      </p>
      <PurposeCard card={text} releasedAt={releasedAt} />
    </Section>
  );
}

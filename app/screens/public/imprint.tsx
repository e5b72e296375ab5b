import { useI18n } from '#app/i18n/i18n-context.tsx';
import type { Imprint } from '#app/imprint.server.ts';
import { CodeBlock } from '#app/ui/code-block.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import type { NoticeContent } from '#schema/company.ts';
import { NoticeText } from './notice-text.tsx';

const EXAMPLE: NoticeContent = {
  language: 'de',
  title: 'Impressum',
  short: ['Dieses Portal betreibt die Beispiel GmbH.'],
  sections: [{ heading: 'Kontakt', paragraphs: ['Beispielweg 1, 6900 Bregenz', 'hallo@example.org'] }],
};

/** Who runs the portal; while nobody has said it, how the operator does. */
export function ImprintScreen({ imprint }: { readonly imprint: Imprint }) {
  const { t, language } = useI18n();
  if (imprint.state === 'set') {
    return (
      <Stack gap="l">
        <PageHeader title={imprint.content.title} />
        <NoticeText content={imprint.content} />
      </Stack>
    );
  }
  const { file } = imprint;
  return (
    <Stack gap="l">
      <PageHeader title={t('public.imprint.missing')} lead={t('public.imprint.missingText')} />
      <Section
        id="operator"
        title={t('public.imprint.operator')}
        lead={
          imprint.state === 'broken' ? t('public.imprint.broken', { file }) : t('public.imprint.operatorText')
        }
      >
        <CodeBlock label={file} code={JSON.stringify({ ...EXAMPLE, language }, null, 2)} />
      </Section>
    </Stack>
  );
}

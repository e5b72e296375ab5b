import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Card } from '#app/ui/card.tsx';
import { Prose, Stack } from '#app/ui/layout.tsx';
import type { NoticeContent } from '#schema/company.ts';

/** A notice or an imprint as its author wrote it: short form on top, then section by section. */
export function NoticeText({ content }: { readonly content: NoticeContent }) {
  const { t, language, format } = useI18n();
  const foreign = content.language === language ? undefined : content.language;
  return (
    <Stack gap="l">
      {foreign ? (
        <p className="small soft">{t('purpose.card.shownIn', { language: format.language(foreign) })}</p>
      ) : null}
      <Card title={t('public.notice.short')}>
        <ul className="notice-short" lang={foreign}>
          {content.short.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Card>
      <Prose lang={foreign}>
        {content.sections.map(({ heading, paragraphs }) => (
          <section key={heading} className="notice-section">
            <h2>{heading}</h2>
            {paragraphs.map((paragraph) => (
              <Linked key={paragraph} text={paragraph} />
            ))}
          </section>
        ))}
      </Prose>
    </Stack>
  );
}

const PLACE = /(https?:\/\/[^\s,;]+[^\s,;.]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/;

/** Addresses in a text become links; nothing else in it is read as markup. */
function Linked({ text }: { readonly text: string }) {
  const parts = text.split(PLACE);
  return (
    <p>
      {parts.map((part, index) => {
        if (index % 2 === 0) return part;
        const href = part.includes('://') ? part : `mailto:${part}`;
        return (
          <a key={part} href={href}>
            {part}
          </a>
        );
      })}
    </p>
  );
}

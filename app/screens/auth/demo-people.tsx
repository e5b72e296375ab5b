import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { LinkList } from '#app/ui/link-list.tsx';
import { Section } from '#app/ui/section.tsx';
import { type LocalizedText, textIn } from '#schema/language.ts';

/** Somebody of the demo, one press away. */
export interface DemoChoice {
  readonly slug: string;
  readonly name: string;
  readonly about: LocalizedText;
}

/** Only in the demo; nothing where the list is empty. */
export function DemoPeople({
  people,
  to,
}: {
  readonly people: readonly DemoChoice[];
  readonly to: string | null;
}) {
  const { t, language } = useI18n();
  if (people.length === 0) return null;
  return (
    <Section id="demo" title={t('auth.signIn.demo')} lead={t('demo.banner')}>
      <LinkList
        rows={people.map(({ slug, name, about }) => ({
          key: slug,
          title: name,
          detail: textIn(about, language),
          end: (
            <form method="post" action="/demo/sign-in">
              <input type="hidden" name="person" value={slug} />
              {to ? <input type="hidden" name="to" value={to} /> : null}
              <Button size="s">
                {t('auth.signIn.demoAs')}
                <span className="visually-hidden"> {name}</span>
              </Button>
            </form>
          ),
        }))}
      />
    </Section>
  );
}

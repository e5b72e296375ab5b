import { useI18n } from '#app/i18n/i18n-context.tsx';
import { RichText } from '#app/i18n/rich-text.tsx';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Actions } from '#app/ui/layout.tsx';
import type { Instant } from '#schema/instant.ts';
import type { CompanyView } from './company-view.ts';
import { PauseForm } from './pause-form.tsx';
import { type Wish, wishesPath } from './wish.ts';
import { useWishWords } from './wish-words.ts';

/** Pause of one company, and what else holds there. */
export interface CompanyPreference {
  readonly pausedUntil: Instant | null;
  /** The pause for all companies, which holds here too. */
  readonly pausedEverywhereUntil: Instant | null;
  /** What holds here, by an override or the default. */
  readonly wishes: readonly Extract<Wish, { kind: 'topics' | 'channels' | 'often' | 'quiet' }>[];
}

export function CompanyControls({ view }: { readonly view: CompanyView }) {
  const { t } = useI18n();
  const words = useWishWords();
  const { company, preference, isHome, intentId } = view;
  const { name } = company;
  return (
    <>
      <Card id="pause" title={t('me.pause.titleHere', { company: name })}>
        <p className="soft">{t('me.pause.meansHere', { company: name })}</p>
        {preference.pausedEverywhereUntil ? (
          <p>
            <RichText
              text={t('me.pause.everywhereToo')}
              parts={{ preferences: (text) => <a href="/me/preferences#pause">{text}</a> }}
            />
          </p>
        ) : null}
        <PauseForm until={preference.pausedUntil} intentId={intentId} />
      </Card>
      <Card id="wishes" title={t('common.nav.preferences')}>
        <DescriptionList
          facts={preference.wishes.map((wish) => ({
            term: t(`me.wishes.${wish.kind}.title`),
            text: words(wish),
          }))}
        />
        <Actions>
          <ButtonLink href={isHome ? '/me/preferences' : wishesPath(company.slug)}>
            {t('common.action.change')}
          </ButtonLink>
          <ButtonLink href={`/me/preferences/reach#${company.slug}`}>{t('me.reach.title')}</ButtonLink>
        </Actions>
      </Card>
    </>
  );
}

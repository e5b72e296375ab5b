import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { DeadLinkScreen } from '../auth/link.tsx';
import { ChangedWishNotice } from '../me/changed-wish.tsx';
import { IntentField } from '../me/intent-field.tsx';
import { TakenBackNotice } from '../me/taken-back-notice.tsx';
import { useMaySentence, usePauseSentence } from '../me/words.ts';
import { LinkCompanyCard } from './link-company.tsx';
import { FewerMails } from './link-fewer.tsx';
import type { DeadMailLinkView, MailLinkView } from './link-view.ts';

/** Behind a mail's link, without signing in: what holds, and how to have less of it. */
export function MailLinkScreen(view: MailLinkView | DeadMailLinkView) {
  const { t } = useI18n();
  if (view.state === 'open') return <OpenMailLink {...view} />;
  return <DeadLinkScreen state={view.state} next={{ href: '/mail', label: t('auth.link.newLink') }} />;
}

function OpenMailLink(view: MailLinkView) {
  const { t } = useI18n();
  const may = useMaySentence();
  const pause = usePauseSentence();
  const { companies, scoped, pausedUntil, intentId } = view;
  return (
    <Stack gap="l">
      <Done {...view} />
      <PageHeader
        title={pausedUntil ? `${pause(pausedUntil)}.` : may(companies)}
        lead={t('byMail.link.lead')}
      />
      <Stack gap="m">
        {companies.map((company) => (
          <LinkCompanyCard
            key={company.slug}
            company={company}
            anchor={scoped ? 'stop' : undefined}
            intentId={intentId}
          />
        ))}
        {companies.length === 0 ? <p className="soft">{t('byMail.link.nobody')}</p> : null}
      </Stack>
      <FewerMails companies={companies} intentId={intentId} />
      <ForAll {...view} />
      <p>
        <a href="/me">{t('byMail.link.more')}</a>
      </p>
    </Stack>
  );
}

function Done({ takenBack, done, intentId }: MailLinkView) {
  const { t } = useI18n();
  if (takenBack) {
    const { first, last } = takenBack;
    return (
      <>
        {/* The way back needs the account: whoever found a mail must not open anything. */}
        <TakenBackNotice taken={{ ...takenBack, undoUntil: null }} intentId={intentId} action="/mail" />
        {takenBack.undoUntil ? (
          <p>
            <a href={`/me?taken=${first}-${last}`}>{t('byMail.link.undo')}</a>
          </p>
        ) : null}
      </>
    );
  }
  if (!done) return null;
  if (done.done === 'same') return <Notice tone="info" live="status" title={t('byMail.link.same')} />;
  const { changed, undoPath } = done;
  return (
    <ChangedWishNotice title={t(`byMail.link.done.${done.done}`)} changed={changed} signedIn={false}>
      {undoPath ? (
        <p>
          <a href={undoPath}>{t(`byMail.link.${done.done === 'paused' ? 'undoPause' : 'undoWish'}`)}</a>
        </p>
      ) : null}
    </ChangedWishNotice>
  );
}

/** What concerns every company, from whichever mail the link came. */
function ForAll({ pausedUntil, pauses, scoped, reminder, intentId }: MailLinkView) {
  const { t } = useI18n();
  return (
    <>
      {reminder ? (
        <Section id="reminder" title={t('byMail.link.reminderTitle')}>
          <form method="post">
            <IntentField id={intentId} />
            <Actions>
              <Button name="act" value="no-reminder">
                {t('byMail.link.noReminder')}
              </Button>
            </Actions>
          </form>
        </Section>
      ) : null}
      <Section id="pause" title={t('me.pause.title')} lead={t('me.pause.means')}>
        {pausedUntil ? (
          <p className="soft">
            {t(`byMail.link.${pauses.length > 0 ? 'longerPause' : 'pauseRuns'}`)}{' '}
            <a href="/me/preferences#pause">{t('byMail.link.undoPause')}</a>
          </p>
        ) : null}
        {pauses.length > 0 ? (
          <form method="post">
            <IntentField id={intentId} />
            <input type="hidden" name="act" value="pause-all" />
            <Actions>
              {pauses.map((length) => (
                <Button key={length} name="pause" value={length}>
                  {t(`me.pause.length.${length}`)}
                </Button>
              ))}
            </Actions>
          </form>
        ) : null}
      </Section>
      <Section
        id={scoped ? 'everything' : 'stop'}
        title={t('common.action.takeBackAll')}
        lead={t('byMail.link.stopLead')}
      >
        <form method="post">
          <IntentField id={intentId} />
          <Actions>
            <Button name="act" value="take-all-back" kind="neutral">
              {t('common.action.takeBackAll')}
            </Button>
          </Actions>
        </form>
      </Section>
    </>
  );
}

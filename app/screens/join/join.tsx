import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { tell } from '#app/i18n/message.ts';
import { RichText } from '#app/i18n/rich-text.tsx';
import type { Translator } from '#app/i18n/translator.ts';
import { BrandMark } from '#app/ui/brand-mark.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { ENTRY_FORM } from '#app/ui/kept-values.ts';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { ageName } from '../me/age-question.tsx';
import { Branded } from '../me/branded.tsx';
import { fieldInputName } from '../me/field-input.tsx';
import { AskedPurpose } from './asked-purpose.tsx';
import { JoinDetails } from './join-details.tsx';
import { answerName, channelName, type JoinView, joinPath, type SentJoin } from './join-view.ts';
import { ToldPurposes } from './told-purposes.tsx';

interface JoinScreenProps {
  readonly view: JoinView;
  readonly sent?: SentJoin | undefined;
}

/** The page behind the code at the till: what a company asks, one answer each, one address, one button. */
export function JoinScreen({ view, sent }: JoinScreenProps) {
  const { t } = useI18n();
  const { company, gpc, signedInHref, connected } = view;
  const errors = (sent?.errors ?? []).map(({ id, message }) => ({ id, text: tell(t, message) }));
  const errorOf = (id: string) => errors.find((error) => error.id === id)?.text;
  return (
    <Branded company={company.slug}>
      <Stack gap="l">
        <PageHeader
          kicker={
            <>
              <BrandMark name={company.name} brandClass={`brand-${company.slug}`} />
              <span>
                <strong className="ink">{company.name}</strong>
                <br />
                {company.about}
              </span>
            </>
          }
          title={t('public.join.title', { company: company.name })}
          lead={connected ? undefined : t('public.join.lead')}
        />
        {connected && signedInHref ? (
          <Notice
            tone="info"
            title={t('public.join.connected', { company: company.name })}
            actions={
              <ButtonLink kind="primary" href={signedInHref}>
                {t('public.join.joined.toCompany', { company: company.name })}
              </ButtonLink>
            }
          >
            <p>{t('public.join.connectedText')}</p>
          </Notice>
        ) : signedInHref ? (
          <Notice tone="info" title={t('public.join.signedIn')}>
            <a href={signedInHref}>{t('public.join.signedInLink', { company: company.name })}</a>
          </Notice>
        ) : (
          <p>
            <RichText
              text={t('public.join.here')}
              parts={{
                signIn: (text) => <a href={`/sign-in?to=${joinPath(company.slug)}`}>{text}</a>,
              }}
            />
          </p>
        )}
        {gpc ? (
          <Notice tone="info" title={t('purpose.card.gpc')}>
            <p>{t('public.join.gpcKept')}</p>
          </Notice>
        ) : null}
        <ErrorSummary
          title={t('error.form.summary', { count: errors.length })}
          errors={errors.map(({ id, text }) => ({ id, text: withTitle(t, id, text, view) }))}
        />
        {connected ? null : <JoinForm view={view} sent={sent} errorOf={errorOf} />}
      </Stack>
    </Branded>
  );
}

/** Above the form an error says which purpose or which detail it belongs to. */
function withTitle(t: Translator, id: string, text: string, { asked, inputs, ageLimit }: JoinView): string {
  const purpose = asked.find(({ slug }) => id === answerName(slug) || id === channelName(slug));
  if (purpose) return `${purpose.card.title}: ${text}`;
  if (ageLimit && id === ageName(ageLimit)) return `${t('me.age.title')}: ${text}`;
  const field = inputs.find((one) => id === fieldInputName(one));
  return field ? `${fieldLabel(t, field)}: ${text}` : text;
}

interface JoinFormProps extends JoinScreenProps {
  readonly errorOf: (id: string) => string | undefined;
}

function JoinForm({ view, sent, errorOf }: JoinFormProps) {
  const { t } = useI18n();
  const { company, asked, told } = view;
  // Its own address: without one, the fragment of an error's link would travel on.
  return (
    <form
      id={ENTRY_FORM}
      method="post"
      action={joinPath(company.slug)}
      noValidate
      className="join-form stack stack-l"
    >
      <Section
        id="asked"
        title={t('public.join.asked', { count: asked.length, company: company.name })}
        lead={t('purpose.decision.noMatter')}
      >
        <Stack>
          {asked.map((purpose) => (
            <AskedPurpose
              key={purpose.slug}
              purpose={purpose}
              sent={sent?.answers[purpose.slug]}
              errorOf={errorOf}
            />
          ))}
        </Stack>
      </Section>
      {told.length > 0 ? <ToldPurposes told={told} company={company} /> : null}
      <JoinDetails view={view} sent={sent} errorOf={errorOf} />
      <Stack gap="s">
        <Actions>
          <Button kind="primary">{t('public.join.send')}</Button>
        </Actions>
        <p className="small soft measure">{t('public.join.next')}</p>
        <p className="small soft measure">
          <RichText
            text={t('public.join.notices')}
            parts={{
              company: () => (
                <a href={`/privacy/${company.slug}`}>{t('purpose.card.notice', { company: company.name })}</a>
              ),
              portal: (text) => <a href="/privacy">{text}</a>,
            }}
          />
        </p>
      </Stack>
    </form>
  );
}

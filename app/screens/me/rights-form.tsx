import { useI18n } from '#app/i18n/i18n-context.tsx';
import { tell } from '#app/i18n/message.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { FileInput } from '#app/ui/file-input.tsx';
import { ENTRY_FORM } from '#app/ui/kept-values.ts';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { REQUEST_TEXT_MAX } from '#schema/request.ts';
import { IntentField } from './intent-field.tsx';
import { RightsSelf } from './rights-self.tsx';
import {
  ALL_COMPANIES,
  ownRequestPath,
  type RightsFormView,
  rightsPath,
  type SentRights,
} from './rights-view.ts';

/** One right: what works at once by oneself, then the form to the company. */
export function RightsFormScreen({
  view,
  sent,
}: {
  readonly view: RightsFormView;
  readonly sent: SentRights | undefined;
}) {
  const { t } = useI18n();
  const { kind, done } = view;
  return (
    <Stack gap="l">
      {done ? (
        <Notice
          tone="done"
          live="status"
          title={t(
            done.what === 'restricted' ? 'me.rights.self.restrictDone' : 'me.rights.self.unrestrictDone',
            {
              company: done.company,
            },
          )}
        />
      ) : null}
      <PageHeader
        back={
          <BackLink
            label={t('common.nav.breadcrumb')}
            trail={[
              { href: '/me', label: t('common.nav.home') },
              { href: rightsPath, label: t('me.rights.title') },
            ]}
          />
        }
        kicker={t(`me.rights.name.${kind}`)}
        title={t(`me.rights.wish.${kind}`)}
      />
      <RightsSelf {...view} />
      <Section id="ask" title={t('me.rights.ask.title')} lead={t(`me.rights.ask.${kind}`)}>
        <AskForm view={view} sent={sent} />
      </Section>
    </Stack>
  );
}

function AskForm({ view, sent }: { readonly view: RightsFormView; readonly sent: SentRights | undefined }) {
  const { t } = useI18n();
  const { kind, companies, chosen, needsWords, intentId } = view;
  const errors = (sent?.errors ?? []).map(({ id, message }) => ({ id, text: tell(t, message) }));
  const told = (id: string) => errors.find((error) => error.id === id)?.text;
  const free = companies.filter(({ open }) => open === null);
  const picked = sent?.typed.company ?? chosen;
  const [only] = companies;
  if (free.length === 0) return <Running companies={companies} />;
  return (
    <form id={ENTRY_FORM} method="post" encType="multipart/form-data">
      <Stack gap="l">
        <ErrorSummary title={t('error.form.summary', { count: errors.length })} errors={errors} />
        <IntentField id={intentId} />
        <Running companies={companies} />
        {companies.length === 1 && only ? (
          <input type="hidden" name="company" value={only.slug} />
        ) : (
          <ChoiceGroup
            kind="radio"
            name="company"
            legend={t('me.rights.form.who')}
            error={told('company')}
            choices={[
              ...free.map(({ slug, name, left }) => ({
                value: slug,
                label: name,
                detail: left ? t('me.rights.form.left') : undefined,
                checked: picked === slug,
              })),
              ...(free.length > 1
                ? [
                    {
                      value: ALL_COMPANIES,
                      label: t('me.rights.form.all'),
                      checked: picked === ALL_COMPANIES,
                    },
                  ]
                : []),
            ]}
          />
        )}
        <TextArea
          name="text"
          label={t('me.rights.form.text')}
          marker={needsWords ? undefined : t('common.word.optional')}
          hint={t(`me.rights.form.textHint.${kind}`)}
          error={told('text')}
          maxLength={REQUEST_TEXT_MAX}
          defaultValue={sent?.typed.text}
        />
        <FileInput
          name="file"
          label={t('me.rights.form.files')}
          marker={t('common.word.optional')}
          hint={t('me.rights.form.filesHint')}
          error={told('file')}
          accept=".pdf,.png,.jpg,.jpeg,.txt"
          multiple
        />
        <Actions>
          <Button kind="primary" name="act" value="ask">
            {t('me.rights.form.send')}
          </Button>
        </Actions>
      </Stack>
    </form>
  );
}

/** Where one of this kind runs already: the way there instead of a second one. */
function Running({ companies }: Pick<RightsFormView, 'companies'>) {
  const { t } = useI18n();
  const running = companies.filter(({ open }) => open !== null);
  if (running.length === 0) return null;
  return (
    <Notice tone="info" title={t('me.rights.form.openAlready')}>
      <ul>
        {running.map(({ slug, name, open }) => (
          <li key={slug}>
            <a href={ownRequestPath(open ?? '')}>{name}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

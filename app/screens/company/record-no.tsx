import { useI18n } from '#app/i18n/i18n-context.tsx';
import { type Message, tell } from '#app/i18n/message.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { SubjectId } from '#schema/ids.ts';
import { textIn } from '#schema/language.ts';
import { type PurposeName, peoplePath, personPath, shortSubject } from './view.ts';

/** In the place of a purpose: everything that the person can decide about. */
export const ALL_PURPOSES = 'all';
export const NO_METHODS = ['letter', 'phone', 'till'] as const;
export const SOURCE_MAX = 120;

export interface NoForm {
  readonly errors: Readonly<Partial<Record<'about' | 'method' | 'source', Message>>>;
  readonly typed: { readonly about: string; readonly method: string; readonly source: string };
}

/** The way back, for whoever did not come from the company's list. */
export interface NoOrigin {
  readonly href: string;
  readonly label: string;
}

export interface RecordNoView {
  readonly subject: SubjectId;
  readonly purposes: readonly PurposeName[];
  /** Where the person was seen; chosen in the form unless something else is. */
  readonly from: string | null;
  /** What a no was just written down for. */
  readonly done: string | null;
  readonly intentId: string;
}

/** Says nothing about the person: a no is taken whatever holds. */
export function RecordNoScreen({
  view,
  form,
  origin,
}: {
  readonly view: RecordNoView;
  readonly form: NoForm | undefined;
  readonly origin?: NoOrigin;
}) {
  const { t } = useI18n();
  const { subject, from, done } = view;
  const list = { href: from ? peoplePath(from) : '/company/people', label: t('company.no.toList') };
  // After the no, the page of the person is gone for this purpose.
  const person = from && !done ? { href: personPath(subject, from), label: t('company.no.toPerson') } : list;
  const back = origin ?? person;
  return (
    <Stack gap="l">
      <PageHeader
        size="plain"
        back={<BackLink label={t('common.nav.breadcrumb')} trail={[back]} />}
        title={t('company.no.headline', { person: shortSubject(subject) })}
        lead={t('company.no.lead')}
      />
      {done ? <Done {...view} done={done} back={back} /> : <Form {...view} form={form} />}
    </Stack>
  );
}

function Done({ purposes, done, back }: RecordNoView & { readonly done: string; readonly back: NoOrigin }) {
  const { t, language } = useI18n();
  const purpose = purposes.find(({ slug }) => slug === done);
  return (
    <Notice
      tone="done"
      live="status"
      title={t('company.no.doneTitle')}
      actions={<ButtonLink href={back.href}>{back.label}</ButtonLink>}
    >
      <p>
        {purpose
          ? t('company.no.doneText', { purpose: textIn(purpose.title, language) })
          : t('company.no.doneAll')}
      </p>
    </Notice>
  );
}

function Form({ purposes, from, intentId, form }: RecordNoView & { readonly form: NoForm | undefined }) {
  const { t, language } = useI18n();
  const { errors = {}, typed = { about: from ?? '', method: '', source: '' } } = form ?? {};
  const told = (name: keyof NoForm['errors']) => {
    const error = errors[name];
    return error && tell(t, error);
  };
  const wrong = (['about', 'method', 'source'] as const).flatMap((name) => {
    const text = told(name);
    return text ? [{ id: name, label: t(`company.no.${name}`), text }] : [];
  });
  return (
    <form method="post">
      <Stack gap="l">
        <ErrorSummary title={t('error.form.summary', { count: wrong.length })} errors={wrong} />
        <input type="hidden" name="intent-id" value={intentId} />
        <ChoiceGroup
          kind="radio"
          name="about"
          legend={t('company.no.about')}
          error={told('about')}
          choices={[
            ...purposes.map(({ slug, title }) => ({
              value: slug,
              label: textIn(title, language),
              checked: typed.about === slug,
            })),
            { value: ALL_PURPOSES, label: t('company.no.all'), checked: typed.about === ALL_PURPOSES },
          ]}
        />
        <ChoiceGroup
          kind="radio"
          name="method"
          legend={t('company.no.method')}
          error={told('method')}
          choices={NO_METHODS.map((method) => ({
            value: method,
            label: t(`company.no.${method}`),
            checked: typed.method === method,
          }))}
        />
        <TextInput
          name="source"
          label={t('company.no.source')}
          hint={t('company.no.sourceHint')}
          error={told('source')}
          maxLength={SOURCE_MAX}
          defaultValue={typed.source}
          autoComplete="off"
        />
        <Actions>
          <Button kind="primary">{t('company.no.send')}</Button>
        </Actions>
        <p className="soft measure">{t('company.no.only')}</p>
      </Stack>
    </form>
  );
}

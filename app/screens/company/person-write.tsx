import { useI18n } from '#app/i18n/i18n-context.tsx';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { ENTRY_FORM } from '#app/ui/kept-values.ts';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { SubjectId } from '#schema/ids.ts';
import { textIn } from '#schema/language.ts';
import { TEXT_MAX, TITLE_MAX } from '#schema/thread.ts';
import { useToldForm } from '../thread/form-errors.ts';
import { PicturesInput } from '../thread/pictures-input.tsx';
import type { SentForm } from '../thread/view.ts';
import { type PurposeName, personPath, shortSubject } from './view.ts';

const FIELDS = ['title', 'text', 'pictures'] as const;
export type FirstField = (typeof FIELDS)[number];

export interface PersonWriteView {
  readonly subject: SubjectId;
  readonly purpose: PurposeName;
  readonly done: boolean;
  readonly intentId: string;
}

interface PersonWriteProps {
  readonly view: PersonWriteView;
  readonly form: SentForm<FirstField> | undefined;
}

/** A first word to one person, for one purpose that allows it here in the portal. */
export function PersonWriteScreen({ view, form }: PersonWriteProps) {
  const { t, language } = useI18n();
  const { subject, purpose, done } = view;
  const back = { href: personPath(subject, purpose.slug), label: t('company.dialogue.record.back') };
  return (
    <Stack gap="l">
      <PageHeader
        size="plain"
        back={<BackLink label={t('common.nav.breadcrumb')} trail={[back]} />}
        title={t('company.dialogue.write.headline', { person: shortSubject(subject) })}
        lead={t('company.dialogue.write.lead', { purpose: textIn(purpose.title, language) })}
      />
      {done ? (
        <Notice
          tone="done"
          live="status"
          title={t('company.dialogue.write.doneTitle')}
          actions={<ButtonLink href={back.href}>{back.label}</ButtonLink>}
        >
          <p>{t('company.dialogue.write.doneText')}</p>
        </Notice>
      ) : (
        <FirstForm view={view} form={form} />
      )}
    </Stack>
  );
}

function FirstForm({ view: { intentId }, form }: PersonWriteProps) {
  const { t } = useI18n();
  const { told, wrong, typed } = useToldForm(form, FIELDS, {
    title: t('company.dialogue.write.subject'),
    text: t('company.dialogue.write.text'),
  });
  return (
    <form id={ENTRY_FORM} method="post" encType="multipart/form-data" noValidate>
      <Stack>
        <ErrorSummary title={t('error.form.summary', { count: wrong.length })} errors={wrong} />
        <input type="hidden" name="intent-id" value={intentId} />
        <TextInput
          name="title"
          label={t('company.dialogue.write.subject')}
          error={told('title')}
          maxLength={TITLE_MAX}
          defaultValue={typed('title')}
          autoComplete="off"
        />
        <TextArea
          name="text"
          label={t('company.dialogue.write.text')}
          hint={t('company.dialogue.write.hint')}
          error={told('text')}
          rows={6}
          maxLength={TEXT_MAX}
          defaultValue={typed('text')}
        />
        <PicturesInput error={told('pictures')} again={form !== undefined} />
        <Actions>
          <Button kind="primary">{t('company.dialogue.write.send')}</Button>
        </Actions>
      </Stack>
    </form>
  );
}

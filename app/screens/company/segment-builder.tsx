import { fieldLabel } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { type Message, tell } from '#app/i18n/message.ts';
import { BackLink } from '#app/ui/back-link.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Actions, Split, Stack } from '#app/ui/layout.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Section } from '#app/ui/section.tsx';
import { SelectInput } from '#app/ui/select-input.tsx';
import { Stats } from '#app/ui/stat.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { FactField } from '#schema/field.ts';
import { textIn } from '#schema/language.ts';
import { ConditionRow } from './condition-row.tsx';
import { MAX_CONDITIONS, offeredValues, type SegmentDraft } from './segment-draft.ts';
import { newSegmentPath, type PurposeName } from './view.ts';

export interface BuilderView {
  readonly purpose: PurposeName;
  readonly byConsent: boolean;
  /** Facts that the purpose asks for. */
  readonly offered: readonly FactField[];
  readonly draft: SegmentDraft;
  readonly showProblems: boolean;
  readonly nameError: Message | null;
  readonly visible: number;
  /** Rounded; null: fewer than 5. */
  readonly hidden: number | null;
  readonly intentId: string;
}

/**
 * Purpose first, then conditions; the count follows. One form whose buttons
 * add, remove and count by GET, so that a draft is a link and nothing needs
 * a script; only saving posts.
 */
export function SegmentBuilderScreen(view: BuilderView) {
  const { t, language } = useI18n();
  const { purpose } = view;
  return (
    <form method="get" action="/company/segments/new">
      <Stack gap="l">
        <input type="hidden" name="purpose" value={purpose.slug} />
        <PageHeader
          size="plain"
          back={
            <BackLink
              label={t('common.nav.breadcrumb')}
              trail={[{ href: '/company/segments/new', label: t('company.builder.otherPurpose') }]}
            />
          }
          title={t('company.builder.headline', { purpose: textIn(purpose.title, language) })}
          lead={t('company.builder.lead')}
        />
        <Problems {...view} />
        <CountByEnter />
        <Split main={<Conditions {...view} />} aside={<Count {...view} />} />
        <Save {...view} />
      </Stack>
    </form>
  );
}

function Problems({ draft, showProblems, nameError }: BuilderView) {
  const { t } = useI18n();
  const rows = draft.rows.flatMap(({ field, problem, wrongPart = '' }, index) => {
    if (!problem || !showProblems) return [];
    const text =
      problem === 'region'
        ? t('company.builder.regionWrong', { part: wrongPart })
        : t('company.builder.valuesMissing');
    return [{ id: `value-${index}`, text: `${fieldLabel(t, field)}: ${text}` }];
  });
  const errors = [
    ...rows,
    ...(nameError ? [{ id: 'name', label: t('company.builder.name'), text: tell(t, nameError) }] : []),
  ];
  return <ErrorSummary title={t('error.form.summary', { count: errors.length })} errors={errors} />;
}

/** Enter presses the first button of a form: it counts instead of removing something. */
function CountByEnter() {
  return <button type="submit" name="do" value="count" tabIndex={-1} aria-hidden="true" hidden />;
}

function Count({ visible, hidden }: BuilderView) {
  const { t, format } = useI18n();
  return (
    <Card title={t('company.builder.counted')}>
      <Stack gap="m">
        <Stats
          figures={[
            { label: t('company.builder.visible'), value: format.number(visible) },
            {
              label: t('company.builder.hidden'),
              value:
                hidden === null
                  ? t('company.overview.few')
                  : t('company.overview.around', { number: hidden }),
              detail: t('company.builder.hiddenDetail'),
            },
          ]}
        />
        <Actions>
          <Button size="s" name="do" value="count">
            {t('company.builder.count')}
          </Button>
        </Actions>
      </Stack>
    </Card>
  );
}

function Conditions(view: BuilderView) {
  const { t } = useI18n();
  const { draft, offered, byConsent, showProblems } = view;
  const left = offered.filter((field) => offeredValues(field)?.length !== 0);
  return (
    <Section id="conditions" title={t('company.builder.conditions')}>
      <Stack gap="m">
        {draft.rows.length > 1 ? (
          <ChoiceGroup
            kind="radio"
            name="match"
            legend={t('company.builder.match')}
            choices={[
              { value: 'all', label: t('company.builder.matchAll'), checked: draft.match === 'all' },
              { value: 'any', label: t('company.builder.matchAny'), checked: draft.match === 'any' },
            ]}
          />
        ) : null}
        {draft.rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity beyond their place
          <ConditionRow key={index} index={index} row={row} showProblem={showProblems} />
        ))}
        {draft.rows.length === 0 ? <p className="soft">{t(emptyWord(byConsent, left.length > 0))}</p> : null}
        {left.length > 0 && draft.rows.length < MAX_CONDITIONS ? (
          <Add offered={left} next={draft.rows.length} />
        ) : null}
        {draft.rows.length >= MAX_CONDITIONS ? (
          <p className="soft">{t('company.builder.tooMany', { max: MAX_CONDITIONS })}</p>
        ) : null}
      </Stack>
    </Section>
  );
}

function emptyWord(byConsent: boolean, offers: boolean) {
  if (!byConsent) return 'company.builder.noneObjection';
  return offers ? 'company.builder.none' : 'company.builder.noneOffered';
}

function Add({ offered, next }: { readonly offered: readonly FactField[]; readonly next: number }) {
  const { t } = useI18n();
  return (
    <Stack gap="s">
      <SelectInput
        name="add"
        label={t('company.builder.add')}
        defaultValue=""
        options={[
          { value: '', label: t('common.word.choose') },
          ...offered.map((value) => ({ value, label: fieldLabel(t, value) })),
        ]}
      />
      <Actions>
        <Button
          size="s"
          name="do"
          value="add"
          formNoValidate
          // The page that comes starts at the new condition.
          formAction={`/company/segments/new#condition-${next}`}
        >
          {t('company.builder.addButton')}
        </Button>
      </Actions>
    </Stack>
  );
}

/** The intent travels with this button alone: a draft's address must not carry it. */
function Save({ draft, nameError, purpose, intentId }: BuilderView) {
  const { t } = useI18n();
  return (
    <Section id="save" title={t('company.builder.save')}>
      <Stack gap="m">
        <TextInput
          name="name"
          label={t('company.builder.name')}
          hint={t('company.builder.nameHint')}
          error={nameError ? tell(t, nameError) : undefined}
          defaultValue={draft.name}
          maxLength={80}
          autoComplete="off"
        />
        <Actions>
          <Button
            kind="primary"
            formMethod="post"
            formAction={newSegmentPath(purpose.slug)}
            name="intent-id"
            value={intentId}
          >
            {t('company.builder.save')}
          </Button>
        </Actions>
      </Stack>
    </Section>
  );
}

import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { DescriptionList } from '#app/ui/description-list.tsx';
import { Details } from '#app/ui/details.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { textIn } from '#schema/language.ts';
import type { FieldsView, OwnField } from './fields-view.ts';

interface FieldsScreenProps {
  readonly view: FieldsView;
  /** An officer reads; the company decides (Art. 38(6) GDPR). */
  readonly readOnly?: boolean | undefined;
}

/** What the company asks beyond the catalogue: proposals, what is asked now, and what was. */
export function FieldsScreen({ view: { fields, done, intentId }, readOnly = false }: FieldsScreenProps) {
  const { t } = useI18n();
  const asked = fields.filter(({ releasedAt, retiredAt }) => releasedAt && !retiredAt).length;
  return (
    <Stack gap="l">
      {done ? <Notice tone="done" live="status" title={t(`company.fields.done.${done}`)} /> : null}
      <PageHeader
        size="plain"
        title={asked > 0 ? t('company.fields.headline', { count: asked }) : t('company.fields.headlineNone')}
        lead={t(readOnly ? 'company.fields.officerLead' : 'company.fields.lead')}
        actions={
          readOnly ? undefined : (
            <ButtonLink kind="primary" href="/company/fields/new">
              {t('company.fields.new')}
            </ButtonLink>
          )
        }
      />
      {fields.map((field) => (
        <FieldCard key={field.id} field={field} intentId={intentId} readOnly={readOnly} />
      ))}
    </Stack>
  );
}

interface FieldCardProps {
  readonly field: OwnField;
  readonly intentId: string;
  readonly readOnly: boolean;
}

function FieldCard({ field, intentId, readOnly }: FieldCardProps) {
  const { t, format, language } = useI18n();
  const { content, usedBy } = field;
  const text = (texts: OwnField['content']['label']) => textIn(texts, language);
  return (
    <Card
      title={text(content.label)}
      subtitle={<State field={field} />}
      tone={field.retiredAt ? 'sunk' : 'plain'}
    >
      <DescriptionList
        facts={[
          {
            term: t('company.fields.kind'),
            text: [
              t(`company.fields.type.${content.type}`),
              ...(content.options.length > 0
                ? [format.list(content.options.map(({ label }) => text(label)))]
                : []),
            ].join(': '),
          },
          { term: t('company.fields.why'), text: text(content.reason) },
          { term: t('company.fields.gain'), text: text(content.benefit) },
        ]}
      />
      <p className="soft small">
        {usedBy.length > 0
          ? t('company.fields.usedBy', { purposes: format.list(usedBy.map(text)) })
          : t('company.fields.usedByNone')}{' '}
        <Authors field={field} />
      </p>
      {readOnly || field.retiredAt ? null : <FieldActs field={field} intentId={intentId} />}
    </Card>
  );
}

function Authors({ field }: { readonly field: OwnField }) {
  const { t, format } = useI18n();
  const { by, own, createdAt, releasedBy, releasedByReader, releasedAt } = field;
  const written = own
    ? t('company.fields.byYou', { date: format.date(createdAt) })
    : t('company.fields.by', { who: by, date: format.date(createdAt) });
  if (!releasedBy || !releasedAt) return <>{written}</>;
  const date = format.date(releasedAt);
  const released = releasedByReader
    ? t('company.fields.releasedByYou', { date })
    : t('company.fields.releasedBy', { who: releasedBy, date });
  return <>{`${written} · ${released}`}</>;
}

function State({ field: { releasedAt, retiredAt } }: { readonly field: OwnField }) {
  const { t, format } = useI18n();
  if (retiredAt) return <>{t('company.fields.state.retired', { date: format.date(retiredAt) })}</>;
  return (
    <>
      {releasedAt
        ? t('company.fields.state.released', { date: format.date(releasedAt) })
        : t('company.fields.state.draft')}
    </>
  );
}

function FieldActs({ field, intentId }: { readonly field: OwnField; readonly intentId: string }) {
  const { t } = useI18n();
  if (!field.releasedAt) return <DraftActs field={field} intentId={intentId} />;
  // What is no longer asked for is never asked for again under this name: no single press.
  return (
    <Details summary={t('company.fields.retire')}>
      <form method="post" className="stack stack-s">
        <input type="hidden" name="intent-id" value={intentId} />
        <input type="hidden" name="field" value={field.id} />
        <p>{t('company.fields.retireMeans')}</p>
        <Actions>
          <Button name="act" value="retire">
            {t('company.fields.retire')}
          </Button>
        </Actions>
      </form>
    </Details>
  );
}

function DraftActs({ field, intentId }: { readonly field: OwnField; readonly intentId: string }) {
  const { t } = useI18n();
  const { id, mayRelease, own } = field;
  return (
    <form method="post" className="stack stack-s">
      <input type="hidden" name="intent-id" value={intentId} />
      <input type="hidden" name="field" value={id} />
      <p className="soft small">{t(own ? 'company.fields.ownDraft' : 'company.fields.releaseMeans')}</p>
      <Actions>
        {mayRelease ? (
          <Button name="act" value="release" kind="primary">
            {t('company.fields.release')}
          </Button>
        ) : null}
        <Button name="act" value="retire">
          {t('company.fields.discard')}
        </Button>
      </Actions>
    </form>
  );
}

import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { Actions, Stack } from '#app/ui/layout.tsx';
import { Section } from '#app/ui/section.tsx';
import { textIn } from '#schema/language.ts';
import { type FieldSeer, type FieldView, hidePath } from './field-view.ts';
import { IntentField } from './intent-field.tsx';
import { companyPath, purposePath } from './view.ts';

/** Company by company: since when, what for, the last look, and the way to hide it there. */
export function FieldSeers({ view }: { readonly view: FieldView }) {
  const { t } = useI18n();
  const { seers } = view;
  return (
    <Section
      id="seen"
      title={t('me.ownField.who')}
      lead={seers.length === 0 ? t('me.ownField.whoNobody') : undefined}
    >
      {seers.length > 0 ? (
        <Stack gap="m">
          {seers.map((seer) => (
            <Seer key={seer.company.slug} seer={seer} view={view} />
          ))}
        </Stack>
      ) : null}
    </Section>
  );
}

function Seer({ seer, view }: { readonly seer: FieldSeer; readonly view: FieldView }) {
  const { t, format, language } = useI18n();
  const { company, uses, lastLook } = seer;
  const says = uses.some(({ needed, closes }) => needed || closes);
  const action = hidePath(view.field, company.slug);
  const hide = t('me.hide.from', { company: company.name });
  return (
    <Card level={3} title={<a href={companyPath(company.slug)}>{company.name}</a>}>
      <ul className="stack stack-s">
        {uses.map(({ purpose, title, since, now, needed }) => (
          <li key={purpose}>
            <a href={purposePath(company.slug, purpose)}>{textIn(title, language)}</a>
            <br />
            <span className="soft small">
              {[
                ...(since ? [t('common.date.since', { date: format.date(since) })] : []),
                t(needed ? 'me.ownField.needed' : 'me.ownField.optional'),
                ...(now ? [] : [t('me.ownField.silent')]),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <p className="soft small">
        {lastLook
          ? t('me.ownField.lastLook', { when: format.relativeDay(lastLook) })
          : t('me.ownField.neverLooked')}
      </p>
      {says ? (
        <Actions>
          <ButtonLink href={action}>{hide}</ButtonLink>
        </Actions>
      ) : (
        <form method="post" action={action}>
          <IntentField id={view.intentId} />
          <Actions>
            <Button>{hide}</Button>
          </Actions>
        </form>
      )}
    </Card>
  );
}

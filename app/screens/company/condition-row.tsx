import { fieldLabel, fieldValueText } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { ChoiceGroup } from '#app/ui/choice-group.tsx';
import { Stack } from '#app/ui/layout.tsx';
import { SelectInput } from '#app/ui/select-input.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import { NUMERIC_FACTS } from '#schema/segment.ts';
import { type DraftRow, offeredOperators, offeredValues } from './segment-draft.ts';

interface ConditionRowProps {
  readonly index: number;
  readonly row: DraftRow;
  readonly showProblem: boolean;
}

/** One condition: its field is fixed, comparison and values can be changed. */
export function ConditionRow({ index, row, showProblem }: ConditionRowProps) {
  const { t } = useI18n();
  const { field, operator } = row;
  const label = fieldLabel(t, field);
  const operators = offeredOperators(field);
  return (
    <Card
      id={`condition-${index}`}
      level={3}
      title={label}
      end={
        <Button
          kind="quiet"
          size="s"
          name="remove"
          value={String(index)}
          formNoValidate
          formAction="/company/segments/new#conditions"
        >
          <span aria-hidden="true">{t('company.builder.removeShort')}</span>
          <span className="visually-hidden">{t('company.builder.remove', { field: label })}</span>
        </Button>
      }
    >
      <Stack gap="s">
        <input type="hidden" name={`field-${index}`} value={field} />
        {operators.length === 1 ? (
          <input type="hidden" name={`operator-${index}`} value={operators[0]} />
        ) : (
          <SelectInput
            name={`operator-${index}`}
            label={t('company.builder.operator')}
            defaultValue={operator}
            options={operators.map((value) => ({ value, label: t(`company.operator.${value}`) }))}
          />
        )}
        <Values index={index} row={row} showProblem={showProblem} />
      </Stack>
    </Card>
  );
}

function Values({ index, row, showProblem }: ConditionRowProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const { field, values, text, problem } = row;
  const name = `value-${index}`;
  const offered = offeredValues(field);
  const told = {
    missing: t('company.builder.valuesMissing'),
    region: t('company.builder.regionWrong', { part: row.wrongPart ?? '' }),
  };
  const error = showProblem && problem ? told[problem] : undefined;
  if (!offered) {
    return (
      <TextInput
        name={name}
        label={t('company.builder.values')}
        hint={t('company.builder.regionHint')}
        error={error}
        defaultValue={text}
        maxLength={120}
        autoComplete="off"
        spellCheck={false}
      />
    );
  }
  if (NUMERIC_FACTS.includes(field)) {
    return (
      <SelectInput
        name={name}
        label={t('company.builder.values')}
        error={error}
        defaultValue={values[0] ?? ''}
        options={[
          { value: '', label: t('common.word.choose') },
          ...offered.map((value) => ({ value, label: fieldValueText(i18n, field, value) })),
        ]}
      />
    );
  }
  return (
    <ChoiceGroup
      kind="checkbox"
      name={name}
      legend={t('company.builder.values')}
      error={error}
      layout="columns"
      choices={offered.map((value) => ({
        value,
        label: fieldValueText(i18n, field, value),
        checked: values.includes(value),
      }))}
    />
  );
}

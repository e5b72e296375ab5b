import { fieldValueText } from '#app/i18n/field-words.ts';
import { useI18n } from '#app/i18n/i18n-context.tsx';
import { StateShape } from '#app/ui/state-mark.tsx';
import type { FieldId, FieldValue } from '#schema/field.ts';

interface PermittedValueProps {
  readonly field: FieldId;
  readonly value: FieldValue | undefined;
}

/** A value, or one and the same sign for every cause of its absence. */
export function PermittedValue({ field, value }: PermittedValueProps) {
  const i18n = useI18n();
  if (value !== undefined) return <>{fieldValueText(i18n, field, value)}</>;
  return (
    <span className="state-mark soft">
      <StateShape state="locked" />
      <span>{i18n.t('permission.marketer.notPermitted')}</span>
    </span>
  );
}

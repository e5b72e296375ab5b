import { useActionData } from '@remix-run/react';
import { type FormAnswer, FRESH_FORM } from '#app/screens/auth/form-answer.ts';

/** The form that came back, or a fresh one. */
export function useFormAnswer(): FormAnswer {
  return (useActionData() as FormAnswer | undefined) ?? FRESH_FORM;
}

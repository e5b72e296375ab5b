/** What makes a form count once, however often it is sent. */
export function IntentField({ id }: { readonly id: string }) {
  return <input type="hidden" name="intent-id" value={id} />;
}

import { notFound } from '#app/auth/require.ts';

/** Every address that is no page: answered within the portal's frame, with a way back. */
export function loader() {
  throw notFound();
}

/** The same for a form that was sent there. */
export const action = loader;

/** Never shown: without a page of its own the answer would come without the frame. */
export default function NotFound() {
  return null;
}

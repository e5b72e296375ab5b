import { redirectTo } from '#app/auth/require.ts';

/** Where password managers look for the page. */
export function loader(): Response {
  return redirectTo('/password');
}

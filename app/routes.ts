import { index, prefix, type RouteConfig, route } from '@remix-run/route-config';

/** The portal's table of contents: URL -> module. */
export default [
  index('routes/public/start.tsx'),
  route('privacy/:company?', 'routes/public/notice.tsx'),
  route('imprint', 'routes/public/imprint.tsx'),
  route('language', 'routes/public/language.ts'),
  route('brand.css', 'routes/public/brand-css.ts'),
  route('.well-known/security.txt', 'routes/public/security-txt.ts'),
  route('.well-known/change-password', 'routes/public/change-password.ts'),

  route('join/:company', 'routes/join/join.tsx'),
  route('join/:company/sent', 'routes/join/sent.tsx'),
  route('join/confirm/:token', 'routes/join/confirm.tsx'),
  route('me/joined/:company', 'routes/join/joined.tsx'),

  route('demo', 'routes/demo/people.tsx'),
  route('demo/mail', 'routes/demo/mailbox.tsx'),

  route('sign-in', 'routes/auth/sign-in.tsx'),
  route('sign-in/sent', 'routes/auth/sign-in-sent.tsx'),
  route('sign-in/link/:token', 'routes/auth/sign-in-link.tsx'),
  route('register', 'routes/auth/register.tsx'),
  route('register/sent', 'routes/auth/register-sent.tsx'),
  route('confirm/:token', 'routes/auth/confirm.tsx'),
  route('password', 'routes/auth/password.tsx'),
  route('reset', 'routes/auth/reset.tsx'),
  route('reset/sent', 'routes/auth/reset-sent.tsx'),
  route('reset/:token', 'routes/auth/reset-link.tsx'),
  route('step-up', 'routes/auth/step-up.tsx'),
  route('sign-out', 'routes/auth/sign-out.tsx'),
  route('signed-out', 'routes/auth/signed-out.tsx'),
  route('sessions', 'routes/auth/sessions.tsx', { id: 'staff-sessions' }),
  route('me/account/sessions', 'routes/auth/sessions.tsx'),
  route('me/account/address', 'routes/auth/address.tsx'),
  route('demo/sign-in', 'routes/auth/demo-sign-in.tsx'),

  ...prefix('me', [
    index('routes/me/home.tsx'),
    route('companies', 'routes/me/companies.tsx'),
    route('companies/:company', 'routes/me/company.tsx'),
    route('companies/:company/:purpose', 'routes/me/purpose.tsx'),
    route('take-back', 'routes/me/take-back.tsx'),
    route('profile', 'routes/me/profile.tsx'),
    route('profile/:group', 'routes/me/profile-group.tsx'),
    route('preferences', 'routes/me/preferences.tsx'),
    route('looks', 'routes/me/looks.tsx'),
    route('history', 'routes/me/history.tsx'),
    route('history/:index', 'routes/me/history-entry.tsx'),
    route('export', 'routes/me/export.tsx'),
    route('export/file', 'routes/me/export-file.ts'),
    route('account', 'routes/me/account.tsx'),
  ]),

  ...prefix('company', [
    index('routes/company/overview.tsx'),
    route('people', 'routes/company/people.tsx'),
    route('people/export', 'routes/company/export-check.tsx'),
    route('people/:subject', 'routes/company/person.tsx'),
    route('people/:subject/no', 'routes/company/record-no.tsx'),
    route('segments', 'routes/company/segments.tsx'),
    route('segments/new', 'routes/company/segment-new.tsx'),
    route('segments/:segment', 'routes/company/segment.tsx'),
    route('segments/:segment/export', 'routes/company/export-check.tsx', { id: 'segment-export' }),
    route('export', 'routes/company/export-file.ts'),
  ]),

  ...prefix('officer', [
    index('routes/officer/today.tsx'),
    route('looks', 'routes/officer/looks.tsx'),
    route('purposes', 'routes/officer/purposes.tsx'),
    route('verify', 'routes/officer/verify.tsx'),
  ]),

  route('operator', 'routes/operator/home.tsx'),
] satisfies RouteConfig;

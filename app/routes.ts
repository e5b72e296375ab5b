import { index, prefix, type RouteConfig, route } from '@remix-run/route-config';

/** The portal's table of contents: URL -> module. */
export default [
  index('routes/public/start.tsx'),
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
    route('account', 'routes/me/account.tsx'),
  ]),
] satisfies RouteConfig;

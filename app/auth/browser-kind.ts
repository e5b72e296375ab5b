import type { BrowserKind } from '#app/core/sign-in/seen-device.ts';

/** In order: many name others beside themselves. */
const BROWSER = [
  ['edge', /\bEdg(?:e|A|iOS)?\//],
  ['opera', /\bOPR\/|\bOpera\b/],
  ['samsung', /\bSamsungBrowser\//],
  ['firefox', /\b(?:Firefox|FxiOS)\//],
  ['chrome', /\b(?:Chrome|CriOS|Chromium)\//],
  ['safari', /\bVersion\/[\d.]+ .*\bSafari\//],
] as const;

const SYSTEM = [
  ['android', /\bAndroid\b/],
  ['ios', /\b(?:iPhone|iPad|iPod)\b/],
  ['windows', /\bWindows NT\b/],
  ['mac', /\bMac OS X\b|\bMacintosh\b/],
  ['linux', /\bLinux\b|\bX11\b/],
] as const;

/** What the browser calls itself, as coarse as a person would; versions and models are left out. */
export function browserKindOf(userAgent: string | null): BrowserKind {
  const said = (userAgent ?? '').slice(0, 500);
  return {
    browser: BROWSER.find(([, sign]) => sign.test(said))?.[0] ?? 'unknown',
    system: SYSTEM.find(([, sign]) => sign.test(said))?.[0] ?? 'unknown',
  };
}

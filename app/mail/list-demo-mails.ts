import type { DemoMail } from '#app/core/mail/demo-mail-store.ts';
import type { Core } from '#app/core/shared/core.ts';

/** The demo's outbox, newest first. */
export function listDemoMails(core: Pick<Core, 'storage'>, limit = 50): Promise<DemoMail[]> {
  return core.storage.read.demoMail.newest(limit);
}

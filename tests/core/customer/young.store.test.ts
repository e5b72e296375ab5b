import { describe, expect, onTestFinished, test } from 'vitest';
import { grantConsent } from '#app/core/consent/grant-consent.ts';
import { answerAge } from '#app/core/customer/answer-age.ts';
import { openCounter, WEB } from '#tests/core/consent/counter.ts';
import { ENGINES } from '#tests/support/engines.ts';

describe.each(ENGINES)('young customers on %s', (engine) => {
  test('who said to be too young gives no yes by a form that says otherwise in passing', async () => {
    const it = await openCounter(engine);
    onTestFinished(it.close);
    const { core, customerId, shop } = it;
    await it.yes('newsletter');
    await answerAge(core, { customerId, limit: 14, yes: false });
    expect(await it.may('newsletter')).toMatchObject({ allowed: false, reason: 'under-age' });
    const size = await it.size();
    const { purpose, version } = await shop.purpose('test-rides');
    const form = {
      customerId,
      companyId: shop.company.id,
      purposeId: purpose.id,
      versionId: version.id,
      choice: { fields: ['email' as const, 'postal-region' as const], channels: ['email' as const] },
      oldEnough: true as const,
    };
    await expect(grantConsent(core, form, WEB)).rejects.toMatchObject({ code: 'under-age' });
    expect(await it.size()).toBe(size);
    expect(await core.storage.read.customer.find(customerId)).toMatchObject({
      age: { sixteen: false, fourteen: false },
    });
    // Said where it is asked, the later yes lets the earlier consent be used again.
    await answerAge(core, { customerId, limit: 14, yes: true });
    expect((await it.may('newsletter')).allowed).toBe(true);
    await it.log.expectWhole();
  });
});

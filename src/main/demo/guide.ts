import type { Lang, Text } from '../../core/text.ts';
import type { Crypto, TenantId } from '../../engine/ports.ts';
import { receiptCode } from '../../engine/receipt.ts';
import type { Guide } from '../../portal/demo.ts';
import { streamOf } from './cast.ts';
import { featuredSeats, PASSWORD } from './roster.ts';
import { demoLaw } from './seed.ts';

/** Stories of the program with a name, by what a resident sees in them. */
const RECEIPTS: readonly { readonly name: string; readonly what: Text }[] = [
  { name: 'handling', what: { zh: '正在办理', en: 'being handled' } },
  {
    name: 'replied',
    what: {
      zh: '已答复，等您说是否解决',
      en: 'answered; waits for you to say whether it is solved',
    },
  },
  {
    name: 'closed',
    what: {
      zh: '已办结，可以重新提出或写下不同意见',
      en: 'closed; may be reopened or disagreed with',
    },
  },
  { name: 'redirected', what: { zh: '已告知其他途径', en: 'redirected to the right channel' } },
  {
    name: 'sponsored',
    what: {
      zh: '区领导包案，有您的办理方案',
      en: 'sponsored by a district leader, with a plan of its own',
    },
  },
];

/** What the demonstration page shows. */
export function guideOf(crypto: Crypto, tenant: TenantId): Guide {
  const receipts = (lang: Lang) =>
    RECEIPTS.map(({ name, what }) => ({
      code: receiptCode(crypto, tenant, streamOf(crypto, tenant, `${name}-${lang}`)),
      what,
    }));
  return {
    password: PASSWORD,
    seats: featuredSeats(demoLaw().rulebook),
    receipts: { zh: receipts('zh'), en: receipts('en') },
  };
}

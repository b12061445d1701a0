import type { SponsorshipLeft, SponsorshipNoted } from '../events.ts';
import { due } from './narrate.fixture.ts';

type Rows<Data> = readonly (readonly [Data, string, string])[];

const sponsored = {
  sponsorship: 'p',
  home: 'a',
  nominator: 's1',
  sponsor: { account: 'a', post: { unit: 'd', role: 'sponsor' } },
  lead: { account: 'b', post: { unit: 'urban', role: 'unit_head' } },
  liaison: { account: 'c', post: { unit: 's1', role: 'liaison' } },
  units: ['urban', 'market'],
  endsAt: null,
  identity: false,
} as const;
/** What a case says of its sponsorship, in both languages. For tests only. */
export const sponsorshipTold: {
  readonly SponsorshipNoted: Rows<SponsorshipNoted['data']>;
  readonly SponsorshipLeft: Rows<SponsorshipLeft['data']>;
} = {
  SponsorshipNoted: [
    [
      { ...sponsored, stage: 'nominated', news: 'stage' },
      '〔s1〕提请〔d岗〕包案',
      '[s1] put it up to the [post of d] to sponsor',
    ],
    [
      { ...sponsored, stage: 'accepted', news: 'stage' },
      '〔d岗〕包案，〔urban岗〕为包案责任人，〔s1岗〕为联络员',
      'Sponsored by the [post of d]; accountable lead: [post of urban]; liaison: [post of s1]',
    ],
    [{ ...sponsored, stage: 'agreed', news: 'stage' }, '处置方案已商定', 'The case plan is agreed'],
    [
      { ...sponsored, stage: 'told', news: 'stage' },
      '包案结果已告知本人',
      'The result of the sponsorship was told to the person',
    ],
    [
      { ...sponsored, stage: 'following', news: 'stage' },
      '包案办结，按本人意愿后续联系',
      'The sponsorship is closed; follow-up as the person wishes',
    ],
    [{ ...sponsored, stage: 'ended', news: 'stage' }, '包案办结', 'The sponsorship is closed'],
    [
      { ...sponsored, stage: 'ended', sponsor: null, news: 'stage' },
      '包案提请已撤回',
      'The nomination to sponsor was taken back',
    ],
    [
      { ...sponsored, stage: 'nominated', news: 'asked' },
      '包案提请转〔d岗〕',
      'The nomination goes on to the [post of d]',
    ],
    [
      { ...sponsored, stage: 'nominated', sponsor: null, news: 'asked' },
      '包案提请逐级上报，待指定包案领导',
      'Nobody took it on: a sponsor is to be named',
    ],
    [
      { ...sponsored, stage: 'accepted', news: 'seat' },
      '包案责任人员有调整',
      'A seat of the sponsorship changed hands',
    ],
    [
      { ...sponsored, stage: 'accepted', news: 'units' },
      '参与包案的单位：〔urban〕、〔market〕',
      'Units that work on it with the sponsor: [urban], [market]',
    ],
    [
      { ...sponsored, stage: 'accepted', identity: true, news: 'identity' },
      '本人同意包案领导和联络员知悉其身份',
      'The person lets sponsor and liaison see who they are',
    ],
    [
      { ...sponsored, stage: 'accepted', news: 'identity' },
      '本人撤回了身份知悉的同意',
      'The person no longer lets sponsor and liaison see who they are',
    ],
    [
      { ...sponsored, stage: 'accepted', endsAt: due.dueAt, news: 'end' },
      '包案期限延至3月9日10:00',
      'The sponsorship now ends Mon 9 Mar 10:00',
    ],
  ],
  SponsorshipLeft: [
    [
      { sponsorship: 'p' },
      '包案随事项转到另一件',
      'The sponsorship followed the matter into another case',
    ],
  ],
};

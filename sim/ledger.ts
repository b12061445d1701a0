import { privateText, type Said, type Scene } from './scene.ts';

const DAY = 86_400_000;

/**
 * A row of a ledger, read in as one act: what a past institution did, or left undone. Now and then
 * its dates are in disorder, as in real ledgers.
 */
export function ledgerRow(scene: Scene, line: number): Said & { readonly occurredAt: number } {
  const { r, world, district, law } = scene;
  const registered = world.now - r.int(20, r.chance(0.05) ? 400 : 130) * DAY;
  let at = registered;
  const later = () => {
    at = Math.min(world.now, at + r.exponential(2 * DAY));
    return at;
  };
  const category = r.any(r.chance(0.1) ? district.awkward : district.categories) ?? '';
  const outcome = r.pick(['UNKNOWN', 'FIXED', 'INFO_GIVEN']);
  const steps = [
    () => ({
      act: 'triaged',
      at: later(),
      category,
      title: '台账事项',
      urgency: r.chance(0.9) ? null : 'urgent',
    }),
    () => ({ act: 'dispatched', at: later(), lead: null, dueAt: due(r.chance(0.5), at) }),
    () => ({ act: 'replied', at: later(), reply: null, outcome }),
    () => ({ act: 'closed', at: later(), outcome }),
  ];
  const known = steps.slice(0, r.int(0, 4)).filter(() => r.chance(0.7));
  const acts = known.map((step) => step());
  return {
    type: 'record-history',
    occurredAt: registered,
    data: {
      kind: r.pick(['complaint', 'help']),
      intake: 'import',
      words: null,
      place: { unit: r.any(district.places) ?? '', detail: null },
      contact: null,
      confidential: false,
      external: [{ system: 'ledger', number: `L${line}`, dueAt: null, state: null }],
      receivedBy: law.dispatch.centre,
      title: '台账事项',
      receipt: null,
      imported: { mapping: 'sim', line },
      acts: r.chance(0.06) ? acts.toReversed() : acts,
    },
    texts: { words: privateText(r, '台账') },
  };
}

const due = (known: boolean, at: number): number | null => (known ? at + 5 * DAY : null);

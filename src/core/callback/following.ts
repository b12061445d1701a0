import { rule } from './scene.ts';
import { KNOWN } from './state.ts';

/** The closing it asks about is no more; what the person already said stays said. */
export const caseReopened = rule('case-reopened', {
  from: ['none', ...KNOWN],
  anyOrder: true,
  decide({ closing }, tell) {
    const { state } = tell;
    if (state.status === 'none' || state.closing !== closing) return tell;
    for (const kind of ['wait', 'ask', 'window']) tell.dropKind(kind, 'case-reopened');
    const live = state.status === 'waiting' || state.status === 'asking';
    return live ? tell.say('Overtaken', { closing }) : tell;
  },
});

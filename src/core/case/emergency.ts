import { refuse } from './refusals.ts';
import { rule, say } from './scene.ts';
import { redirected } from './triage.ts';

/** The emergency number, shown to whoever is there. Nothing is dispatched by it (invariant 12). */
export const showEmergency = rule('show-emergency', {
  from: ['received', 'triaged', 'assigned', 'objected', 'handling'],
  anyOrder: true,
  decide({ channel: code }, { law }) {
    const channel = law.channels.find((one) => one.code === code);
    if (channel === undefined) return refuse('case.unknown-channel', { channel: code });
    if (channel.kind !== 'emergency' || channel.telephone === null) {
      return refuse('case.not-an-emergency-channel', { channel: code });
    }
    return { events: [say('EmergencyShown', { channel: code, telephone: channel.telephone })] };
  },
});

/** Somebody says that the emergency line has it; only then may the case end here. */
export const confirmHandover = rule('confirm-handover', {
  from: ['received', 'triaged', 'assigned', 'objected', 'handling'],
  anyOrder: true,
  decide({ remains }, scene) {
    const { state, as } = scene;
    const { emergency } = state;
    if (emergency === null || emergency.confirmed) return refuse('case.no-emergency-shown');
    const { channel } = emergency;
    const handedOver = say('EmergencyHandedOver', {
      channel,
      confirmedBy: as ?? 'person',
      remains,
    });
    if (remains) return { events: [handedOver] };
    if (state.status !== 'received' && state.status !== 'triaged') {
      return refuse('case.handover-leaves-order', { status: state.status });
    }
    return { events: [handedOver, ...redirected({ ...scene, state }, channel)] };
  },
});

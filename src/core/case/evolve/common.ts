import type { Common } from '../state.ts';

/** The part of a state that outlives its status: what a status alone has is dropped by name. */
export function commonOf(state: Common): Common {
  return {
    kind: state.kind,
    intake: state.intake,
    words: state.words,
    place: state.place,
    contact: state.contact,
    confidential: state.confidential,
    external: state.external,
    receivedBy: state.receivedBy,
    receivedAt: state.receivedAt,
    rulebook: state.rulebook,
    imported: state.imported,
    title: state.title,
    since: state.since,
    holder: state.holder,
    desk: state.desk,
    triage: state.triage,
    emergency: state.emergency,
    clocks: state.clocks,
    orders: state.orders,
    returns: state.returns,
    objections: state.objections,
    objectors: state.objectors,
    ruler: state.ruler,
    interim: state.interim,
    extension: state.extension,
    extensionsAsked: state.extensionsAsked,
    extensionsTold: state.extensionsTold,
    replies: state.replies,
    dissent: state.dissent,
    joined: state.joined,
    whistles: state.whistles,
    upstream: state.upstream,
  };
}

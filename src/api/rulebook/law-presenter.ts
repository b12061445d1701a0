import type { LawProposalView, LawView, VersionView } from '../../contract/law.ts';
import type { Editor } from '../../core/institution/events.ts';
import type { InstitutionState, Proposal, Version } from '../../core/institution/state.ts';
import type { Setting } from '../cases/reading.ts';
import type { Reader } from '../parts.ts';
import { iso } from '../route.ts';
import { postView } from '../session/presenter.ts';

/** Every version and proposal, the newest first; posts and never persons. */
export function lawView(
  reader: Reader,
  state: InstitutionState,
  version: number,
  setting: Setting,
): LawView {
  if (state.status === 'founding') return { version, versions: [], proposals: [] };
  const { rulebooks, proposals } = state;
  return {
    version,
    versions: rulebooks.map((_, at) => versionView(rulebooks, at, setting)).toReversed(),
    proposals: proposals.map((one) => proposalView(one, reader, setting)).toReversed(),
  };
}

const editor = (by: Editor, { institution, now }: Setting) =>
  by === 'setup' ? null : postView(institution, by.post, now);

function versionView(rulebooks: readonly Version[], at: number, setting: Setting): VersionView {
  const shown = rulebooks[at];
  if (shown === undefined) throw new Error(`no version ${at}`);
  const { hash, id, version, effectiveFrom, evidence, proposedBy, approvedBy, approvedAt } = shown;
  const begun = rulebooks.findLastIndex((one) => one.effectiveFrom <= setting.now);
  return {
    hash,
    id,
    version,
    effectiveFrom: iso(effectiveFrom),
    evidence,
    proposedBy: editor(proposedBy, setting),
    approvedBy: editor(approvedBy, setting),
    approvedAt: iso(approvedAt),
    standing: at > begun ? 'coming' : at === begun ? 'inForce' : 'past',
    follows: rulebooks[at - 1]?.hash ?? null,
  };
}

function proposalView(proposed: Proposal, reader: Reader, setting: Setting): LawProposalView {
  const { proposal, hash, id, version, effectiveFrom, evidence, base, end } = proposed;
  const { proposedBy, proposedAt } = proposed;
  return {
    proposal,
    hash,
    id,
    version,
    effectiveFrom: iso(effectiveFrom),
    evidence,
    proposedBy: editor(proposedBy, setting),
    proposedAt: iso(proposedAt),
    own: proposedBy !== 'setup' && proposedBy.account === reader.account,
    base: base === '' ? null : base,
    end: end && {
      kind: end.kind,
      at: iso(end.at),
      by: 'by' in end ? editor(end.by, setting) : null,
      reason: 'reason' in end ? end.reason : null,
      version: 'version' in end ? end.version : null,
    },
  };
}

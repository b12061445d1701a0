import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { CaseView } from '../../../contract/cases.ts';
import type { Role } from '../../../contract/session.ts';
import { whistleActWords } from '../../../contract/whistle-words.ts';
import type { Offer } from '../../acts/ActBar/ActBar.tsx';
import { useSession } from '../../app/session.tsx';
import { whistleProposalQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';

/** Whoever whistles, or takes a whistle down for the secretary who telephones. */
const WHISTLERS: ReadonlySet<Role> = new Set([
  'intake_agent',
  'unit_handler',
  'unit_head',
  'dispatcher',
]);

/** To whistle about a case, where this post could; why not, where its unit may not. */
export const useWhistleOffer = (of: CaseView): readonly Offer[] => {
  const say = useSay();
  const navigate = useNavigate();
  const { post } = useSession();
  const may = WHISTLERS.has(post.role) && of.endedAt === null;
  const { data } = useQuery({ ...whistleProposalQuery(of.id, []), enabled: may });
  if (!may || !data) return [];
  return [
    {
      id: 'whistle',
      name: say(whistleActWords.propose),
      // Elsewhere the arbiter's alone, who never whistles.
      letter: 'l',
      allowed: data.why === null,
      pressing: false,
      why: data.why,
      take: () => void navigate({ to: '/cases/$id/whistle', params: { id: of.id } }),
    },
  ];
};

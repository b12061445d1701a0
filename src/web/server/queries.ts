import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { CallbackFigures, CallbackPage, CallbackView } from '../../contract/callbacks.ts';
import type {
  ActPage,
  CasePage,
  CaseView,
  PrecedentView,
  ProposalView,
  SlipView,
} from '../../contract/cases.ts';
import type { InstitutionView } from '../../contract/institution.ts';
import type { Differences, LawView } from '../../contract/law.ts';
import type { OrderBook, OrdersView } from '../../contract/orders.ts';
import type {
  PetitionDates,
  PetitionOffer,
  PetitionPage,
  PetitionView,
} from '../../contract/petitions.ts';
import type { CallsView } from '../../contract/relay.ts';
import type { DeskKeyList, DeskView } from '../../contract/reports.ts';
import type { RetentionPage, RetentionView } from '../../contract/retention.ts';
import type { DutyPage, RulebookView } from '../../contract/rulebook.ts';
import type { LooksView } from '../../contract/secrecy.ts';
import type { DemoAccounts, SessionView } from '../../contract/session.ts';
import type {
  DisplacedWork,
  NominationChoices,
  SeatCandidates,
  SponsorDesk,
  SponsorshipPage,
  SponsorshipView,
} from '../../contract/sponsorships.ts';
import type { SupportMatching, SupportPage, SupportView } from '../../contract/supports.ts';
import type { ConfirmationView, HandoverView, SeatList, WeekView } from '../../contract/unit.ts';
import type {
  RatingAggregate,
  WhistlePage,
  WhistleProposal,
  WhistleUse,
  WhistleView,
} from '../../contract/whistles.ts';
import type { Anchor } from '../time/ticking.ts';
import { get } from './http.ts';
import { paths } from './paths.ts';

/** How often a screen asks again: the clock is the hero, and the server's clock at that. */
const POLL = 15_000;

/** Where the stream of changes says when to ask, only a stream that failed unseen is made good. */
const LIVE_POLL = 60_000;

/** What any act may have moved: lists, desks and the matters themselves. */
export const MATTERS: ReadonlySet<string> = new Set([
  'acts',
  'calls',
  'case',
  'cases',
  'proposal',
  'whistle',
  'whistles',
  'whistle-proposal',
  'support',
  'supports',
  'support-matching',
  'callback',
  'callbacks',
  'petition',
  'petitions',
  'petition-offer',
  'sponsor-desk',
  'sponsorship',
  'sponsorships',
  'nomination',
]);

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => get<SessionView>(paths.session),
  refetchInterval: POLL,
  staleTime: POLL,
});

export const rulebookQuery = queryOptions({
  queryKey: ['rulebook'],
  queryFn: () => get<RulebookView>(paths.rulebook),
  staleTime: 10 * 60_000,
});

/** Its readers are told of no change as it happens: they ask. */
export const deskQuery = queryOptions({
  queryKey: ['sealed-desk'],
  queryFn: () => get<DeskView>(paths.reports),
  refetchInterval: LIVE_POLL,
});

export const deskKeysQuery = queryOptions({
  queryKey: ['desk-keys'],
  queryFn: () => get<DeskKeyList>(paths.deskKeys),
  refetchInterval: LIVE_POLL,
});

const nextPage = (page: { readonly next: string | null }): string | undefined =>
  page.next ?? undefined;

export const actsQuery = (filter: object) =>
  infiniteQueryOptions({
    queryKey: ['acts', filter],
    queryFn: ({ pageParam }) => get<ActPage>(paths.acts({ ...filter, after: pageParam })),
    initialPageParam: '',
    getNextPageParam: nextPage,
    refetchInterval: POLL,
  });

export const casesQuery = (filter: object) =>
  infiniteQueryOptions({
    queryKey: ['cases', filter],
    queryFn: ({ pageParam }) => get<CasePage>(paths.cases({ ...filter, after: pageParam })),
    initialPageParam: '',
    getNextPageParam: nextPage,
    refetchInterval: POLL,
  });

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: () => get<CaseView>(paths.case(id)),
    refetchInterval: POLL,
  });

export const callsQuery = (of: 'case' | 'callback', id: string) =>
  queryOptions({
    queryKey: ['calls', of, id],
    queryFn: () => get<CallsView>(paths.calls(of, id)),
  });

export const looksQuery = (id: string) =>
  queryOptions({ queryKey: ['looks', id], queryFn: () => get<LooksView>(paths.looks(id)) });

export const proposalQuery = (id: string, category: string | null) =>
  queryOptions({
    queryKey: ['proposal', id, category],
    queryFn: () => get<ProposalView>(paths.proposal(id, { category })),
  });

type Timed<Answer> = Answer & Anchor;

/** When it was asked, by a clock that nobody can set: counted from there, less never looks like more. */
const timed = async <Answer extends { readonly now: string }>(
  ask: Promise<Answer>,
): Promise<Timed<Answer>> => {
  const asked = performance.now();
  return { ...(await ask), asked };
};

export const whistlesQuery = (filter: object) =>
  infiniteQueryOptions({
    queryKey: ['whistles', filter],
    queryFn: ({ pageParam }) =>
      timed(get<WhistlePage>(paths.whistles({ ...filter, after: pageParam }))),
    initialPageParam: '',
    getNextPageParam: nextPage,
    refetchInterval: LIVE_POLL,
  });

export const whistleQuery = (id: string) =>
  queryOptions({
    queryKey: ['whistle', id],
    queryFn: () => timed(get<WhistleView>(paths.whistle(id))),
    refetchInterval: LIVE_POLL,
  });

/** `powers` are named besides the likely ones, for whoever else might be called. */
export const whistleProposalQuery = (id: string, powers: readonly string[]) =>
  queryOptions({
    queryKey: ['whistle-proposal', id, powers],
    queryFn: () => get<WhistleProposal>(paths.whistleProposal(id, { power: powers })),
    placeholderData: (before) => before,
  });

export const supportsQuery = (filter: object) =>
  infiniteQueryOptions({
    queryKey: ['supports', filter],
    queryFn: ({ pageParam }) => get<SupportPage>(paths.supports({ ...filter, after: pageParam })),
    initialPageParam: '',
    getNextPageParam: nextPage,
    refetchInterval: LIVE_POLL,
  });

export const supportQuery = (id: string) =>
  queryOptions({
    queryKey: ['support', id],
    queryFn: () => get<SupportView>(paths.support(id)),
    refetchInterval: LIVE_POLL,
  });

/** `needs` are asked about, and kept nowhere. */
export const supportMatchingQuery = (id: string, needs: readonly string[]) =>
  queryOptions({
    queryKey: ['support-matching', id, needs],
    queryFn: () => get<SupportMatching>(paths.supportMatching(id, { need: needs })),
    placeholderData: (before) => before,
  });

export const whistleUseQuery = queryOptions({
  queryKey: ['whistle-use'],
  queryFn: () => get<WhistleUse>(paths.whistleUse),
});

export const whistleRatingsQuery = queryOptions({
  queryKey: ['whistle-ratings'],
  queryFn: () => get<RatingAggregate>(paths.whistleRatings),
});

export const callbacksQuery = (filter: object) =>
  infiniteQueryOptions({
    queryKey: ['callbacks', filter],
    queryFn: ({ pageParam }) => get<CallbackPage>(paths.callbacks({ ...filter, after: pageParam })),
    initialPageParam: '',
    getNextPageParam: nextPage,
    refetchInterval: LIVE_POLL,
  });

export const petitionsQuery = (filter: object) =>
  infiniteQueryOptions({
    queryKey: ['petitions', filter],
    queryFn: ({ pageParam }) => get<PetitionPage>(paths.petitions({ ...filter, after: pageParam })),
    initialPageParam: '',
    getNextPageParam: nextPage,
    refetchInterval: LIVE_POLL,
  });

export const callbackQuery = (id: string) =>
  queryOptions({
    queryKey: ['callback', id],
    queryFn: () => get<CallbackView>(paths.callback(id)),
    refetchInterval: LIVE_POLL,
  });

export const callbackFiguresQuery = (category: string | null) =>
  queryOptions({
    queryKey: ['callback-figures', category],
    queryFn: () => get<CallbackFigures>(paths.callbackFigures({ category })),
  });
export const petitionQuery = (id: string) =>
  queryOptions({
    queryKey: ['petition', id],
    queryFn: () => get<PetitionView>(paths.petition(id)),
    refetchInterval: LIVE_POLL,
  });

export const petitionOfferQuery = (id: string) =>
  queryOptions({
    queryKey: ['petition-offer', id],
    queryFn: () => get<PetitionOffer>(paths.petitionOffer(id)),
  });

export const sponsorDeskQuery = queryOptions({
  queryKey: ['sponsor-desk'],
  queryFn: () => get<SponsorDesk>(paths.sponsorDesk),
  refetchInterval: LIVE_POLL,
});

export const displacedQuery = queryOptions({
  queryKey: ['displaced'],
  queryFn: () => get<DisplacedWork>(paths.displaced),
  staleTime: POLL,
});

export const sponsorshipsQuery = (filter: object) =>
  infiniteQueryOptions({
    queryKey: ['sponsorships', filter],
    queryFn: ({ pageParam }) =>
      get<SponsorshipPage>(paths.sponsorships({ ...filter, after: pageParam })),
    initialPageParam: '',
    getNextPageParam: nextPage,
    refetchInterval: LIVE_POLL,
  });

export const sponsorshipQuery = (id: string) =>
  queryOptions({
    queryKey: ['sponsorship', id],
    queryFn: () => get<SponsorshipView>(paths.sponsorship(id)),
    refetchInterval: LIVE_POLL,
  });

/** Whom a seat can be given to, for whoever may give it. */
export const candidatesQuery = (id: string) =>
  queryOptions({
    queryKey: ['sponsorship', id, 'candidates'],
    queryFn: () => get<SeatCandidates>(paths.seatCandidates(id)),
  });

export const nominationQuery = (id: string) =>
  queryOptions({
    queryKey: ['nomination', id],
    queryFn: () => get<NominationChoices>(paths.nominationChoices(id)),
  });

/** The same days give the same dates, until the law changes. */
export const petitionDatesQuery = (known: object) =>
  queryOptions({
    queryKey: ['petition-dates', known],
    queryFn: () => get<PetitionDates>(paths.petitionDates(known)),
    placeholderData: (before) => before,
  });

export const dutiesQuery = (filter: object) =>
  infiniteQueryOptions({
    queryKey: ['duties', filter],
    queryFn: ({ pageParam }) => get<DutyPage>(paths.duties({ ...filter, after: pageParam })),
    initialPageParam: '',
    getNextPageParam: nextPage,
    staleTime: 60_000,
  });

export const lawQuery = queryOptions({
  queryKey: ['law'],
  queryFn: () => get<LawView>(paths.law),
  refetchInterval: POLL,
});

export const differencesQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['differences', from, to],
    queryFn: () => get<Differences>(paths.differences({ from, to })),
    // Documents never change under their hashes.
    staleTime: Number.POSITIVE_INFINITY,
  });

export const precedentsQuery = (category: string) =>
  queryOptions({
    queryKey: ['precedents', category],
    queryFn: () => get<PrecedentView[]>(paths.precedents({ category })),
    staleTime: 60_000,
  });

export const orderBooksQuery = queryOptions({
  queryKey: ['orders', 'books'],
  queryFn: () => get<OrderBook[]>(paths.orderBooks),
  staleTime: 60_000,
});

export const ordersQuery = (book: string) =>
  queryOptions({
    queryKey: ['orders', 'news', book],
    queryFn: () => get<OrdersView>(paths.orders({ book })),
  });

export const slipQuery = (id: string) =>
  queryOptions({ queryKey: ['slip', id], queryFn: () => get<SlipView>(paths.slip(id)) });

/** Answers on a demonstration district only; anywhere else there is nothing to show. */
export const demoAccountsQuery = queryOptions({
  queryKey: ['demo', 'accounts'],
  queryFn: () => get<DemoAccounts>(paths.demoAccounts).catch(() => null),
  staleTime: Number.POSITIVE_INFINITY,
});

export const retentionsQuery = (filter: object) =>
  infiniteQueryOptions({
    queryKey: ['retention', filter],
    queryFn: ({ pageParam }) =>
      get<RetentionPage>(paths.retentions({ ...filter, after: pageParam })),
    initialPageParam: '',
    getNextPageParam: nextPage,
    refetchInterval: LIVE_POLL,
  });

export const retentionQuery = (id: string) =>
  queryOptions({
    queryKey: ['retention', 'one', id],
    queryFn: () => get<RetentionView>(paths.retention(id)),
    refetchInterval: LIVE_POLL,
  });

export const handoverQuery = queryOptions({
  queryKey: ['handover'],
  queryFn: () => get<HandoverView>(paths.handover),
  refetchInterval: POLL,
});

export const weekQuery = queryOptions({
  queryKey: ['week'],
  queryFn: () => get<WeekView>(paths.week),
});

export const seatsQuery = queryOptions({
  queryKey: ['seats'],
  queryFn: () => get<SeatList>(paths.seats),
  staleTime: POLL,
});

export const confirmationsQuery = queryOptions({
  queryKey: ['confirmations'],
  queryFn: () => get<{ readonly rows: readonly ConfirmationView[] }>(paths.confirmations),
  refetchInterval: POLL,
});

export const institutionQuery = queryOptions({
  queryKey: ['institution'],
  queryFn: () => get<InstitutionView>(paths.institution),
});

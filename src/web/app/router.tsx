import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { Desk } from './Desk/Desk.tsx';

/** Filters live in the address bar as plain words, to be read, kept and sent on. */
const parseSearch = (search: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(search));
const stringifySearch = (search: Record<string, unknown>): string => {
  const text = new URLSearchParams(
    Object.entries(search).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    ),
  ).toString();
  return text === '' ? '' : `?${text}`;
};

const texts =
  <Name extends string>(...names: readonly Name[]) =>
  (search: Record<string, unknown>): { [N in Name]?: string } => {
    const found: { [N in Name]?: string } = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === 'string' && value !== '') found[name] = value;
    }
    return found;
  };

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: lazyRouteComponent(() => import('../screens/missing/Missing.tsx'), 'Missing'),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: texts('next'),
  component: lazyRouteComponent(() => import('../screens/sign-in/SignIn.tsx'), 'SignIn'),
});

/** Everything behind the sign-in. */
const desk = createRoute({ getParentRoute: () => root, id: 'desk', component: Desk });

const next = createRoute({
  getParentRoute: () => desk,
  path: '/',
  validateSearch: texts('hand', 'act', 'tone', 'place'),
  component: lazyRouteComponent(() => import('../screens/next/Next.tsx'), 'Next'),
});
const cases = createRoute({
  getParentRoute: () => desk,
  path: '/cases',
  validateSearch: texts('text', 'bucket', 'status', 'category', 'unit', 'overdue'),
  component: lazyRouteComponent(() => import('../screens/cases/Cases.tsx'), 'Cases'),
});
const oneCase = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id',
  validateSearch: texts('act'),
  component: lazyRouteComponent(() => import('../screens/case/Case.tsx'), 'Case'),
});
const dispatch = createRoute({
  getParentRoute: () => desk,
  path: '/dispatch',
  validateSearch: texts('case'),
  component: lazyRouteComponent(() => import('../screens/dispatch/Dispatch.tsx'), 'Dispatch'),
});
const objections = createRoute({
  getParentRoute: () => desk,
  path: '/objections',
  validateSearch: texts('case', 'whistle'),
  component: lazyRouteComponent(() => import('../screens/objections/Objections.tsx'), 'Objections'),
});
const orders = createRoute({
  getParentRoute: () => desk,
  path: '/orders',
  validateSearch: texts('book'),
  component: lazyRouteComponent(() => import('../screens/orders/Orders.tsx'), 'Orders'),
});
const register = createRoute({
  getParentRoute: () => desk,
  path: '/register',
  component: lazyRouteComponent(() => import('../screens/register/Register.tsx'), 'Register'),
});
const slip = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/slip',
  component: lazyRouteComponent(() => import('../screens/slip/Slip.tsx'), 'Slip'),
});
const looks = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/looks',
  component: lazyRouteComponent(() => import('../screens/looks/Looks.tsx'), 'Looks'),
});
const duties = createRoute({
  getParentRoute: () => desk,
  path: '/duties',
  validateSearch: texts('text', 'unit', 'category', 'mode'),
  component: lazyRouteComponent(() => import('../screens/duties/Duties.tsx'), 'Duties'),
});

const rules = createRoute({
  getParentRoute: () => desk,
  path: '/rules',
  component: lazyRouteComponent(() => import('../screens/rules/Rules.tsx'), 'Rules'),
});
const sealedDesk = createRoute({
  getParentRoute: () => desk,
  path: '/sealed-desk',
  component: lazyRouteComponent(
    () => import('../screens/sealed-desk/SealedDesk.tsx'),
    'SealedDesk',
  ),
});
const deskKeys = createRoute({
  getParentRoute: () => desk,
  path: '/desk-keys',
  component: lazyRouteComponent(() => import('../screens/desk-keys/DeskKeys.tsx'), 'DeskKeys'),
});
const unit = createRoute({
  getParentRoute: () => desk,
  path: '/unit',
  component: lazyRouteComponent(() => import('../screens/unit/Unit.tsx'), 'Unit'),
});
const handover = createRoute({
  getParentRoute: () => desk,
  path: '/handover',
  component: lazyRouteComponent(() => import('../screens/handover/Handover.tsx'), 'Handover'),
});
const week = createRoute({
  getParentRoute: () => desk,
  path: '/week',
  component: lazyRouteComponent(() => import('../screens/week/Week.tsx'), 'Week'),
});
const entered = createRoute({
  getParentRoute: () => desk,
  path: '/entered',
  component: lazyRouteComponent(() => import('../screens/entered/Entered.tsx'), 'Entered'),
});
const standIns = createRoute({
  getParentRoute: () => desk,
  path: '/stand-ins',
  component: lazyRouteComponent(() => import('../screens/stand-ins/StandIns.tsx'), 'StandIns'),
});
const retention = createRoute({
  getParentRoute: () => desk,
  path: '/retention',
  validateSearch: texts('shelf'),
  component: lazyRouteComponent(() => import('../screens/retention/Retention.tsx'), 'Retention'),
});
const kept = createRoute({
  getParentRoute: () => desk,
  path: '/retention/$id',
  component: lazyRouteComponent(() => import('../screens/retention/Kept.tsx'), 'Kept'),
});
const composer = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/whistle',
  component: lazyRouteComponent(() => import('../screens/composer/Composer.tsx'), 'Composer'),
});
const whistles = createRoute({
  getParentRoute: () => desk,
  path: '/whistles',
  validateSearch: texts('text', 'bucket', 'wall'),
  component: lazyRouteComponent(() => import('../screens/whistles/Whistles.tsx'), 'Whistles'),
});
const whistle = createRoute({
  getParentRoute: () => desk,
  path: '/whistles/$id',
  validateSearch: texts('act'),
  component: lazyRouteComponent(() => import('../screens/whistle/Whistle.tsx'), 'Whistle'),
});
const notice = createRoute({
  getParentRoute: () => desk,
  path: '/whistles/$id/notice',
  component: lazyRouteComponent(() => import('../screens/whistle-papers/Notice.tsx'), 'Notice'),
});
const record = createRoute({
  getParentRoute: () => desk,
  path: '/whistles/$id/record',
  component: lazyRouteComponent(
    () => import('../screens/whistle-papers/JointRecord.tsx'),
    'JointRecord',
  ),
});
const supports = createRoute({
  getParentRoute: () => desk,
  path: '/supports',
  validateSearch: texts('bucket'),
  component: lazyRouteComponent(() => import('../screens/supports/Supports.tsx'), 'Supports'),
});
const support = createRoute({
  getParentRoute: () => desk,
  path: '/supports/$id',
  validateSearch: texts('act'),
  component: lazyRouteComponent(() => import('../screens/support/Support.tsx'), 'Support'),
});
const supportMatching = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/supports',
  component: lazyRouteComponent(
    () => import('../screens/support-matching/SupportMatching.tsx'),
    'SupportMatching',
  ),
});
const sponsorships = createRoute({
  getParentRoute: () => desk,
  path: '/sponsorships',
  validateSearch: texts('text', 'bucket'),
  component: lazyRouteComponent(
    () => import('../screens/sponsorships/Sponsorships.tsx'),
    'Sponsorships',
  ),
});
const sponsorship = createRoute({
  getParentRoute: () => desk,
  path: '/sponsorships/$id',
  validateSearch: texts('act', 'n'),
  component: lazyRouteComponent(
    () => import('../screens/sponsorship/Sponsorship.tsx'),
    'Sponsorship',
  ),
});
const casePlan = createRoute({
  getParentRoute: () => desk,
  path: '/sponsorships/$id/plan',
  component: lazyRouteComponent(
    () => import('../screens/sponsorship-plan/PlanEditor.tsx'),
    'PlanEditor',
  ),
});
const force = createRoute({
  getParentRoute: () => desk,
  path: '/sponsorships/$id/force',
  component: lazyRouteComponent(() => import('../screens/sponsorship-room/Room.tsx'), 'Room'),
});
const meeting = createRoute({
  getParentRoute: () => desk,
  path: '/sponsorships/$id/meeting',
  component: lazyRouteComponent(() => import('../screens/sponsorship-room/Meeting.tsx'), 'Meeting'),
});
const meetingRecord = createRoute({
  getParentRoute: () => desk,
  path: '/sponsorships/$id/meetings/$n',
  component: lazyRouteComponent(
    () => import('../screens/sponsorship-room/MeetingRecord.tsx'),
    'MeetingRecord',
  ),
});
const contact = createRoute({
  getParentRoute: () => desk,
  path: '/sponsorships/$id/contact',
  component: lazyRouteComponent(
    () => import('../screens/sponsorship-contact/ContactPage.tsx'),
    'ContactPage',
  ),
});
const nomination = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/sponsorship',
  component: lazyRouteComponent(() => import('../screens/nomination/Nomination.tsx'), 'Nomination'),
});
const callbacks = createRoute({
  getParentRoute: () => desk,
  path: '/callbacks',
  validateSearch: texts('bucket'),
  component: lazyRouteComponent(() => import('../screens/callbacks/Callbacks.tsx'), 'Callbacks'),
});
const callback = createRoute({
  getParentRoute: () => desk,
  path: '/callbacks/$id',
  component: lazyRouteComponent(() => import('../screens/callback/Callback.tsx'), 'Callback'),
});
const petitions = createRoute({
  getParentRoute: () => desk,
  path: '/petitions',
  validateSearch: texts('text', 'bucket'),
  component: lazyRouteComponent(() => import('../screens/petitions/Petitions.tsx'), 'Petitions'),
});
const petition = createRoute({
  getParentRoute: () => desk,
  path: '/petitions/$id',
  validateSearch: texts('act'),
  component: lazyRouteComponent(() => import('../screens/petition/Petition.tsx'), 'Petition'),
});
const letter = createRoute({
  getParentRoute: () => desk,
  path: '/petitions/$id/papers/$n',
  component: lazyRouteComponent(() => import('../screens/petition-papers/Letter.tsx'), 'Letter'),
});
const petitionDates = createRoute({
  getParentRoute: () => desk,
  path: '/petition-dates',
  validateSearch: texts(
    'kind',
    'received',
    'routed',
    'accepted',
    'extension',
    'delivered',
    'reviewAsked',
    'reviewDelivered',
    'reReviewAsked',
    'hearingFrom',
    'hearingTo',
  ),
  component: lazyRouteComponent(() => import('../screens/petition-dates/Dates.tsx'), 'Dates'),
});
const petitionRegister = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$id/petition',
  component: lazyRouteComponent(
    () => import('../screens/petition-register/PetitionRegister.tsx'),
    'PetitionRegister',
  ),
});
const supervision = createRoute({
  getParentRoute: () => desk,
  path: '/supervision',
  component: lazyRouteComponent(
    () => import('../screens/supervision/Supervision.tsx'),
    'Supervision',
  ),
});

const routeTree = root.addChildren([
  signIn,
  desk.addChildren([
    next,
    cases,
    oneCase,
    slip,
    looks,
    composer,
    dispatch,
    whistles,
    whistle,
    notice,
    record,
    supports,
    support,
    supportMatching,
    sponsorships,
    sponsorship,
    casePlan,
    force,
    meeting,
    meetingRecord,
    contact,
    nomination,
    callbacks,
    callback,
    petitions,
    petition,
    letter,
    petitionDates,
    petitionRegister,
    supervision,
    objections,
    orders,
    register,
    duties,
    sealedDesk,
    deskKeys,
    rules,
    unit,
    handover,
    week,
    entered,
    standIns,
    retention,
    kept,
  ]),
]);

export const router = createRouter({
  routeTree,
  basepath: '/console',
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

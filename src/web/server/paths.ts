/** Every address of the API this console asks for, in one place. */
const id = encodeURIComponent;

const query = (params: object): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
};

export const paths = {
  session: '/api/session',
  switchPost: '/api/session/post',
  demoAccounts: '/api/demo/accounts',
  acts: (params: object) => `/api/acts${query(params)}`,
  cases: (params: object = {}) => `/api/cases${query(params)}`,
  case: (of: string) => `/api/cases/${id(of)}`,
  act: (of: string, act: string) => `/api/cases/${id(of)}/${id(act)}`,
  proposal: (of: string, params: object) => `/api/cases/${id(of)}/proposal${query(params)}`,
  slip: (of: string) => `/api/cases/${id(of)}/slip`,
  look: (of: string, field: string) => `/api/cases/${id(of)}/personal/${id(field)}`,
  looks: (of: string) => `/api/cases/${id(of)}/looks`,
  secrecy: (of: string, act: string) => `/api/cases/${id(of)}/secrecy/${id(act)}`,
  calls: (of: 'case' | 'callback', about: string) => `/api/${of}s/${id(about)}/calls`,
  live: '/api/live',
  propose: '/api/whistles',
  whistles: (params: object) => `/api/whistles${query(params)}`,
  whistle: (of: string) => `/api/whistles/${id(of)}`,
  whistleAct: (of: string, act: string) => `/api/whistles/${id(of)}/${id(act)}`,
  whistleProposal: (of: string, params: object) =>
    `/api/cases/${id(of)}/whistle-proposal${query(params)}`,
  whistleUse: '/api/whistles/use',
  whistleRatings: '/api/whistles/ratings',
  offerSupport: '/api/supports',
  supports: (params: object) => `/api/supports${query(params)}`,
  support: (of: string) => `/api/supports/${id(of)}`,
  supportAct: (of: string, act: string) => `/api/supports/${id(of)}/${id(act)}`,
  supportMatching: (of: string, params: object) => `/api/cases/${id(of)}/supports${query(params)}`,
  callbacks: (params: object) => `/api/callbacks${query(params)}`,
  callback: (of: string) => `/api/callbacks/${id(of)}`,
  callbackAct: (of: string, act: string) => `/api/callbacks/${id(of)}/${id(act)}`,
  callbackContact: (of: string) => `/api/callbacks/${id(of)}/contact`,
  callbackFigures: (params: object) => `/api/callbacks/figures${query(params)}`,
  petitions: (params: object) => `/api/petitions${query(params)}`,
  petition: (of: string) => `/api/petitions/${id(of)}`,
  petitionAct: (of: string, act: string) => `/api/petitions/${id(of)}/${id(act)}`,
  registerPetition: '/api/petitions',
  petitionDates: (params: object) => `/api/petitions/dates${query(params)}`,
  petitionOffer: (of: string) => `/api/cases/${id(of)}/petition-offer`,
  precedents: (params: object) => `/api/precedents${query(params)}`,
  orderBooks: '/api/orders/books',
  orders: (params: object) => `/api/orders${query(params)}`,
  ordersPreview: '/api/orders/preview',
  ordersImport: '/api/orders/import',
  ordersReplies: '/api/orders/replies',
  ordersTold: '/api/orders/told',
  reports: '/api/reports',
  openReport: (of: string) => `/api/reports/${id(of)}/open`,
  reportAct: (of: string, act: string) => `/api/reports/${id(of)}/${id(act)}`,
  deskKeys: '/api/desk-keys',
  deskKeyAct: (of: string, act: string) => `/api/desk-keys/${id(of)}/${id(act)}`,
  confirmations: '/api/confirmations',
  confirmation: (of: string, act: string) => `/api/confirmations/${id(of)}/${id(act)}`,
  retentions: (params: object) => `/api/retention${query(params)}`,
  retention: (of: string) => `/api/retention/${id(of)}`,
  retentionAct: (of: string, act: string) => `/api/retention/${id(of)}/${id(act)}`,
  handover: '/api/handover',
  shiftNote: '/api/handover/notes',
  week: '/api/week',
  seats: '/api/unit/seats',
  institution: '/api/institution',
  newPassword: '/api/session/password',
  change: (act: string) => `/api/institution/${id(act)}`,
  tables: (params: object) => `/api/institution/tables${query(params)}`,
  preview: '/api/institution/tables/preview',
  law: '/api/rulebook/versions',
  differences: (params: object) => `/api/rulebook/differences${query(params)}`,
  rulebook: '/api/rulebook',
  duties: (params: object) => `/api/rulebook/duties${query(params)}`,
};

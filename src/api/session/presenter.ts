import type { PostView, SessionView } from '../../contract/session.ts';
import { roleWords } from '../../contract/words.ts';
import type { Institution } from '../../core/authority/institution.ts';
import { rulebookAt } from '../../core/authority/institution.ts';
import { officeNamed } from '../../core/authority/offices.ts';
import { unit } from '../../core/authority/units.ts';
import type { Instant, Post } from '../../core/process.ts';
import type { Reader } from '../parts.ts';

export const postView = (institution: Institution, post: Post, at: Instant): PostView => ({
  ...post,
  unitName: unit(institution, post.unit, at)?.name ?? { zh: post.unit, en: post.unit },
  roleName: roleWords[post.role],
  ...(post.office === undefined
    ? {}
    : {
        officeName: officeNamed(institution, post.office)?.name ?? {
          zh: post.office,
          en: post.office,
        },
      }),
});

/** Where no law is in force yet, nothing is due: the zone of the country this is written for. */
const UNSAID = 'Asia/Shanghai';

const zoneOf = (institution: Institution, now: Instant): string => {
  const calendar = rulebookAt(institution, now)?.calendar;
  return (calendar && institution.calendars.get(calendar)?.zone) || UNSAID;
};

export const sessionView = (
  reader: Reader,
  institution: Institution,
  now: Instant,
  demo: boolean,
): SessionView => ({
  login: reader.login,
  tenant: {
    id: reader.tenant,
    name: rulebookAt(institution, now)?.title ?? { zh: reader.tenant, en: reader.tenant },
  },
  post: postView(institution, reader.post, now),
  posts: reader.posts.map((post) => postView(institution, post, now)),
  now: new Date(now).toISOString(),
  zone: zoneOf(institution, now),
  demo,
  temporary: reader.temporary,
});

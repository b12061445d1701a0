import { DemoAccounts } from '../../contract/session.ts';
import type { Api, ApiParts } from '../parts.ts';
import { Refused } from '../problem.ts';
import { problems } from '../route.ts';
import { postView } from '../session/presenter.ts';

/**
 * Who to sign in as on a demonstration district, passwords and all. Anywhere else there is no such
 * address.
 */
export function demoRoutes(api: Api, parts: ApiParts): void {
  api.get(
    '/demo/accounts',
    {
      schema: {
        tags: ['session'],
        summary: '演示区登录名 · Logins of the demonstration district',
        response: { 200: DemoAccounts, ...problems(404) },
      },
    },
    async () => {
      if (!parts.demo) throw new Refused('api.no-such-address');
      const { institution, now } = await parts.present(parts.tenant);
      return {
        accounts: parts.demoAccounts.map(({ login, password, posts }) => ({
          login,
          password,
          posts: posts.map((post) => postView(institution, post, now)),
        })),
      };
    },
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../contract/cases.ts';
import type { Role } from '../../../contract/session.ts';
import { useSession } from '../../app/session.tsx';
import { SupportRows } from '../../components/Support/SupportRows.tsx';
import { supportMatchingQuery } from '../../server/queries.ts';

/** Who offers, gives or is told of a support; the server's table says the same. */
const SUPPORTERS: ReadonlySet<Role> = new Set([
  'intake_agent',
  'unit_handler',
  'office_head',
  'unit_head',
  'supervisor',
  'sponsor',
  'liaison',
  'auditor',
]);

/** What was offered to the person beside the matter, where there is any or this post could offer it. */
export const Supports = ({ of }: { of: CaseView }) => {
  const { t } = useTranslation();
  const { post } = useSession();
  const may = SUPPORTERS.has(post.role);
  const { data } = useQuery({ ...supportMatchingQuery(of.id, []), enabled: may });
  if (!data || (data.supports.length === 0 && data.why !== null)) return null;
  return (
    <section className="stack" aria-label={t('support.offered')}>
      <h2>{t('support.offered')}</h2>
      {data.supports.length > 0 && <SupportRows of={data.supports} />}
      {data.why === null && (
        <p>
          <Link to="/cases/$id/supports" params={{ id: of.id }}>
            {t('support.match')}
          </Link>
        </p>
      )}
    </section>
  );
};

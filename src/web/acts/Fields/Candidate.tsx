import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SeatName } from '../../../contract/sponsorships.ts';
import { Beside } from '../../components/Sponsorship/Beside.tsx';
import { Trouble } from '../../components/Trouble/Trouble.tsx';
import { candidatesQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import { Choices } from './Choices.tsx';

interface CandidateProps {
  readonly id: string;
  readonly name: string;
  readonly seat: SeatName;
  readonly legend: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly value: unknown;
  readonly change: (login: string) => void;
}

/** Whom the seat can be given to: posts by their logins, with what a leader has in hand. */
export const CandidateField = ({ id, seat, value, hint, ...props }: CandidateProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const { data, error, refetch } = useQuery(candidatesQuery(id));
  if (error) return <Trouble of={error} again={() => void refetch()} />;
  const all = data?.[seat] ?? [];
  return (
    <Choices<string>
      {...props}
      hint={data && all.length === 0 ? t('nomination.nobody') : hint}
      inline={false}
      options={all.map((one) => ({
        value: one.login,
        label: `${say(one.post.unitName)} · ${say(one.post.roleName)} (${one.login})`,
        note: one.load && <Beside of={one} load={one.load} />,
      }))}
      value={typeof value === 'string' ? value : undefined}
    />
  );
};

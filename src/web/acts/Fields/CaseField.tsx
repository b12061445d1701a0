import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CaseView, Outcome } from '../../../contract/cases.ts';
import { outcomeWords } from '../../../contract/words.ts';
import { useSession } from '../../app/session.tsx';
import { Called } from '../../components/Matter/Called.tsx';
import { rulebookQuery, seatsQuery } from '../../server/queries.ts';
import { useSay } from '../../words/say.ts';
import type { Ask } from '../forms.ts';
import { ActField, type FieldProps } from './ActField.tsx';
import type { ChoiceOption } from './Choices.tsx';

/** What a unit may say came of it; the rest are results of other acts. */
const STATED_OUTCOMES: readonly Outcome[] = [
  'FIXED',
  'PARTLY',
  'EXPLAINED_CANNOT',
  'INFO_GIVEN',
  'UNREACHABLE',
  'UNKNOWN',
];

/** The choices of a field that is asked with all its answers in sight; null where it is not. */
const useChoiceOptions = (
  ask: Ask,
  of: CaseView,
): readonly ChoiceOption<string | boolean>[] | null => {
  const { t } = useTranslation();
  const say = useSay();
  const { data: rules } = useQuery(rulebookQuery);
  const { login: own, post } = useSession();
  const { data: seats } = useQuery({ ...seatsQuery, enabled: ask.kind === 'seat' });
  const named = (names: readonly string[], prefix: 'means' | 'solved' | 'reopening') =>
    names.map((value) => ({ value, label: t(`choice.${prefix}.${value}` as never) as string }));
  switch (ask.kind) {
    case 'yesno':
      return [
        { value: true, label: t('choice.yes') },
        { value: false, label: t('choice.no') },
      ];
    case 'means':
      return named(['phone', 'visit', 'message', 'counter'], 'means');
    case 'solved':
      return named(['yes', 'partly', 'no', 'not_contacted'], 'solved');
    case 'reopening':
      return named(['new_facts', 'not_fixed', 'failed_recheck'], 'reopening');
    case 'outcome':
      return STATED_OUTCOMES.map((value) => ({ value, label: say(outcomeWords[value]) }));
    case 'urgency':
      return (rules?.urgencies ?? []).map(({ code, name }) => ({ value: code, label: say(name) }));
    case 'office':
      return (rules?.offices ?? [])
        .filter(({ unit }) => unit === of.lead)
        .map(({ id, name }) => ({ value: id, label: say(name) }));
    case 'seat':
      // Whoever handles takes what nobody else has; giving it to others is a head's.
      return (seats?.rows ?? [])
        .filter(({ login }) => post.role !== 'unit_handler' || login === own)
        .map(({ login, post: { roleName, officeName } }) => ({
          value: login,
          label: `${officeName === undefined ? '' : `${say(officeName)} `}${say(roleName)}`,
          note: login === own ? t('choice.oneself', { login }) : login,
        }));
    case 'channel':
      return (rules?.channels ?? [])
        .filter((channel) => ask.of.includes(channel.kind))
        .map(({ code, name, nextPath, telephone }) => ({
          value: code,
          label: <Called name={say(name)} telephone={telephone} />,
          note: say(nextPath),
        }));
    case 'clock':
      return of.clocks
        .filter((clock) => clock.status === ask.status)
        .map(({ id, kindName, left }) => ({ value: id, label: say(kindName), note: say(left) }));
    case 'suspension':
      return (rules?.suspensionReasons ?? []).map(({ code, name, citation }) => ({
        value: code,
        label: say(name),
        note: say(citation.text),
      }));
    case 'basis':
      return (rules?.objectionBases ?? []).map(({ code, name, citation }) => ({
        value: code,
        label: say(name),
        note: say(citation.text),
      }));
    default:
      return null;
  }
};

export const CaseField = ({ of, ...field }: FieldProps & { of: CaseView }) => (
  <ActField {...field} choices={useChoiceOptions(field.field.ask, of)} />
);

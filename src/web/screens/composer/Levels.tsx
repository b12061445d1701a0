import { useTranslation } from 'react-i18next';
import { whistleKindWords } from '../../../contract/whistle-words.ts';
import type { WhistleProposal } from '../../../contract/whistles.ts';
import { Choices } from '../../acts/Fields/Choices.tsx';
import { useSay } from '../../words/say.ts';
import type { Draft } from './draft.ts';

type Level = WhistleProposal['levels'][number];
const codeOf = ({ kind, level }: Pick<Level, 'kind' | 'level'>): string => `${kind} ${level}`;

/** What a level asks of those who are called, and who looks at it first. */
const useTerms = () => {
  const { t } = useTranslation();
  const say = useSay();
  return (level: Level): string =>
    [
      t('terms.sign', { time: say(level.sign) }),
      t('terms.reportIn', { time: say(level.reportIn) }),
      t('terms.who', { rank: say(level.rankName), count: level.headCount }),
      ...(level.remote ? [t('terms.remote')] : []),
      level.screen
        ? t('terms.screen', { by: say(level.screen.by), time: say(level.screen.within) })
        : t('terms.noScreen'),
    ].join(t('list.semicolon'));
};

interface LevelsProps {
  readonly of: WhistleProposal;
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
}

export const Levels = ({ of, draft, change }: LevelsProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const terms = useTerms();
  // A level for some powers only is none where another is missing.
  const levels = of.levels.filter(
    ({ powers }) => powers.length === 0 || draft.powers.every((power) => powers.includes(power)),
  );
  return (
    <Choices<string>
      name="composer-level"
      legend={t('composer.level')}
      hint={t('composer.levelRead')}
      inline={false}
      options={levels.map((level) => ({
        value: codeOf(level),
        label: t('whistle.kind', { kind: say(whistleKindWords[level.kind]), level: level.level }),
        note: terms(level),
      }))}
      value={codeOf(draft)}
      change={(code) => {
        const chosen = levels.find((level) => codeOf(level) === code);
        if (chosen) change({ ...draft, kind: chosen.kind, level: chosen.level });
      }}
    />
  );
};

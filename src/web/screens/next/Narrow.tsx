import { useTranslation } from 'react-i18next';
import type { ActView } from '../../../contract/cases.ts';
import { bareAct } from '../../acts/forms.ts';
import { useSession } from '../../app/session.tsx';
import { OneOf } from '../../components/Filters/Filters.tsx';
import { useSay } from '../../words/say.ts';

const TONES = ['breach', 'soon', 'running', 'suspended', 'provisional'] as const;

/**
 * Kept in the address bar; acts and places by their Chinese name. Two processes may name an act alike:
 * to whoever looks for it, it is one.
 */
export type Filter = { readonly [Name in 'hand' | 'act' | 'tone' | 'place']?: string };

export const admits = ({ act, tone, place }: Filter, row: ActView): boolean =>
  (!act || row.actName.zh === act || bareAct(row.act) === act) &&
  (!tone || row.tone === tone) &&
  (!place || row.placeName.zh === place);

const unique = (values: readonly string[]): readonly string[] => [...new Set(values)];

interface NarrowProps {
  readonly all: readonly ActView[];
  readonly filter: Filter;
  readonly narrow: (filter: Filter) => void;
}

export const Narrow = ({ all, filter, narrow }: NarrowProps) => {
  const { t } = useTranslation();
  const say = useSay();
  const { post } = useSession();
  const set = (name: keyof Filter) => (value: string | undefined) => {
    const { [name]: _, ...rest } = filter;
    narrow(value ? { ...rest, [name]: value } : rest);
  };
  const placeName = (place: string): string => {
    const found = all.find((row) => row.placeName.zh === place);
    return found ? say(found.placeName) : place;
  };
  const actName = (act: string): string => {
    const found = all.find((row) => row.actName.zh === act);
    return found ? say(found.actName) : act;
  };
  return (
    <div className="filters">
      <OneOf
        label={t('next.filterHand')}
        value={filter.hand}
        options={(post.office ? (['mine', 'office'] as const) : (['mine'] as const)).map(
          (hand) => ({
            value: hand,
            label: t(`next.narrow.${hand}`),
          }),
        )}
        change={set('hand')}
      />
      <OneOf
        label={t('next.filterAct')}
        value={all.find((row) => bareAct(row.act) === filter.act)?.actName.zh ?? filter.act}
        options={unique(all.map((row) => row.actName.zh)).map((act) => ({
          value: act,
          label: actName(act),
        }))}
        change={set('act')}
      />
      <OneOf
        label={t('next.filterTone')}
        value={filter.tone}
        options={TONES.map((tone) => ({ value: tone, label: t(`tone.${tone}`) }))}
        change={set('tone')}
      />
      <OneOf
        label={t('next.filterPlace')}
        value={filter.place}
        options={unique(all.map((row) => row.placeName.zh)).map((place) => ({
          value: place,
          label: placeName(place),
        }))}
        change={set('place')}
      />
      <p className="small quiet next-keys">{t('next.keys')}</p>
    </div>
  );
};
